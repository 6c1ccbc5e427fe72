"""Measures the guide beside its peers. `python -m benchmarks.compare`.

One system at a time, over REST, on the same questions: how often it is right, how safe it is, how
fast, and what it costs. Writes figures, tables and pictures to benchmarks/results, and no question.
A system that is left out keeps what was measured of it on the same questions and machine.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from benchmarks.comparison.drawing import draw_comparison
from benchmarks.comparison.machine import describe
from benchmarks.comparison.measuring import QuestionSet, measure
from benchmarks.comparison.pages import Absent, comparison_page, number
from benchmarks.comparison.record import Comparison, Record, merged
from benchmarks.comparison.systems import SYSTEMS, NotServed
from benchmarks.findings import OWN
from benchmarks.tables import percent
from benchmarks.understanding import QUESTIONS, RESULTS, SETS

SECONDS = 10.0
TRIAL = Path("build/comparison")
"""Where a trial writes: it must not push out what was measured in full."""
# As the Makefile does: without kept bytecode each start takes twice as long.
_AS_MAKE = {"PYTHONDONTWRITEBYTECODE": "", "PYTHONPYCACHEPREFIX": str(Path(".cache/bytecode").resolve())}


def question_sets(also: Sequence[Path], limit: int | None = None) -> dict[str, QuestionSet]:
    """Return our own held-out sets as one, and each other by its name."""
    own = [QUESTIONS / f"{name}.jsonl" for name in SETS]
    return {OWN: QuestionSet.read(own, limit), **{path.stem: QuestionSet.read([path], limit) for path in also}}


def write(comparison: Comparison, absent: Absent, folder: Path) -> None:
    """Write figures, tables and pictures."""
    folder.mkdir(parents=True, exist_ok=True)
    text = json.dumps(comparison.as_json(), indent=1, ensure_ascii=False)
    (folder / "comparison.json").write_text(text + "\n", encoding="utf-8")
    (folder / "comparison.md").write_text(comparison_page(comparison, absent), encoding="utf-8")
    draw_comparison(comparison, folder)


def show(title: str, record: Record) -> None:
    """Print the figures of a system."""
    print(title)
    for own, answered in record.sets.items():
        for figure, share in answered.shares.items():
            print(f"  {own + ': ' + figure:44s} {percent(share):>24s}  of {share.n}")
    for figure, value in record.figures.items():
        print(f"  {figure:44s} {number(value):>24s}")


def main(arguments: list[str] | None = None) -> int:
    """Measure, write and print; return the exit status: 1 if a system that is there could not be measured."""
    options = _parser().parse_args(arguments)
    os.environ.update(_AS_MAKE)
    is_trial = bool(options.limit) or options.seconds < SECONDS
    folder = options.out or (TRIAL if is_trial else RESULTS)
    sets, machine = question_sets(options.also, options.limit), describe()
    hashes = {name: own.hash for name, own in sets.items()}
    absent = {name: lacks for name, system in SYSTEMS.items() if (lacks := system.lacks())}
    status = 0
    for name in options.systems:
        records = {}
        if name not in absent:
            print(f"Measuring {SYSTEMS[name].title} …", flush=True)
            try:
                records[name] = measure(SYSTEMS[name], sets, options.seconds, is_trial=is_trial)
            except (NotServed, RuntimeError) as error:
                absent[name], status = str(error), 1
        # After each, so that a run that is broken off keeps what it found.
        comparison = merged(Comparison.read(folder / "comparison.json"), machine, hashes, records)
        write(comparison, absent, folder)
        if name in records:
            show(SYSTEMS[name].title, records[name])
        else:
            print(f"{SYSTEMS[name].title}: not measured: {absent[name]}", flush=True)
    return status


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--systems", type=_named, default=list(SYSTEMS), help=f"of {', '.join(SYSTEMS)}")
    parser.add_argument("--also", type=Path, action="append", default=[], help="another labelled set, JSON lines")
    parser.add_argument("--limit", type=int, help=f"a trial on so many questions of each set, written to {TRIAL}")
    parser.add_argument("--seconds", type=float, default=SECONDS, help="how long many people talk at once")
    parser.add_argument("--out", type=Path, help="the folder to write to")
    return parser


def _named(text: str) -> list[str]:
    names = text.split(",")
    if unknown := [name for name in names if name not in SYSTEMS]:
        raise argparse.ArgumentTypeError(f"there is no {', '.join(unknown)}; there are {', '.join(SYSTEMS)}")
    return names


if __name__ == "__main__":
    sys.exit(main())
