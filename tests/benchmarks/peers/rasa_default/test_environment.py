"""Which Python and which uv build the peer's environment."""

from __future__ import annotations

import shutil

import pytest

from benchmarks.peers.rasa_default import environment


def test_a_python_that_does_not_run_is_passed_over(monkeypatch, tmp_path):
    """pyenv leaves a `python3.10` on the path that only says that it is not switched on."""
    python = tmp_path / "versions/3.10.13/bin/python"
    python.parent.mkdir(parents=True)
    python.write_text("#!/bin/sh\n")
    python.chmod(0o755)
    broken = tmp_path / "python3.10"
    broken.write_text("#!/bin/sh\nexit 127\n")
    broken.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/bin")
    monkeypatch.setenv("PYENV_ROOT", str(tmp_path))

    assert environment.find_python() == str(python)


def test_without_a_python_uv_is_asked_to_fetch_one(monkeypatch, tmp_path):
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setenv("PYENV_ROOT", str(tmp_path))

    assert environment.find_python() == "3.10"


def test_without_uv_the_operator_is_told_how_to_get_it(monkeypatch, tmp_path):
    monkeypatch.setattr(shutil, "which", lambda name: None)
    monkeypatch.setattr(environment, "ROOT", tmp_path)

    with pytest.raises(environment.NotInstalled, match="make install"):
        environment.find_uv()


def test_the_lock_holds_the_rasa_and_the_tensorflow_that_the_peer_is_named_for():
    lock = environment.LOCK.read_text().splitlines()

    assert {"rasa==3.6.21 \\", "tensorflow==2.12.0 \\"} <= set(lock)
