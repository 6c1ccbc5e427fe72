"""Whole conversations, run by Rasa's own test command."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from answers.document import load_yaml

ROOT = Path(__file__).resolve().parents[2]
STORIES = ROOT / "tests/conversations"
CONVERSATIONS, TURNS = 150, 1000


def stories():
    for path in sorted(STORIES.glob("*.yml")):
        yield from load_yaml(path.read_text(encoding="utf-8"))["stories"]


def test_there_are_enough_of_them_and_each_has_its_name():
    found = list(stories())

    assert len(found) >= CONVERSATIONS
    assert sum("user" in step for story in found for step in story["steps"]) >= TURNS
    assert len({story["story"] for story in found}) == len(found)


def test_every_conversation_goes_as_it_should(tmp_path):
    command = [Path(sys.executable).with_name("rasa"), "test", "core", "--e2e", "--model", "models", "--no-plot"]
    command += ["--stories", str(STORIES), "--out", str(tmp_path), "--fail-on-prediction-errors"]
    done = subprocess.run(
        [sys.executable, "-W", "ignore", *command],
        cwd=ROOT, env={**os.environ, "RASA_TELEMETRY_ENABLED": "false"}, capture_output=True, text=True, check=False,
    )  # fmt: skip

    assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-3000:]
