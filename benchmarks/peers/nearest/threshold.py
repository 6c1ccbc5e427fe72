"""Finds the score below which a peer had better say that it does not know, on our own tests/questions."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from statistics import mean
from typing import Any

import numpy as np

from benchmarks.peers.labels import topic_of
from benchmarks.peers.rest import Rank, turn
from benchmarks.peers.store import Store
from tools.evaluate import is_right

STEPS = 41
MOST_REFUSED = 0.6
"""The largest share of messages that a threshold tried may refuse."""

Row = dict[str, Any]


def held_out(folder: Path) -> list[Row]:
    """Return the held-out questions of a folder that are one message with one outcome."""
    rows = [json.loads(line) for path in sorted(folder.glob("*.jsonl")) for line in path.read_text().splitlines()]
    return [row for row in rows if row.keys() >= {"text", "outcome", "answers"}]


def measured(row: Row, threshold: float, store: Store) -> Row:
    """Return a row with what its turn ends in."""
    _, report = turn(row["ranked"], threshold, store)
    return {**row, "got": report["outcome"], "given": report["answers"], "offered": report["offered"]}


def goodness(rows: Sequence[Row]) -> float:
    """Return the share of turns that end well, each outcome counting the same; an answer must have the right topic."""
    by_outcome = defaultdict(list)
    for row in rows:
        by_outcome[row["outcome"]].append(_ends_well(row))
    return mean(mean(ended) for ended in by_outcome.values())


def _ends_well(row: Row) -> bool:
    if row["outcome"] == "answer" and row["answers"]:
        return bool({topic_of(a) for a in row["given"]} & {topic_of(a) for a in row["answers"]})
    return is_right(row)


def best_threshold(rank: Rank, store: Store, items: Sequence[Row]) -> tuple[float, list[Row]]:
    """Return the best threshold for a ranking, and the items as they end with it."""
    ranked = [{**item, "ranked": rank(item["text"])} for item in items]
    tried = np.quantile([row["ranked"][0][1] for row in ranked], np.linspace(0, MOST_REFUSED, STEPS))
    best = max(map(float, tried), key=lambda threshold: goodness([measured(row, threshold, store) for row in ranked]))
    return best, [measured(row, best, store) for row in ranked]
