"""Each check has a test file of its own, with lines it must catch and lines it must leave."""

from __future__ import annotations

from pathlib import Path

from answers.checks import rules


def test_every_check_has_its_test():
    tested = {path.stem.removeprefix("test_") for path in Path(__file__).parent.glob("test_*.py")}

    assert set(rules()) <= tested
