"""Questions bent as people and their telephones bend them."""

from __future__ import annotations

import pytest

from benchmarks.bending import BENDINGS, dictated, in_capitals, with_slips, without_punctuation

QUESTION = "What's the dose, if his fever is 38.5 °C? Nobody's told us which tablets help with pain and swelling."


@pytest.mark.parametrize("bend", BENDINGS.values(), ids=BENDINGS)
def test_a_text_is_always_bent_in_the_same_way(bend):
    assert bend(QUESTION) == bend(QUESTION) != QUESTION


@pytest.mark.parametrize("bend", BENDINGS.values(), ids=BENDINGS)
@pytest.mark.parametrize("text", ["", "?", "T4", "12.5"])
def test_the_shortest_text_can_be_bent(bend, text):
    assert isinstance(bend(text), str)


def changed(text):
    before, after = text.split(), with_slips(text).split()
    return [(was, now) for was, now in zip(before, after, strict=True) if was != now]


def test_one_long_word_in_five_gets_a_slip():
    assert len(changed("sunitinib tablets cause tired hands often " * 5)) == 6


def test_a_short_question_gets_one_slip():
    assert len(changed("does sunitinib work")) == 1


def test_short_words_and_numbers_get_no_slip():
    assert with_slips("is T4 bad or not 1234") == "is T4 bad or not 1234"


@pytest.mark.parametrize("text", ["immunotherapy", "aaaa", "Cabometyx", "ABCD"])
def test_a_slip_keeps_the_first_letter_and_about_the_length(text):
    slipped = with_slips(text)

    assert slipped != text and slipped[0] == text[0] and abs(len(slipped) - len(text)) <= 1


def test_capitals():
    assert in_capitals("is it bad") == "IS IT BAD"


def test_punctuation_goes_and_numbers_stay():
    assert without_punctuation(QUESTION) == (
        "whats the dose if his fever is 38.5 °c nobodys told us which tablets help with pain and swelling"
    )


def test_dictation_has_fillers_words_that_sound_alike_and_no_punctuation():
    heard = dictated("Which pain, their blood and four feet? " * 5)

    assert heard.split()[0] in {"um", "uh", "so"}
    assert {"witch", "which"} <= set(heard.split())
    assert heard == heard.lower() and "?" not in heard
