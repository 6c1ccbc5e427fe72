"""The library as it stands on disk: read anew soon after a file changes, without a restart."""

from __future__ import annotations

import logging
import os
import threading
import time
from collections.abc import Iterator
from pathlib import Path

from answers.errors import ContentError
from answers.library import Library

logger = logging.getLogger(__name__)

EVERY = 15.0
"""Seconds between two looks at the files: a stopped answer must be stopped within a minute."""


class LiveLibrary:
    """Gives the newest library that is sound; says what it withholds.

    A change with a problem withholds what the problem touches. If what everything stands on is broken,
    the library as it was stays in use.
    """

    def __init__(self, folder: Path, language: str, every: float = EVERY) -> None:
        self._folder, self._language, self._every = folder, language, every
        self._stamp = stamp(folder)
        self._library = Library.load(folder, language, strict=False)
        self._looked = time.monotonic()
        self._reading: threading.Thread | None = None
        self._tell()

    def current(self) -> Library:
        """Return the library; looks at the files now and then, and reads them anew beside the turn."""
        if time.monotonic() - self._looked >= self._every:
            self._looked = time.monotonic()
            self.look()
        return self._library

    def look(self) -> threading.Thread | None:
        """Begin to read anew if a file changed; return the thread that does, or None."""
        now = stamp(self._folder)
        if now == self._stamp or (self._reading and self._reading.is_alive()):
            return None
        self._stamp = now
        self._reading = threading.Thread(target=self._read, name="library", daemon=True)
        self._reading.start()
        return self._reading

    def _read(self) -> None:
        try:
            self._library = Library.load(self._folder, self._language, strict=False)
        except ContentError as error:
            logger.error("the content was not read anew; what was read before stays:\n%s", error)
            return
        self._tell()

    def _tell(self) -> None:
        for what, why in self._library.withheld.items():
            logger.error("withheld %s: %s", what, why)


def stamp(folder: Path) -> int:
    """Return a number that changes when a file under a folder is changed, added or removed."""
    return hash(tuple(sorted(_stats(folder))))


def _stats(folder: Path | str) -> Iterator[tuple[str, int, int]]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir():
                yield from _stats(entry.path)
            else:
                status = entry.stat()
                yield entry.path, status.st_mtime_ns, status.st_size
