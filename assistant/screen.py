"""The deterministic half of the safety screen: the signs' own patterns, and the context that governs them.

A sign is raised when all expressions of one of its patterns stand close together and none
of them is denied, long past, imagined or merely asked about. Context follows ConText
(Harkema et al., J Biomed Inform 2009): a cue governs what comes after it, up to a stop word.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

CLOSE = 90
"""How far apart, in characters, the expressions of one pattern may stand."""
_CUES = ("negation", "stop", "past", "present", "general", "hypothetical")
_SENTENCE = re.compile(r"[^.!?\n;]+[.!?\n;]*")


@dataclass(frozen=True)
class Raised:
    """A sign found in a message: its id and its level."""

    sign: str
    level: str


def normalise(text: str) -> str:
    """Return lower-case text without apostrophes, stretched letters or doubled spaces."""
    text = re.sub(r"[’'`´]", "", text.lower())
    text = re.sub(r"([a-z])\1{2,}", r"\1\1", text)
    return re.sub(r"[^\S\n]+", " ", text).strip()


class Screen:
    """Finds red-flag signs in a message by pattern and context."""

    def __init__(self, patterns: Mapping[str, Iterable[Iterable[str]]], levels: Mapping[str, str],
                 cues: Mapping[str, Iterable[str]]) -> None:  # fmt: skip
        self._levels = dict(levels)
        self._patterns = {
            sign: [[re.compile(part) for part in parts] for parts in rules] for sign, rules in patterns.items()
        }
        self._cues = {name: re.compile("|".join(cues[name])) for name in _CUES}

    def find(self, text: str) -> list[Raised]:
        """Return the signs a message raises, highest level first."""
        text = normalise(text)
        order = ("emergency", "crisis", "urgent")
        found = [Raised(sign, self._levels[sign]) for sign, rules in self._patterns.items() if self._raises(rules, text)]
        return sorted(found, key=lambda raised: order.index(raised.level))

    def _raises(self, rules: list[list[re.Pattern]], text: str) -> bool:
        return any(self._is_current(spans, text) for parts in rules for spans in _together(parts, text))

    def _is_current(self, spans: list[tuple[int, int]], text: str) -> bool:
        return not any(self._is_denied(span, text) or self._is_elsewhere(span, text) for span in spans)

    def _is_denied(self, span: tuple[int, int], text: str) -> bool:
        before = text[max(0, span[0] - 60) : span[0]]
        stops = [match.end() for match in self._cues["stop"].finditer(before)]
        scope = before[stops[-1] if stops else 0 :]
        return len(scope.split()) <= 8 and bool(self._cues["negation"].search(scope))

    def _is_elsewhere(self, span: tuple[int, int], text: str) -> bool:
        """Whether the sentence speaks of another time, an imagined case or the matter in general."""
        sentence = next((m[0] for m in _SENTENCE.finditer(text) if m.start() <= span[0] < m.end()), text)
        if self._cues["general"].search(sentence) or self._cues["hypothetical"].search(sentence):
            return True
        return bool(self._cues["past"].search(sentence)) and not self._cues["present"].search(sentence)


def _together(parts: list[re.Pattern], text: str) -> Iterator[list[tuple[int, int]]]:
    """Yield, for each place of the first expression, the nearest places of the others if all are close."""
    places = [[match.span() for match in part.finditer(text)] for part in parts]
    if not all(places):
        return
    for first in places[0]:
        spans = [first, *(min(spans, key=lambda span: abs(span[0] - first[0])) for spans in places[1:])]
        if max(end for _, end in spans) - min(start for start, _ in spans) <= CLOSE:
            yield spans
