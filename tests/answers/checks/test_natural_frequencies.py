"""One bottom number in a section, and no decimals."""

from __future__ import annotations

from dataclasses import replace

import pytest

from answers.checks.natural_frequencies import bottoms, check, decimals
from answers.topic import Section


def section(*texts: str) -> Section:
    brief, more, *_ = *texts, ""
    return Section("drug/sunitinib", "benefit", brief, more, "ORR 12.5 in 1,000. [a-1]", "Ask your team.", 7)


@pytest.mark.parametrize(
    "texts, found",
    [
        pytest.param(("About 1 in 5 had it.", "About 20 in 100 did."), [5, 100], id="five and hundred"),
        pytest.param(("Tumors shrank in 6 to 7 of 10 people.", "All went in 16 in 100."), [10, 100], id="range"),
        pytest.param(("It is rare: 3 in 1,000 people.", "About 40 in 100 were tired."), [1000, 100], id="thousand"),
        pytest.param(("One in ten people had it.", "On the other pill 30 in 100 did."), [10, 100], id="words"),
        pytest.param(("Out of 100 people, 70 liked it.", "It began early in 1 in 4."), [100, 4], id="out of, first"),
        pytest.param(("About 25 or more in 100 had it. 2 out of every 3 did well.",), [100, 3], id="or more"),
        pytest.param(("Of 100 tumors, 80 are clear cell. One in six had surgery.",), [100, 6], id="of tumors"),
    ],
)
def test_two_bottom_numbers_are_found(texts, found):
    assert list(bottoms(section(*texts))) == found


@pytest.mark.parametrize(
    "texts, found",
    [
        pytest.param(("About 60 in 100 people.", "On the other, 32 in 100, and 68 of 100 not."), [100], id="same"),
        pytest.param(("About 1 in 5 had it.", "It is a pill."), [5], id="one frequency"),
        pytest.param(("It is 4 of the 6 findings.", "Count 3 of the 5 signs."), [], id="a known few"),
        pytest.param(("Each 4 weeks in 6 weeks.", "You go 2 times in 6 months."), [], id="time"),
        pytest.param(("It was approved in the US in 2005.", "Two in 2021 and one in 2024."), [], id="years"),
        pytest.param(("Stage 3 of 4 means this.", "Grade 2 in 100 words."), [], id="step of a scale"),
        pytest.param(("It did well in 2 of 5 studies.", "About 10 in 100 had it."), [100], id="studies"),
        pytest.param(("Call at 100.4°F or more.", "A group of 803 people took part."), [], id="no frequency"),
    ],
)
def test_one_bottom_number_is_left(texts, found):
    assert list(bottoms(section(*texts))) == found


@pytest.mark.parametrize(
    "text, number",
    [
        pytest.param("It held the cancer for 11.5 months. [a-1]", "11.5", id="months"),
        pytest.param("Tumors shrank in 39.3 in 100 people.", "39.3", id="people"),
        pytest.param("You drink 1.5 liters a day.", "1.5", id="liters"),
        pytest.param("They lived 2.6 months longer.", "2.6", id="longer"),
        pytest.param("The chance is 0.5 in 100.", "0.5", id="below one"),
        pytest.param("It rose 1.4-fold.", "1.4", id="fold"),
    ],
)
def test_a_decimal_is_found(text, number):
    assert [found for found, _ in decimals(section(text))] == [number]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Call for a fever of 100.4°F (38.0°C) or more.", id="temperature"),
        pytest.param("Some lines act at 37.5 to 38.5 degrees.", id="degrees"),
        pytest.param("The spot is 2.5 cm across.", id="size"),
        pytest.param("Potassium above 5.5 mmol/L is too high.", id="lab limit"),
        pytest.param("A liver test 1.5 times the upper limit.", id="times the limit"),
        pytest.param("It held the cancer for about 11 months.", id="rounded"),
        pytest.param("Look at version 3.6.21 of the guide.", id="version"),
    ],
)
def test_a_decimal_that_matters_is_left(text):
    assert list(decimals(section(text))) == []


def test_a_mix_is_one_problem_that_quotes_both(library):
    mixed = section("About 1 in 5 had it. [a-1]", "About 20 in 100 did. [a-1]")
    topic = replace(library.topics["drug/sunitinib"], sections={"benefit": mixed})
    (problem,) = check(replace(library, myths={}, topics={topic.id: topic}))

    assert '"1 in 5"' in problem.message and '"20 in 100"' in problem.message
