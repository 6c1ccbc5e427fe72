"""The short way gives what Rasa's own RulePolicy gives."""

from __future__ import annotations

import pytest
from rasa.core.policies.rule_policy import RulePolicy
from rasa.shared.core.events import ActionExecuted, SlotSet, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker

from assistant.components.rules import QuickRules


@pytest.fixture(scope="module")
def policy(agent):
    nodes = agent.processor.graph_runner._instantiated_nodes.values()
    return next(node._component for node in nodes if isinstance(node._component, QuickRules))


def conversation(agent, intent, *after):
    heard = UserUttered("x", intent={"name": intent, "confidence": 1.0})
    events = [ActionExecuted("action_listen"), heard, SlotSet("misses", 1), *after]
    return DialogueStateTracker.from_events("x", events, slots=agent.domain.slots, domain=agent.domain)


def steps(agent, policy):
    """Every intent of the domain just said, and each after every action."""
    for intent in agent.domain.intents:
        yield intent, ()
        for action in dict.fromkeys([*policy._short_ways().values(), "action_session_start"]):
            yield intent, (ActionExecuted(action),)


def test_the_short_way_predicts_what_the_long_way_does(agent, policy):
    differing = []
    for intent, after in steps(agent, policy):
        tracker = conversation(agent, intent, *after)
        quick = policy.predict_action_probabilities(tracker, agent.domain)
        whole = RulePolicy.predict_action_probabilities(policy, tracker, agent.domain)
        if (quick.probabilities, quick.hide_rule_turn) != (whole.probabilities, whole.hide_rule_turn):
            differing.append((intent, after))

    assert differing == []


def test_a_question_goes_the_short_way(agent, policy):
    assert policy._states(conversation(agent, "ask_overview")) is not None


def test_an_intent_with_longer_rules_does_not(agent, policy, monkeypatch):
    key = '[{"prev_action": {"action_name": "action_chat"}, "user": {"intent": "ask_overview"}}]'
    monkeypatch.setitem(policy.lookup["rules"], key, "action_offer")
    monkeypatch.setattr(policy, "_short", None)

    assert policy._states(conversation(agent, "ask_overview")) is None
