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
DENIAL_REACH = 6
"""How many words after "no" or "not" a denial still governs."""
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
        # Many patterns share an expression: each distinct one is looked for once in a message.
        self._patterns = {sign: [tuple(parts) for parts in rules] for sign, rules in patterns.items()}
        self._compiled = {p: re.compile(p) for rules in self._patterns.values() for parts in rules for p in parts}
        # Most messages hold no first expression of any rule: these searches are nearly all of the work.
        starts = dict.fromkeys(parts[0] for rules in self._patterns.values() for parts in rules)
        self._starts = [(part, self._compiled[part].search) for part in starts]
        self._rules: dict[str, list[tuple[str, tuple[str, ...]]]] = {part: [] for part in starts}
        for sign, rules in self._patterns.items():
            for parts in rules:
                self._rules[parts[0]].append((sign, parts))
        self._cues = {name: re.compile("|".join(cues[name])) for name in _CUES}

    def find(self, text: str) -> list[Raised]:
        """Return the signs a message raises, highest level first."""
        text = normalise(text)
        order = ("emergency", "crisis", "urgent")
        places = _Places(self._compiled, text)
        signs: set[str] = set()
        for part, search in self._starts:
            if search(text):
                signs |= {
                    sign for sign, parts in self._rules[part] if sign not in signs and self._raises(parts, places)
                }
        found = [Raised(sign, self._levels[sign]) for sign in self._patterns if sign in signs]
        return sorted(found, key=lambda raised: order.index(raised.level))

    def _raises(self, parts: tuple[str, ...], places: _Places) -> bool:
        return any(self._is_current(spans, places.text) for spans in _together(parts, places))

    def _is_current(self, spans: list[tuple[int, int]], text: str) -> bool:
        return not any(self._is_denied(span, text) or self._is_elsewhere(span, text) for span in spans)

    def _is_denied(self, span: tuple[int, int], text: str) -> bool:
        before = text[max(0, span[0] - 60) : span[0]]
        stops = [match.end() for match in self._cues["stop"].finditer(before)]
        scope = before[stops[-1] if stops else 0 :]
        denials = list(self._cues["negation"].finditer(scope))
        return bool(denials) and len(scope[denials[-1].end() :].split()) <= DENIAL_REACH

    def _is_elsewhere(self, span: tuple[int, int], text: str) -> bool:
        """Whether the sentence speaks of another time, an imagined case or the matter in general."""
        sentence = next((m[0].strip() for m in _SENTENCE.finditer(text) if m.start() <= span[0] < m.end()), text)
        if self._cues["general"].search(sentence) or self._cues["hypothetical"].search(sentence):
            return True
        return bool(self._cues["past"].search(sentence)) and not self._cues["present"].search(sentence)


class _Places:
    """Where each expression stands in one message; looked for when first asked."""

    def __init__(self, compiled: Mapping[str, re.Pattern], text: str) -> None:
        self.text, self._compiled = text, compiled
        self._found: dict[str, list[tuple[int, int]]] = {}

    def of(self, part: str) -> list[tuple[int, int]]:
        """Return the spans of one expression."""
        if part not in self._found:
            self._found[part] = [match.span() for match in self._compiled[part].finditer(self.text)]
        return self._found[part]


def _together(parts: tuple[str, ...], places: _Places) -> Iterator[list[tuple[int, int]]]:
    """Yield, for each place of the first expression, the nearest places of the others if all are close."""
    if not all(places.of(part) for part in parts):
        return
    for first in places.of(parts[0]):
        spans = [first, *(min(places.of(p), key=lambda span: abs(span[0] - first[0])) for p in parts[1:])]
        if max(end for _, end in spans) - min(start for start, _ in spans) <= CLOSE:
            yield spans
