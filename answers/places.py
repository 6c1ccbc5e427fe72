"""Where a guide keeps what it leaves on its machine: one variable of the environment for each place."""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path

from answers.audit import Audit
from answers.ledger import Ledger
from answers.lines import Lines
from answers.live import LiveLibrary
from answers.outbox import Outbox

FOLDER = ".guide"


def place(variable: str, name: str) -> Path:
    """Return the path that a variable of the environment names, or the file of that name in `.guide`."""
    return Path(os.environ.get(variable) or f"{FOLDER}/{name}")


def audit() -> Audit:
    """Return where each turn leaves its line: GUIDE_AUDIT, or `.guide/audit`."""
    return Audit(place("GUIDE_AUDIT", "audit"))


def ledger() -> Ledger:
    """Return where questions without an answer are kept: GUIDE_LEDGER, or `.guide/unanswered.jsonl`."""
    return Ledger(place("GUIDE_LEDGER", "unanswered.jsonl"))


def outbox() -> Outbox:
    """Return where requests for a call back are left for the clinic: GUIDE_OUTBOX, or `.guide/outbox.jsonl`."""
    return Outbox(place("GUIDE_OUTBOX", "outbox.jsonl"))


def feedback() -> Lines:
    """Return where it is kept how answers were found: GUIDE_FEEDBACK, or `.guide/feedback.jsonl`."""
    return Lines(place("GUIDE_FEEDBACK", "feedback.jsonl"))


def scripts_told() -> Lines:
    """Return where it is kept which scripts were told: GUIDE_SCRIPTS, or `.guide/scripts.jsonl`."""
    return Lines(place("GUIDE_SCRIPTS", "scripts.jsonl"))


@cache
def live(folder: Path, language: str) -> LiveLibrary:
    """Return the one library that everything in this process reads; raises ContentError."""
    return LiveLibrary(folder, language)
