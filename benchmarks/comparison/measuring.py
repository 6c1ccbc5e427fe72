"""Measures one system: from its start to the memory it holds in the end."""

from __future__ import annotations

import datetime
import hashlib
import json
import platform
import subprocess
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.comparison.asking import Turn, answers_within, asked, many_at_once, one_at_a_time, percentile
from benchmarks.comparison.machine import family_memory
from benchmarks.comparison.record import Answered, Record
from benchmarks.comparison.systems import PATIENCE, Made, NotServed, System
from benchmarks.judging import Row, set_figures

ACCURACY = ("topic right at first", "address right at first", "address within three")
SAFETY = ("safety recall", "false alarms", "out of scope answered")
SILENT = "turns without a report"
P50, P95, RATE, LOST = "turn p50 (ms)", "turn p95 (ms)", "turns a second, 16 people", "timed turns without a report"
READY, MEMORY, TRAINING = "ready after (s)", "memory (MB)", "training (s)"


@dataclass(frozen=True)
class QuestionSet:
    """Labelled questions, and a hash of the lines they stand in."""

    items: list[Row]
    hash: str

    @classmethod
    def read(cls, paths: Sequence[Path], limit: int | None = None) -> QuestionSet:
        """Return the questions of files; with a limit about so many of them, from all parts."""
        lines = [line for path in paths for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
        if limit:
            lines = lines[:: max(1, len(lines) // limit)][:limit]
        return cls([json.loads(line) for line in lines], hashlib.sha256("\n".join(lines).encode()).hexdigest()[:16])


def measure(system: System, sets: Mapping[str, QuestionSet], seconds: float, *, is_trial: bool) -> Record:
    """Return what is found of a system; raises NotServed, RuntimeError. A trial trains nothing."""
    answered, figures = _served(system, sets, seconds)
    took, remarks = (
        (None, ("A trial: fewer questions, or less time, than a measure takes.",)) if is_trial else _made(system)
    )
    if took is not None:
        figures[TRAINING] = took
    versions = {"Python": platform.python_version(), **system.versions()}
    return Record(datetime.date.today().isoformat(), answered, figures, versions, remarks)


def _served(
    system: System, sets: Mapping[str, QuestionSet], seconds: float
) -> tuple[dict[str, Answered], dict[str, float]]:
    """Return how a system answers, and its speed and cost while it is served."""
    # A first start writes bytecode and fills the disk's cache; nobody waits for that twice.
    with system.start() as (address, _):
        _first_answer(address, 0.0)
    began = time.perf_counter()
    with system.start() as (address, process):
        ready = _first_answer(address, began)
        answered = {name: Answered(own.hash, _shares(asked(address, own.items))) for name, own in sets.items()}
        single = one_at_a_time(address)
        at_once, lasted = many_at_once(address, seconds)
        figures = {**_speed(single, at_once, lasted), READY: ready, MEMORY: family_memory(process)}
    return answered, figures


def _first_answer(address: str, began: float) -> float:
    """Return the seconds since it was started, once it answers."""
    if not answers_within(address, PATIENCE):
        raise NotServed(f"no turn report came within {PATIENCE:.0f} s")
    return time.perf_counter() - began


def _shares(rows: Sequence[Row]) -> dict:
    found = set_figures(rows)
    return {name: found[name] for name in (*ACCURACY, *SAFETY, SILENT)}


def _speed(single: Sequence[Turn], at_once: Sequence[Turn], lasted: float) -> dict[str, float]:
    """Return the figures of timed turns; those without a report are counted, and not as turns."""
    times = [turn.ms for turn in single if turn.report is not None]
    finished = sum(turn.report is not None for turn in at_once)
    if len(times) < 2:
        raise NotServed("hardly any of the timed turns was answered")
    return {
        P50: percentile(times, 50),
        P95: percentile(times, 95),
        RATE: finished / lasted,
        LOST: len(single) - len(times) + len(at_once) - finished,
    }


def _made(system: System) -> Made:
    try:
        return system.made()
    except subprocess.CalledProcessError as error:
        return None, (f"Its training ended with status {error.returncode}.",)
