"""How a message is read: the decision between an answer, choices and an outcome, from probabilities.

Costs, from which the thresholds follow: a wrong topic costs more than a choice offered.
Chosen on tests/questions (docs/decisions/0004), never on the open question set.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

UNSURE = "be_unsure"
SAME = "same"
"""The topic of a follow-up: the one talked of last."""
CHOICES = 3
OFFERED = 5


@dataclass(frozen=True)
class Thresholds:
    """How sure the reader must be: of the topic to answer, to offer; of the outcome to act on it."""

    answer: float = 0.12
    sure_scope: float = 0.75
    sure_topic: float = 0.5
    same: float = 0.3
    scope: float = 0.45
    outcome: float = 0.3
    aspect: float = 0.35


@dataclass(frozen=True)
class Reading:
    """What a message was taken for: its intent, the addresses it may mean, best first, and how sure."""

    intent: str
    confidence: float
    topic: str
    addresses: tuple[str, ...]
    named: float = 0.0
    """How likely its best topic is if the message is no follow-up; decides when there is nothing to follow."""


def read(
    topics: Mapping[str, float],
    intents: Mapping[str, float],
    aspects: Mapping[str, str],
    thresholds: Thresholds,
) -> Reading:
    """Return the reading of one message.

    `topics` and `intents` are probabilities; `aspects` names the aspect each asking intent asks for.
    """
    asked = {intent: value for intent, value in intents.items() if intent in aspects}
    question = sum(asked.values())
    other = max((intent for intent in intents if intent not in aspects), key=intents.__getitem__)
    named = {topic: value for topic, value in topics.items() if topic != SAME}
    ranked = sorted(named, key=named.__getitem__, reverse=True)[:OFFERED]
    addresses = _addresses(ranked, asked, aspects, thresholds)
    if question < max(thresholds.scope, intents[other]):
        sure_enough = intents[other] >= thresholds.outcome
        return Reading(other if sure_enough else UNSURE, intents[other], "", addresses)
    intent = max(asked, key=asked.__getitem__)
    if topics.get(SAME, 0.0) >= thresholds.same:
        return Reading(intent, topics[SAME], "", addresses, named[ranked[0]] / max(1e-9, 1 - topics[SAME]))
    # Doubtful whether it is a question of ours, and doubtful which: choices cost less than a wrong answer.
    doubtful = question < thresholds.sure_scope and named[ranked[0]] < thresholds.sure_topic
    if doubtful or named[ranked[0]] < thresholds.answer:
        return Reading(UNSURE, named[ranked[0]], "", addresses)
    return Reading(intent, min(question, named[ranked[0]]), ranked[0], addresses)


def _addresses(
    ranked: list[str], asked: Mapping[str, float], aspects: Mapping[str, str], thresholds: Thresholds
) -> tuple[str, ...]:
    total = sum(asked.values()) or 1.0
    best = max(asked, key=asked.__getitem__)
    aspect = aspects[best] if asked[best] / total >= thresholds.aspect else "overview"
    return tuple(f"{topic}#{aspect}" for topic in ranked)
