"""Answering: by address, by the last topic, and honestly where there is nothing."""

from __future__ import annotations

from actions.answer import ActionAnswer


def test_a_follow_up_takes_the_last_topic(run):
    _, turn, _, slots = run(ActionAnswer(), "ask_side_effects", slots={"topic": "drug/cabozantinib"})

    assert turn["answers"] == ["drug/cabozantinib#side-effects"]
    assert slots["addresses"] == ["drug/cabozantinib#side-effects"] and slots["misses"] == 0


def test_a_missing_side_is_told_and_the_overview_given(run, library):
    topic = next(t for t in library.topics.values() if "evidence" not in t.sections)
    texts, turn, *_ = run(ActionAnswer(), "ask_evidence", slots={"topic": topic.id})

    assert turn["answers"] == [f"{topic.id}#overview"] and "no vetted answer yet" in texts[0]


def test_without_any_topic_choices_are_offered(run):
    _, turn, *_ = run(ActionAnswer(), "ask_overview", addresses=["drug/sunitinib#overview"])

    assert turn["answers"] == [] and turn["offered"] == ["drug/sunitinib#overview"]


def test_a_button_brings_its_address(run):
    _, turn, *_ = run(ActionAnswer(), "choose", entities=[("address", "staging/tnm#overview")])

    assert turn["answers"] == ["staging/tnm#overview"]


def test_what_is_offered_was_not_just_given_and_is_at_most_five(run):
    _, turn, *_ = run(ActionAnswer(), "choose", entities=[("address", "drug/sunitinib#overview")])

    assert turn["offered"] and turn["answers"][0] not in turn["offered"] and len(turn["offered"]) <= 5
