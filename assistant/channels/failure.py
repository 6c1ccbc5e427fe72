"""What a channel says when all else fails. It needs nothing but the content on disk, read at start."""

from __future__ import annotations

from pathlib import Path

from answers import Library


def failure_notice(content: Path) -> str:
    """Return the failure notice with the clinic's numbers; raises ContentError at start, never in a turn."""
    return Library.load(content).notice("failure")
