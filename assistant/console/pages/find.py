"""Search of the whole store, live in the browser and by GET without a script."""

from __future__ import annotations

from collections.abc import Mapping

from sanic import response
from sanic.request import Request
from sanic.response import HTTPResponse

from answers.library import Library
from answers.topic import Topic
from assistant.console.console import Console
from assistant.console.nurses import Nurse
from assistant.console.search import MOST_SHOWN

MOST_QUERY = 200


def add(console: Console) -> None:
    """Add the pages."""

    @console.page("/")
    async def find(request: Request, nurse: Nurse) -> HTTPResponse:
        query = (request.args.get("q") or "").strip()[:MOST_QUERY]
        found = (await console.index()).find(query)
        values = {"query": query, "found": found[:MOST_SHOWN], "count": len(found), "most": MOST_SHOWN}
        library = console.library
        shown = {"families": families(library), "scripts": library.scripts.values()}
        return console.show(request, nurse, "find", {**values, **shown})

    @console.page("/index.json")
    async def index(request: Request, _: Nurse) -> HTTPResponse:
        found, headers = await console.index(), {"Vary": "Accept-Encoding"}
        if "gzip" not in request.headers.get("accept-encoding", ""):
            return response.raw(found.as_json, content_type="application/json", headers=headers)
        headers["Content-Encoding"] = "gzip"
        return response.raw(found.compressed, content_type="application/json", headers=headers)

    @console.page("/<rest:path>")
    async def nothing(request: Request, nurse: Nurse, rest: str) -> HTTPResponse:
        return console.missing(request, nurse)


def families(library: Library) -> Mapping[str, list[Topic]]:
    """Return the topics of each family by title."""
    found: dict[str, list[Topic]] = {}
    for topic in sorted(library.topics.values(), key=lambda topic: topic.title.lower()):
        found.setdefault(topic.family, []).append(topic)
    return dict(sorted(found.items()))
