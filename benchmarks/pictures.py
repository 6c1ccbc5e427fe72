"""Draws what was measured, for a README: large type, colours that the colour-blind can tell apart, shapes besides."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import matplotlib
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from benchmarks.robustness import GROUPS, Compared, Gaps
from benchmarks.statistics import Judged, calibration_error, equal_count_bins

COLOURS = ("#0072B2", "#D55E00")
"""Of the palette of Okabe and Ito."""
SHAPES = ("o", "s")
GREY = "#6b6b6b"
LOOKS = {
    "font.size": 12,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.titlesize": 13,
    "axes.titlelocation": "left",
    # A picture drawn twice is the same file twice.
    "svg.hashsalt": "benchmarks",
}


def draw_reliability(curves: Mapping[str, Sequence[Judged]], path: Path) -> None:
    """Draw how often the guide was right against how sure it was, ten bins of as many turns each a curve."""
    with matplotlib.rc_context(LOOKS):
        figure = Figure(figsize=(6.4, 6.0), layout="constrained")
        axes = figure.add_subplot()
        axes.plot([0, 1], [0, 1], linestyle="--", color=GREY, linewidth=1, label="as right as it is sure")
        for (name, judged), colour, shape in zip(curves.items(), COLOURS, SHAPES, strict=True):
            _draw_curve(axes, f"{name} (ECE {calibration_error(judged):.3f})", judged, colour, shape)
        axes.set(xlim=(0, 1.02), ylim=(0, 1.02), aspect="equal")
        axes.set(xlabel="confidence reported", ylabel="share right", title="How far its confidence can be believed")
        axes.grid(color="#e3e3e3", linewidth=0.8)
        axes.legend(loc="lower right", frameon=True, framealpha=1, edgecolor="none")
        save(figure, path)


def _draw_curve(axes: Axes, label: str, judged: Sequence[Judged], colour: str, shape: str) -> None:
    bins = equal_count_bins(judged)
    right = [b.right.value for b in bins]
    below = [b.right.value - b.right.interval[0] for b in bins]
    above = [b.right.interval[1] - b.right.value for b in bins]
    axes.errorbar(
        [b.confidence for b in bins], right, yerr=[below, above], label=label,
        color=colour, marker=shape, markersize=7, linewidth=1.5, elinewidth=1.2, capsize=3,
    )  # fmt: skip


def draw_robustness(gaps: Gaps, path: Path) -> None:
    """Draw each group in a panel of its own, on one scale: every kind of bending from clean to bent."""
    kinds = list(gaps)
    lowest = 100 * min(min(one.clean.value, one.bent.value) for groups in gaps.values() for one in groups.values())
    with matplotlib.rc_context(LOOKS):
        figure = Figure(figsize=(11, 1.6 + 0.48 * len(kinds)), layout="constrained")
        panels = [figure.add_subplot(1, len(GROUPS), number + 1) for number in range(len(GROUPS))]
        for axes, group in zip(panels, GROUPS, strict=True):
            _draw_panel(axes, {n: gaps[kind][group.name] for n, kind in enumerate(kinds) if group.name in gaps[kind]})
            axes.set(title=group.name.capitalize(), xlabel="share right, %", ylim=(len(kinds) - 0.4, -0.6))
            # Room for the gap that is written to the left of the lowest point.
            axes.set_xlim(lowest - 0.35 * (100 - lowest) - 3, 101)
            axes.set_yticks(range(len(kinds)), kinds if axes is panels[0] else [""] * len(kinds))
        figure.legend(*panels[0].get_legend_handles_labels(), loc="outside lower right", ncols=2, frameon=False)
        save(figure, path)


def _draw_panel(axes: Axes, found: Mapping[int, Compared]) -> None:
    rows, colour = list(found), COLOURS[0]
    clean = [100 * one.clean.value for one in found.values()]
    bent = [100 * one.bent.value for one in found.values()]
    axes.hlines(rows, clean, bent, color=colour, linewidth=2, alpha=0.5)
    axes.scatter(clean, rows, s=60, facecolor="white", edgecolor=GREY, linewidth=1.6, zorder=3, label="as written")
    axes.scatter(bent, rows, s=60, color=colour, zorder=3, label="bent, with the gap in points")
    for row, left, one in zip(rows, map(min, clean, bent), found.values(), strict=True):
        axes.annotate(
            f"{one.gap:+.1f}", (left, row), xytext=(-9, 0), textcoords="offset points", ha="right", va="center"
        )
    axes.grid(axis="x", color="#e3e3e3", linewidth=0.8)
    axes.set_axisbelow(True)


def save(figure: Figure, path: Path) -> None:
    """Write a picture, the same file each time it is the same picture."""
    figure.savefig(path, format="svg", facecolor="white", metadata={"Date": None, "Creator": None})
