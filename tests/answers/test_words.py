"""Sentences, citations, and what a reader sees of them."""

from __future__ import annotations

import pytest

from answers.words import cited, first_sentence, plain, sentences


def test_facts_are_cited_once_in_order():
    assert cited("A. [b-02] C. [a-01, b-02]") == ("b-02", "a-01")


def test_a_reader_sees_no_fact_ids():
    assert plain("It is a pill. [suni-01] Take care. [suni-02, suni-03]") == "It is a pill. Take care."


def test_a_list_keeps_its_lines():
    assert plain("You could ask:\n\n- One? [a-1]\n- Two?") == "You could ask:\n\n- One?\n- Two?"


@pytest.mark.parametrize(
    "text, count",
    [
        pytest.param("One. [a-1] Two. [a-2]", 2, id="cited"),
        pytest.param("- One thing. [a-1]\n- Another. [a-2]", 2, id="list"),
        pytest.param("Dr. Who came. [a-1]", 1, id="abbreviation"),
        pytest.param("It reached 100.4°F today. [a-1]", 1, id="decimal"),
    ],
)
def test_sentences_are_told_apart(text, count):
    assert len(list(sentences(text))) == count


def test_the_first_sentence_comes_without_its_facts():
    assert first_sentence("Call today. [a-1] Then rest. [a-2]") == "Call today."
