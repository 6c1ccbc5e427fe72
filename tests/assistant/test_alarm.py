"""The learned half of the safety screen: a classifier, and the nearest things ever said."""

from __future__ import annotations

import numpy as np
import pytest

from assistant.alarm import HESITATES_FROM, NEAREST, Neighbours, Said, Watch
from assistant.meaning import Linear

SIZE = 4


def axis(number):
    vector = np.zeros(SIZE, dtype=np.float32)
    vector[number] = 1.0
    return vector


@pytest.fixture
def neighbours():
    """Twenty things said along one axis that tell of a sign, twenty along another that do not."""
    return Neighbours(np.stack([axis(0)] * 20 + [axis(1)] * 20), np.array([True] * 20 + [False] * 20))


class Silent:
    """A screen that finds nothing."""

    def find(self, text):
        return []


def watch(neighbours, odds):
    """A watch whose classifier gives one sign these log odds whatever it is shown."""
    learned = Linear(("em-x", "other"), np.zeros((2, SIZE)), np.array([odds, 0.0]))
    return Watch(Silent(), learned, neighbours, {"em-x": "emergency"})


def test_a_share_is_of_the_nearest(neighbours):
    assert neighbours.share(axis(0)) == pytest.approx(1.0) and neighbours.share(axis(1)) == pytest.approx(0.0)
    assert len(neighbours.tells) > NEAREST


def test_where_the_classifier_hesitates_the_neighbours_decide(neighbours):
    hesitating = watch(neighbours, -1.0)

    assert hesitating.raised("", axis(0)).level == "emergency"
    assert hesitating.raised("", axis(1)) is None


def test_what_the_classifier_is_sure_is_no_sign_is_left(neighbours):
    odds = np.log(HESITATES_FROM / 2)

    assert watch(neighbours, odds).raised("", axis(0)) is None


def test_a_sure_sign_is_raised_among_strangers(neighbours):
    assert watch(neighbours, 3.0).raised("", axis(1)).sign == "em-x"


def test_what_is_stored_is_read_again(neighbours, tmp_path):
    neighbours.save(tmp_path / "n.npz")
    again = Neighbours.load(tmp_path / "n.npz")

    np.testing.assert_allclose(again.vectors, neighbours.vectors, atol=1e-3)
    assert (again.tells == neighbours.tells).all()


def test_two_messages_are_read_together_where_one_gives_cause(neighbours):
    hesitating = watch(neighbours, -0.5)
    before, now = Said("my chest hurts.", 0.2), Said("cant breathe now", 0.0)
    heard = []

    def encode(text):
        heard.append(text)
        return axis(0)

    assert hesitating.raised_over_two(before, now, encode).sign == "em-x"
    assert heard == ["my chest hurts. cant breathe now"]


def test_two_messages_without_cause_cost_nothing(neighbours):
    def never(text):
        raise AssertionError("nothing to encode")

    assert watch(neighbours, 3.0).raised_over_two(Said("hello", 0.0), Said("thanks", 0.001), never) is None
