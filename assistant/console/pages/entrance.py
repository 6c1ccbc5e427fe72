"""Sign-in and sign-out, and the files every page needs; all that can be had without being signed in."""

from __future__ import annotations

import re

from sanic import response
from sanic.request import Request
from sanic.response import HTTPResponse

from assistant.console.console import HERE, Console, go, set_cookie, with_headers
from assistant.console.gate import FORM, PATH, SESSION, caller
from assistant.console.nurses import Nurse
from assistant.console.sessions import LASTS

_TYPES = {"console.css": "text/css; charset=utf-8", "console.js": "text/javascript; charset=utf-8"}
_OURS = re.compile(r"/nurse(?:[/?][^\\\s]*)?")


def add(console: Console) -> None:
    """Add the pages."""

    @console.blueprint.get("/sign-in", name="sign_in")
    async def sign_in(request: Request) -> HTTPResponse:
        if console.gate.nurse_of(request):
            return go(_wanted(request.args.get("to")))
        return _ask(console, request, request.args.get("to"))

    @console.blueprint.post("/sign-in", name="enter")
    async def enter(request: Request) -> HTTPResponse:
        return _enter(console, request)

    @console.page("/sign-out", "POST")
    async def sign_out(request: Request, _: Nurse) -> HTTPResponse:
        console.gate.sessions.end(request.cookies.get(SESSION) or "")
        page = go(f"{PATH}/sign-in")
        for cookie in (SESSION, FORM):
            set_cookie(request, page, cookie, "", 0)
        return page

    _add_files(console)


def _add_files(console: Console) -> None:
    files = {name: (HERE / "static" / name).read_bytes() for name in _TYPES}

    @console.blueprint.get("/static/<name:str>", name="static_file")
    async def static_file(_: Request, name: str) -> HTTPResponse:
        if name not in files:
            return with_headers(response.empty(404))
        kept = {"Cache-Control": "public, max-age=3600"}
        return with_headers(response.raw(files[name], content_type=_TYPES[name], headers=kept))


def _enter(console: Console, request: Request) -> HTTPResponse:
    form, gate = request.form or {}, console.gate
    wanted = form.get("to")
    if not gate.is_ours(request, None):
        return _ask(console, request, wanted, "not_ours", 403)
    if wait := gate.tries.wait(caller(request)):
        page = _ask(console, request, wanted, "too_many", 429)
        page.headers["Retry-After"] = str(round(wait) + 1)
        return page
    nurse = gate.nurses.with_token(form.get("token") or "")
    if nurse is None:
        return _ask(console, request, wanted, "wrong_token", 401)
    page = go(_wanted(wanted))
    set_cookie(request, page, SESSION, gate.sessions.begin(nurse), LASTS)
    return page


def _ask(console: Console, request: Request, wanted: str | None, wrong: str = "", status: int = 200) -> HTTPResponse:
    values = {"to": _wanted(wanted), "wrong": wrong, "is_open": console.gate.is_open}
    return console.show(request, None, "sign-in", values, status)


def _wanted(to: str | None) -> str:
    """Return where somebody wanted to go, if that is a page of ours."""
    return to if to and _OURS.fullmatch(to) and not to.startswith(f"{PATH}/sign-") else PATH
