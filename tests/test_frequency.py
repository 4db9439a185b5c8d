"""Word frequency and syllables are those of the libraries."""

from __future__ import annotations

import subprocess
import sys

import pytest
import textstat
import wordfreq

from duidelijk.language.frequency import flesch_douma, syllables, zipf


@pytest.mark.parametrize("word", ["gemeente", "discrepantie", "de", "parkeervergunning", "één", "zzzzqx"])
def test_zipf_is_that_of_wordfreq(word: str) -> None:
    assert zipf(word) == pytest.approx(wordfreq.zipf_frequency(word, "nl"), abs=0.006)


@pytest.mark.parametrize("word", ["gemeente", "aanvraag", "parkeervergunning", "u"])
def test_syllables_are_those_of_textstat(word: str) -> None:
    textstat.set_lang("nl")
    assert syllables([word]) == textstat.syllable_count(word)


def test_flesch_douma_is_that_of_textstat() -> None:
    textstat.set_lang("nl")
    text = "Wij sturen u een brief. U krijgt de brief voor vrijdag."
    words = text.replace(".", "").split()
    ours = flesch_douma(len(words) / 2, syllables(words) / len(words))
    assert ours == pytest.approx(textstat.flesch_reading_ease(text), abs=0.5)


def test_textstat_still_knows_english_where_nltk_was_postponed() -> None:
    """The stand-in leads to the real module, and does not stay behind."""
    code = """
from duidelijk.language.frequency import syllables
import sys
syllables(["gemeente"])
assert "nltk" not in sys.modules
from textstat.backend.utils import _get_cmudict
import importlib
module = importlib.import_module("textstat.backend.utils._get_cmudict")
assert module.nltk.__version__ and "nltk" in sys.modules
"""
    subprocess.run([sys.executable, "-c", code], check=True)
