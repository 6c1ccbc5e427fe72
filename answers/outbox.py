"""The outbox: requests for a call back that wait for the clinic, and which of them were passed on.

An entry does not name its conversation. It holds a hash over its own id and the conversation's, so that whoever
knows the conversation, and nobody else, finds the entry again: to forget it.
"""

from __future__ import annotations

import datetime
import fcntl
import hashlib
import json
import os
import uuid
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from answers.call_backs import call_backs, key_of
from answers.lines import Lines


@dataclass(frozen=True)
class Request:
    """One request: its id, the day it was written, the person's words, and the hash that leads to its conversation."""

    id: str
    day: str
    words: str
    of: str = ""


class Forgotten(NamedTuple):
    """How many requests of a conversation were deleted in time, and how many the clinic already has or may have."""

    taken_back: int
    passed_on: int


class Outbox(Lines):
    """A file of requests, and beside it an append-only file of the ids that were passed on.

    Every method raises OSError if a file cannot be read or written. Several processes may use one outbox.
    """

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self.path = path
        self._delivered = path.with_suffix(".delivered.jsonl")
        self._sending = path.with_suffix(".sending")
        """Holds the id that is on its way just now, so that nobody is told it could still be taken back."""

    def append(self, entry: Mapping[str, Any]) -> None:
        """Add an entry, whole or not at all."""
        with self._locked():
            _append(self.path, {"day": _today(), **entry})

    def request(self, words: str, conversation: str) -> None:
        """Leave a person's words for the clinic."""
        own = uuid.uuid4().hex
        self.append({"id": own, "of": _hash(own, conversation), "words": words})

    def waiting(self) -> list[Request]:
        """Return what was neither passed on nor marked as done by somebody of the clinic, oldest first."""
        with self._locked():
            return self._waiting()

    def unreadable(self) -> int:
        """Return how many lines cannot be read: cut off when the machine stopped, or edited by hand. They stay."""
        with self._locked():
            return sum(_entry(line) is None for line in _lines(self.path))

    def take(self, request: Request) -> bool:
        """Note that a request goes out now; return False if it does not wait any more."""
        with self._locked():
            if request.id not in {waiting.id for waiting in self._waiting()}:
                return False
            _replace(self._sending, request.id.encode())
            return True

    def give_back(self) -> None:
        """Note that what was taken did not go out."""
        with self._locked():
            self._sending.unlink(missing_ok=True)

    def pass_on(self, request: Request) -> None:
        """Note that a request went out; it never waits again."""
        with self._locked():
            _append(self._delivered, {"id": request.id, "of": request.of, "day": _today()})
            self._sending.unlink(missing_ok=True)

    def prune(self, keep_days: int = 0) -> None:
        """Delete the words of each request that was passed on, or marked as done, so many days ago or earlier."""
        self.prune_marked(keep_days)
        with self._locked():
            self._drop({entry["id"] for entry in self._delivered_entries() if entry["day"] <= _days_ago(keep_days)})

    def prune_marked(self, keep_days: int) -> None:
        """Delete the words of each request that somebody marked as done so many days ago or earlier."""
        with self._locked():
            old = [entry for entry in self._marked() if entry["day"] <= _days_ago(keep_days)]
            for entry in old:
                # Without the words, only this lets "forget me" tell that the clinic had them.
                _append(self._delivered, entry)
            self._drop({entry["id"] for entry in old})

    def count(self, conversation: str) -> int:
        """Return how many requests of a conversation this file holds."""
        with self._locked():
            return len(self._of(conversation))

    def forget(self, conversation: str) -> Forgotten:
        """Delete every request of a conversation, and tell what can no longer be taken back."""
        with self._locked():
            passed = {entry["id"] for entry in self._done() if entry["of"] == _hash(entry["id"], conversation)}
            mine = self._of(conversation)
            with suppress(FileNotFoundError):
                passed |= mine & {self._sending.read_text(encoding="utf-8")}
            self._drop(mine)
            return Forgotten(len(mine - passed), len(passed))

    @contextmanager
    def delivering(self) -> Iterator[bool]:
        """Hold the right to deliver; yields False if another process has it."""
        with self._opened(".delivering") as file:
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                yield False
                return
            # What a delivery that was killed had taken waits like everything else.
            self.give_back()
            yield True

    @contextmanager
    def _locked(self) -> Iterator[None]:
        """Hold all files against other processes. Never while something is sent: a person's turn would wait for it."""
        with self._opened(".lock") as file:
            fcntl.flock(file, fcntl.LOCK_EX)
            yield

    @contextmanager
    def _opened(self, suffix: str) -> Iterator[int]:
        self.path.parent.mkdir(parents=True, exist_ok=True)
        file = _private(self.path.with_suffix(suffix))
        try:
            yield file
        finally:
            os.close(file)

    def _waiting(self) -> list[Request]:
        gone = {entry["id"] for entry in self._done()}
        return [request for request in map(_request, _lines(self.path)) if request and request.id not in gone]

    def _done(self) -> list[dict[str, str]]:
        return self._delivered_entries() + self._marked()

    def _delivered_entries(self) -> list[dict[str, str]]:
        entries = [_entry(line) or {} for line in _lines(self._delivered)]
        return [entry for entry in entries if {"id", "of", "day"} <= entry.keys()]

    def _marked(self) -> list[dict[str, str]]:
        """Return what somebody of the clinic marked as done, as if it had been passed on that day."""
        days = {asked.key: asked.done_on for asked in call_backs(self) if not asked.is_open}
        requests = [(request, _entry(line) or {}) for line in _lines(self.path) if (request := _request(line))]
        found = [(request, days.get(key_of(entry))) for request, entry in requests]
        return [{"id": request.id, "of": request.of, "day": day} for request, day in found if day]

    def _of(self, conversation: str) -> set[str]:
        requests = filter(None, map(_request, _lines(self.path)))
        return {request.id for request in requests if request.of == _hash(request.id, conversation)}

    def _drop(self, ids: set[str]) -> None:
        """Write the outbox anew without some requests; a line that is none is kept as it stands."""
        lines = _lines(self.path)
        kept = [line for line in lines if (request := _request(line)) is None or request.id not in ids]
        if len(kept) < len(lines):
            _replace(self.path, b"".join(line + b"\n" for line in kept))


