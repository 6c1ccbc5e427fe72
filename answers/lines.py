"""An append-only file of dated JSON lines: requests for a call back, feedback, scripts told."""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any


class Lines:
    """One file; each line is an entry with the day it was written, and no hour."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def append(self, entry: Mapping[str, Any]) -> None:
        """Add an entry; raises OSError if it cannot be written."""
        self._path.parent.mkdir(parents=True, exist_ok=True)
        with self._path.open("a", encoding="utf-8") as lines:
            lines.write(json.dumps({"day": datetime.date.today().isoformat(), **entry}, ensure_ascii=False) + "\n")

    def entries(self) -> Iterator[dict[str, Any]]:
        """Yield what was kept, oldest first; a line that was cut off is left out."""
        if not self._path.exists():
            return
        # As bytes: a letter that was cut in two must cost its own line only.
        for line in self._path.read_bytes().split(b"\n"):
            try:
                entry = json.loads(line)
            except ValueError:
                continue
            if isinstance(entry, dict):
                yield entry
