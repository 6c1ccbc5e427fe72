"""How much one may ask for, and that counting it cannot fill the memory."""

from __future__ import annotations

import pytest

from assistant.web.limits import Limit, household


class Clock:
    """A clock that stands until it is moved."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock():
    return Clock()


def test_some_may_come_at_once_and_the_next_must_wait(clock):
    limit = Limit(2, 0.5, clock=clock)

    assert [limit.wait("a") for _ in range(3)] == [0.0, 0.0, 2.0]


def test_waiting_makes_room(clock):
    limit = Limit(1, 0.5, clock=clock)
    limit.wait("a")
    clock.now = 2.0

    assert (limit.wait("a"), limit.wait("a")) == (0.0, 2.0)


def test_a_try_that_must_wait_costs_nothing(clock):
    limit = Limit(1, 0.5, clock=clock)
    waits = [limit.wait("a") for _ in range(4)]

    assert waits[1:] == [2.0, 2.0, 2.0]


def test_a_long_rest_saves_up_no_more_than_the_most(clock):
    limit = Limit(2, 0.5, clock=clock)
    clock.now = 1e9

    assert [limit.wait("a") for _ in range(3)] == [0.0, 0.0, 2.0]


def test_each_key_has_its_own(clock):
    limit = Limit(1, 0.5, clock=clock)

    assert (limit.wait("a"), limit.wait("b")) == (0.0, 0.0)


def test_the_longest_unused_is_forgotten_first(clock):
    limit = Limit(1, 0.5, keys=2, clock=clock)
    waits = [limit.wait(key) for key in ("a", "b", "a", "c", "a", "b")]

    assert len(limit) == 2 and waits == [0.0, 0.0, 2.0, 0.0, 2.0, 0.0]


@pytest.mark.parametrize(
    "address, counted",
    [
        pytest.param("192.0.2.7", "192.0.2.7", id="v4"),
        pytest.param("::ffff:192.0.2.7", "192.0.2.7", id="v4-in-v6"),
        pytest.param("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64", id="v6-line"),
        pytest.param("[2001:db8:1:2::9]", "2001:db8:1:2::/64", id="v6-brackets"),
        pytest.param("unknown", "unknown", id="no-address"),
        pytest.param("x" * 500, "x" * 64, id="too-long"),
    ],
)
def test_an_address_is_counted_by_its_line(address, counted):
    assert household(address) == counted