def _today() -> str:
    return datetime.date.today().isoformat()


def _days_ago(days: int) -> str:
    return (datetime.date.today() - datetime.timedelta(days=days)).isoformat()


def _hash(request: str, conversation: str) -> str:
    return hashlib.sha256(f"{request} {conversation}".encode()).hexdigest()


def _lines(path: Path) -> list[bytes]:
    # By line feeds alone: a person's words may hold other characters at which text is split.
    return [line for line in path.read_bytes().split(b"\n") if line] if path.exists() else []


def _entry(line: bytes) -> dict[str, Any] | None:
    try:
        entry = json.loads(line)
    except ValueError:
        return None
    return entry if isinstance(entry, dict) else None


def _request(line: bytes) -> Request | None:
    entry = _entry(line)
    if entry is None or not isinstance(entry.get("words"), str):
        return None
    # A line somebody wrote by hand has no id; its own hash is one that stays the same.
    own = str(entry.get("id") or hashlib.sha256(line).hexdigest()[:32])
    return Request(own, str(entry.get("day") or ""), entry["words"], str(entry.get("of") or ""))


def _append(path: Path, entry: Mapping[str, Any]) -> None:
    """Add a line, whole or not at all: nobody must be called back who was told that it failed."""
    with os.fdopen(_private(path, os.O_APPEND), "a+b", buffering=0) as file:
        size = file.seek(0, os.SEEK_END)
        is_ragged = size and os.pread(file.fileno(), 1, size - 1) != b"\n"
        line = (b"\n" if is_ragged else b"") + json.dumps(entry, ensure_ascii=False).encode() + b"\n"
        try:
            if file.write(line) != len(line):
                raise OSError("the line was cut off")
            os.fsync(file)
        except OSError:
            file.truncate(size)
            raise


def _replace(path: Path, content: bytes) -> None:
    """Write a file anew, so that whoever reads it sees the old or the new one and nothing between."""
    new = path.with_suffix(".new")
    with os.fdopen(_private(new, os.O_TRUNC), "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    new.replace(path)


def _private(path: Path, how: int = 0) -> int:
    """Open a file that only its owner may read: names and phone numbers stand in it."""
    return os.open(path, os.O_RDWR | os.O_CREAT | how, 0o600)
