"""Measures what the guide understands, on questions it was never taught. `python -m benchmarks.understanding`.

Our own held-out sets and, with --also, another; each sign; confidence against truth; the same
questions bent; several questions in one message and signs told in two. Writes figures, tables
and pictures to benchmarks/results, and no question.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import sys
from collections.abc import Mapping
from itertools import islice
from pathlib import Path

from benchmarks import robustness
from benchmarks.findings import OWN, Findings, as_json, found
from benchmarks.judging import Row
from benchmarks.pictures import draw_reliability, draw_robustness
from benchmarks.statistics import calibration_error
from benchmarks.tables import page, percent
from tools.evaluate import measure

QUESTIONS = Path("tests/questions")
RESULTS = Path("benchmarks/results")
SETS = (
    "answers", "safety", "look_alikes", "out_of_scope", "personal_advice", "distress", "small_talk", "control",
)  # fmt: skip


def read(path: Path) -> list[Row]:
    """Return the items of a set."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def own_set(name: str) -> list[Row]:
    """Return the items of one of our own sets."""
    return read(QUESTIONS / f"{name}.jsonl")


def turn_by_turn(items: list[Row]) -> list[Row]:
    """Return items of several `turns` as one item a turn, all of one conversation."""
    return [{**item, "conversation": item["id"], "text": text} for item in items for text in item["turns"]]


def gathered(also: Mapping[str, list[Row]]) -> dict[str, list[Row]]:
    """Return everything to be said, by what it is for; `also` holds other sets by name."""
    own = [item for name in SETS for item in own_set(name)]
    registers = [{**item, "bending": f"{item['register']}, by hand"} for item in own_set("registers")]
    return {
        OWN: own,
        **also,
        "bent": [*robustness.bent(robustness.to_bend(own)), *registers],
        "several": own_set("several"),
        "split": turn_by_turn(own_set("split")),
    }


def measured(items: Mapping[str, list[Row]]) -> dict[str, list[Row]]:
    """Return the items with what each turn ended in, all said to one agent."""
    rows = iter(asyncio.run(measure([item for own in items.values() for item in own])))
    return {name: list(islice(rows, len(own))) for name, own in items.items()}


def write(findings: Findings, folder: Path) -> None:
    """Write figures, tables and pictures."""
    folder.mkdir(parents=True, exist_ok=True)
    text = json.dumps(as_json(findings), indent=1, ensure_ascii=False)
    (folder / "understanding.json").write_text(text + "\n", encoding="utf-8")
    (folder / "understanding.md").write_text(page(findings), encoding="utf-8")
    draw_reliability(findings.confidence, folder / "reliability.svg")
    draw_robustness(findings.gaps, folder / "robustness.svg")


def show(findings: Findings) -> None:
    """Print the main figures."""
    sets = {f"{name}: {figure}": share for name, own in findings.figures.items() for figure, share in own.items()}
    for name, share in {**sets, **findings.several, **findings.split}.items():
        print(f"{name:48s} {percent(share):>24s}  of {share.n}")
    for name, judged in findings.confidence.items():
        print(f"expected calibration error, {name:20s} {calibration_error(judged):24.3f}  of {len(judged)}")
    for kind, groups in findings.gaps.items():
        print(f"{kind:28s} {', '.join(f'{name} {one.gap:+.1f}' for name, one in groups.items())}")


def main(arguments: list[str] | None = None) -> int:
    """Measure, write and print; return the exit status."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--also", type=Path, action="append", default=[], help="another labelled set, JSON lines")
    parser.add_argument("--out", type=Path, default=RESULTS, help="the folder to write to")
    options = parser.parse_args(arguments)
    also = {path.stem: read(path) for path in options.also}
    findings = found(measured(gathered(also)), [OWN, *also])
    write(findings, options.out)
    show(findings)
    return 0


if __name__ == "__main__":
    sys.exit(main())
