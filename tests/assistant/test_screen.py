"""The deterministic screen: raised now, and not when denied, past, imagined or asked about."""

from __future__ import annotations

import pytest

from assistant.screen import Screen


@pytest.fixture(scope="module")
def screen(library):
    signs = library.signs
    return Screen({k: v.patterns for k, v in signs.items()}, {k: v.level for k, v in signs.items()}, library.cues)


@pytest.mark.parametrize(
    "text, level",
    [
        ("I have chest pain and can't breathe", "emergency"),
        ("no chest pain but i cant breathe", "emergency"),
        ("MY HUSBAND CANT FEEL HIS LEGS", "emergency"),
        ("is it normal that I cannot feel my legs?", "emergency"),
        ("i want to end my life", "crisis"),
        ("temp is 101.5 and shivering, on immunotherapy", "urgent"),
    ],
)
def test_a_sign_told_now_is_raised(screen, text, level):
    assert screen.find(text)[0].level == level


@pytest.mark.parametrize(
    "text",
    [
        "what are the side effects of sunitinib",
        "I don't have chest pain, just tired",
        "last year i had chest pain and it turned out to be a pulled muscle",
        "can cabozantinib cause chest pain",
        "what if someone stops breathing",
        "this traffic is killing me",
        "can immunotherapy raise my blood pressure",
    ],
)
def test_a_look_alike_is_left(screen, text):
    assert screen.find(text) == []


def test_the_highest_level_comes_first(screen):
    found = screen.find("i have a fever of 39 and i cant breathe and my chest is crushing")

    assert found[0].level == "emergency"


def test_most_phrasings_are_raised_by_pattern_alone(screen, library):
    said = [phrasing for sign in library.signs.values() for phrasing in sign.phrasings]
    raised = sum(bool(screen.find(phrasing)) for phrasing in said)

    # Quiet hints of a crisis have no words of their own: those are for what is learned.
    assert raised / len(said) > 0.65
