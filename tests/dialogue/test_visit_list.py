"""The list for the visit: questions saved on the way, put in order, and taken along."""

from __future__ import annotations

import pytest

from actions.visit_list import own_question, places_in, reordered


@pytest.mark.parametrize(
    "text, question",
    [
        ("add that to my list", ""),
        ("save this question for my doctor", ""),
        ("add to my list: can I fly next month", "can I fly next month"),
        ("put on my list: is it ok to swim", "is it ok to swim"),
        ("remember to ask about travel", "travel"),
        ("please add will I lose my hair to my list", "will I lose my hair"),
    ],
)
def test_the_question_is_what_is_not_the_command(text, question):
    assert own_question(text) == question


@pytest.mark.parametrize(
    "text, places",
    [("remove 2", [2]), ("take the last one off", [3]), ("delete the first and third", [1, 3]), ("remove 9", [])],
)
def test_places_are_found(text, places):
    assert places_in(text, 3) == places


@pytest.mark.parametrize(
    "text, order",
    [
        ("move 3 to the top", ["c", "a", "b"]),
        ("swap 1 and 2", ["b", "a", "c"]),
        ("put 1 at the end", ["b", "c", "a"]),
        ("put the last one first", ["c", "a", "b"]),
        ("move 1 down", ["b", "a", "c"]),
        ("move 3 up", ["a", "c", "b"]),
    ],
)
def test_the_order_follows_the_words(text, order):
    assert reordered(["a", "b", "c"], text) == order


def test_an_order_without_a_place_is_asked_back():
    assert reordered(["a", "b"], "change the order") is None


def test_a_list_is_kept_shown_changed_and_taken(talk, tracker):
    talk("what is sunitinib")
    talk("add that to my list")
    talk("add to my list: can I fly in May")
    assert tracker().get_slot("visit_list") == ["Sunitinib (Sutent): What it is", "can I fly in May"]

    talk("move 2 to the top")
    assert tracker().get_slot("visit_list")[0] == "can I fly in May"

    texts, _ = talk("/take_list")
    assert "1. can I fly in May" in texts[-1] or any("1. can I fly in May" in text for text in texts)
    assert any("Notes:" in text for text in texts)

    talk("remove 1 from my list")
    assert tracker().get_slot("visit_list") == ["Sunitinib (Sutent): What it is"]


def test_with_nothing_to_add_it_asks_for_the_words(talk, tracker):
    talk("add to my list")
    talk("will I be able to garden")

    assert tracker().get_slot("visit_list") == ["will I be able to garden"]


def test_the_buttons_of_a_screen_order_the_list(talk, tracker):
    talk("what is sunitinib")
    talk("/add_to_list")
    talk("add to my list: can I fly in May")
    talk("add to my list: can I swim")
    talk('/move_in_list{"place": 3, "to": 1}')
    talk('/remove_from_list{"place": 3}')

    assert tracker().get_slot("visit_list") == ["can I swim", "Sunitinib (Sutent): What it is"]
