"""A word of the glossary shows its meaning where it stands first, and only there."""

from __future__ import annotations

import pytest

from answers import render
from answers.glossing import pieces
from answers.term import Term

TERMS = {
    term.id: term
    for term in (
        Term("spread", "metastasis", ("metastases",), "-", "Cancer that has spread.", ("a",), "b"),
        Term("os", "overall survival", ("OS",), "-", "How long people live.", ("a",), "b"),
        Term("scan", "CT scan", (), "-", "Many X-rays in one picture.", ("a",), "b"),
    )
}


def marked(text, seen=None):
    return [piece.text for piece in pieces(text, TERMS, set() if seen is None else seen) if piece.term]


@pytest.mark.parametrize(
    "text, found",
    [
        pytest.param("Metastases are spread.", ["Metastases"], id="other-form"),
        pytest.param("A metastasis, then metastases.", ["metastasis"], id="first-only"),
        pytest.param("The OS was long.", ["OS"], id="abbreviation"),
        pytest.param("He sent an os.", [], id="small-letters"),
        pytest.param("Nonmetastasise", [], id="inside-a-word"),
        pytest.param("After a ct scan.", ["ct scan"], id="case"),
    ],
)
def test_first_uses_are_found(text, found):
    assert marked(text) == found


def test_nothing_is_lost_between_the_pieces():
    text = "A metastasis, seen on a CT scan, says little of OS."

    assert "".join(piece.text for piece in pieces(text, TERMS, set())) == text


def test_what_was_seen_above_is_not_shown_again():
    seen = set()
    marked("A metastasis.", seen)

    assert marked("More metastases.", seen) == []


def test_a_card_shows_the_meaning_and_escapes_it(library):
    card = render(library, "disease/metastasis#overview", layout="card.html", part="more")[0]

    assert '<dfn title="' in card and card.count("<dfn") == len(set(card.split("<dfn ")[1:]))
