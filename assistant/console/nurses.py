"""Who may enter the console: a file with a name, a role and the hash of a token in each line, parted by tabs."""

from __future__ import annotations

import hashlib
import hmac
import os
import secrets
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from answers.errors import AnswersError

MOST_NAME = 80


@dataclass(frozen=True)
class Nurse:
    """Somebody who is signed in; `key` is the start of the hash of their token, "" if a proxy vouches for them."""

    name: str
    role: str
    key: str = ""


class Nurses:
    """The file of tokens. It is read anew each time, so that who is removed is out at once."""

    def __init__(self, path: Path) -> None:
        self.path = path

    @property
    def exists(self) -> bool:
        """Whether there is any token at all."""
        return next(self._lines(), None) is not None

    def all(self) -> list[Nurse]:
        """Return everybody in the file, in its order."""
        return [Nurse(name, role, digest[:16]) for name, role, digest in self._lines()]

    def with_token(self, token: str) -> Nurse | None:
        """Return whose token this is, or None; it takes as long whoever it is."""
        given, found = digest_of(token), None
        for name, role, digest in self._lines():
            if hmac.compare_digest(given.encode(), digest.encode()):
                found = Nurse(name, role, digest[:16])
        return found

    def with_key(self, name: str, key: str) -> Nurse | None:
        """Return the nurse of that name if their token is still the one that begins so."""
        return next((nurse for nurse in self.all() if nurse.name == name and nurse.key == key), None)

    def named(self, name: str) -> Nurse | None:
        """Return the nurse of that name, or None."""
        return next((nurse for nurse in self.all() if nurse.name == name), None)

    def add(self, name: str, role: str) -> str:
        """Add somebody and return their new token, which is kept nowhere.

        Raises:
            AnswersError: if the name is there already, or name or role cannot stand in a line.
        """
        for text in (name, role):
            if not text.strip() or len(text) > MOST_NAME or not text.isprintable():
                raise AnswersError(f'"{text}" cannot stand in {self.path}: 1 to {MOST_NAME} characters in one line')
        if self.named(name):
            raise AnswersError(f'"{name}" is in {self.path} already; remove that one first')
        token = secrets.token_urlsafe(32)
        self._write([*self._lines(), (name, role, digest_of(token))])
        return token

    def remove(self, name: str) -> bool:
        """Take somebody out; return False if they were not there."""
        kept = [line for line in self._lines() if line[0] != name]
        was_there = len(kept) < len(list(self._lines()))
        if was_there:
            self._write(kept)
        return was_there

    def _lines(self) -> Iterator[tuple[str, str, str]]:
        if self.path.exists():
            for line in self.path.read_text(encoding="utf-8").split("\n"):
                parts = line.split("\t")
                if len(parts) == 3:
                    yield parts[0], parts[1], parts[2].strip()

    def _write(self, lines: list[tuple[str, str, str]]) -> None:
        self.path.parent.mkdir(parents=True, exist_ok=True)
        beside = self.path.with_name(self.path.name + ".new")
        descriptor = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "w", encoding="utf-8") as file:
            file.writelines("\t".join(line) + "\n" for line in lines)
        beside.replace(self.path)


def digest_of(token: str) -> str:
    """Return the hash of a token (SHA-256, hex). A token has 256 random bits; nothing slower would protect it more."""
    return hashlib.sha256(token.strip().encode()).hexdigest()
