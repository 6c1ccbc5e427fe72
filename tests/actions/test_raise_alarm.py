"""An alarm: its notice first, with the numbers, for each level."""

from __future__ import annotations

import pytest

from actions.raise_alarm import ActionRaiseAlarm


@pytest.mark.parametrize("level, number", [("emergency", "emergency"), ("crisis", "crisis"), ("urgent", "nurse_line")])
def test_the_number_is_in_the_first_words(run, library, level, number):
    texts, turn, *_ = run(ActionRaiseAlarm(), f"report_{level}", sign="em-chest-pain")

    assert turn["outcome"] == level
    assert getattr(library.clinic, number) in " ".join(texts[:2])


def test_the_sign_is_named_in_plain_words(run, library):
    texts, *_ = run(ActionRaiseAlarm(), "report_emergency", sign="em-chest-pain")

    assert library.signs["em-chest-pain"].say in " ".join(texts)


def test_an_unknown_sign_still_raises_the_alarm(run, library):
    texts, turn, *_ = run(ActionRaiseAlarm(), "report_emergency", sign="")

    assert turn["outcome"] == "emergency" and library.clinic.emergency in texts[0]


def test_an_emergency_offers_nothing_else(run):
    _, turn, buttons, _ = run(ActionRaiseAlarm(), "report_emergency", addresses=["drug/sunitinib#overview"])

    payloads = [button["payload"] for button in buttons]

    assert turn["offered"] == [] and payloads == ["/say_help_is_coming", "/say_it_is_no_emergency"]


def test_a_false_alarm_costs_no_answer(run):
    addresses = ["drug/cabozantinib#overview", "living/diet#self-care"]
    _, turn, *_ = run(ActionRaiseAlarm(), "report_urgent", sign="ur-vomiting", several=addresses)

    assert turn["answers"] == addresses


def test_an_emergency_is_not_talked_over(run):
    addresses = ["drug/cabozantinib#overview", "living/diet#self-care"]
    _, turn, *_ = run(ActionRaiseAlarm(), "report_emergency", sign="em-chest-pain", several=addresses)

    assert turn["answers"] == []
