"""What was measured of each system, as it is kept in `comparison.json`, and joined with what was measured earlier."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from benchmarks.comparison.machine import Machine
from benchmarks.judging import Shares
from benchmarks.statistics import Share

Hashes = Mapping[str, str]
"""Of each set of questions by its name: the hash of what stands in its files."""


@dataclass(frozen=True)
class Answered:
    """One set of questions, and how a system did on it."""

    hash: str
    shares: Shares


@dataclass(frozen=True)
class Record:
    """Everything measured of one system in one run."""

    date: str
    sets: Mapping[str, Answered]
    figures: Mapping[str, float]
    """Speed and cost, by name; one that could not be measured is not there."""
    versions: Mapping[str, str]
    remarks: tuple[str, ...] = ()
    """What a reader must know beside the figures."""


@dataclass(frozen=True)
class Comparison:
    """The systems measured on one machine, by name."""

    machine: Machine
    records: Mapping[str, Record]

    @classmethod
    def read(cls, path: Path) -> Comparison | None:
        """Return what was written earlier, or None."""
        if not path.exists():
            return None
        content = json.loads(path.read_text(encoding="utf-8"))
        return cls(content["machine"], {name: _record(own) for name, own in content["systems"].items()})

    def as_json(self) -> dict[str, Any]:
        """Return it as plain data."""
        return {"machine": self.machine, "systems": {name: _plain(own) for name, own in self.records.items()}}


def _record(own: dict[str, Any]) -> Record:
    sets = {name: Answered(one["hash"], _shares(one["figures"])) for name, one in own["sets"].items()}
    return Record(own["date"], sets, own["figures"], own["versions"], tuple(own["remarks"]))


def _shares(figures: Mapping[str, Mapping[str, int]]) -> Shares:
    return {name: Share(one["right"], one["n"]) for name, one in figures.items()}


def _plain(record: Record) -> dict[str, Any]:
    sets = {
        name: {"hash": one.hash, "figures": {figure: share.figures() for figure, share in one.shares.items()}}
        for name, one in record.sets.items()
    }
    figures = {name: round(value, 2) for name, value in record.figures.items()}
    return {**asdict(record), "sets": sets, "figures": figures, "remarks": list(record.remarks)}


def merged(earlier: Comparison | None, machine: Machine, hashes: Hashes, records: Mapping[str, Record]) -> Comparison:
    """Return new records with those of an earlier run that were measured on the same machine and questions.

    A system measured again replaces the whole of its earlier record, so that one record is of one day.
    """
    kept = earlier.records if earlier and earlier.machine == machine else {}
    same = {name: record for name, record in kept.items() if _is_of(hashes, record)}
    return Comparison(machine, {**same, **records})


def _is_of(hashes: Hashes, record: Record) -> bool:
    """Whether a record is of the same questions, wherever it is of a set of the same name."""
    return all(answered.hash == hashes.get(name, answered.hash) for name, answered in record.sets.items())
