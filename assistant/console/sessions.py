"""Signed sessions of nurses, and the tokens that prove a form was ours.

The secret is shared with the web channel; a conversation's token has no audience `nurse` and opens nothing here.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
import time
from dataclasses import dataclass, field

import jwt

from assistant.console.nurses import Nurse, Nurses

AUDIENCE = "nurse"
LASTS = 8 * 60 * 60
"""Seconds until a nurse signs in again: one shift."""


@dataclass
class Sessions:
    """Makes and reads sessions; one that was signed out stays out for as long as it would have lasted."""

    secret: str
    _ended: dict[str, int] = field(default_factory=dict)

    def begin(self, nurse: Nurse) -> str:
        """Return the signed session of somebody who showed a token."""
        now = int(time.time())
        claims = {"aud": AUDIENCE, "sub": nurse.name, "key": nurse.key, "jti": secrets.token_urlsafe(16)}
        return jwt.encode({**claims, "iat": now, "exp": now + LASTS}, self.secret, algorithm="HS256")

    def nurse_of(self, session: str, nurses: Nurses) -> Nurse | None:
        """Return whose session this is, or None if it is forged, over, signed out, or its token was removed."""
        claims = self._claims(session)
        if claims is None or claims["jti"] in self._ended:
            return None
        return nurses.with_key(str(claims["sub"]), str(claims["key"]))

    def end(self, session: str) -> None:
        """Let a session open nothing from now on."""
        now = time.time()
        self._ended = {jti: until for jti, until in self._ended.items() if until > now}
        if claims := self._claims(session):
            self._ended[claims["jti"]] = int(claims["exp"])

    def form_token(self, cookie: str, name: str) -> str:
        """Return what a form must carry: it fits one browser and one nurse."""
        return hmac.new(self.secret.encode(), f"form\n{cookie}\n{name}".encode(), hashlib.sha256).hexdigest()

    def _claims(self, session: str) -> dict | None:
        try:
            return jwt.decode(
                session,
                self.secret,
                algorithms=["HS256"],
                audience=AUDIENCE,
                options={"require": ["exp", "aud", "sub", "key", "jti"]},
            )
        except jwt.InvalidTokenError:
            return None
