"""The headers of every response: what a page may load, whom it may tell, who may frame it."""

from __future__ import annotations

from sanic.request import Request
from sanic.response import BaseHTTPResponse

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
SECURITY = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
FOR_EVERYONE = {"Access-Control-Allow-Origin": "*", "Cross-Origin-Resource-Policy": "cross-origin"}
"""For what a clinic's own page loads from us and what tells of nobody: the widget's files, settings, pictures."""


async def secure(_: Request, response: BaseHTTPResponse) -> None:
    """Add the security headers that a response has not set itself; a middleware."""
    for name, value in SECURITY.items():
        response.headers.setdefault(name, value)
