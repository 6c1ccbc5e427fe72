"""What holds for a turn whichever action it is: it is opened once, and knows who writes."""

from __future__ import annotations

from pathlib import Path

import pytest

from actions.answer import ActionAnswer
from actions.check_teach_back import ActionCheckTeachBack
from actions.name_basis import ActionNameBasis
from actions.request_call_back import ActionRequestCallBack

ACTIONS = Path(__file__).resolve().parents[2] / "actions"
ALARM = {"level": "emergency", "sign": "em-chest-pain", "waiting": None, "before": None, "asked": 1}


@pytest.mark.parametrize(
    "action, intent, slots",
    [
        (ActionNameBasis(), "ask_what_it_rests_on", {}),
        (ActionCheckTeachBack(), "ask_overview", {"asked": "teach_back"}),
        (ActionRequestCallBack(), "ask_overview", {"asked": "call_back"}),
    ],
)
def test_an_action_that_hands_on_to_another_says_the_open_alarm_once(run, library, action, intent, slots):
    addresses = ["drug/sunitinib#overview"]
    slots = {"alarm": ALARM, "addresses": addresses, **slots}
    texts, *_ = run(action, intent, slots=slots, addresses=addresses, text="what is sunitinib?")

    assert texts.count(library.notice("alarm-open", again=False)) == 1


@pytest.mark.parametrize("path", sorted(ACTIONS.glob("*.py")), ids=lambda path: path.stem)
def test_no_action_runs_another_in_a_turn_that_is_open(path):
    after = path.read_text(encoding="utf-8").partition("Turn(dispatcher")[2]

    assert "().run(" not in after


@pytest.mark.parametrize("writer, before, after", [("relative", None, "relative"), ("nurse", None, "nurse")])
def test_whom_somebody_writes_about_tells_who_asks(run, writer, before, after):
    *_, slots = run(ActionAnswer(), "ask_overview", slots={"who": before}, reading={"writer": writer})

    assert slots["who"] == after


@pytest.mark.parametrize("known", ["patient", "nurse", "unsaid"])
def test_what_somebody_said_of_themselves_stands(run, known):
    *_, slots = run(ActionAnswer(), "ask_overview", slots={"who": known}, reading={"writer": "relative"})

    assert "who" not in slots


def test_who_asks_is_not_asked_of_somebody_who_writes_about_a_relation(run):
    earlier = {"addresses": ["drug/sunitinib#overview"], "about": "father"}
    texts, _, buttons, _ = run(
        ActionAnswer(),
        "choose",
        slots=earlier,
        entities=[("address", "drug/axitinib#overview")],
        reading={"about": "father", "writer": "relative"},
    )

    assert "/say_i_am_relative" not in [button["payload"] for button in buttons]
    assert not any("your father" in text and "it means" in text for text in texts)
