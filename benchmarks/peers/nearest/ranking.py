"""Ranks labels for a message by the nearest document of each."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np

Score = Callable[[str], np.ndarray]
"""How near a message is to each document, higher is nearer, shape (documents,)."""
LOOKED_AT = 100
"""How many of the nearest documents are looked at: enough for a handful of different labels."""


def ranking(scores: np.ndarray, labels: Sequence[str]) -> list[tuple[str, float]]:
    """Return labels and how near their nearest document is, best first, each label once."""
    most = min(LOOKED_AT, len(scores))
    nearest = np.argpartition(-scores, most - 1)[:most]
    best: dict[str, float] = {}
    for place in nearest[np.argsort(-scores[nearest], kind="stable")]:
        best.setdefault(labels[place], float(scores[place]))
    return list(best.items())
