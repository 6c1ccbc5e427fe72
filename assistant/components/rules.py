"""The policy: Rasa's rules, without looking back through the conversation.

Every rule of ours says "this intent, that action, then listen", some of them only while the guide
waits for something (the slot `asked`). Rasa featurises the whole tracker and compares it with every
rule, four times a turn; what it then finds is known from the intent, the slot and the last action
alone (docs/decisions/0021). After the action it listens, whatever the action did to the slots.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from rasa.core.policies.policy import PolicyPrediction
from rasa.core.policies.rule_policy import RULES, RulePolicy
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.shared.core.constants import ACTION_LISTEN_NAME, PREVIOUS_ACTION, SLOTS, USER
from rasa.shared.core.domain import Domain, State
from rasa.shared.core.events import UserUttered
from rasa.shared.core.trackers import DialogueStateTracker
from rasa.shared.nlu.constants import ACTION_NAME, INTENT

Condition = Mapping[str, tuple[float, ...]]
"""What slots must hold for a rule, as Rasa featurises them."""


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.POLICY_WITHOUT_END_TO_END_SUPPORT, is_trainable=True)
class QuickRules(RulePolicy):
    """RulePolicy with a short way for rules of one intent and one action."""

    _short: dict[str, list[tuple[Condition, str]]] | None = None

    def predict_action_probabilities(
        self,
        tracker: DialogueStateTracker,
        domain: Domain,
        rule_only_data: dict[str, Any] | None = None,
        **kwargs: Any,
    ) -> PolicyPrediction:
        """Return what RulePolicy would, by the short way where there is one."""
        found = self._next(tracker)
        if found is None:
            return super().predict_action_probabilities(tracker, domain, rule_only_data, **kwargs)
        states, action = found
        return self._rule_prediction(
            self._prediction_result(action, tracker, domain), str(self._create_feature_key(states))
        )

    @classmethod
    def fingerprint_addon(cls, config: dict[str, Any]) -> str | None:
        # Trained as RulePolicy is; how it predicts needs no other model.
        return None

    def _next(self, tracker: DialogueStateTracker) -> tuple[list[State], str] | None:
        """Return the states of the rule that holds and what it says to do; None where none of one step does."""
        message = tracker.latest_message
        if message is None or tracker.active_loop or not message.intent:
            return None
        intent, last = str(message.intent.get("name")), tracker.latest_action_name
        rules = self._short_ways().get(intent)
        if rules is None:
            return None
        if last == ACTION_LISTEN_NAME and _is_unanswered(tracker):
            held = [rule for rule in rules if _holds(rule[0], tracker)]
            if not held:
                return None
            # As RulePolicy does: of the rules that hold, the one that asks for most.
            condition, action = max(held, key=lambda rule: len(rule[0]))
            return [_state(intent, ACTION_LISTEN_NAME, condition)], action
        for condition, action in rules:
            if action == last:
                states = [_state(intent, ACTION_LISTEN_NAME, condition), _state(intent, action, condition)]
                return states, ACTION_LISTEN_NAME
        return None

    def _short_ways(self) -> dict[str, list[tuple[Condition, str]]]:
        """Return, of each intent that stands in rules of one step only, the conditions and actions of its rules."""
        if self._short is None:
            rules = [(self._rule_key_to_state(key), action) for key, action in self.lookup.get(RULES, {}).items()]
            firsts: dict[str, list[tuple[Condition, str]]] = {}
            for states, action in rules:
                intent = _intent(states[0])
                if len(states) == 1 and intent:
                    firsts.setdefault(intent, []).append((_condition(states[0]), action))
            other = {
                _intent(state) for states, action in rules if not _is_short(states, action, firsts) for state in states
            }
            self._short = {intent: found for intent, found in firsts.items() if intent not in other}
        return self._short


def _state(intent: str, last: str, condition: Condition) -> State:
    state: State = {USER: {INTENT: intent}, PREVIOUS_ACTION: {ACTION_NAME: last}}
    return {**state, SLOTS: dict(condition)} if condition else state


def _intent(state: State) -> str | None:
    return state.get(USER, {}).get(INTENT)


def _condition(state: State) -> Condition:
    return {name: tuple(value) for name, value in state.get(SLOTS, {}).items()}


def _holds(condition: Condition, tracker: DialogueStateTracker) -> bool:
    return all(tuple(tracker.slots[name].as_feature()) == value for name, value in condition.items())


def _is_short(states: list[State], action: str, firsts: Mapping[str, list[tuple[Condition, str]]]) -> bool:
    """Whether a rule says nothing but an intent's action, or to listen after it."""
    intent = _intent(states[0])
    if intent is None:
        return False
    condition = _condition(states[0])
    first = _state(intent, ACTION_LISTEN_NAME, condition)
    if len(states) == 1:
        return _same(states[0], first)
    seconds = [_state(intent, done, condition) for held, done in firsts.get(intent, ()) if held == condition]
    is_whole = len(states) == 2 and action == ACTION_LISTEN_NAME
    return is_whole and _same(states[0], first) and any(_same(states[1], second) for second in seconds)


def _same(one: State, other: State) -> bool:
    """Whether two states are one; Rasa writes a slot's features as a list or as a tuple."""
    bare = [{key: value for key, value in state.items() if key != SLOTS} for state in (one, other)]
    return bare[0] == bare[1] and _condition(one) == _condition(other)


def _is_unanswered(tracker: DialogueStateTracker) -> bool:
    """Whether no action was taken since the last message."""
    for event in reversed(tracker.events):
        if isinstance(event, UserUttered):
            return True
        if event.type_name == "action":
            return False
    return False
