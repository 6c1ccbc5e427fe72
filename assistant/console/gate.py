"""The gate of the console: who is asking, and whether a form was sent from one of our own pages."""

from __future__ import annotations

import hmac
import ipaddress
import os
import re
import secrets
from urllib.parse import urlsplit

from sanic.request import Request

from answers.errors import AnswersError
from answers.places import place
from assistant.console.nurses import MOST_NAME, Nurse, Nurses
from assistant.console.sessions import Sessions
from assistant.web.callers import Addresses
from assistant.web.limits import Limit
from assistant.web.secret import read_secret

SESSION, FORM = "nurse_session", "nurse_form"
"""The cookies: who is signed in; and which browser a form was given to."""
PATH = "/nurse"
MOST_TRIES, TRY_SECONDS = 10, 30.0
"""How often one address may try to sign in at once, and how long it waits for each try after those."""
_FORM_COOKIE = re.compile(r"[\w-]{40,50}", re.ASCII)


class Gate:
    """Lets nurses in by a session cookie, or by the header of a reverse proxy that the clinic trusts."""

    def __init__(self) -> None:
        # Refused as the guide starts, not when a nurse stands before it.
        _proxies()
        self.sessions = Sessions(read_secret())
        self.tries = Limit(MOST_TRIES, 1 / TRY_SECONDS)

    @property
    def nurses(self) -> Nurses:
        """The file of tokens: GUIDE_NURSE_TOKENS, or `.guide/nurse-tokens`."""
        return Nurses(place("GUIDE_NURSE_TOKENS", "nurse-tokens"))

    @property
    def is_open(self) -> bool:
        """Whether there is any way in."""
        return self.nurses.exists or bool(_header() and _proxies())

    def nurse_of(self, request: Request) -> Nurse | None:
        """Return who is asking, or None."""
        vouched = self._vouched_for(request)
        if vouched:
            return vouched
        return self.sessions.nurse_of(request.cookies.get(SESSION) or "", self.nurses)

    def _vouched_for(self, request: Request) -> Nurse | None:
        """Return whom the proxy names. A header is worth nothing from any other peer."""
        header = _header()
        name = request.headers.get(header, "").strip() if header and is_proxy(peer(request)) else ""
        if not name or len(name) > MOST_NAME or not name.isprintable():
            return None
        known = self.nurses.named(name)
        return Nurse(name, known.role if known else "")

    def form_token(self, cookie: str, nurse: Nurse | None) -> str:
        """Return the token that a form of this browser and nurse must carry."""
        return self.sessions.form_token(cookie, nurse.name if nurse else "")

    def is_ours(self, request: Request, nurse: Nurse | None) -> bool:
        """Return whether a form was sent from one of our pages, in this browser, by this nurse."""
        cookie = form_cookie(request)
        given = str((request.form or {}).get("form") or "")
        return bool(
            cookie
            and is_same_origin(request)
            and hmac.compare_digest(given.encode(), self.form_token(cookie, nurse).encode())
        )


def peer(request: Request) -> str:
    """Return the address at the other end of the connection, whatever any header says."""
    return str(request.conn_info.client_ip) if request.conn_info else ""


def caller(request: Request) -> str:
    """Return who is to be counted: behind the clinic's proxy the address it saw, else the peer."""
    return Addresses(map(str, _proxies())).of(request)


def is_proxy(address: str) -> bool:
    """Return whether GUIDE_NURSE_PROXY lists an address, alone or in a network such as 10.0.0.0/8."""
    networks = _proxies()
    try:
        return any(ipaddress.ip_address(address) in network for network in networks)
    except ValueError:
        return False


def is_same_origin(request: Request) -> bool:
    """Return whether a browser says that a request comes from a page of our own."""
    site = request.headers.get("sec-fetch-site")
    if site:
        return site == "same-origin"
    origin = request.headers.get("origin", "")
    return bool(origin) and urlsplit(origin).netloc == request.headers.get("host")


def is_secure(request: Request) -> bool:
    """Return whether the browser speaks HTTPS, to us or to the proxy before us."""
    said = (request.headers.get("origin", "").partition(":")[0], request.headers.get("x-forwarded-proto", ""))
    return request.scheme == "https" or "https" in said


def form_cookie(request: Request) -> str:
    """Return the cookie forms are tied to, or "" if this browser has none."""
    cookie = request.cookies.get(FORM) or ""
    return cookie if _FORM_COOKIE.fullmatch(cookie) else ""


def new_form_cookie() -> str:
    """Return a new random value for it."""
    return secrets.token_urlsafe(32)


def _header() -> str:
    return os.environ.get("GUIDE_NURSE_HEADER", "").strip()


def _proxies() -> list[ipaddress.IPv4Network | ipaddress.IPv6Network]:
    listed = re.split(r"[,\s]+", os.environ.get("GUIDE_NURSE_PROXY", "").strip())
    try:
        return [ipaddress.ip_network(one, strict=False) for one in listed if one]
    except ValueError as error:
        raise AnswersError(f"GUIDE_NURSE_PROXY: {error}; write addresses or networks, such as 10.0.0.0/8") from None
