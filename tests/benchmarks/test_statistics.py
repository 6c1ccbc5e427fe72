"""Shares, their intervals, and calibration."""

from __future__ import annotations

import pytest

from benchmarks.statistics import Share, calibration_error, equal_count_bins, wilson


# Newcombe, Statistics in Medicine 17 (1998), table I, method 3.
@pytest.mark.parametrize(
    "right, n, low, high",
    [
        pytest.param(81, 263, 0.2553, 0.3662, id="middle"),
        pytest.param(15, 148, 0.0624, 0.1605, id="low"),
        pytest.param(0, 20, 0.0, 0.1611, id="none"),
        pytest.param(1, 29, 0.0061, 0.1718, id="one"),
    ],
)
def test_the_interval_is_the_published_one(right, n, low, high):
    assert wilson(right, n) == pytest.approx((low, high), abs=5e-5)


def test_the_interval_of_everything_mirrors_that_of_nothing():
    assert wilson(20, 20) == pytest.approx((1 - 0.1611, 1.0), abs=5e-5)


@pytest.mark.parametrize("n", range(1, 40))
def test_the_interval_never_leaves_out_the_share(n):
    assert wilson(0, n)[0] == 0.0 and wilson(n, n)[1] == 1.0


def test_of_nothing_anything_may_be_true():
    assert Share(0, 0).figures() == {"share": 0.0, "low": 0.0, "high": 1.0, "right": 0, "n": 0}


def test_a_share_counts_what_holds():
    assert Share.of([1, 2, 3, 4], lambda number: number > 3) == Share(1, 4)


def test_bins_hold_as_many_turns_each_least_sure_first():
    bins = equal_count_bins([(number / 20, number >= 10) for number in reversed(range(20))])

    assert [one.right.n for one in bins] == [2] * 10
    assert [one.right.right for one in bins] == [0] * 5 + [2] * 5
    assert bins[0].confidence == pytest.approx(0.025)


def test_fewer_turns_than_bins_leave_no_bin_empty():
    assert [one.right.n for one in equal_count_bins([(0.2, True), (0.9, True)])] == [1, 1]


def test_equally_sure_turns_are_not_parted_into_wrong_and_right():
    bins = equal_count_bins([(1.0, number % 2 == 0) for number in range(40)])

    assert {one.right.value for one in bins} == {0.5}


def test_the_calibration_error_weighs_each_bins_gap_by_its_turns():
    judged = [(0.95, True), (0.95, True), (0.95, False), (0.15, False)]

    assert calibration_error(judged) == pytest.approx((3 * (0.95 - 2 / 3) + 0.15) / 4)


def test_whole_confidence_falls_into_the_last_bin():
    assert calibration_error([(1.0, True)]) == 0.0
