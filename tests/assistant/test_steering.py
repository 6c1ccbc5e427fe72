"""What is said word for word to steer the talk."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from answers.document import load_yaml
from assistant.comparing import compares
from assistant.numbers import picked
from assistant.steering import Commands, steered

ROOT = Path(__file__).resolve().parents[2]


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


@pytest.fixture(scope="module")
def spanish():
    blocks = load_yaml((ROOT / "data/nlu/spanish_words.yml").read_text(encoding="utf-8"))["nlu"]
    words = {block["lookup"].removeprefix("command:"): re.findall(r"- (.+)", block["examples"]) for block in blocks}
    return Commands(words)


@pytest.mark.parametrize(
    "text, intent",
    [
        ("más", "ask_for_more"),
        ("MAS", "ask_for_more"),
        ("¡Más simple!", "ask_for_simpler"),
        ("atrás", "go_back"),
        ("olvidame", "delete_my_data"),
        ("¿Por qué?", "ask_why"),
        ("más pastillas", None),
        ("no", None),
        ("", None),
    ],
)
def test_a_spanish_word_steers_when_it_stands_alone(spanish, text, intent):
    assert spanish.meant(text) == intent


def test_each_word_that_the_spanish_guide_offers_is_understood(spanish):
    said = (ROOT / "content/es/notices/what-i-can-do.md").read_text(encoding="utf-8")
    offered = re.findall(r'"([^"]+)"', said)

    assert offered and None not in map(spanish.meant, offered)


def test_no_word_steers_two_ways():
    blocks = load_yaml((ROOT / "data/nlu/spanish_words.yml").read_text(encoding="utf-8"))["nlu"]
    words = [word for block in blocks for word in re.findall(r"- (.+)", block["examples"])]

    assert len(words) == len(set(words))
