"""The scripts, a step a screen. Which steps were told stands in the address of the page and nowhere else."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote, urlencode

from sanic.request import Request
from sanic.response import HTTPResponse

from answers.errors import NoAnswer
from answers.library import Library
from answers.outlook import NUMBERS, WORDS
from answers.render import body
from answers.script import Script, Step
from answers.topic import Section
from answers.words import plain
from assistant.console.console import Console
from assistant.console.nurses import Nurse
from assistant.console.views import Block, blocks, fact_view, name_of, paragraph_blocks


@dataclass(frozen=True)
class Told:
    """A section as it is told in a step: in words, and with numbers if that is more."""

    section: Section
    name: str
    words: list[Block]
    numbers: list[Block]
    more: list[Block]


@dataclass(frozen=True)
class Place:
    """Where somebody is in a script: the step, from 0 for the opening, and which steps were told."""

    script: Script
    step: int
    told: tuple[int, ...]

    def at(self, step: int, told: tuple[int, ...] | None = None) -> str:
        """Return the link to a step."""
        asked = [("step", step), *(("told", number) for number in (self.told if told is None else told))]
        return f"/nurse/script/{quote(self.script.id)}?{urlencode(asked)}"

    @property
    def next(self) -> str:
        """The link onwards, with this step as told."""
        told = {*self.told, self.step} if 0 < self.step <= len(self.script.steps) else self.told
        return self.at(self.step + 1, tuple(sorted(told)))

    @property
    def skip(self) -> str:
        """The link onwards, with this step as not told."""
        return self.at(self.step + 1, tuple(number for number in self.told if number != self.step))

    @property
    def back(self) -> str:
        """The link to the step before."""
        return self.at(self.step - 1)

    @property
    def summary(self) -> str:
        """The link to the page for the patient."""
        return f"/nurse/script/{quote(self.script.id)}/summary?{urlencode([('told', number) for number in self.told])}"

    @property
    def minutes_left(self) -> int:
        """How long the steps from here on take, with the opening and closing minute."""
        return 1 + sum(step.minutes for step in self.script.steps[max(0, self.step - 1) :])


def add(console: Console) -> None:
    """Add the pages."""

    @console.page("/scripts")
    async def scripts(request: Request, nurse: Nurse) -> HTTPResponse:
        return console.show(request, nurse, "scripts", {"scripts": list(console.library.scripts.values())})

    @console.page("/script/<script_id:str>")
    async def script(request: Request, nurse: Nurse, script_id: str) -> HTTPResponse:
        library, place = console.library, _place(console.library, request, script_id)
        if place is None:
            return console.missing(request, nurse)
        signs = [library.signs[sign] for sign in place.script.watch_for if sign in library.signs]
        shown = {"place": place, "script": place.script, "signs": signs, "now": _step_values(library, place)}
        return console.show(request, nurse, "script", shown)

    @console.page("/script/<script_id:str>/summary")
    async def summary(request: Request, nurse: Nurse, script_id: str) -> HTTPResponse:
        place = _place(console.library, request, script_id)
        if place is None:
            return console.missing(request, nurse)
        values = {"place": place, "script": place.script, "today": datetime.date.today().isoformat()}
        return console.show(request, nurse, "summary", values)


def _place(library: Library, request: Request, script_id: str) -> Place | None:
    script = library.scripts.get(script_id)
    if script is None:
        return None
    count = len(script.steps)
    numbers = {int(text) for text in request.args.getlist("told") or () if text.isascii() and text.isdigit()}
    asked = request.args.get("step") or "0"
    step = min(int(asked[:4]), count + 1) if asked.isascii() and asked.isdigit() else 0
    return Place(script, step, tuple(sorted(number for number in numbers if 0 < number <= count)))


def _step_values(library: Library, place: Place) -> dict[str, Any] | None:
    """Return what is shown of the step somebody is at; None before the first and after the last."""
    if not 0 < place.step <= len(place.script.steps):
        return None
    step: Step = place.script.steps[place.step - 1]
    served = [section for address in step.include if (section := _served(library, address))]
    behind = [section for address in (*step.include, *step.draws_on) if (section := _served(library, address))]
    figures = {section.address: blocks(library.fill(section.clinician)) for section in behind if section.clinician}
    return {
        "step": step,
        "told": [_told(library, section) for section in served],
        "figures": [(name_of(library, address), found) for address, found in figures.items()],
        "not_served": [address for address in step.include if _served(library, address) is None],
        "mend": blocks(step.mend),
        "points": [plain(point.point) for point in step.key_points],
        "facts": [fact_view(library, fact) for fact in step.facts if fact in library.facts],
    }


def _served(library: Library, address: str) -> Section | None:
    try:
        return library.section(address)
    except NoAnswer:
        return None


def _told(library: Library, section: Section) -> Told:
    words, numbers = (_blocks(body(library, section, "brief", amount)) for amount in (WORDS, NUMBERS))
    return Told(
        section=section,
        name=name_of(library, section.address),
        words=words,
        numbers=[] if numbers == words else numbers,
        more=blocks(library.fill(section.more)),
    )


def _blocks(paragraphs: list[str]) -> list[Block]:
    return [block for paragraph in paragraphs for block in paragraph_blocks(paragraph)]
