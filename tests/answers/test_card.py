"""An answer as data for a screen that draws it."""

from __future__ import annotations

import json
import re

import pytest

from answers.card import card, frequencies
from answers.outlook import NUMBERS, WORDS
from answers.render import body, render

CASES = "outlook/survival-statistics#what-to-expect"


def text_of(drawn):
    lines = (line for block in drawn["paragraphs"] for line in block["lines"])
    return " ".join("".join(piece["text"] for piece in line) for line in lines)


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        pytest.param("About 12 in 100 people had it.", [(12, 12, 100)], id="in"),
        pytest.param("About 3 of 10 had it.", [(3, 3, 10)], id="of ten"),
        pytest.param("It came in 10 to 15 of 100 people.", [(10, 15, 100)], id="a range"),
        pytest.param("In 24 in 100 with one and 18 in 100 with the other.", [(24, 24, 100), (18, 18, 100)], id="two"),
        pytest.param("So 40 in 100 had it. About 60 in 100 did not.", [(40, 40, 100)], id="the rest of a share"),
        pytest.param("It was 1 in 1,000 people.", [], id="too many to draw"),
        pytest.param("You have a temperature of 100.", [], id="no share"),
        pytest.param("In 12 of 10 cases.", [], id="cannot be"),
        pytest.param("It lasted 2.5 in 100 days.", [], id="no whole number"),
    ],
)
def test_natural_frequencies_are_found(sentence, found):
    figures = frequencies([sentence])

    assert [(f["count"], f["up_to"], f["of"]) for f in figures] == found


def test_best_typical_and_worst_case_are_drawn(library):
    drawn = card(library, CASES, part="more", amount=NUMBERS)

    assert [(f["words"].split(" case:")[0], f["count"]) for f in drawn["figures"]] == [
        ("Best", 10),
        ("Most likely", 50),
        ("Worst", 10),
    ]


def test_whoever_wants_words_gets_no_figure_of_survival(library):
    drawn = card(library, CASES, part="more", amount=WORDS)

    assert drawn["figures"] == [] and "100" not in text_of(drawn)


def test_every_answer_can_be_drawn_in_the_words_of_the_text_layout(library):
    addresses = [section.address for section in library.sections()]
    drawn = [card(library, address, part="clinician") for address in addresses]

    assert json.dumps(drawn)
    assert [text_of(d).split() for d in drawn] == [
        re.sub(r"(?m)^[-*] ", "", "\n".join(body(library, library.section(address), "clinician"))).split()
        for address in addresses
    ]


def test_it_says_the_next_step_and_the_disclaimer_of_the_text_layout(library):
    drawn, text = card(library, "drug/sunitinib#side-effects"), " ".join(render(library, "drug/sunitinib#side-effects"))

    assert drawn["next_step"] in text and drawn["disclaimer"] in text and drawn["mark"] in text


def test_a_word_of_the_glossary_is_marked_at_its_first_use_only(library):
    drawn = card(library, CASES, part="more")
    terms = [p["term"]["id"] for b in drawn["paragraphs"] for line in b["lines"] for p in line if "term" in p]

    assert terms and len(terms) == len(set(terms))
