"""The audit: one line for each turn, sealed to the line before it, without a word of the person's.

A line says when, on which channel, how the turn ended, and which addresses were told, with the hash of
each. The words we said are kept once for each wording, under their own hash, so that `replay` can show
them again exactly, whatever became of the content since.
"""

from __future__ import annotations

import datetime
import fcntl
import hashlib
import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TextIO

from answers.errors import AnswersError, Problem

LINES, HEAD, WORDS = "audit.jsonl", "head.json", "words"


class Audit:
    """An append-only, hash-chained file of turns in a folder of its own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._lines, self._head = folder / LINES, folder / HEAD
        self._kept: set[str] = set()
        """The wordings known to be kept."""

    def append(
        self, *, channel: str, layout: str, outcome: str, answers: Sequence[dict[str, str]], said: Sequence[Any]
    ) -> None:
        """Write the line of one turn. `answers` are address, hash and part; `said` is what was shown.

        Raises:
            OSError: if it cannot be written.
        """
        self.folder.mkdir(parents=True, exist_ok=True)
        entry = {
            "time": datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds"),
            "channel": channel,
            "layout": layout,
            "outcome": outcome,
            "answers": list(answers),
            "words": self._keep_words(said),
        }
        with self._locked_head() as head:
            count, previous = _parsed_head(head.read())
            entry["previous"] = previous
            entry["seal"] = seal(entry)
            with self._lines.open("a", encoding="utf-8") as lines:
                lines.write(json.dumps(entry, ensure_ascii=False) + "\n")
            # The head tells when lines were cut off the end, which the chain alone cannot.
            head.seek(0)
            head.truncate()
            head.write(json.dumps({"lines": count + 1, "seal": entry["seal"]}))

    def entries(self) -> Iterator[tuple[int, dict[str, Any]]]:
        """Yield each line that can be read, with its number."""
        for number, line in enumerate(self._text_lines(), start=1):
            try:
                yield number, json.loads(line)
            except ValueError:
                continue

    def said(self, entry: dict[str, Any]) -> list[Any]:
        """Return exactly what was shown in a turn; raises AnswersError if it is gone or was changed."""
        path = self._words_path(entry["words"])
        try:
            text = path.read_bytes()
        except OSError as error:
            raise AnswersError(f"{path}: what was said cannot be read: {error.strerror}") from error
        if hashlib.sha256(text).hexdigest() != entry["words"]:
            raise AnswersError(f"{path}: what was said is not what was kept; the file was changed")
        return json.loads(text)

    def problems(self) -> list[Problem]:
        """Return every break of the chain: a line cut off, edited, removed or put in."""
        shown, previous, number = self._lines.as_posix(), "", 0
        found = []
        for number, line in enumerate(self._text_lines(), start=1):
            try:
                entry = json.loads(line)
                wrong = _wrong(entry, previous)
                previous = entry["seal"]
            except (ValueError, KeyError, TypeError):
                wrong = "is no audit line; it was cut off or edited"
            if wrong:
                found.append(Problem(shown, number, wrong))
        count, last = self._read_head()
        if not found and (count, last) != (number, previous):
            found.append(Problem(shown, number, f"ends after {number} lines, but {count} were written"))
        return found

    def _keep_words(self, said: Sequence[Any]) -> str:
        text = json.dumps(list(said), ensure_ascii=False, sort_keys=True).encode()
        digest = hashlib.sha256(text).hexdigest()
        path = self._words_path(digest)
        if digest not in self._kept and not path.exists():
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text)
        self._kept.add(digest)
        return digest

    def _words_path(self, digest: str) -> Path:
        return self.folder / WORDS / digest[:2] / f"{digest}.json"

    def _read_head(self) -> tuple[int, str]:
        return _parsed_head(self._head.read_text(encoding="utf-8")) if self._head.exists() else (0, "")

    def _text_lines(self) -> Iterator[str]:
        # Line by line: the file of a year need not fit into memory.
        if self._lines.exists():
            with self._lines.open(encoding="utf-8") as lines:
                yield from (line.rstrip("\n") for line in lines)

    @contextmanager
    def _locked_head(self) -> Iterator[TextIO]:
        """Open the head and hold it against other processes: several action servers may write one audit."""
        with self._head.open("a+", encoding="utf-8") as head:
            fcntl.flock(head, fcntl.LOCK_EX)
            head.seek(0)
            yield head


def _parsed_head(text: str) -> tuple[int, str]:
    try:
        head = json.loads(text)
        return int(head["lines"]), str(head["seal"])
    except (ValueError, KeyError, TypeError):
        # A broken head must not stop the guide; the break shows when the chain is checked.
        return 0, ""


def seal(entry: dict[str, Any]) -> str:
    """Return the SHA-256 (hex) over a line without its own seal."""
    rest = {name: value for name, value in entry.items() if name != "seal"}
    return hashlib.sha256(json.dumps(rest, sort_keys=True, ensure_ascii=False).encode()).hexdigest()


def _wrong(entry: dict[str, Any], previous: str) -> str:
    if entry["previous"] != previous:
        return "does not follow the line before it; a line was removed, put in or edited"
    return "" if entry["seal"] == seal(entry) else "was edited: its seal does not fit"
