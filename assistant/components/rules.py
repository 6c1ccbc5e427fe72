"""The policy: Rasa's rules, which for a rule of one step need not look back through the conversation.

Most of our rules say "this intent, that action, then listen". Rasa featurises the whole tracker
and compares it with every rule, four times a turn; what it then finds for such a rule is known
from the intent and the last action alone (docs/decisions/0021).
"""

from __future__ import annotations

from typing import Any

from rasa.core.policies.policy import PolicyPrediction
from rasa.core.policies.rule_policy import RULES, RulePolicy
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.shared.core.constants import ACTION_LISTEN_NAME, PREVIOUS_ACTION, USER
from rasa.shared.core.domain import Domain, State
from rasa.shared.core.events import UserUttered
from rasa.shared.core.trackers import DialogueStateTracker
from rasa.shared.nlu.constants import ACTION_NAME, INTENT


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.POLICY_WITHOUT_END_TO_END_SUPPORT, is_trainable=True)
class QuickRules(RulePolicy):
    """RulePolicy with a short way for rules of one intent and one action."""

    _short: dict[str, str] | None = None

    def predict_action_probabilities(
        self,
        tracker: DialogueStateTracker,
        domain: Domain,
        rule_only_data: dict[str, Any] | None = None,
        **kwargs: Any,
    ) -> PolicyPrediction:
        """Return what RulePolicy would, by the short way where there is one."""
        states = self._states(tracker)
        if states is None:
            return super().predict_action_probabilities(tracker, domain, rule_only_data, **kwargs)
        key = str(self._create_feature_key(states))
        probabilities = self._prediction_result(self.lookup[RULES][key], tracker, domain)
        return self._rule_prediction(probabilities, key)

    @classmethod
    def fingerprint_addon(cls, config: dict[str, Any]) -> str | None:
        # Trained as RulePolicy is; how it predicts needs no other model.
        return None

    def _states(self, tracker: DialogueStateTracker) -> list[State] | None:
        """Return the states of the rule that holds, if the last message's rule has one step; None if not."""
        message = tracker.latest_message
        if message is None or tracker.active_loop or not message.intent:
            return None
        intent = str(message.intent.get("name"))
        action = self._short_ways().get(intent)
        if action is None:
            return None
        last = tracker.latest_action_name
        if last == ACTION_LISTEN_NAME and _is_unanswered(tracker):
            return [_state(intent, ACTION_LISTEN_NAME)]
        return [_state(intent, ACTION_LISTEN_NAME), _state(intent, action)] if last == action else None

    def _short_ways(self) -> dict[str, str]:
        """Return the action of each intent that stands in rules of one step only."""
        if self._short is None:
            rules = [(self._rule_key_to_state(key), action) for key, action in self.lookup.get(RULES, {}).items()]
            firsts = {_intent(states[0]): action for states, action in rules if len(states) == 1}
            other = {
                _intent(state) for states, action in rules if not _is_short(states, action, firsts) for state in states
            }
            self._short = {intent: action for intent, action in firsts.items() if intent and intent not in other}
        return self._short


def _state(intent: str, last: str) -> State:
    return {USER: {INTENT: intent}, PREVIOUS_ACTION: {ACTION_NAME: last}}


def _intent(state: State) -> str | None:
    return state.get(USER, {}).get(INTENT)


def _is_short(states: list[State], action: str, firsts: dict[str | None, str]) -> bool:
    """Whether a rule says nothing but an intent's action, or to listen after it."""
    intent = _intent(states[0])
    if intent is None:
        return False
    ways = [_state(intent, ACTION_LISTEN_NAME), _state(intent, firsts.get(intent, ""))]
    return states == ways[:1] or (states == ways and action == ACTION_LISTEN_NAME)


def _is_unanswered(tracker: DialogueStateTracker) -> bool:
    """Whether no action was taken since the last message."""
    for event in reversed(tracker.events):
        if isinstance(event, UserUttered):
            return True
        if event.type_name == "action":
            return False
    return False
