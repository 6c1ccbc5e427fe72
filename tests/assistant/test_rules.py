"""The short way gives what Rasa's own RulePolicy gives."""

from __future__ import annotations

import pytest
from rasa.core.policies.rule_policy import RulePolicy
from rasa.shared.core.events import ActionExecuted, SlotSet, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker

from assistant.components.rules import QuickRules

WAITING = (None, "alarm", "crisis", "amount", "who", "teach_back", "list", "call_back", "script")


@pytest.fixture(scope="module")
def policy(agent):
    nodes = agent.processor.graph_runner._instantiated_nodes.values()
    return next(node._component for node in nodes if isinstance(node._component, QuickRules))


def conversation(agent, intent, asked=None, *after):
    heard = UserUttered("x", intent={"name": intent, "confidence": 1.0})
    events = [SlotSet("asked", asked), ActionExecuted("action_listen"), heard, SlotSet("misses", 1), *after]
    return DialogueStateTracker.from_events("x", events, slots=agent.domain.slots, domain=agent.domain)


def predicted(policy, tracker, domain):
    quick = policy.predict_action_probabilities(tracker, domain)
    whole = RulePolicy.predict_action_probabilities(policy, tracker, domain)
    return (quick.probabilities, quick.hide_rule_turn), (whole.probabilities, whole.hide_rule_turn)


@pytest.mark.parametrize("asked", WAITING)
def test_the_short_way_predicts_what_the_long_way_does(agent, policy, asked):
    """Each intent just said, and then each after the action that its rule names."""
    differing = []
    for intent in agent.domain.intents:
        quick, whole = predicted(policy, conversation(agent, intent, asked), agent.domain)
        if quick != whole:
            differing.append(intent)
            continue
        action = agent.domain.action_names_or_texts[max(range(len(whole[0])), key=whole[0].__getitem__)]
        quick, whole = predicted(policy, conversation(agent, intent, asked, ActionExecuted(action)), agent.domain)
        if quick != whole:
            differing.append((intent, action))

    assert differing == []


def test_it_listens_after_an_action_that_changed_what_is_asked(agent, policy):
    tracker = conversation(agent, "say_yes", "alarm", ActionExecuted("action_close_alarm"), SlotSet("asked", None))
    probabilities = policy.predict_action_probabilities(tracker, agent.domain).probabilities

    assert probabilities[agent.domain.index_for_action("action_listen")] == 1.0


def test_a_question_goes_the_short_way(agent, policy):
    assert policy._next(conversation(agent, "ask_overview")) is not None


def test_an_intent_with_longer_rules_does_not(agent, policy, monkeypatch):
    key = '[{"prev_action": {"action_name": "action_chat"}, "user": {"intent": "ask_overview"}}]'
    monkeypatch.setitem(policy.lookup["rules"], key, "action_offer")
    monkeypatch.setattr(policy, "_short", None)

    assert policy._next(conversation(agent, "ask_overview")) is None
