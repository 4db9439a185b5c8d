"""Grammar on sentences built by hand, in the labels of UD 2.17 and in those of nl_core_news_md."""

from __future__ import annotations

import pytest

from duidelijk.checks.brace import brace
from duidelijk.checks.double_negation import double_negation
from duidelijk.checks.nominal_style import nominal_style
from duidelijk.language.analysis import Sentence
from duidelijk.language.clauses import finite_verb, particle_of, verb_lemma, words_between
from duidelijk.language.grammar import passives
from duidelijk.language.tabular import lexicon
from tests.trees import (
    ADJ,
    ADP,
    ADV,
    DET,
    INF,
    MARK,
    NAME,
    NOUN,
    POSS,
    PRON,
    PRT,
    PV,
    VD,
    analysis,
    marked,
    tree,
)


def decided(agent: str) -> Sentence:
    """*Het wordt door ons beslist*, with the label of the agent as given."""
    return tree(
        ("Het", PRON, "nsubj:pass", 4, "het"),
        ("wordt", PV, "aux:pass", 4, "worden"),
        ("door", ADP, "case", 3, "door"),
        ("ons", PRON, agent, 4, "ons"),
        ("beslist", VD, "ROOT", 4, "beslissen"),
    )


@pytest.mark.parametrize("label", ["obl:agent", "obl"])
def test_passive_and_its_agent_in_both_schemes(label: str) -> None:
    (found,) = passives(decided(label))
    assert [t.text for t in found.verbs] == ["wordt", "beslist"]
    assert [t.text for t in found.agent] == ["door", "ons"]


WARM = (
    tree(  # UD 2.17: worden is the main verb
        ("Het", PRON, "nsubj", 1, "het"),
        ("wordt", PV, "ROOT", 1, "worden"),
        ("warm", ADJ, "xcomp", 1, "warm"),
    ),
    tree(  # nl_core_news_md: worden is a copula
        ("Het", PRON, "nsubj", 2, "het"), ("wordt", PV, "cop", 2, "worden"), ("warm", ADJ, "ROOT", 2, "warm")
    ),
)


@pytest.mark.parametrize("sentence", WARM, ids=["ud", "nl_core_news_md"])
def test_copula_worden_is_no_passive(sentence: Sentence) -> None:
    assert passives(sentence) == []


@pytest.mark.parametrize("label", ["aux", "aux:pass"])
def test_perfect_with_zijn_is_no_passive_even_if_the_parser_says_so(label: str) -> None:
    sentence = tree(
        ("Zij", PRON, "nsubj", 2, "zij"),
        ("is", PV, label, 2, "zijn"),
        ("verhuisd", VD, "ROOT", 2, "verhuizen"),
    )
    assert passives(sentence) == []


@pytest.mark.parametrize("label", ["aux", "aux:pass"])
def test_other_participles_with_zijn_are_passive_whatever_the_label(label: str) -> None:
    sentence = tree(
        ("Het", PRON, "nsubj", 2, "het"),
        ("is", PV, label, 2, "zijn"),
        ("geweigerd", VD, "ROOT", 2, "weigeren"),
    )
    assert len(passives(sentence)) == 1


def test_describing_participle_is_passive_only_with_a_doer() -> None:
    closed = ("gesloten", VD, "ROOT", 2, "sluiten")
    start = (("Dit", PRON, "nsubj:pass", 2, "dit"), ("is", PV, "aux:pass", 2, "zijn"), closed)
    agent = (("door", ADP, "case", 4, "door"), ("ons", PRON, "obl", 2, "ons"))
    assert passives(tree(*start)) == []
    assert len(passives(tree(*start, *agent))) == 1


def test_possessive_zijn_is_no_helper() -> None:
    sentence = tree(
        ("Zijn", POSS, "nmod:poss", 1, "zijn"),
        ("plan", NOUN, "nsubj", 2, "plan"),
        ("geweigerd", VD, "ROOT", 2, "weigeren"),
    )
    assert passives(sentence) == []


def test_participles_that_share_a_helper_are_one_passive() -> None:
    sentence = tree(
        ("Alles", PRON, "nsubj:pass", 2, "alles"),
        ("wordt", PV, "aux:pass", 2, "worden"),
        ("geteld", VD, "ROOT", 2, "tellen"),
        ("en", "VG|neven", "cc", 4, "en"),
        ("gewogen", VD, "conj", 2, "wegen"),
    )
    (found,) = passives(sentence)
    assert [t.text for t in found.verbs] == ["wordt", "geteld", "gewogen"]


def test_a_cause_is_no_doer() -> None:
    rows = [(t.text, t.tag_, t.dep_, t.head.i, t.lemma_) for t in decided("obl").span]
    rows[3] = ("ziekte", NOUN, "obl", 4, "ziekte")
    (found,) = passives(tree(*rows))
    assert found.agent == ()


def sent_back() -> Sentence:
    return tree(
        ("Stuur", PV, "ROOT", 0, "sturen"),
        ("dat", PRON, "obj", 0, "dat"),
        ("terug", PRT, "compound:prt", 0, "terug"),
    )


def test_verb_in_two_parts() -> None:
    verb = sent_back().span[0]
    assert verb_lemma(verb) == "terugsturen"
    assert getattr(particle_of(verb), "text", None) == "terug"


