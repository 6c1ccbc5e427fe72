"""What every page of the console stands on: the library, the words, the gate, and one way to answer."""

from __future__ import annotations

import asyncio
import hashlib
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import quote

from jinja2 import FileSystemLoader
from sanic import Blueprint, response
from sanic.request import Request
from sanic.response import HTTPResponse

from answers import places, signatures
from answers.environment import html_environment
from answers.library import Library
from assistant.console.gate import FORM, PATH, Gate, form_cookie, is_secure, new_form_cookie
from assistant.console.nurses import Nurse
from assistant.console.search import Index, link_to
from assistant.console.usage import FEWEST
from assistant.console.views import name_of, review_url
from assistant.web.headers import SECURITY

HERE = Path(__file__).parent
HEADERS = {**SECURITY, "X-Frame-Options": "DENY", "X-Robots-Tag": "noindex, nofollow", "Cache-Control": "no-store"}
Page = Callable[..., Awaitable[HTTPResponse]]


class Console:
    """One console: pages are put into its blueprint with `page`, and answer with `show`."""

    def __init__(self, content: Path, language: str) -> None:
        self.content, self.language = content, language
        self.gate = Gate()
        self.blueprint = Blueprint("nurse", url_prefix=PATH)
        self._seen: tuple[Library, object] | None = None
        self._signed: Library | None = None
        self._index: tuple[Library, Index] | None = None
        environment = html_environment().overlay(loader=FileSystemLoader(HERE / "templates"))
        environment.globals = {**environment.globals, "few": self.few, "link_to": link_to, "review_url": review_url}
        self._environment = environment
        files = b"".join(path.read_bytes() for path in sorted((HERE / "static").iterdir()))
        self._version = hashlib.sha256(files).hexdigest()[:12]

    @property
    def library(self) -> Library:
        """The library as it stands on disk, with what was signed a moment ago."""
        read = places.live(self.content, self.language).current()
        path = self.content / signatures.FILE
        stamp = path.stat().st_mtime_ns if path.exists() else None
        if self._signed is None or self._seen is None or self._seen[0] is not read or self._seen[1] != stamp:
            signed, _ = signatures.read_signatures(path, path.name, self.language)
            self._seen, self._signed = (read, stamp), replace(read, signatures=signed)
        return self._signed

    async def index(self) -> Index:
        """Return the index of everything that can be found."""
        library = places.live(self.content, self.language).current()
        if self._index is None or self._index[0] is not library:
            # Beside the loop: it takes half a second, and people wait for their replies meanwhile.
            self._index = (library, await asyncio.get_running_loop().run_in_executor(None, Index, library))
        return self._index[1]

    @property
    def words(self) -> Mapping[str, str]:
        """The words of the console."""
        return self.library.interface["console"]

    def few(self, count: int) -> str:
        """Return a count as it is shown: one that could single somebody out is not told."""
        return self.words["few"].format(most=FEWEST) if 0 < count < FEWEST else f"{count:,}"

    def page(self, path: str, *methods: str) -> Callable[[Page], Page]:
        """Put a page into the blueprint: only for who is signed in, and a form only if it is ours."""

        def put(handler: Page) -> Page:
            async def guarded(request: Request, **values: str) -> HTTPResponse:
                nurse = self.gate.nurse_of(request)
                if nurse is None:
                    return self._turn_away(request)
                if request.method == "POST" and not self.gate.is_ours(request, nurse):
                    return self.show(request, nurse, "refused", status=403)
                return with_headers(await handler(request, nurse, **values))

            name = handler.__name__
            self.blueprint.add_route(guarded, path, methods=list(methods or ("GET",)), name=name)
            return handler

        return put

    def show(
        self,
        request: Request,
        nurse: Nurse | None,
        name: str,
        values: Mapping[str, Any] | None = None,
        status: int = 200,
    ) -> HTTPResponse:
        """Return a page made of the template of that name."""
        cookie = form_cookie(request) or new_form_cookie()
        shared = {**self._shared(nurse), "form_token": self.gate.form_token(cookie, nurse), "here": request.path}
        text = self._environment.get_template(f"{name}.html.j2").render({**shared, **(values or {})})
        page = response.html(text, status)
        if cookie != form_cookie(request):
            set_cookie(request, page, FORM, cookie)
        return with_headers(page)

    def _shared(self, nurse: Nurse | None) -> dict[str, Any]:
        """Return what every template may use."""
        library = self.library
        return {
            "w": self.words,
            "nurse": nurse,
            "language": self.language,
            "clinic": library.clinic,
            "name_of": lambda address: name_of(library, address),
            "version": self._version,
        }

    def missing(self, request: Request, nurse: Nurse) -> HTTPResponse:
        """Return the page that says there is nothing here."""
        return self.show(request, nurse, "missing", status=404)

    def _turn_away(self, request: Request) -> HTTPResponse:
        if request.method == "GET" and "text/html" in request.headers.get("accept", ""):
            asked = request.path + (f"?{request.query_string}" if request.query_string else "")
            return go(f"{PATH}/sign-in?to={quote(asked, safe='')}")
        return with_headers(response.json({"error": "sign-in"}, status=401))


def go(to: str) -> HTTPResponse:
    """Return a redirect to a page of ours, to be fetched by GET."""
    return with_headers(response.empty(303, {"Location": to}))


def set_cookie(request: Request, page: HTTPResponse, name: str, value: str, seconds: int | None = None) -> None:
    """Set a cookie that no script reads and no other site sends; 0 seconds takes it away."""
    page.cookies[name] = value
    page.cookies[name].update({"path": PATH, "httponly": True, "samesite": "Strict"})
    if is_secure(request):
        page.cookies[name]["secure"] = True
    if seconds is not None:
        page.cookies[name]["max-age"] = seconds


def with_headers(page: HTTPResponse) -> HTTPResponse:
    """Return a response with the headers each response of the console has."""
    for name, value in HEADERS.items():
        page.headers.setdefault(name, value)
    return page
