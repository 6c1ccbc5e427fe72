"""Teach-back: what a person is asked to say in their own words, and scripts step by step."""

from __future__ import annotations

import datetime
import logging
import re
import time
from collections.abc import Collection, Mapping, Sequence
from typing import Any

from actions import settings
from actions.turn import Turn
from answers import Library
from answers.outlook import NOTHING, NUMBERS, before_consent, parts, withheld
from answers.script import KeyPoint, Script, Step
from answers.topic import Section
from answers.words import cited, plain, sentences

logger = logging.getLogger(__name__)

MOST_ROUNDS = 2
_MOST_POINTS = 3
_SHORTEST, _LONG, _STEM = 5, 4, 5
"""The fewest words of a sentence said by itself; the letters of a word that counts, and how many must agree."""
_FEWEST_SHARED, _SHARED = 2, 0.4
"""How many of a point's words that count, and what part of them, a sentence says that says the same."""
_LEANS = re.compile(
    r"^(?:it|its|they|their|this|that|so|both|he|she|then|but|and|such|another|each|others?|here|there|also|some of|"
    r"do the same)\b"
    r"|\b(?:these|those|too|as well)\b",
    re.IGNORECASE,
)
_ASKS = re.compile(
    r"\?\s*$|^\W*(?:what|why|how|when|where|who|which|is|are|does|should)\b"
    r"|^\W*(?:can|could|do|will|would|may) (?:i|you|we|he|she|they|it|this|that|the|my|there|people)\b",
    re.IGNORECASE,
)
Lesson = dict[str, Any]


def is_question(text: str) -> bool:
    """Return whether somebody asks, and does not say back what they took from an answer."""
    return bool(_ASKS.search(text))


def lesson_of(library: Library, address: str, amount: str | None = NUMBERS) -> Lesson:
    """Return what a person should be able to say after a section: each sentence of its brief is a point.

    `amount` is how much of the outlook they want to know: nothing is asked back that was held back.
    """
    section = library.section(address)
    title = f"{library.topic(section.topic).title}: {library.aspects[section.aspect]}"
    told = _told(library, section, "brief", amount)[:_MOST_POINTS]
    near = [section, *_other_sections(library, section)]
    points = []
    for raw in told:
        point = KeyPoint(plain(raw), cited(raw), ())
        # Whom to call, and what to ask, is said in the words that were vetted for it.
        is_fixed = section.aspect in ("when-to-call", "questions-to-ask")
        again = [] if is_fixed else said_otherwise(library, point, near, amount, but=told)
        points.append({"point": point.point, "heard_as": [point.point], "again": again})
    return _lesson(title, points)


def lesson_of_step(library: Library, step: Step, amount: str | None = NUMBERS) -> Lesson:
    """Return what a person should be able to say after a step of a script, and how the nurse mends it."""
    mend = [plain(sentence) for sentence in sentences(library.fill(step.mend))]
    near = [library.section(a) for a in dict.fromkeys([*step.include, *step.draws_on]) if library.knows(a)]
    points = []
    for point in step.key_points:
        # What the mend rests on, it says already.
        is_mended = set(point.facts) & set(cited(step.mend))
        again = [] if is_mended else said_otherwise(library, point, near, amount)
        said = [point.point, *point.heard_as]
        points.append({"point": plain(point.point), "heard_as": said, "again": again})
    return {**_lesson(step.ask, points), "wrong": list(step.heard_as), "mend": mend, "of_step": True}


def _lesson(title: str, points: list[dict[str, Any]]) -> Lesson:
    said = [False] * len(points)
    return {"title": title, "points": points, "wrong": [], "said": said, "rounds": 0, "mend": [], "of_step": False}


def said_otherwise(
    library: Library, point: KeyPoint, near: Sequence[Section], amount: str | None, but: Collection[str] = ()
) -> list[str]:
    """Return a sentence of the sections nearby that says the same in other words; none if there is none.

    It rests on a fact of the point, and shares words with it: a fact may hold more than one thing.
    """
    best: tuple[int, int, str] = (0, 0, "")
    own = _content_words(point.point)
    for section in near:
        for raw in _told(library, section, "more", amount):
            facts = len(set(point.facts) & set(cited(raw)))
            words = len(own & _content_words(plain(raw)))
            is_like = facts and words >= max(_FEWEST_SHARED, len(own) * _SHARED)
            if is_like and (facts, words) > best[:2] and raw not in but and _stands_alone(raw):
                best = (facts, words, plain(raw))
    return [best[2]] if best[2] else []


def _content_words(text: str) -> set[str]:
    """Return the beginnings of the longer words of a text, lower-case: what it is about, whatever the ending."""
    return {word[:_STEM] for word in re.findall(r"[a-z]+", text.lower()) if len(word) >= _LONG}


def _told(library: Library, section: Section, part: str, amount: str | None) -> list[str]:
    """Return the sentences of a section with their citations, as far as a person may hear them."""
    if amount != NUMBERS and before_consent(library, section) != section and amount in (None, NOTHING):
        return []
    found: list[str] = []
    for name, text in parts(section, part):
        filled = library.fill(text)
        held = set() if amount == NUMBERS else set(withheld(section, name, filled, library))
        found += [sentence for sentence in sentences(filled) if plain(sentence) not in held]
    return found


def _other_sections(library: Library, section: Section) -> list[Section]:
    """Return the other sections of its topic that are served."""
    topic = library.topic(section.topic)
    others = (f"{topic.id}#{aspect}" for aspect in topic.sections if aspect != section.aspect)
    return [library.section(address) for address in others if library.knows(address)]


def _stands_alone(raw: str) -> bool:
    """Whether a sentence says something by itself: no lead-in of a list, no item of one, no "it" before its noun."""
    sentence = plain(raw)
    return sentence.endswith(".") and len(sentence.split()) >= _SHORTEST and not _LEANS.search(sentence)


def retell(turn: Turn, lesson: Lesson, missing: list[dict[str, Any]]) -> None:
    """Say the missing points again: first in other words, then in the lesson's own."""
    is_first = not lesson["rounds"]
    mend = list(lesson.get("mend") or ()) if is_first else []
    again = [line for point in missing for line in point.get("again") or ()] if is_first else []
    other = list(dict.fromkeys([*mend, *again]))
    same = [point["point"] for point in missing if not (mend or (is_first and point.get("again")))]
    if other:
        turn.say("teach-back-missing", points=other)
    if same:
        # The words of a step's key points were not said before; those of a section were.
        turn.say("teach-back-missing" if lesson.get("of_step") else "teach-back-same", points=same)


def end_lesson(turn: Turn) -> None:
    """Ask nothing back any more, and wait for what was waited for before the lesson."""
    turn.set("teach_back", None)
    turn.ask("script" if turn.slot("script") else None)


def offer_script(turn: Turn) -> None:
    """Offer to go on with the script that a lesson stood in, if there is one."""
    running = turn.slot("script")
    if running:
        turn.choose_from(["resume"] if running["paused"] else ["next", "pause"])


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
    turn.set("teach_back", lesson_of_step(turn.library, step, turn.slot("amount")))
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
