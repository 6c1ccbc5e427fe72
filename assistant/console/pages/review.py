"""The queue of the review, and one section of it with everything a reviewer needs to sign."""

from __future__ import annotations

import datetime
import logging
from dataclasses import dataclass

from sanic.request import Request
from sanic.response import HTTPResponse

from answers.errors import AnswersError
from answers.library import Library
from answers.signing import sign_sections
from answers.topic import Section
from assistant.console.console import Console, go
from assistant.console.nurses import MOST_NAME, Nurse
from assistant.console.views import QUEUES, name_of, queues, review_url, section_view

logger = logging.getLogger(__name__)
A_PAGE = 30


@dataclass(frozen=True)
class Waiting:
    """A section in a queue: its name, its page, who signed it last."""

    name: str
    url: str
    facts: int
    signed: str


def add(console: Console) -> None:
    """Add the pages."""

    @console.page("/review")
    async def review(request: Request, nurse: Nurse) -> HTTPResponse:
        library = console.library
        found = queues(library, datetime.date.today())
        asked = request.args.get("queue") or ""
        queue = asked if asked in QUEUES else next((name for name in QUEUES if found[name]), QUEUES[0])
        pages = max(1, -(-len(found[queue]) // A_PAGE))
        page = min(max(1, _number(request.args.get("page"))), pages)
        shown = [_waiting(library, section) for section in found[queue][(page - 1) * A_PAGE : page * A_PAGE]]
        counts = {name: len(sections) for name, sections in found.items()}
        values = {"counts": counts, "queue": queue, "shown": shown, "page": page, "pages": pages}
        return console.show(request, nurse, "review", values)

    @console.page("/review/<family:str>/<name:str>/<aspect:str>")
    async def reviewed(request: Request, nurse: Nurse, family: str, name: str, aspect: str) -> HTTPResponse:
        return _show(console, request, nurse, f"{family}/{name}#{aspect}")

    @console.page("/review/<family:str>/<name:str>/<aspect:str>/sign", "POST")
    async def sign(request: Request, nurse: Nurse, family: str, name: str, aspect: str) -> HTTPResponse:
        return _sign(console, request, nurse, f"{family}/{name}#{aspect}")


def _show(console: Console, request: Request, nurse: Nurse, address: str, wrong: str = "") -> HTTPResponse:
    library = console.library
    section = _section(library, address)
    if section is None:
        return console.missing(request, nurse)
    found = queues(library, datetime.date.today())
    after = next((one for queue in QUEUES for one in found[queue] if one.address != address), None)
    values = {
        "view": section_view(library, section),
        "wrong": wrong,
        "is_new": request.args.get("signed") == "1",
        "after": review_url(after.address) if after else "",
    }
    return console.show(request, nurse, "section", values, 409 if wrong else 200)


def _sign(console: Console, request: Request, nurse: Nurse, address: str) -> HTTPResponse:
    """Sign the very words that were on the page, in the name of who is signed in."""
    library, form = console.library, request.form or {}
    section, role = _section(library, address), (form.get("role") or "").strip()
    if section is None:
        return console.missing(request, nurse)
    if form.get("hash") != library.hash(section):
        return _show(console, request, nurse, address, "words_changed")
    if not role or len(role) > MOST_NAME or not role.isprintable() or form.get("sure") != "yes":
        return _show(console, request, nurse, address, "role_missing")
    try:
        sign_sections(console.content, library, [address], nurse.name, role, datetime.date.today())
    except (AnswersError, OSError) as error:
        logger.error("a signature could not be written: %s", type(error).__name__)
        return _show(console, request, nurse, address, "not_signed")
    return go(f"{review_url(address)}?signed=1")


def _section(library: Library, address: str) -> Section | None:
    topic_id, _, aspect = address.partition("#")
    topic = library.topics.get(topic_id)
    return topic.sections.get(aspect) if topic else None


def _waiting(library: Library, section: Section) -> Waiting:
    signature = library.signatures.get(section.address)
    signed = f"{signature.name}, {signature.date}" if signature else ""
    return Waiting(name_of(library, section.address), review_url(section.address), len(section.facts), signed)


def _number(text: str | None) -> int:
    return int(text[:4]) if text and text.isascii() and text.isdigit() else 1
