"""The routes of the page, of the widget's files, and of what can be printed."""

from __future__ import annotations

import asyncio
import logging
from typing import Protocol

from sanic import Blueprint, Sanic
from sanic.exceptions import NotFound
from sanic.request import Request
from sanic.response import HTTPResponse, empty, html, raw
from sqlalchemy.exc import SQLAlchemyError

from assistant.channels.turn import ready_agent, store_of
from assistant.quiet import kind_of
from assistant.web.assets import Asset
from assistant.web.headers import secure
from assistant.web.limits import Limit
from assistant.web.pdf import visit_pdf
from assistant.web.site import Site, today
from assistant.web.tokens import Tokens
from assistant.web.visit_list import VisitList, visit_list

logger = logging.getLogger(__name__)

PRIVATE = {"Cache-Control": "no-store"}
PUBLIC = {"Cache-Control": "no-cache"}
LISTS = (20, 0.2)
"""How many visit lists a conversation may fetch at once, and then a second: a PDF takes a while to make."""


class Channel(Protocol):
    """What the pages need of the web channel: who may see a conversation's list, and how it tells of an error."""

    tokens: Tokens

    def failed(self, request: Request, error: Exception) -> HTTPResponse:
        """Return what is told when a request could not be handled."""


def attach(app: Sanic, site: Site, channel: Channel | None) -> None:
    """Put the pages on an application, with the guards of every response; without a channel no list is shown."""
    app.register_middleware(secure, "response")
    app.blueprint(shared(site))
    app.blueprint(own(site))
    app.blueprint(pages(site))
    if channel is not None:
        app.blueprint(lists(site, channel))

    @app.exception(Exception)
    async def fail(request: Request, error: Exception) -> HTTPResponse:
        if request.path.startswith("/webhooks/") and channel is not None:
            return channel.failed(request, error)
        return problem(site, error)


def shared(site: Site) -> Blueprint:
    """Return the routes of the files that any site may load."""
    blueprint = Blueprint("guide_shared")

    @blueprint.route("/guide.js", methods=["GET"])
    async def script(request: Request) -> HTTPResponse:
        return _known(site.widget, "guide.js").answer(request)

    @blueprint.route("/widget/<path:path>", methods=["GET"])
    async def widget(request: Request, path: str) -> HTTPResponse:
        return _known(site.widget, path).answer(request)

    @blueprint.route("/widget-settings.json", methods=["GET"])
    async def settings(request: Request) -> HTTPResponse:
        return site.settings().answer(request)

    @blueprint.route("/pictures/<name>", methods=["GET"])
    async def picture(request: Request, name: str) -> HTTPResponse:
        drawing = site.picture(name)
        if drawing is None:
            raise NotFound(name)
        return drawing.answer(request)

    return blueprint


def own(site: Site) -> Blueprint:
    """Return the routes of the files of our own pages."""
    blueprint = Blueprint("guide_own")

    @blueprint.route("/favicon.ico", methods=["GET"])
    async def icon(_: Request) -> HTTPResponse:
        # Browsers ask for it beside what has no page around it, such as the PDF.
        return empty(204)

    @blueprint.route("/pages.css", methods=["GET"], name="style")
    @blueprint.route("/pages.js", methods=["GET"], name="buttons")
    async def file(request: Request) -> HTTPResponse:
        return _known(site.static, request.path.lstrip("/")).answer(request)

    return blueprint


def pages(site: Site) -> Blueprint:
    """Return the routes of the pages that anybody may see."""
    blueprint = Blueprint("guide_pages")

    @blueprint.route("/", methods=["GET", "HEAD"])
    async def first(_: Request) -> HTTPResponse:
        return html(site.first_page(), headers=PUBLIC)

    @blueprint.route("/print", methods=["GET"])
    async def handout(request: Request) -> HTTPResponse:
        asked = request.args
        made = site.handout(asked.getlist("a") or [], asked.get("part") or "brief", asked.get("amount") or "")
        return html(made, headers=PRIVATE)

    @blueprint.route("/visit-list", methods=["GET"])
    async def blank(_: Request) -> HTTPResponse:
        return html(site.visit(VisitList()), headers=PUBLIC)

    return blueprint


def lists(site: Site, channel: Channel) -> Blueprint:
    """Return the routes of a conversation's visit list.

    Where a form was sent from is not asked: the token alone opens a list, no page gets one that was not given
    it, and no page of another site can read what comes back.
    """
    blueprint = Blueprint("guide_lists")
    limit = Limit(*LISTS)

    @blueprint.route("/visit-list", methods=["POST"], name="shown")
    async def shown(request: Request) -> HTTPResponse:
        token = _token(request)
        found = await _list(site, channel, limit, request)
        return found if isinstance(found, HTTPResponse) else html(site.visit(found, token), headers=PRIVATE)

    @blueprint.route("/visit-list.pdf", methods=["POST"], name="kept")
    async def kept(request: Request) -> HTTPResponse:
        found = await _list(site, channel, limit, request)
        if isinstance(found, HTTPResponse):
            return found
        # In a thread: a long list takes a while, and a turn must not wait for it.
        made = await asyncio.to_thread(visit_pdf, found, site.front, today())
        name = site.front.words("pages").get("visit_file", "list.pdf")
        headers = {**PRIVATE, "Content-Disposition": f'inline; filename="{name}"'}
        return raw(made, headers=headers, content_type="application/pdf")

    return blueprint


async def _list(site: Site, channel: Channel, limit: Limit, request: Request) -> VisitList | HTTPResponse:
    """Return the list that a form's token opens, or why there is none to be seen."""
    conversation = channel.tokens.conversation(_token(request))
    if conversation is None:
        return _refused(site, "error_token", 401)
    if limit.wait(conversation):
        return _refused(site, "error_too_many", 429)
    agent = ready_agent(request.app)
    if agent is None:
        return _refused(site, "error_not_ready", 503)
    try:
        tracker = await store_of(agent).retrieve(conversation)
    except SQLAlchemyError as error:
        logger.error("a visit list could not be read: %s", kind_of(error))
        return _refused(site, "error_failed", 503)
    return visit_list(tracker, site.library())


def _token(request: Request) -> str:
    return str((request.form or {}).get("token") or "")


def problem(site: Site, error: Exception) -> HTTPResponse:
    """Return the page for an error: the numbers, and what is wrong in one sentence; its own words are not logged."""
    status = getattr(error, "status_code", 500)
    if status in (404, 405):
        words = site.front.words("pages")
        return html(site.problem("not_found", [words.get("not_found_text", "")]), status=status, headers=PRIVATE)
    if status == 413:
        return _refused(site, "error_too_large", 413)
    if not 400 <= status < 500:
        logger.error("a request failed: %s", kind_of(error))
    return _refused(site, "error_failed", status)


def _refused(site: Site, name: str, status: int) -> HTTPResponse:
    return html(site.problem("failed", site.front.told(name)), status=status, headers=PRIVATE)


def _known(files: dict[str, Asset], name: str) -> Asset:
    """Return a file by its name in memory: no name reaches the disk; raises NotFound."""
    try:
        return files[name]
    except KeyError:
        raise NotFound(name) from None
