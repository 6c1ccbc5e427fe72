"""Writes what was found as a page of Markdown tables."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from benchmarks.findings import Findings
from benchmarks.judging import Shares
from benchmarks.robustness import GROUPS, Compared, Gaps
from benchmarks.statistics import Share, calibration_error

_PAGE = """# What the guide understands

Made by `python -m benchmarks.understanding`; not to be edited. Every question here is held out: none is taught
(`tests/questions/test_sets.py` holds that), though the thresholds were chosen on our own sets. In brackets the 95 %
interval (Wilson).

## On whole sets

*Right at first*: what is sent without asking back. *Named*: the very section the question was labelled with, where
*right* takes any that answers it. *Refused*: neither an answer nor a choice. A *look-alike* sounds like a sign and is
none; it is written to raise a false alarm.

{figures}
Share right of each outcome, the look-alikes among them:

{outcomes}
## Each sign, worst first

{signs}
## Confidence

Of answerable questions that got an answer: the confidence reported, and whether the topic was right. Of all turns but
alarms and choices: the same, and whether the outcome was right.

![How often it is right, against how sure it is](reliability.svg)

{calibration}
## The same questions, bent

A sample of at most 600 questions, 300 messages of danger and 300 others, each bent by a function of
`benchmarks/bending.py`; and rewritten by hand, fewer. In bold the gap in points.

![What each kind of bending costs](robustness.svg)

{gaps}
## Several questions in one message

{several}
## Signs told in two messages

{split}"""


def page(findings: Findings) -> str:
    """Return the findings as a page of"""
    return _PAGE.format(
        figures=set_table("Figure", findings.figures),
        outcomes=set_table("Outcome wanted", findings.outcomes),
        signs=sign_table(findings.signs),
        calibration=table(
            ["Turns", "n", "expected calibration error"],
            [[name, f"{len(own):,}", f"{calibration_error(own):.3f}"] for name, own in findings.confidence.items()],
        ),
        gaps=gap_table(findings.gaps),
        several=set_table("Figure", {"messages": findings.several}),
        split=set_table("Figure", {"conversations": findings.split}),
    )


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a Markdown table; all columns but the first hold figures."""
    lines = [head, ["---", *["---:"] * (len(head) - 1)], *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines) + "\n"


def percent(share: Share | None) -> str:
    """Return a share with its interval, or a dash where there is nothing to count."""
    if share is None or not share.n:
        return "–"
    low, high = share.interval
    return f"{100 * share.value:.1f} % ({100 * low:.1f}–{100 * high:.1f})"


def set_table(first: str, sets: Mapping[str, Shares]) -> str:
    """Return one row a figure and two columns a set: the share and of how many."""
    head = [first, *(column for name in sets for column in (name, "of"))]
    figures = list(dict.fromkeys(figure for shares in sets.values() for figure in shares))
    rows = [[figure, *(cell for shares in sets.values() for cell in _cells(shares.get(figure)))] for figure in figures]
    return table(head, rows)


def _cells(share: Share | None) -> tuple[str, str]:
    return percent(share), f"{share.n:,}" if share else "0"


def sign_table(signs: Mapping[str, Shares]) -> str:
    """Return one row a sign, in the order given."""
    figures = list(next(iter(signs.values())))
    rows = [[f"`{sign}`", *(_counts(shares[figure]) for figure in figures)] for sign, shares in signs.items()]
    return table(["Sign", *figures], rows)


def _counts(share: Share) -> str:
    return f"{share.right} of {share.n}"


def gap_table(gaps: Gaps) -> str:
    """Return one row a kind of bending and one column a group: clean, bent, and the gap in points."""
    names = [group.name for group in GROUPS]
    rows = [[kind, *(_gap(own.get(name)) for name in names)] for kind, own in gaps.items()]
    return table(["Bent by", *names], rows)


def _gap(found: Compared | None) -> str:
    if found is None:
        return "–"
    return f"{100 * found.clean.value:.1f} → {100 * found.bent.value:.1f} % (**{found.gap:+.1f}**, n {found.bent.n})"