def test_finite_verb_is_the_verb_itself_or_its_helper() -> None:
    decision, imperative = decided("obl").span, sent_back().span
    assert finite_verb(decision[4]) == decision[1]
    assert finite_verb(imperative[0]) == imperative[0]


def test_a_name_of_several_words_is_one_word_between() -> None:
    sentence = tree(
        ("Wij", PRON, "nsubj", 4, "wij"),
        ("hebben", PV, "aux", 4, "hebben"),
        ("Jan", NAME, "obj", 4, "Jan"),
        ("Smit", NAME, "flat", 2, "Smit"),
        ("gebeld", VD, "ROOT", 4, "bellen"),
    )
    assert words_between(sentence, sentence.span[1], sentence.span[4]) == 1


def waiting(opening: tuple[str, str, str, int, str] | None) -> Sentence:
    """*hebben … gezien* with eight words between, or the same behind a subordinator."""
    shift = 0 if opening is None else 1
    rows = [("Wij", PRON, "nsubj", 10 + shift, "wij")]
    helper = ("hebben", PV, "aux", 10 + shift, "hebben")
    filling = [("hier", ADV, "advmod", 10 + shift, "hier")] * 8
    verb = ("gezien", VD, "ROOT", 10 + shift, "zien")
    rows += [helper, *filling, verb] if opening is None else [*filling, helper, verb]
    return tree(*([] if opening is None else [opening]), *rows)


def test_brace_of_helper_and_verb() -> None:
    sentence = waiting(None)
    assert marked(sentence, list(brace(analysis(sentence)))) == [["hebben", "gezien"]]


def test_verb_final_clause_is_no_brace() -> None:
    sentence = waiting(("Omdat", MARK, "mark", 11, "omdat"))
    assert list(brace(analysis(sentence))) == []


def test_article_with_a_preposition_behind_it_is_a_brace_whatever_the_labels() -> None:
    sentence = tree(
        ("De", DET, "det", 2, "de"),
        ("door", ADP, "case", 2, "door"),
        ("u", PRON, "nsubj", 8, "u"),
        ("op", ADP, "case", 4, "op"),
        ("tijd", NOUN, "obl", 8, "tijd"),
        ("volledig", ADJ, "advmod", 6, "volledig"),
        ("betaalde", "WW|vd|prenom|met-e", "amod", 7, "betalen"),
        ("som", NOUN, "obj", 8, "som"),
        ("klopt", PV, "ROOT", 8, "kloppen"),
    )
    assert marked(sentence, list(brace(analysis(sentence)))) == [["De", "som"]]


def negations(sentence: Sentence) -> list[list[str]]:
    negators, words = lexicon("grammatica/ontkenningen"), lexicon("grammatica/ontkennende-woorden")
    hits = double_negation(
        analysis(sentence), negators=negators, negative_words=words, not_negating=("alleen",)
    )
    return marked(sentence, list(hits))


def test_two_negations_in_one_clause() -> None:
    sentence = tree(
        ("Niemand", PRON, "nsubj", 3, "niemand"),
        ("mag", PV, "aux", 3, "mogen"),
        ("niet", ADV, "advmod", 3, "niet"),
        ("komen", INF, "ROOT", 3, "komen"),
    )
    assert negations(sentence) == [["Niemand", "niet"]]


def test_niet_alleen_denies_nothing() -> None:
    sentence = tree(
        ("Niet", ADV, "advmod", 2, "niet"),
        ("alleen", ADV, "fixed", 0, "alleen"),
        ("niemand", PRON, "nsubj", 3, "niemand"),
        ("komt", PV, "ROOT", 3, "komen"),
    )
    assert negations(sentence) == []


@pytest.mark.parametrize("particle", ["voor", None])
def test_komt_voor_is_not_voorkomen(particle: str | None) -> None:
    rows = [
        ("Dat", PRON, "nsubj", 1, "dat"),
        ("komt", PV, "ROOT", 1, "voorkomen"),
        ("niet", ADV, "advmod", 1, "niet"),
        ("voor", PRT, "compound:prt", 1, "voor"),
    ]
    assert negations(tree(*(rows if particle else rows[:3]))) == []


@pytest.mark.parametrize("label", ["obl", "obl:arg"])
def test_light_verb_and_noun_in_both_schemes(label: str) -> None:
    sentence = tree(
        ("Wij", PRON, "nsubj", 1, "wij"),
        ("gaan", PV, "ROOT", 1, "gaan"),
        ("over", PRT, "compound:prt", 1, "over"),
        ("tot", ADP, "case", 4, "tot"),
        ("sluiting", NOUN, label, 1, "sluiting"),
    )
    hits = nominal_style(
        analysis(sentence),
        light_verbs=lexicon("grammatica/steunwerkwoorden"),
        nouns=lexicon("grammatica/naamwoord-werkwoord"),
        everyday_nouns=lexicon("grammatica/alledaagse-naamwoorden"),
        everyday_infinitives=lexicon("grammatica/alledaagse-infinitieven"),
    )
    (hit,) = hits
    assert hit.detail["better"] == "sluiten"
    assert marked(sentence, [hit]) == [["gaan over tot sluiting"]]
