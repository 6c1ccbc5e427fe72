"""A pattern of a sign that is no regular expression is told before it is learned."""

from __future__ import annotations

from dataclasses import replace

import pytest

from answers.checks.sign_patterns import broken, check


@pytest.mark.parametrize(
    "patterns, found",
    [
        pytest.param((("chest", "pain|hurt"),), [], id="right"),
        pytest.param((("(chest",),), ["(chest"], id="open-bracket"),
        pytest.param((("chest",), ("pain", "*bad")), ["*bad"], id="second-of-two"),
    ],
)
def test_a_broken_pattern_is_found(library, patterns, found):
    sign = replace(library.signs["em-chest-pain"], patterns=patterns)

    assert [part for part, _ in broken(sign)] == found


def test_the_file_is_named(library):
    sign = replace(library.signs["em-chest-pain"], patterns=(("(",),))
    (problem,) = check(replace(library, signs={sign.id: sign}))

    assert problem.path == "content/en/signs/em-chest-pain.yml"
