"""The systems that are compared: how each is started, what it needs to be there, and what making it took."""

from __future__ import annotations

import importlib.metadata
import json
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from benchmarks.peers.rasa_default.environment import PYTHON
from benchmarks.peers.rasa_default.running import MODEL
from benchmarks.peers.work import NEAREST, RASA_DEFAULT, read_seconds
from benchmarks.turn import measure_training
from tools.server import free_port, running, wait_until_ready

PATIENCE = 600.0
OURS = "ours"
Server = AbstractContextManager[tuple[str, int]]
Made = tuple[float | None, tuple[str, ...]]
"""The seconds that making a system took, if known, and what a reader must know beside that."""


class NotServed(Exception):
    """A system that is there does not answer."""


@dataclass(frozen=True)
class System:
    """Something that answers over REST."""

    title: str
    is_what: str
    start: Callable[[], Server]
    """Starts it; yields the address and the process id once the server listens."""
    lacks: Callable[[], str | None]
    """Tells what is not there yet and what to run; None if everything is."""
    made: Callable[[], Made]
    versions: Callable[[], dict[str, str]]


@contextmanager
def _ours() -> Iterator[tuple[str, int]]:
    with tempfile.TemporaryDirectory() as folder:
        # Nobody asked these: they belong in no audit, and not in the ledger that editors learn from.
        audit, ledger = f"{folder}/audit", f"{folder}/unanswered.jsonl"
        with running(None, PATIENCE, GUIDE_AUDIT=audit, GUIDE_LEDGER=ledger) as server:
            yield server


def _ours_lacks() -> str | None:
    return None if Path("models/guide.tar.gz").exists() else "it is not trained; run `make train`"


def _ours_made() -> Made:
    return measure_training(), ("Its adapter of the encoder is kept in the repository: training does not make it.",)


@contextmanager
def _peer(ready: str, *command: str) -> Iterator[tuple[str, int]]:
    port = free_port()
    process = subprocess.Popen(
        [sys.executable, "-W", "ignore", "-m", *command, "--port", str(port)],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    try:
        wait_until_ready(f"http://127.0.0.1:{port}{ready}", process, PATIENCE)
        yield f"http://127.0.0.1:{port}", process.pid
    finally:
        process.terminate()
        process.wait(90)


def _nearest_lacks() -> str | None:
    # The thresholds are the last thing that is written.
    is_there = (NEAREST / "thresholds.json").exists()
    return None if is_there else "it is not prepared; run `python -m benchmarks.peers.nearest prepare`"


def _nearest_made(peer: str) -> Made:
    return read_seconds(NEAREST).get(peer), ()


def _nearest(peer: str, is_what: str) -> System:
    start = partial(_peer, "/health", "benchmarks.peers.nearest", "serve", peer)
    package = "onnxruntime" if peer == "meaning" else "scikit-learn"
    return System(f"Nearest, {peer}", is_what, start, _nearest_lacks, partial(_nearest_made, peer), _own(package))


@contextmanager
def _rasa_default() -> Iterator[tuple[str, int]]:
    # Conversations of earlier runs would be one more thing that differs between two runs.
    (RASA_DEFAULT / "conversations.db").unlink(missing_ok=True)
    with _peer("/", "benchmarks.peers.rasa_default", "serve") as server:
        yield server


def _rasa_default_lacks() -> str | None:
    run = "`python -m benchmarks.peers.rasa_default"
    if not PYTHON.exists():
        return f"its environment is not there; run {run} install`, then the same with `prepare` and with `train`"
    if not (RASA_DEFAULT / f"models/{MODEL}.tar.gz").exists():
        return f"it is not trained; run {run} prepare`, then the same with `train`"
    return None


def _rasa_default_made() -> Made:
    found = read_seconds(RASA_DEFAULT)
    remarks = {
        "epochs": "It was trained for {} epochs in place of Rasa's 100.",
        "limit": "It learned from about {} examples only: a trial, no measure.",
        "cached": "A part of its training came out of Rasa's cache.",
    }
    told = tuple(text.format(found[name]) for name, text in remarks.items() if found.get(name))
    return (found.get("prepare", 0.0) + found["train"] if "train" in found else None), told


def _rasa_default_versions() -> dict[str, str]:
    code = "import importlib.metadata as m, json, platform as p; print(json.dumps({'Python': p.python_version(), "
    code += "**{name: m.version(name) for name in ('rasa', 'tensorflow')}}))"
    return json.loads(subprocess.run([PYTHON, "-c", code], capture_output=True, check=True).stdout)


def _own(*packages: str) -> Callable[[], dict[str, str]]:
    return lambda: {package: importlib.metadata.version(package) for package in packages}


SYSTEMS = {
    OURS: System("The guide", "this repository", _ours, _ours_lacks, _ours_made, _own("rasa", "onnxruntime")),
    "words": _nearest("words", "TF-IDF: the label of the nearest document"),
    "bm25": _nearest("bm25", "BM25: the same"),
    "meaning": _nearest("meaning", "sentence vectors of plain MiniLM: the same"),
    "rasa-default": System(
        "Rasa as it comes", "Rasa's own default pipeline and policies, with TensorFlow",
        _rasa_default, _rasa_default_lacks, _rasa_default_made, _rasa_default_versions,
    ),
}  # fmt: skip
