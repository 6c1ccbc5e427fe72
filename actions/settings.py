"""Every setting of the action server, read once from the environment, refused if wrong."""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path

from answers import AnswersError, Library
from answers.audit import Audit
from answers.ledger import Ledger
from answers.lines import Lines
from answers.live import LiveLibrary


class SettingsError(AnswersError):
    """A setting has a value that cannot be used."""


def library() -> Library:
    """Return the library the actions answer from, as it stands on disk; raises ContentError, SettingsError."""
    return _live().current()


@cache
def audit() -> Audit:
    """Return where each turn leaves its line: GUIDE_AUDIT, or `.guide/audit`."""
    return Audit(Path(os.environ.get("GUIDE_AUDIT", ".guide/audit")))


@cache
def ledger() -> Ledger:
    """Return where questions without an answer are kept: GUIDE_LEDGER, or `.guide/unanswered.jsonl`."""
    return Ledger(Path(os.environ.get("GUIDE_LEDGER", ".guide/unanswered.jsonl")))


@cache
def outbox() -> Lines:
    """Return where requests for a call back are left for the clinic: GUIDE_OUTBOX, or `.guide/outbox.jsonl`."""
    return Lines(Path(os.environ.get("GUIDE_OUTBOX", ".guide/outbox.jsonl")))


@cache
def feedback() -> Lines:
    """Return where it is kept how answers were found: GUIDE_FEEDBACK, or `.guide/feedback.jsonl`."""
    return Lines(Path(os.environ.get("GUIDE_FEEDBACK", ".guide/feedback.jsonl")))


@cache
def scripts_told() -> Lines:
    """Return where it is kept which scripts were told: GUIDE_SCRIPTS, or `.guide/scripts.jsonl`."""
    return Lines(Path(os.environ.get("GUIDE_SCRIPTS", ".guide/scripts.jsonl")))


@cache
def _live() -> LiveLibrary:
    folder = Path(os.environ.get("GUIDE_CONTENT", "content"))
    if not folder.is_dir():
        raise SettingsError(f'GUIDE_CONTENT is "{folder}", which is no folder')
    return LiveLibrary(folder, os.environ.get("GUIDE_LANGUAGE", "en"))
