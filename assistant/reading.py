"""How a message is read: the decision between an answer, choices and an outcome, from probabilities.

Costs, from which the thresholds follow: a wrong topic costs more than a choice offered.
Chosen on tests/questions (docs/decisions/0004), never on the open question set.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

UNSURE = "be_unsure"
OUT_OF_SCOPE = "out_of_scope"
SAME = "same"
"""The topic of a follow-up: the one talked of last."""
CHOICES = 3
OFFERED = 5


@dataclass(frozen=True)
class Thresholds:
    """How sure the reader must be to answer, to offer choices, to act on another outcome, to follow up."""

    answer: float = 0.7
    offer: float = 0.3
    right: float = 0.25
    same: float = 0.3
    outcome: float = 0.3
    aspect: float = 0.35
    several: float = 0.35


@dataclass(frozen=True)
class Reading:
    """What a message was taken for: its intent, the addresses it may mean, best first, and how sure."""

    intent: str
    confidence: float
    topic: str
    addresses: tuple[str, ...]
    alone: float = 0.0
    """How likely its best topic is where the intent does not ask for it: a follow-up with nothing to follow (0 if
    that is too little to answer), a decision asked for, a feeling."""


@dataclass(frozen=True)
class Looked:
    """The second look: how likely a message is a question of ours, and about its likeliest topic."""

    ours: float
    right: float


def read(
    topics: Mapping[str, float],
    intents: Mapping[str, float],
    aspects: Mapping[str, str],
    looked: Looked,
    thresholds: Thresholds,
) -> Reading:
    """Return the reading of one message.

    `topics` and `intents` are probabilities; `aspects` names the aspect each asking intent asks for.
    """
    asked = {intent: value for intent, value in intents.items() if intent in aspects}
    other = max((intent for intent in intents if intent not in aspects), key=intents.__getitem__)
    named = {topic: value for topic, value in topics.items() if topic != SAME}
    ranked = sorted(named, key=named.__getitem__, reverse=True)[:OFFERED]
    addresses = _addresses(ranked, asked, aspects, thresholds)
    is_other = intents[other] >= max(thresholds.outcome, sum(asked.values()))
    if other != OUT_OF_SCOPE and is_other:
        return Reading(other, intents[other], "", addresses, named[ranked[0]])
    intent = max(asked, key=asked.__getitem__)
    is_sure = looked.ours >= thresholds.answer and looked.right >= thresholds.right
    if topics.get(SAME, 0.0) >= thresholds.same and not (other == OUT_OF_SCOPE and is_other):
        return Reading(intent, topics[SAME], "", addresses, looked.right if is_sure else 0.0)
    if looked.ours < thresholds.offer:
        return Reading(OUT_OF_SCOPE, 1 - looked.ours, "", addresses)
    # Choices cost less than a wrong answer.
    return Reading(intent if is_sure else UNSURE, looked.right, ranked[0] if is_sure else "", addresses)


def _addresses(
    ranked: list[str], asked: Mapping[str, float], aspects: Mapping[str, str], thresholds: Thresholds
) -> tuple[str, ...]:
    total = sum(asked.values()) or 1.0
    best = max(asked, key=asked.__getitem__)
    aspect = aspects[best] if asked[best] / total >= thresholds.aspect else "overview"
    return tuple(f"{topic}#{aspect}" for topic in ranked)


def several(readings: list[Reading], aspects: Mapping[str, str], sure: float) -> tuple[str, ...]:
    """Return the addresses of several questions in one message, in order; none unless each is surely a question.

    A part that names no topic asks about the one before it, as a follow-up does.
    """
    found: list[str] = []
    for part in readings:
        aspect = part.addresses[0].partition("#")[2] if part.addresses else ""
        if part.intent in aspects and part.topic and part.confidence >= sure:
            found.append(part.addresses[0])
        elif found and aspect and (part.intent == UNSURE or part.intent in aspects):
            found.append(f"{found[-1].partition('#')[0]}#{aspect}")
        else:
            return ()
    different = tuple(dict.fromkeys(found))
    return different if len(different) > 1 else ()
