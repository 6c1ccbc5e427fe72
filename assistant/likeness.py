"""What a message is like, by meaning: a false premise, a feeling, a point that somebody was asked to say back."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

import numpy as np

NO_MYTH = "none"
MYTH_FROM, MYTH_C = 0.2, 100.0
"""How sure it must be that a message holds a false premise: to say what is true to somebody who knew it costs little.

Chosen on tests/questions/myths.jsonl; the nearest saying by likeness was wrong for 24 % of ordinary questions.
"""
FEELING_FROM, FEELING_C = 0.4, 100.0
"""How sure it must be to name a feeling: a wrong name hurts more than none."""
SAID_FROM, BESIDE = 0.7, 0.02
"""The likeness from which on a point counts as said back; chosen on the sample replies of the scripts."""
_NEGATIONS = re.compile(
    r"\b(?:no|not|never|none|nothing|without|cannot|can't|cant|\w+n't|dont|doesnt|isnt|wont)\b", re.IGNORECASE
)
_CLAUSE = re.compile(r"[.!?;,\n]+|\b(?:and|but|because|so)\b", re.IGNORECASE)


def unit(vectors: np.ndarray) -> np.ndarray:
    """Return vectors, shape (n, size), scaled to length 1."""
    return np.asarray(vectors / np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-9), dtype=np.float32)


def said_back(
    text: str, points: Sequence[Sequence[str]], wrong: Sequence[str], encode: Callable[[str], np.ndarray]
) -> list[bool]:
    """Return for each point, given as ways of saying it, whether a message says it.

    The whole message and each clause of it are held against each way; a clause says the point it is nearest to, and
    another only if that is as near. What is said the other way round (one of
    the two denies, the other does not) counts as not said, and so does what is more like a known misunderstanding.
    """
    clauses = [text, *(part.strip() for part in _CLAUSE.split(text) if len(part.split()) > 2)]
    vectors = unit(np.array([encode(clause) for clause in clauses]))
    astray = _likeness(vectors, [_unit_of(saying, encode) for saying in wrong]) if wrong else np.zeros(len(clauses))
    # Of each point, how like each clause is to the way of saying it that denies as the clause does.
    likeness = np.array([_agreeing(clauses, vectors, ways, encode) for ways in points])
    nearest = likeness.max(axis=0)
    said = (likeness >= SAID_FROM) & (likeness >= nearest - BESIDE) & (likeness >= astray)
    return [bool(point.any()) for point in said]


def _agreeing(
    clauses: Sequence[str], vectors: np.ndarray, ways: Sequence[str], encode: Callable[[str], np.ndarray]
) -> np.ndarray:
    """Return for each clause the highest likeness to a way that does not say the opposite, shape (clauses,)."""
    each = vectors @ np.array([_unit_of(way, encode) for way in ways]).T
    agree = np.array([[_denies(clause) == _denies(way) for way in ways] for clause in clauses])
    return np.asarray(np.where(agree, each, 0.0).max(axis=1))


def _unit_of(text: str, encode: Callable[[str], np.ndarray]) -> np.ndarray:
    return unit(encode(text)[None])[0]


def _likeness(vectors: np.ndarray, others: Sequence[np.ndarray]) -> np.ndarray:
    return np.asarray((vectors @ np.array(others).T).max(axis=1))


def _denies(text: str) -> bool:
    return len(_NEGATIONS.findall(text)) % 2 == 1
