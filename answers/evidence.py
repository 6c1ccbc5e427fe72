"""Facts and sources: what our sentences rest on."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from answers.document import read_yaml
from answers.errors import Problem, nearest

CONFIDENCE = ("verified", "recalled")
_FACT_FIELDS = {"id", "topic", "aspect", "claim", "sources", "confidence"}
_FACT_EXTRAS = {"locator", "partly_read", "note", "founding"}


@dataclass(frozen=True)
class Source:
    """A document a fact was read in; one that is only recalled has no address or date yet."""

    id: str
    title: str
    organisation: str
    url: str
    date: str
    guideline: str = ""
    """Which guideline it is an edition of, such as EAU; a new edition makes what rests on it stale."""


@dataclass(frozen=True)
class Fact:
    """One claim in our own words, with its sources; `founding` marks a claim of the founding documents."""

    id: str
    topic: str
    aspect: str
    claim: str
    sources: tuple[str, ...]
    confidence: str
    founding: str = ""

    @property
    def is_verified(self) -> bool:
        """Whether a source was read for this fact."""
        return self.confidence == "verified"


def read_sources(path: Path, shown: str) -> tuple[dict[str, Source], list[Problem]]:
    """Return every source by id, and what is wrong with the file."""
    data, problems = read_yaml(path, shown)
    sources = {}
    for key, entry in (data or {}).items():
        missing = [name for name in ("title", "organisation", "accessed") if not entry.get(name)]
        if missing:
            problems.append(Problem(shown, 1, f'source "{key}" lacks {", ".join(missing)}'))
            continue
        fields = {name: str(entry.get(name) or "") for name in ("title", "organisation", "url", "date", "guideline")}
        sources[str(key)] = Source(str(key), **fields)
    return sources, problems


def read_facts(path: Path, shown: str, sources: Mapping[str, Source]) -> tuple[list[Fact], list[Problem]]:
    """Return the facts of one evidence file, and what is wrong with it."""
    data, problems = read_yaml(path, shown)
    entries = data if isinstance(data, list) else []
    if data is not None and not isinstance(data, list):
        problems.append(Problem(shown, 1, "is not a list of facts"))
    lines = _lines_of_ids(path) if entries else {}
    facts = []
    for entry in entries:
        found = [Problem(shown, lines.get(str(entry.get("id")), 1), m) for m in _wrong(entry, sources)]
        problems += found
        if not found:
            facts.append(_fact(entry))
    return facts, problems


def _fact(entry: Mapping[str, Any]) -> Fact:
    return Fact(
        id=str(entry["id"]),
        topic=entry["topic"],
        aspect=entry["aspect"],
        claim=" ".join(str(entry["claim"]).split()),
        sources=tuple(entry["sources"]),
        confidence=entry["confidence"],
        founding=entry.get("founding", ""),
    )


def _wrong(entry: Mapping[str, Any], sources: Mapping[str, Source]) -> Iterator[str]:
    name = f'fact "{entry.get("id", "?")}"'
    for field in sorted(_FACT_FIELDS - entry.keys()):
        yield f"{name} lacks {field}"
    for field in sorted(entry.keys() - _FACT_FIELDS - _FACT_EXTRAS):
        yield f'{name} has an unknown field "{field}"{nearest(field, _FACT_FIELDS | _FACT_EXTRAS)}'
    if not entry.get("sources"):
        yield f"{name} has no source behind it"
    for source in entry.get("sources") or ():
        if source not in sources:
            yield f'{name} names an unknown source "{source}"{nearest(source, sources)}'
    if entry.get("confidence") not in CONFIDENCE:
        yield f'{name} has confidence "{entry.get("confidence")}"; use one of {", ".join(CONFIDENCE)}'


def _lines_of_ids(path: Path) -> dict[str, int]:
    text = path.read_text(encoding="utf-8").splitlines()
    return {m[1]: n for n, line in enumerate(text, start=1) if (m := re.match(r"\s*- id: (\S+)", line))}
