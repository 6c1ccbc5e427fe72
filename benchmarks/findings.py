"""Everything that is measured of the guide's understanding, and the same as plain data."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from benchmarks import judging, robustness
from benchmarks.failures import Failures, failures
from benchmarks.judging import Row, Shares
from benchmarks.robustness import Gaps
from benchmarks.statistics import Judged, calibration_error, equal_count_bins

OWN = "our own"
"""The name of our own held-out sets together."""


@dataclass(frozen=True)
class Findings:
    """What was found, of each set by its name, of each sign, of each kind of bending."""

    figures: Mapping[str, Shares]
    outcomes: Mapping[str, Shares]
    signs: Mapping[str, Shares]
    confidence: Mapping[str, list[Judged]]
    gaps: Gaps
    several: Shares
    split: Shares
    failures: Mapping[str, Failures]


def found(rows: Mapping[str, list[Row]], sets: Sequence[str]) -> Findings:
    """Return what the measured rows tell; `sets` names those that are sets of questions."""
    own = rows[OWN]
    return Findings(
        figures={name: judging.set_figures(rows[name]) for name in sets},
        outcomes={name: judging.outcome_shares(rows[name]) for name in sets},
        signs=judging.sign_shares(own),
        confidence={"answers": judging.judged_answers(own), "all but alarms": judging.judged_turns(own)},
        gaps=robustness.compared(rows["bent"], {row["id"]: row for row in own}),
        several=judging.several_shares(rows["several"]),
        split=judging.split_shares(rows["split"]),
        failures=failures(own, rows["bent"]),
    )


def as_json(findings: Findings) -> dict[str, Any]:
    """Return the findings as plain data."""
    return {
        "sets": {
            name: {"figures": _plain(shares), "outcomes": _plain(findings.outcomes[name])}
            for name, shares in findings.figures.items()
        },
        "signs": {sign: _plain(shares) for sign, shares in findings.signs.items()},
        "calibration": {
            name: {
                "expected calibration error": round(calibration_error(judged), 4),
                "bins of equal count": [one.figures() for one in equal_count_bins(judged)],
            }
            for name, judged in findings.confidence.items()
        },
        "robustness": {kind: _plain(groups) for kind, groups in findings.gaps.items()},
        "several questions in one message": _plain(findings.several),
        "signs over two messages": _plain(findings.split),
        "failures": _plain(findings.failures),
    }


class _Figures(Protocol):
    def figures(self) -> dict[str, Any]: ...


def _plain(shares: Mapping[str, _Figures]) -> dict[str, Any]:
    return {name: share.figures() for name, share in shares.items()}
