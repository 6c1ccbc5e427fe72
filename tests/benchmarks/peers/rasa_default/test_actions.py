"""What the peer answers: a tracker in, messages out."""

from __future__ import annotations

import pytest
from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

from benchmarks.peers.rasa_default.answering import respond


@pytest.fixture
def run(store):
    """Answer a message whose intents are ranked so; returns the messages and the events."""

    def act(*intents, topic=None):
        ranking = [{"name": name, "confidence": 0.5} for name in intents]
        heard = {"intent": ranking[0], "intent_ranking": ranking}
        tracker = Tracker("me", {"topic": topic}, heard, [], False, None, {}, "action_listen")
        dispatcher = CollectingDispatcher()
        events = respond(store, dispatcher, tracker)
        return dispatcher.messages, events

    return act


def test_an_intent_that_is_an_address_is_answered_and_the_topic_remembered(run):
    messages, events = run("drug.sunitinib.overview", "test.biopsy.overview")

    assert messages[0]["text"] == "Sunitinib, in brief."
    assert messages[0]["buttons"] == [{"title": "Biopsy", "payload": "/test.biopsy.overview"}]
    assert messages[-1]["custom"]["turn"]["answers"] == ["drug/sunitinib#overview"]
    assert events[0]["value"] == "drug/sunitinib"


def test_a_follow_up_is_answered_for_the_topic_talked_of_last(run):
    messages, _ = run("ask_side_effects", topic="drug/sunitinib")

    assert messages[-1]["custom"]["turn"]["answers"] == ["drug/sunitinib#side-effects"]


def test_a_fallback_is_no_answer_though_the_runner_up_would_be(run):
    messages, events = run("nlu_fallback", "drug.sunitinib.overview")
    turn = messages[-1]["custom"]["turn"]

    assert (turn["outcome"], turn["answers"], events) == ("out-of-scope", [], [])
    assert turn["offered"] == ["drug/sunitinib#overview"]
