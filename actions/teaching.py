"""Teach-back: what a person is asked to say in their own words, and scripts step by step."""

from __future__ import annotations

import datetime
import logging
import re
import time
from collections.abc import Mapping
from typing import Any

from actions import settings
from actions.turn import Turn
from answers import Library
from answers.script import Script, Step
from answers.words import plain, sentences

logger = logging.getLogger(__name__)

MOST_ROUNDS = 2
_MOST_POINTS = 3
_ASKS = re.compile(
    r"\?\s*$|^\W*(?:what|why|how|when|where|who|which|can|could|does|do|is|are|should|will|would|may)\b", re.IGNORECASE
)
Lesson = dict[str, Any]


def is_question(text: str) -> bool:
    """Return whether somebody asks, and does not say back what they took from an answer."""
    return bool(_ASKS.search(text))


def lesson_of(library: Library, address: str) -> Lesson:
    """Return what a person should be able to say after a section: each sentence of its brief is a point."""
    section = library.section(address)
    title = f"{library.topic(section.topic).title}: {library.aspects[section.aspect]}"
    told = [plain(sentence) for sentence in sentences(library.fill(section.brief))][:_MOST_POINTS]
    return _lesson(title, [(point, [point]) for point in told])


def lesson_of_step(step: Step) -> Lesson:
    """Return what a person should be able to say after a step of a script."""
    points = [(p.point, [p.point, *p.heard_as]) for p in step.key_points]
    return {**_lesson(step.ask, points), "wrong": list(step.heard_as)}


def _lesson(title: str, points: list[tuple[str, list[str]]]) -> Lesson:
    return {
        "title": title,
        "points": [{"point": plain(point), "heard_as": said} for point, said in points],
        "wrong": [],
        "said": [False] * len(points),
        "rounds": 0,
    }


def running_script(turn: Turn) -> tuple[dict[str, Any], Script | None]:
    """Return where a conversation stands in its script, and the script; ({}, None) if none runs."""
    running = turn.slot("script") or {}
    return running, turn.library.scripts.get(running.get("id") or "")


def tell_step(turn: Turn, script: Script, number: int) -> None:
    """Send one step of a script: what the nurse says, the sections it shows, and what to ask back."""
    step = script.steps[number]
    turn.say("script-step", number=number + 1, count=len(script.steps), step=step)
    for address in step.include:
        if turn.answerable(address) == address:
            turn.answer(address)
    turn.say("script-ask", step=step)
    turn.choose_from(["next", "skip-step", "pause", "basis"])
    turn.set("teach_back", lesson_of_step(step))
    turn.ask("teach_back")


def summary(script: Script, running: Mapping[str, Any]) -> dict[str, Any]:
    """Return what the one-page summary for the patient says: the points told, and what was left out."""
    told = [script.steps[number] for number in running["told"]]
    return {
        "title": script.title,
        "parts": [{"title": s.title, "points": [plain(p.point) for p in s.key_points]} for s in told],
        "skipped": [script.steps[number].title for number in running["skipped"]],
        "date": datetime.date.today().isoformat(),
    }


_COMMON = frozenset(
    ["script", "start", "the", "nurse", "teaching", "guide", "a", "for", "with", "please", "open", "run", "and"]
)


def named_script(text: str, scripts: list[Script]) -> str | None:
    """Return the id of the script a message names by words of its title or id; None if none, or more than one, fits."""
    said = set(re.findall(r"[a-z]+", text.lower())) - _COMMON
    fitting = {script.id: len(said & _words_of(script)) for script in scripts}
    best = max(fitting.values(), default=0)
    found = [script_id for script_id, count in fitting.items() if count == best]
    return found[0] if best and len(found) == 1 else None


def _words_of(script: Script) -> set[str]:
    return set(re.findall(r"[a-z]+", f"{script.title} {script.id}".lower())) - _COMMON


def leave_record(script: Script, running: Mapping[str, Any]) -> None:
    """Keep how long a script took and which steps were told, without who told them to whom."""
    minutes = round((time.time() - float(running["began"])) / 60)
    record = {"script": script.id, "minutes": minutes, "told": len(running["told"]), "skipped": len(running["skipped"])}
    try:
        settings.scripts_told().append(record)
    except OSError as error:
        logger.error("the record of scripts could not be written: %s", type(error).__name__)
