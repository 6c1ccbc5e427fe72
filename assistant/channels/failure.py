"""What a channel says when all else fails. It needs nothing but the content on disk, read at start."""

from __future__ import annotations

from pathlib import Path

from answers.library import read_notice_alone


def failure_notice(content: Path, language: str = "en") -> str:
    """Return the failure notice with the clinic's numbers; raises ContentError at start, never in a turn."""
    return read_notice_alone(content, language, "failure")
