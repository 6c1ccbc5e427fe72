"""What names a message holds: of our topics, and of things that are not ours.

A blank spaCy pipeline splits the words; a phrase matcher built from the training data
finds names. A word that is no name but nearly spells a long one counts for it, a little
less: drug names are hard to spell.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import spacy
from rapidfuzz import fuzz, process
from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc, Span

FUZZY_LENGTH = 6
FUZZY_SCORE = 84
_ELSEWHERE = "elsewhere"
_APOSTROPHES = re.compile(r"[’`´]")


@dataclass(frozen=True)
class Evidence:
    """Names found: a weight in [0, 1] for each topic, how many names are of other things, among how many words."""

    topics: np.ndarray
    elsewhere: int
    words: int
    named: Mapping[str, float]
    """The topics that are named, with their weights."""
    owners: tuple[tuple[str, ...], ...] = ()
    """For each name found, in the order of the words, the topics it may name."""


class Vocabulary:
    """Names of topics and of other things, found in a message by exact and by near spelling."""

    def __init__(self, names: Mapping[str, Iterable[str]], elsewhere: Iterable[str] = ()) -> None:
        self.topics = sorted(names)
        self._index = {topic: i for i, topic in enumerate(self.topics)}
        self._nlp = spacy.blank("en")
        self._nlp.add_pipe("sentencizer", config={"punct_chars": [".", "!", "?", "\n"]})
        self._owners: dict[str, set[str]] = defaultdict(set)
        for topic, listed in names.items():
            for name in listed:
                self._owners[self._key(name)].add(topic)
        ours = {key for key in self._owners if key}
        self._matcher = PhraseMatcher(self._nlp.vocab, attr="LOWER")
        self._matcher.add("topic", [self._nlp.make_doc(key) for key in sorted(ours)])
        others = {self._key(name) for name in elsewhere} - ours - {""}
        if others:
            self._matcher.add(_ELSEWHERE, [self._nlp.make_doc(key) for key in sorted(others)])
        self._elsewhere_id = self._nlp.vocab.strings[_ELSEWHERE]

    def read(self, text: str) -> Doc:
        """Return the message as a spaCy document with sentences."""
        return self._nlp(_APOSTROPHES.sub("'", text))

    def evidence(self, doc: Doc | Span) -> Evidence:
        """Return the names found in a document or in one of its sentences."""
        weights = np.zeros(len(self.topics), dtype=np.float32)
        covered: set[int] = set()
        elsewhere = 0
        owners: list[tuple[int, tuple[str, ...]]] = []
        for label, start, end in self._longest(doc):
            covered.update(range(start, end))
            if label == self._elsewhere_id:
                elsewhere += 1
                continue
            self._weigh(weights, doc[start:end].text.lower(), 1.0)
            owners.append((start, tuple(sorted(self._owners.get(doc[start:end].text.lower(), ())))))
        for i, token in enumerate(doc):
            if i not in covered and len(token.text) >= FUZZY_LENGTH and token.is_alpha:
                owners.append((i, self._weigh_near(weights, token.text.lower())))
        named = {self.topics[place]: float(weights[place]) for place in np.flatnonzero(weights)}
        return Evidence(weights, elsewhere, sum(not token.is_punct for token in doc), named, _in_order(owners))

    def _longest(self, doc: Doc | Span) -> list[tuple[int, int, int]]:
        """Return matches, without those that lie inside a longer one."""
        found = sorted(self._matcher(doc), key=lambda match: match[1] - match[2])
        kept: list[tuple[int, int, int]] = []
        for match in found:
            if not any(other[1] <= match[1] and match[2] <= other[2] and other[1:] != match[1:] for other in kept):
                kept.append(match)
        return kept

    def _weigh(self, weights: np.ndarray, key: str, most: float) -> None:
        # A name that several topics share says less about each.
        owners = self._owners.get(key, ())
        for topic in owners:
            place = self._index[topic]
            weights[place] = max(weights[place], most / len(owners) ** 0.5)

    def _weigh_near(self, weights: np.ndarray, word: str) -> tuple[str, ...]:
        near = process.extractOne(word, self._long_names, scorer=fuzz.ratio, score_cutoff=FUZZY_SCORE)
        if near:
            self._weigh(weights, near[0], 0.8)
            return tuple(sorted(self._owners[near[0]]))
        return ()

    @cached_property
    def _long_names(self) -> list[str]:
        return [key for key in self._owners if " " not in key and len(key) >= FUZZY_LENGTH]

    def _key(self, name: str) -> str:
        return " ".join(
            token.text.lower() for token in self._nlp.make_doc(_APOSTROPHES.sub("'", name)) if not token.is_space
        )


def _in_order(owners: list[tuple[int, tuple[str, ...]]]) -> tuple[tuple[str, ...], ...]:
    return tuple(topics for _, topics in sorted(owners) if topics)
