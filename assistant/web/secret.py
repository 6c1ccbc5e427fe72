"""The secret that signs what the server hands out: GUIDE_SECRET, or one made once and kept in a file."""

from __future__ import annotations

import os
import secrets
from pathlib import Path

from answers.errors import AnswersError
from answers.places import place

FEWEST = 32
"""Characters a secret must have: a shorter one could be guessed from a token."""


class SecretError(AnswersError):
    """The secret is too short, or can neither be read nor kept."""


def read_secret(path: Path | None = None) -> str:
    """Return the secret; makes the file, for its owner alone, the first time.

    Raises:
        SecretError: if GUIDE_SECRET or what the file holds is too short, or the file cannot be used.
    """
    if given := os.environ.get("GUIDE_SECRET"):
        return _long_enough(given, "GUIDE_SECRET")
    path = path or place("GUIDE_SECRET_FILE", "secret")
    try:
        if not path.exists():
            _make(path)
        return _long_enough(path.read_text(encoding="utf-8").strip(), str(path))
    except OSError as error:
        raise SecretError(f"{path}: {error.strerror}; set GUIDE_SECRET or make it writable") from error


def _make(path: Path) -> None:
    """Write a new secret. Whole or not at all: of two servers that start together, one wins and both read it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f"{path.name}.{secrets.token_hex(8)}")
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(descriptor, "w", encoding="utf-8") as file:
            file.write(secrets.token_urlsafe(48) + "\n")
        os.link(draft, path)
    except FileExistsError:
        pass
    finally:
        draft.unlink()


def _long_enough(secret: str, where: str) -> str:
    if len(secret) < FEWEST:
        raise SecretError(f"{where} has {len(secret)} characters; it needs {FEWEST} or more that nobody can guess")
    return secret
