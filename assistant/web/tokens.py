"""Names of conversations that nobody can guess, signed so that nobody can make one up."""

from __future__ import annotations

import re
import secrets
import time

import jwt

ALGORITHM = "HS256"
PREFIX = "web-"
FOR = "conversation"
"""What a token is for: one that the same secret signed for something else opens no conversation."""
HOURS = 24.0
LONGEST = 1024
_NAME = re.compile(rf"{PREFIX}[A-Za-z0-9_-]{{32}}", re.ASCII)


class Tokens:
    """Hands out and reads the tokens of conversations; `hours` is how long one is good for."""

    def __init__(self, secret: str, hours: float = HOURS) -> None:
        self._secret, self._seconds = secret, round(hours * 3600)

    def new(self) -> str:
        """Return the token of a new conversation."""
        now = int(time.time())
        claims = {"sub": PREFIX + secrets.token_urlsafe(24), "aud": FOR, "iat": now, "exp": now + self._seconds}
        return jwt.encode(claims, self._secret, algorithm=ALGORITHM)

    def conversation(self, token: str) -> str | None:
        """Return the conversation a token opens; None if it is not one of ours, or too old."""
        if len(token) > LONGEST:
            return None
        try:
            claims = jwt.decode(
                token,
                self._secret,
                algorithms=[ALGORITHM],
                audience=FOR,
                options={"require": ["sub", "aud", "iat", "exp"]},
            )
        except (jwt.PyJWTError, ValueError):
            return None
        return claims["sub"] if _NAME.fullmatch(claims["sub"]) else None
