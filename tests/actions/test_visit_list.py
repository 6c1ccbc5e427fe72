"""The list for the visit by the buttons of a screen: each carries the place it stands at."""

from __future__ import annotations

import pytest

from actions.add_to_list import ActionAddToList
from actions.move_in_list import ActionMoveInList
from actions.remove_from_list import ActionRemoveFromList

LISTED = ["one", "two", "three"]


def test_a_button_takes_one_question_off(run):
    *_, slots = run(ActionRemoveFromList(), slots={"visit_list": LISTED}, entities=[("place", 2)])

    assert slots["visit_list"] == ["one", "three"]


@pytest.mark.parametrize(
    "place, to, left",
    [
        (3, 1, ["three", "one", "two"]),
        (1, 3, ["two", "three", "one"]),
        (1, 2, ["two", "one", "three"]),
        (2, 1, ["two", "one", "three"]),
    ],
)
def test_a_button_moves_one_question(run, place, to, left):
    entities = [("place", place), ("to", to)]
    *_, slots = run(ActionMoveInList(), slots={"visit_list": LISTED}, entities=entities)

    assert slots["visit_list"] == left


@pytest.mark.parametrize("place", [0, 4, 99])
def test_a_place_beyond_the_list_changes_nothing_and_the_list_is_shown(run, library, place):
    texts, *_, slots = run(ActionRemoveFromList(), slots={"visit_list": LISTED}, entities=[("place", place)])

    assert "visit_list" not in slots and texts[0] == library.notice("list-shown", questions=LISTED)


@pytest.mark.parametrize("place, to", [(0, 1), (1, 0), (4, 1), (1, 4)])
def test_a_move_beyond_the_list_changes_nothing(run, place, to):
    entities = [("place", place), ("to", to)]
    *_, slots = run(ActionMoveInList(), slots={"visit_list": LISTED}, entities=entities)

    assert "visit_list" not in slots


@pytest.mark.parametrize("asked", [None, "list"])
def test_a_button_adds_what_was_answered_last(run, asked):
    slots = {"asked": asked, "addresses": ["drug/sunitinib#side-effects"]}
    *_, slots = run(ActionAddToList(), slots=slots, text="/add_to_list")

    assert slots["visit_list"] == ["Sunitinib (Sutent): Side effects and risks"]
