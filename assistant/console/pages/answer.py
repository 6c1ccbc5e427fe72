"""A topic with all its sections: what a patient reads beside what clinicians read, with facts and sources."""

from __future__ import annotations

from sanic.request import Request
from sanic.response import HTTPResponse

from answers.library import Library
from answers.topic import Section
from assistant.console.console import Console
from assistant.console.nurses import Nurse
from assistant.console.views import section_view, title_of


def add(console: Console) -> None:
    """Add the page."""

    @console.page("/answer/<family:str>/<name:str>")
    async def answer(request: Request, nurse: Nurse, family: str, name: str) -> HTTPResponse:
        library, topic_id = console.library, f"{family}/{name}"
        sections = _sections(library, topic_id)
        if not sections:
            return console.missing(request, nurse)
        topic = library.topics.get(topic_id)
        values = {
            "title": title_of(library, topic_id),
            "names": topic.names if topic else (),
            "related": [library.topics[id_] for id_ in topic.related if id_ in library.topics] if topic else [],
            "see": () if topic else library.myths[name].see,
            "says": () if topic else library.myths[name].says,
            "checked": topic.review if topic else None,
            "is_myth": topic is None,
            "consent": bool(topic and topic.consent),
            "views": [section_view(library, section) for section in sections],
        }
        return console.show(request, nurse, "answer", values)


def _sections(library: Library, topic_id: str) -> list[Section]:
    """Return the sections of a topic, or the correction of a myth, also those that are not served."""
    family, _, name = topic_id.partition("/")
    if family == "myth":
        return [library.myths[name].section] if name in library.myths else []
    return list(library.topics[topic_id].sections.values()) if topic_id in library.topics else []
