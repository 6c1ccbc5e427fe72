"""What is said word for word to steer the talk."""

from __future__ import annotations

import pytest

from assistant.comparing import compares
from assistant.numbers import picked
from assistant.steering import steered


@pytest.mark.parametrize(
    "text, intent",
    [
        ("add to my list: can I fly in May", "add_to_list"),
        ("please put that on the list", "add_to_list"),
        ("remember to ask about travel", "add_to_list"),
        ("no i am not safe", "say_no"),
        ("I don't feel safe here", "say_no"),
        ("Anna, 555 0199, after three", "request_call_back"),
        ("i am safe now", None),
        ("what is on the waiting list", None),
        ("my scan was on 2026-10-02", None),
        ("hb 10.8 and crp 12", None),
        ("testing 1 2 3", None),
    ],
)
def test_only_what_means_nothing_else_steers(text, intent):
    assert steered(text) == intent


@pytest.mark.parametrize(
    "text, number",
    [
        ("2", 2),
        ("option 2 please", 2),
        ("the third choice", 3),
        ("number one", 1),
        ("2 tablets", None),
        ("two hours", None),
    ],
)
def test_a_number_is_a_choice_when_it_stands_alone(text, number):
    assert picked(text) == number


@pytest.mark.parametrize(
    "text, named, compared",
    [
        ("sunitinib or pazopanib?", 2, True),
        ("sutent vs votrient", 2, True),
        ("should i take sutent or votrient", 2, False),
        ("sunitinib and pazopanib", 2, False),
        ("sunitinib or something", 1, False),
    ],
)
def test_two_things_side_by_side(text, named, compared):
    assert compares(text, named) is compared
