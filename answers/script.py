"""One nurse script: steps that show vetted sections, ask for them back, and mend what was misunderstood."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from answers.document import read_yaml
from answers.errors import Problem, nearest
from answers.words import cited

FIELDS = {
    "title": "What the nurse chooses it by.",
    "goal": "What the person can say or do at the end.",
    "audience": "Whom it is for.",
    "opening": "The open question it starts with.",
    "close": "What it ends with.",
    "watch_for": "Signs to look for in every reply.",
    "steps": "Its steps, in order.",
}
STEP = {
    "title": "Two to five words.",
    "include": "Addresses whose words are shown.",
    "say": "What the nurse says around them.",
    "ask": "The teach-back question.",
    "key_points": "What a right answer holds.",
    "misunderstanding": "What people often take from it.",
    "heard_as": "How people say the misunderstanding.",
    "mend": "Another way of saying it, cited.",
    "minutes": "How long it takes.",
    "draws_on": "Addresses behind the step.",
}
_OPTIONAL = {"consent"}


@dataclass(frozen=True)
class KeyPoint:
    """One thing a right answer holds, the facts behind it, and how people say it."""

    point: str
    facts: tuple[str, ...]
    heard_as: tuple[str, ...]


@dataclass(frozen=True)
class Step:
    """One step of a script; `consent` asks how much the person wants to know first."""

    title: str
    include: tuple[str, ...]
    say: str
    ask: str
    key_points: tuple[KeyPoint, ...]
    misunderstanding: str
    heard_as: tuple[str, ...]
    mend: str
    minutes: int
    draws_on: tuple[str, ...]
    consent: bool = False

    @property
    def facts(self) -> tuple[str, ...]:
        """The facts its key points and its mend rest on."""
        own = [fact for point in self.key_points for fact in point.facts]
        return tuple(dict.fromkeys([*own, *cited(self.mend)]))


@dataclass(frozen=True)
class Script:
    """One of the nurse's explanations, step by step."""

    id: str
    path: str
    title: str
    goal: str
    audience: str
    opening: str
    close: str
    watch_for: tuple[str, ...]
    steps: tuple[Step, ...]

    @property
    def minutes(self) -> int:
        """How long all steps take, and one minute to open and close."""
        return 1 + sum(step.minutes for step in self.steps)


def read_script(path: Path, shown: str) -> tuple[Script | None, list[Problem]]:
    """Return one script file as a Script, or None with everything that is wrong in it."""
    data, problems = read_yaml(path, shown)
    if problems:
        return None, problems
    problems = [Problem(shown, 1, message) for message in _wrong(data)]
    if problems:
        return None, problems
    texts = {name: str(data[name]) for name in ("title", "goal", "audience", "opening", "close")}
    steps = tuple(_step(step) for step in data["steps"])
    return Script(id=path.stem, path=shown, watch_for=tuple(data["watch_for"]), steps=steps, **texts), []


def _step(entry: Mapping[str, Any]) -> Step:
    points = tuple(KeyPoint(p["point"], tuple(p["facts"]), tuple(map(str, p["heard_as"]))) for p in entry["key_points"])
    return Step(
        title=str(entry["title"]),
        include=tuple(entry["include"]),
        say=str(entry["say"]),
        ask=str(entry["ask"]),
        key_points=points,
        misunderstanding=str(entry["misunderstanding"]),
        heard_as=tuple(map(str, entry["heard_as"])),
        mend=str(entry["mend"]),
        minutes=int(entry["minutes"]),
        draws_on=tuple(entry["draws_on"]),
        consent=bool(entry.get("consent")),
    )


def _wrong(data: Any) -> Iterator[str]:
    if not isinstance(data, dict):
        yield "is no list of fields"
        return
    yield from _fields(data, FIELDS, frozenset(), "")
    for number, step in enumerate(data.get("steps") or (), start=1):
        yield from _fields(step, STEP, _OPTIONAL, f"step {number}: ")
        for point in step.get("key_points") or ():
            if not (isinstance(point, dict) and {"point", "facts", "heard_as"} <= point.keys()):
                yield f'step {number}: a key point lacks "point", "facts" or "heard_as"'


def _fields(
    entry: Mapping[str, Any], known: Mapping[str, str], extra: frozenset[str] | set[str], where: str
) -> Iterator[str]:
    for name in entry.keys() - known.keys() - extra:
        yield f'{where}unknown field "{name}"{nearest(name, known)}'
    for name in known:
        if not entry.get(name):
            yield f'{where}the field "{name}" is missing: {known[name]}'
