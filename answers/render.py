"""From an address to the messages a person receives: words, sources, review mark, next step, disclaimer."""

from __future__ import annotations

import re
from typing import Any

from answers.environment import LAYOUTS, html_environment, text_environment
from answers.errors import NoAnswer
from answers.glossing import pieces
from answers.library import Library
from answers.outlook import NUMBERS, in_words, parts
from answers.topic import Section
from answers.words import first_sentence, plain

SOURCES_SHOWN = 3


def layouts() -> list[str]:
    """Return the names of the layouts, e.g. `chat.txt`."""
    return sorted(path.name.removesuffix(".j2") for path in LAYOUTS.glob("*.j2"))


def render(
    library: Library,
    address: str,
    *,
    layout: str = "chat.txt",
    part: str = "brief",
    amount: str | None = NUMBERS,
    whose: str = "",
) -> list[str]:
    """Return the messages to send for an address, in order.

    `part` is `brief`, `more` (all a reader may see) or `clinician`. A blank line in a
    text layout parts two messages: Rasa's channels would split there in any case, and
    done here, one test sees it for every channel. `amount` is how much of the outlook the reader wants
    to know (answers/outlook.py); `whose` names the person it is about, e.g. `your father`.

    Raises:
        NoAnswer: if nothing is filed at the address.
    """
    section = library.section(address)
    values = answer_values(library, section, part, amount, whose)
    values["sources_left"] = max(0, len(values["sources"]) - SOURCES_SHOWN)
    values["sources"] = values["sources"][:SOURCES_SHOWN]
    seen: set[str] = set()
    values["gloss"] = lambda paragraph: pieces(paragraph, library.terms, seen)
    environment = html_environment() if layout.endswith(".html") else text_environment()
    text = environment.get_template(f"{layout}.j2").render(values)
    if layout.endswith(".html"):
        return [text.strip()]
    return [message.strip() for message in text.split("\n\n") if message.strip()]


def body(library: Library, section: Section, part: str, amount: str | None = NUMBERS) -> list[str]:
    """Return the paragraphs of a section, as far as `part` goes, without fact ids."""
    shown = [
        plain(library.fill(text)) if amount == NUMBERS else in_words(section, name, library.fill(text), library)
        for name, text in parts(section, part)
    ]
    joined = "\n\n".join(filter(None, shown)) or library.notice("only-figures")
    return joined.split("\n\n")


def call_line(library: Library, section: Section) -> str:
    """Return the line that says when to call: the topic's own, or the general one."""
    if section.aspect == "when-to-call":
        return ""
    try:
        own = library.section(f"{section.topic}#when-to-call")
    except NoAnswer:
        return library.notice("call-line")
    return first_sentence(library.fill(own.brief))


def answer_values(library: Library, section: Section, part: str, amount: str | None, whose: str) -> dict[str, Any]:
    """Return everything an answer says, by name, before it is laid out; the parameters are those of `render`."""
    topic = library.topic(section.topic)
    review = library.review(section)
    return {
        "title": topic.title,
        "heading": library.aspects[section.aspect],
        "address": section.address,
        "paragraphs": body(library, section, part, amount),
        "next_step": _of(whose, plain(library.fill(section.next_step)), library),
        "call_line": call_line(library, section),
        "sources": library.sources_of(section),
        "review": review,
        "mark": library.labels["marks"][review],
        "labels": library.labels,
        "checked": topic.review.isoformat(),
        "disclaimer": library.disclaimer(topic.family),
    }


def _of(whose: str, next_step: str, library: Library) -> str:
    """Return a next step with the team named as that of the person it is about; nothing else of it changes."""
    if not whose:
        return next_step
    named = library.labels["possessive"] % whose
    return re.sub(r"\b(?:your|the) ((?:care |cancer )?team)\b", rf"{named} \1", next_step, count=1)
