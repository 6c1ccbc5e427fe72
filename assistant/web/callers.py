"""Where a request comes from: the page that sent it, and the address on the network."""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Iterable
from urllib.parse import urlsplit

from sanic.request import Request

from answers.errors import AnswersError
from assistant.web.limits import household

_ORIGIN = re.compile(r"https?://(?:[a-z0-9-]+(?:\.[a-z0-9-]+)*|\[[0-9a-f:]+\])(?::\d{1,5})?")


class CallersError(AnswersError):
    """credentials.yml names an origin or a proxy that is none."""


class Origins:
    """The pages that may speak with the guide: our own, and those a clinic lists."""

    def __init__(self, listed: Iterable[str] = ()) -> None:
        """`listed` are whole origins, such as https://clinic.example; raises CallersError for anything else."""
        self._listed = frozenset(map(str, listed))
        for origin in self._listed:
            if not _ORIGIN.fullmatch(origin):
                raise CallersError(
                    f'credentials.yml: origins: "{origin}" is no origin; write it as "https://clinic.example", '
                    "in small letters, without a path or a star"
                )

    def allow(self, request: Request) -> bool:
        """Return whether the page that sent a request may; what no browser sent has no page."""
        origin, site = request.headers.get("origin"), request.headers.get("sec-fetch-site")
        if origin in self._listed:
            return True
        # A page can lie in neither: the browser writes both.
        if site is not None:
            return site in ("same-origin", "none")
        return origin is None or _host_of(origin) == request.headers.get("host", "").lower()

    def headers(self, request: Request) -> dict[str, str]:
        """Return the headers that let a listed page read the reply; none for any other page."""
        origin = request.headers.get("origin")
        if origin not in self._listed:
            return {"Vary": "Origin"}
        return {
            "Vary": "Origin",
            "Access-Control-Allow-Origin": str(origin),
            "Access-Control-Allow-Methods": "POST",
            "Access-Control-Allow-Headers": "authorization, content-type",
            "Access-Control-Expose-Headers": "retry-after",
            "Access-Control-Max-Age": "600",
        }


class Addresses:
    """Tells callers apart, also behind the reverse proxies that a clinic trusts."""

    def __init__(self, proxies: Iterable[str] = ()) -> None:
        """`proxies` are addresses or networks, such as 10.0.0.0/8; raises CallersError for anything else."""
        try:
            self._proxies = [ipaddress.ip_network(str(proxy), strict=False) for proxy in proxies]
        except ValueError as error:
            raise CallersError(f"credentials.yml: proxies: {error}") from None

    def of(self, request: Request) -> str:
        """Return who is counted as the caller: the last address that is no proxy of ours."""
        # A proxy may add a line of its own instead of to the caller's, which the caller makes up.
        said = ",".join(request.headers.getall("x-forwarded-for", [])).split(",")
        hops = [hop.strip() for hop in said if hop.strip()] + [str(request.ip or "")]
        while len(hops) > 1 and self._is_proxy(hops[-1]):
            hops.pop()
        return household(hops[-1])

    def _is_proxy(self, address: str) -> bool:
        try:
            known = ipaddress.ip_address(address.strip("[]"))
        except ValueError:
            return False
        return any(known in network for network in self._proxies)


def _host_of(origin: str) -> str:
    try:
        return urlsplit(origin).netloc.lower()
    except ValueError:
        return ""
