"""The nearest document of each label decides."""

from __future__ import annotations

import numpy as np

from benchmarks.peers.nearest.ranking import ranking


def test_a_label_is_as_near_as_its_nearest_document():
    assert ranking(np.array([0.2, 0.5, 0.9]), ["a", "b", "a"]) == [("a", 0.9), ("b", 0.5)]


def test_a_label_stands_once():
    assert ranking(np.ones(300), ["a"] * 300) == [("a", 1.0)]
