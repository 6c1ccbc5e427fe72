"""Sends a request for a call back to an address of the clinic by POST, signed: `https://…`."""

from __future__ import annotations

import hashlib
import hmac
import http.client
import json
import urllib.error
import urllib.request
from collections.abc import Mapping
from urllib.parse import urlsplit

from actions.settings import SettingsError
from answers.outbox import Request
from tools.connectors import LOOPBACK, Connector, DeliveryError, seconds, secret

SCHEMES = ("https", "http")
SIGNATURE = "X-Guide-Signature"
LEAST_SECRET = 16
_PASSING = frozenset({408, 425, 429})


class _NoRedirect(urllib.request.HTTPRedirectHandler):
    """Follows nothing: urllib would go on with a GET, without the words, and take that for success."""

    def redirect_request(self, *_: object) -> None:
        """Return nothing, which makes a redirection an error."""


def connect(to: str, environment: Mapping[str, str]) -> Connector:
    """Return what posts one request; raises SettingsError."""
    address = urlsplit(to)
    if not address.hostname:
        raise SettingsError("GUIDE_OUTBOX_TO names no host; it is an address such as https://clinic.example.org/calls")
    if address.scheme.lower() == "http" and address.hostname not in LOOPBACK:
        raise SettingsError("GUIDE_OUTBOX_TO is http:, which only this machine itself may have; use https:")
    key, patience = secret("GUIDE_WEBHOOK_SECRET_FILE", environment), seconds(environment)
    if len(key) < LEAST_SECRET:
        raise SettingsError(f"the file of GUIDE_WEBHOOK_SECRET_FILE holds fewer than {LEAST_SECRET} characters")
    host = address.hostname
    # Words without encryption stay on this machine, whatever proxy the environment names.
    direct = [urllib.request.ProxyHandler({})] if address.scheme.lower() == "http" else []
    opener = urllib.request.build_opener(*direct, _NoRedirect)

    def send(request: Request) -> None:
        _post(opener, _signed(to, request, key), host, patience)

    return send


def signature(body: bytes, key: str) -> str:
    """Return what stands in the header for a body: `sha256=` and the HMAC-SHA256 in hex."""
    return "sha256=" + hmac.new(key.encode(), body, hashlib.sha256).hexdigest()


def _signed(to: str, request: Request, key: str) -> urllib.request.Request:
    said = {"kind": "call-back", "id": request.id, "day": request.day, "words": request.words}
    body = json.dumps(said, ensure_ascii=False).encode()
    headers = {
        "Content-Type": "application/json",
        # The same at each try: a receiver that got it twice can tell.
        "Idempotency-Key": request.id,
        SIGNATURE: signature(body, key),
    }
    return urllib.request.Request(to, body, headers, method="POST")


def _post(opener: urllib.request.OpenerDirector, request: urllib.request.Request, host: str, patience: float) -> None:
    """Post; of an error only its code or kind is told, and of the address only the host: it may hold a secret."""
    try:
        # Only the status counts. Once it is here the request is accepted, whatever becomes of the rest.
        opener.open(request, timeout=patience).close()
    except urllib.error.HTTPError as error:
        passing = error.code >= 500 or error.code in _PASSING
        error.close()
        remedy = "look into its log" if passing else "see that GUIDE_OUTBOX_TO and the secret fit it"
        raise DeliveryError(f"{host} answered {error.code}; {remedy}", passing=passing) from None
    except (OSError, http.client.HTTPException) as error:
        kind = type(getattr(error, "reason", error)).__name__
        is_away = isinstance(error, OSError)
        raise DeliveryError(
            f"{host} did not take it ({kind}); see that it runs", passing=True, is_away=is_away
        ) from None
