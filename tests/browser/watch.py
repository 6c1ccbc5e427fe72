"""Sees everything a page does that it should not: errors, refused scripts, requests to another host."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from playwright.sync_api import BrowserContext, ConsoleMessage, Request, WebError

OWN = {"about", "blob", "data", "chrome-extension"}
"""Addresses that reach no host; the last is the browser's own viewer of PDFs."""


class Watch:
    """Collects the faults of a browser context."""

    def __init__(self, context: BrowserContext, *addresses: str) -> None:
        self._addresses = [urlsplit(address).netloc for address in addresses]
        self._faults: list[str] = []
        self._excused: list[str] = []
        self.requested: list[str] = []
        context.on("console", self._said)
        context.on("weberror", self._failed)
        context.on("request", self._asked)

    def excuse(self, pattern: str) -> None:
        """Say which errors a test makes on purpose, such as a connection it cuts."""
        self._excused.append(pattern)

    @property
    def faults(self) -> list[str]:
        """What nobody has excused."""
        return [fault for fault in self._faults if not any(re.search(one, fault) for one in self._excused)]

    def _said(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self._faults.append(f"console: {message.text} ({message.location.get('url', '')})")

    def _failed(self, error: WebError) -> None:
        self._faults.append(f"script: {error.error}")

    def _asked(self, request: Request) -> None:
        self.requested.append(request.url)
        parts = urlsplit(request.url)
        if parts.scheme not in OWN and parts.netloc not in self._addresses:
            self._faults.append(f"another host: {request.url}")
