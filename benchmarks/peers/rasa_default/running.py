"""Trains and serves the peer with Rasa's own commands, in its own environment."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

from benchmarks.peers.rasa_default.environment import PYTHON, ROOT, NotInstalled
from benchmarks.peers.store import STORE_VARIABLE
from benchmarks.peers.work import read_seconds, write_seconds
from tools.server import free_port

MODEL = "rasa-default"
STORE = "store.json"
ADDRESS_VARIABLE = "PEER_ACTIONS"
"""The environment variable that tells Rasa where the action server is."""


def train(work: Path) -> int:
    """Run `rasa train` on the project in a folder; return its exit status."""
    cached, began = (work / ".rasa/cache").exists(), time.perf_counter()
    status = start("rasa", "train", "--fixed-model-name", MODEL, work=work, folder=work).wait()
    if status == 0:
        _note_training(work, time.perf_counter() - began, cached=cached)
    return status


def _note_training(work: Path, seconds: float, *, cached: bool) -> None:
    """Write what a training took; one that began with an earlier one's cache does not replace the whole one's."""
    earlier = read_seconds(work)
    if "train" not in earlier or not cached:
        write_seconds(work, {**earlier, "train": seconds, "cached": cached})


def serve(work: Path, port: int) -> int:
    """Run Rasa and its action server until one of them ends or we are told to; return the exit status."""
    action_port = free_port()
    settings = {
        STORE_VARIABLE: str((work / STORE).resolve()),
        ADDRESS_VARIABLE: f"http://127.0.0.1:{action_port}/webhook",
    }
    # `python -m rasa_sdk` is the lighter of the two commands Rasa's documentation gives: it imports no TensorFlow.
    actions = ("rasa_sdk", "--actions", "benchmarks.peers.rasa_default.actions", "--port", str(action_port))
    rasa = ("rasa", "run", "--model", f"models/{MODEL}.tar.gz", "--interface", "127.0.0.1", "--port", str(port))
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    processes = []
    try:
        processes.append(start(*actions, work=work, folder=ROOT, **settings))
        processes.append(start(*rasa, work=work, folder=work, **settings))
        while all(process.poll() is None for process in processes):
            time.sleep(0.2)
        return 1
    except KeyboardInterrupt:
        return 0
    finally:
        for process in processes:
            process.terminate()
        for process in processes:
            process.wait(30)


def start(*module: str, work: Path, folder: Path, **settings: str) -> subprocess.Popen:
    """Start a module of the peer's environment in a folder; raises NotInstalled."""
    if not PYTHON.exists():
        raise NotInstalled("the environment is missing; run `python -m benchmarks.peers.rasa_default install`")
    # Bytecode is kept, and outside the environment, as the Makefile does for the guide: the same start for both.
    quiet = {
        "PYTHONDONTWRITEBYTECODE": "",
        "PYTHONPYCACHEPREFIX": str((work / "bytecode").resolve()),
        "PYTHONWARNINGS": "ignore",
        "SQLALCHEMY_SILENCE_UBER_WARNING": "1",
        "TF_CPP_MIN_LOG_LEVEL": "3",
        "RASA_TELEMETRY_ENABLED": "false",
    }
    return subprocess.Popen([PYTHON, "-m", *module], cwd=folder, env={**os.environ, **quiet, **settings})
