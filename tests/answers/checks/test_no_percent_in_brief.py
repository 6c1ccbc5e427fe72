"""Percents wait for clinicians."""

from __future__ import annotations

from dataclasses import replace

import pytest

from answers.checks.no_percent_in_brief import check, percents
from answers.topic import Section


@pytest.mark.parametrize(
    "text, words",
    [
        pytest.param("Tumors shrank in 39% of people. [a-1]", "39%", id="sign"),
        pytest.param("Tumors shrank in 39.3 % of people. [a-1]", "39.3 %", id="sign after a space"),
        pytest.param("About 12 percent had no cancer to be seen.", "12 percent", id="word"),
        pytest.param("About twelve per cent had it.", "twelve per cent", id="two words"),
        pytest.param("The chance fell by 5 percentage points.", "5 percentage points", id="points"),
        pytest.param("- A small percentage of people get it.", "small percentage", id="no figure"),
        pytest.param("It is a pill. Most people (about 60%) take it at home.", "60%", id="brackets"),
    ],
)
def test_a_percent_is_found(text, words):
    assert [found for found, _ in percents(text)] == [words]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Tumors shrank in about 39 in 100 people. [a-1]", id="natural frequency"),
        pytest.param("About 1 in 10 people get it.", id="one in ten"),
        pytest.param("Half of people lived longer than this.", id="half"),
        pytest.param("A recent study had 100 people.", id="recent"),
        pytest.param("Blood pressure of 180/120 or higher.", id="slash"),
        pytest.param("Ask who takes part in the study.", id="no number"),
        pytest.param("One person in the study was cured.", id="person"),
    ],
)
def test_what_is_no_percent_is_left(text):
    assert list(percents(text)) == []


def test_a_percent_for_clinicians_is_left_and_one_in_more_is_not(library):
    topic = library.topics["drug/sunitinib"]
    section = Section(topic.id, "benefit", "It helps. [a-1]", "In 31% it did. [a-1]", "ORR 31%. [a-1]", "Ask.", 7)
    only = replace(library, myths={}, topics={topic.id: replace(topic, sections={"benefit": section})})

    assert [problem.line for problem in check(only)] == [7]
