"""Draws the comparison: one picture a question, one panel a figure, one line a system, ours first and filled."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import cycle
from pathlib import Path

import matplotlib
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.ticker import FuncFormatter, LogLocator, NullLocator

from benchmarks.comparison.measuring import ACCURACY, MEMORY, P50, P95, RATE, READY, SAFETY, TRAINING
from benchmarks.comparison.pages import number
from benchmarks.comparison.record import Comparison, Record
from benchmarks.comparison.systems import OURS, SYSTEMS
from benchmarks.pictures import COLOURS, GREY, LOOKS, SHAPES, save

_BETTER_LESS = frozenset({"false alarms", "out of scope answered", P50, P95, READY, MEMORY, TRAINING})
"""The figures of which less is better."""


_FAR = 30
"""How many times the smallest value the largest must be for a scale of powers of ten."""


@dataclass(frozen=True)
class _Point:
    """A value, the ends of its whisker, and how it is written."""

    value: float
    low: float
    high: float
    text: str


_Read = Callable[[Record, str], _Point | None]
"""Returns a record's point of a figure, or None if it has none."""


def draw_comparison(comparison: Comparison, folder: Path) -> None:
    """Draw all four pictures."""
    sets = list(dict.fromkeys(name for record in comparison.records.values() for name in record.sets))
    shares = {name: _share_of(name) for name in sets}
    _draw(comparison, ACCURACY, shares, folder / "accuracy.svg", is_share=True)
    _draw(comparison, SAFETY, shares, folder / "safety.svg", is_share=True)
    _draw(comparison, (P50, P95, RATE), {"": _figure}, folder / "speed.svg", is_share=False)
    _draw(comparison, (READY, MEMORY, TRAINING), {"": _figure}, folder / "cost.svg", is_share=False)


def _share_of(own: str) -> _Read:
    def read(record: Record, figure: str) -> _Point | None:
        share = record.sets[own].shares.get(figure) if own in record.sets else None
        if share is None or not share.n:
            return None
        low, high = share.interval
        return _Point(100 * share.value, 100 * low, 100 * high, f"{100 * share.value:.1f}")

    return read


def _figure(record: Record, figure: str) -> _Point | None:
    value = record.figures.get(figure)
    return None if value is None else _Point(value, value, value, number(value))


def _draw(
    comparison: Comparison, figures: Sequence[str], series: Mapping[str, _Read], path: Path, *, is_share: bool
) -> None:
    with matplotlib.rc_context(LOOKS):
        height = 1.6 + len(SYSTEMS) * (0.35 + 0.25 * len(series))
        picture = Figure(figsize=(11, height), layout="constrained")
        panels = [picture.add_subplot(1, len(figures), place + 1) for place in range(len(figures))]
        for axes, figure in zip(panels, figures, strict=True):
            drawn = _draw_panel(axes, comparison, figure, series)
            _dress(axes, figure, drawn, is_share=is_share)
        panels[0].set_yticks(range(len(SYSTEMS)), [system.title for system in SYSTEMS.values()])
        panels[0].get_yticklabels()[list(SYSTEMS).index(OURS)].set_fontweight("bold")
        if len(series) > 1:
            picture.legend(handles=_legend(series), loc="outside lower right", ncols=len(series), frameon=False)
        save(picture, path)


def _legend(series: Iterable[str]) -> list[Line2D]:
    # Made here and not taken from what is drawn: a system may be missing from it.
    looks = zip(series, cycle(COLOURS), cycle(SHAPES), strict=False)
    return [
        Line2D([], [], color=colour, marker=shape, linestyle="", markersize=8, label=name)
        for name, colour, shape in looks
    ]


def _draw_panel(axes: Axes, comparison: Comparison, figure: str, series: Mapping[str, _Read]) -> list[float]:
    """Draw a figure of each system; return how far to the right each reaches."""
    drawn = []
    for row, name in enumerate(SYSTEMS):
        record = comparison.records.get(name)
        points = [read(record, figure) if record else None for read in series.values()]
        if not any(points):
            axes.text(0.5, row, "not measured", transform=axes.get_yaxis_transform(), color=GREY, ha="center",
                      va="center", fontstyle="italic")  # fmt: skip
        for place, point in enumerate(points):
            if point:
                height = row + 0.3 * (place - (len(points) - 1) / 2)
                _draw_point(axes, point, height, place, is_filled=name == OURS)
                drawn.append(point.high)
    return drawn


def _draw_point(axes: Axes, point: _Point, height: float, place: int, *, is_filled: bool) -> None:
    colour = COLOURS[place % len(COLOURS)]
    axes.errorbar(
        point.value, height, xerr=[[point.value - point.low], [point.high - point.value]], color=colour,
        fmt=SHAPES[place % len(SHAPES)], markerfacecolor=colour if is_filled else "white", markersize=8,
        markeredgewidth=1.8, elinewidth=1.4,
    )  # fmt: skip
    axes.annotate(point.text, (point.high, height), xytext=(8, 0), textcoords="offset points", va="center")


def _dress(axes: Axes, figure: str, drawn: Sequence[float], *, is_share: bool) -> None:
    """Give a panel its title, and a scale with room for what is written beside the points."""
    better = "← better" if figure in _BETTER_LESS else "better →"
    axes.set(title=f"{figure[0].upper()}{figure[1:]}", xlabel=f"%, {better}" if is_share else better)
    axes.set(ylim=(len(SYSTEMS) - 0.5, -0.5), yticks=[])
    least, most = min(drawn, default=0.0), max(drawn, default=1.0)
    if is_share and most > 50:
        axes.set(xlim=(0, 122), xticks=range(0, 101, 25))
    elif not is_share and least > 0 and most / least > _FAR:
        axes.set(xscale="log", xlim=(least / 2, most * (most / least) ** 0.4))
        axes.xaxis.set_major_locator(LogLocator(numticks=4))
        axes.xaxis.set_minor_locator(NullLocator())
    else:
        axes.set_xlim(0, 1.4 * most or 1)
    axes.xaxis.set_major_formatter(FuncFormatter(lambda value, _: f"{value:,g}"))
    axes.grid(axis="x", color="#e3e3e3", linewidth=0.8)
    axes.set_axisbelow(True)
