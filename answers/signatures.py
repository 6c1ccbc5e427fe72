"""What a clinic's reviewers signed: an append-only file in which each line seals the one before it.

A signature holds the hash of a section's words, the facts and the sources behind them; any later change
drops it. The seal shows a line edited, removed or put in by hand; with GUIDE_SIGNING_KEY set, nobody
without the key can make one.
"""

from __future__ import annotations

import calendar
import datetime
import fcntl
import hashlib
import hmac
import json
import os
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

from answers.errors import AnswersError, Problem

FILE = "signatures.jsonl"
MONTHS = {"drug": 6}
MONTHS_OTHERWISE = 12


@dataclass(frozen=True)
class Signature:
    """One section signed by one person on one day."""

    address: str
    language: str
    hash: str
    name: str
    role: str
    date: str

    @property
    def expires(self) -> datetime.date:
        """The first day on which it no longer counts."""
        signed = datetime.date.fromisoformat(self.date)
        months = MONTHS.get(self.address.partition("/")[0], MONTHS_OTHERWISE)
        years, month = divmod(signed.month - 1 + months, 12)
        year, month = signed.year + years, month + 1
        return datetime.date(year, month, min(signed.day, calendar.monthrange(year, month)[1]))


def read_signatures(path: Path, shown: str, language: str) -> tuple[dict[str, Signature], list[Problem]]:
    """Return the newest signature of each address, and each line that is not what was written."""
    signatures: dict[str, Signature] = {}
    problems = []
    previous = ""
    for number, line in enumerate(_lines(path), start=1):
        signature, seal, wrong = _read(line, previous)
        if signature is None:
            # Nothing behind a broken line can be trusted to be whole.
            problems.append(Problem(shown, number, wrong))
            break
        previous = seal
        if signature.language == language:
            signatures[signature.address] = signature
    return signatures, problems


def sign(path: Path, signature: Signature) -> None:
    """Append a signature; raises AnswersError if the file before it is not whole."""
    with path.open("a", encoding="utf-8") as file:
        # Two who sign at once must not both follow the same line: that would break the chain.
        fcntl.flock(file, fcntl.LOCK_EX)
        entry = {**asdict(signature), "previous": _last_seal(path)}
        file.write(json.dumps({**entry, "seal": _seal(entry)}, ensure_ascii=False) + "\n")


def _last_seal(path: Path) -> str:
    previous = ""
    for number, line in enumerate(_lines(path), start=1):
        found, previous, wrong = _read(line, previous)
        if found is None:
            raise AnswersError(f"{path}:{number}: {wrong}")
    return previous


def _lines(path: Path) -> Iterator[str]:
    if path.exists():
        yield from path.read_text(encoding="utf-8").splitlines()


def _read(line: str, previous: str) -> tuple[Signature | None, str, str]:
    """Return the signature of a line and its seal, or None and what is wrong with it."""
    try:
        entry = json.loads(line)
        seal = entry.pop("seal")
        signature = Signature(**{name: entry[name] for name in Signature.__dataclass_fields__})
        datetime.date.fromisoformat(signature.date)
    except (ValueError, KeyError, TypeError, AttributeError):
        return None, "", "is no signature; it was cut off or edited by hand"
    if entry.get("previous") != previous:
        return None, "", "does not follow the line before it; a line was removed or put in by hand"
    if not hmac.compare_digest(seal, _seal(entry)):
        return None, "", f'the seal of "{signature.address}" is broken; the line was edited by hand'
    return signature, seal, ""


def _seal(entry: Mapping[str, str]) -> str:
    text = json.dumps(entry, sort_keys=True, ensure_ascii=False).encode()
    key = os.environ.get("GUIDE_SIGNING_KEY", "")
    return hmac.new(key.encode(), text, hashlib.sha256).hexdigest() if key else hashlib.sha256(text).hexdigest()
