"""Measured rows to judge."""

from __future__ import annotations

import pytest


@pytest.fixture
def row():
    """Make a row: an item with what its turn ended in."""

    def _row(outcome, got=None, *, answers=(), given=(), offered=(), sure=0.5, **more):
        ended = {"got": got or outcome, "given": list(given), "offered": list(offered), "sure": sure}
        return {"id": "t-1", "text": "so", "outcome": outcome, "answers": list(answers), **ended, **more}

    return _row
