"""What making a peer took is kept where the comparison reads it."""

from __future__ import annotations

import subprocess
import sys

import pytest

from benchmarks.peers.rasa_default import __main__ as rasa_default
from benchmarks.peers.rasa_default import project, running
from benchmarks.peers.work import read_seconds, write_seconds


def test_what_is_written_can_be_read_again(tmp_path):
    write_seconds(tmp_path, {"words": 46.789, "epochs": None, "limit": 600})

    assert read_seconds(tmp_path) == {"words": 46.8, "epochs": None, "limit": 600}


def test_of_a_peer_that_was_never_made_nothing_is_known(tmp_path):
    assert read_seconds(tmp_path) == {}


@pytest.fixture
def train(tmp_path, monkeypatch):
    """Train with a command that ends at once; returns what is known then."""

    def _train(status=0):
        command = [sys.executable, "-c", f"raise SystemExit({status})"]
        monkeypatch.setattr(running, "start", lambda *_, **__: subprocess.Popen(command))
        assert running.train(tmp_path) == status
        return read_seconds(tmp_path)

    return _train


def test_a_training_leaves_its_seconds_beside_the_preparing(tmp_path, train):
    write_seconds(tmp_path, {"prepare": 3.0})
    found = train()

    assert found["train"] < 60 and (found["prepare"], found["cached"]) == (3.0, False)


def test_a_training_that_fails_leaves_nothing(train):
    assert train(status=1) == {}


def test_a_training_from_the_cache_does_not_replace_a_whole_one(tmp_path, train):
    write_seconds(tmp_path, {"train": 9000.0, "cached": False})
    (tmp_path / ".rasa/cache").mkdir(parents=True)

    assert train() == {"train": 9000.0, "cached": False}


@pytest.mark.parametrize("epochs, is_kept", [(25, True), (100, False)])
def test_preparing_anew_keeps_a_training_of_the_same_settings(tmp_path, monkeypatch, epochs, is_kept):
    monkeypatch.setattr(project, "write_project", lambda *_, **__: None)
    write_seconds(tmp_path, {"limit": None, "epochs": 25, "train": 9000.0})
    rasa_default.prepare(tmp_path, limit=None, epochs=epochs)
    found = read_seconds(tmp_path)

    assert ("train" in found) is is_kept and found["epochs"] == epochs
