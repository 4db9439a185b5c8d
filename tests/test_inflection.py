"""Verb forms, endings of adjectives, and infinitives from forms."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from duidelijk.language.infinitives import lemma_of
from duidelijk.language.inflection import IRREGULAR, VERBS, form_table, verb_forms, with_e
from duidelijk.language.tabular import lexicon

CONJUGATIONS = """
werken werk werkt werkte werkten gewerkt
wonen woon woont woonde woonden gewoond
beloven beloof belooft beloofde beloofden beloofd
reizen reis reist reisde reisden gereisd
zetten zet zet zette zetten gezet
redden red redt redde redden gered
antwoorden antwoord antwoordt antwoordde antwoordden geantwoord
besteden besteed besteedt besteedde besteedden besteed
verhuizen verhuis verhuist verhuisde verhuisden verhuisd
veranderen verander verandert veranderde veranderden veranderd
verlenen verleen verleent verleende verleenden verleend
controleren controleer controleert controleerde controleerden gecontroleerd
waarderen waardeer waardeert waardeerde waardeerden gewaardeerd
leveren lever levert leverde leverden geleverd
evalueren evalueer evalueert evalueerde evalueerden geëvalueerd
informeren informeer informeert informeerde informeerden geïnformeerd
creëren creëer creëert creëerde creëerden gecreëerd
variëren varieer varieert varieerde varieerden gevarieerd
beëindigen beëindig beëindigt beëindigde beëindigden beëindigd
eisen eis eist eiste eisten geëist
uiten uit uit uitte uitten geuit
bevestigen bevestig bevestigt bevestigde bevestigden bevestigd
ondertekenen onderteken ondertekent ondertekende ondertekenden ondertekend
mailen mail mailt mailde mailden gemaild
downloaden download downloadt downloadde downloadden gedownload
verwelkomen verwelkom verwelkomt verwelkomde verwelkomden verwelkomd
begrijpen begrijp begrijpt begreep begrepen begrepen
ontvangen ontvang ontvangt ontving ontvingen ontvangen
overwegen overweeg overweegt overwoog overwogen overwogen
besluiten besluit besluit besloot besloten besloten
verzoeken verzoek verzoekt verzocht verzochten verzocht
voldoen voldoe voldoet voldeed voldeden voldaan
hebben heb heeft had hadden gehad
zijn ben is was waren geweest
"""

SEPARABLE = """
opbellen belt opgebeld op te bellen
aanvragen vraagt aangevraagd aan te vragen
afwijzen wijst afgewezen af te wijzen
toekennen kent toegekend toe te kennen
voorbereiden bereidt voorbereid voor te bereiden
goedkeuren keurt goedgekeurd goed te keuren
teruggeven geeft teruggegeven terug te geven
deelnemen neemt deelgenomen deel te nemen
"""

ADJECTIVES = """
groot grote
dik dikke
lief lieve
boos boze
officieel officiële
openbaar openbare
schriftelijk schriftelijke
nodig nodige
open open
snel snelle
gemeld gemelde
gered geredde
besteed bestede
verwijderd verwijderde
gelopen gelopen
vergroot vergrote
"""


def lines(table: str) -> list[list[str]]:
    return [line.split(" ") for line in table.strip().splitlines()]


@pytest.mark.parametrize(("infinitive", "first", "third", "past", "pasts", "participle"), lines(CONJUGATIONS))
def test_conjugates(infinitive: str, first: str, third: str, past: str, pasts: str, participle: str) -> None:
    verb = verb_forms(infinitive)
    found = (verb.present_1, verb.present_3, verb.past_singular, verb.past_plural, verb.participle)
    assert found == (first, third, past, pasts, participle)


@pytest.mark.parametrize("row", lines(SEPARABLE), ids=lambda row: row[0])
def test_separates(row: list[str]) -> None:
    infinitive, third, participle, *te_infinitive = row
    verb = verb_forms(infinitive)
    assert (verb.present_3, verb.participle) == (third, participle)
    assert verb.te_infinitive == " ".join(te_infinitive)
    assert verb.joined(third) == verb.particle + third


def test_takes_the_mark_of_a_particle_that_is_not_listed() -> None:
    assert verb_forms("om|katten").participle == "omgekat"


@pytest.mark.parametrize(("word", "inflected"), lines(ADJECTIVES))
def test_gives_adjectives_their_ending(word: str, inflected: str) -> None:
    assert with_e(word) == inflected


@pytest.mark.parametrize(
    ("form", "tag", "lemma"),
    [
        ("retourneerde", "WW|pv|verl|ev", "retourneren"),
        ("gefrituurd", "WW|vd|vrij|zonder", "frituren"),
        ("pitchte", "WW|pv|verl|ev", "pitchen"),
        ("knutselden", "WW|pv|verl|mv", "knutselen"),
        ("gecommentarieerd", "WW|vd|vrij|zonder", "commentariëren"),
        ("omgekat", "WW|vd|vrij|zonder", "omkatten"),
        ("uitprobeert", "WW|pv|tgw|met-t", "uitproberen"),
        ("geblindeerde", "WW|vd|prenom|met-e", "blinderen"),
        ("gerecenseerd", "WW|vd|vrij|zonder", "recenseren"),
        ("tv", "WW|pv|tgw|ev", None),
        ("tafel", "N|soort|ev|basis|zijd|stan", None),
    ],
)
def test_finds_the_infinitive_of_unlisted_verbs(form: str, tag: str, lemma: str | None) -> None:
    assert lemma_of(form, tag) == lemma


def test_lists_hold_what_the_table_needs() -> None:
    table = list(form_table())
    assert all(form and tag and lemma for form, tag, lemma in table)
    known = {(form, tag): lemma for form, tag, lemma in table}
    assert known["afgewezen", "WW|vd|vrij|zonder"] == "afwijzen"
    assert known["opbelt", "WW|pv|tgw|met-t"] == "opbellen"
    assert known["is", "WW|pv|tgw|ev"] == "zijn"
    assert known["heeft", "WW|pv|tgw|met-t"] == "hebben"
    assert known["steden", "N|soort|mv|basis"] == "stad"
    assert known["briefje", "N|soort|ev|dim|onz|stan"] == "brief"


@pytest.mark.parametrize(("name", "least"), [(IRREGULAR, 220), (VERBS, 1800)])
def test_lists_are_long_enough(name: str, least: int) -> None:
    assert len(lexicon(name).rows) >= least


@given(st.sampled_from(sorted(lexicon(VERBS).rows)))
def test_every_listed_verb_keeps_its_particle(marked: str) -> None:
    verb = verb_forms(marked)
    particle, _, base = marked.rpartition("|")
    assert verb.infinitive == particle + base
    assert verb.participle.startswith(particle)
    assert verb.present_participle == particle + base + "d"
    assert not verb.past_singular.startswith("ge" + verb.present_1)
