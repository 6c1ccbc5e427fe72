"""Every setting of the action server, read once from the environment, refused if wrong."""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path

from answers import AnswersError, Library, places
from answers.audit import Audit
from answers.ledger import Ledger
from answers.lines import Lines
from answers.live import LiveLibrary
from answers.outbox import Outbox


class SettingsError(AnswersError):
    """A setting has a value that cannot be used."""


def library() -> Library:
    """Return the library the actions answer from, as it stands on disk; raises ContentError, SettingsError."""
    return _live().current()


@cache
def audit() -> Audit:
    """Return where each turn leaves its line: GUIDE_AUDIT, or `.guide/audit`."""
    return places.audit()


@cache
def ledger() -> Ledger:
    """Return where questions without an answer are kept: GUIDE_LEDGER, or `.guide/unanswered.jsonl`."""
    return places.ledger()


@cache
def outbox() -> Outbox:
    """Return where requests for a call back are left for the clinic: GUIDE_OUTBOX, or `.guide/outbox.jsonl`."""
    return places.outbox()


@cache
def feedback() -> Lines:
    """Return where it is kept how answers were found: GUIDE_FEEDBACK, or `.guide/feedback.jsonl`."""
    return places.feedback()


@cache
def scripts_told() -> Lines:
    """Return where it is kept which scripts were told: GUIDE_SCRIPTS, or `.guide/scripts.jsonl`."""
    return places.scripts_told()


@cache
def _live() -> LiveLibrary:
    folder = Path(os.environ.get("GUIDE_CONTENT", "content"))
    if not folder.is_dir():
        raise SettingsError(f'GUIDE_CONTENT is "{folder}", which is no folder')
    return places.live(folder, os.environ.get("GUIDE_LANGUAGE", "en"))
