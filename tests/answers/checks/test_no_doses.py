"""No dose before a patient; for clinicians only as the label's or a study's."""

from __future__ import annotations

from dataclasses import replace

import pytest

from answers.checks.no_doses import bare_amounts, check, doses
from answers.topic import Section


def section(brief: str = "It is a pill.", clinician: str = "") -> Section:
    return Section("drug/axitinib", "what-to-expect", brief, "", clinician, "Ask your team.", 7)


@pytest.mark.parametrize(
    "text, words",
    [
        pytest.param("The usual dose is 5 mg twice a day. [a-1]", "5 mg", id="mg"),
        pytest.param("You have 3 mg/kg in a drip.", "3 mg/kg", id="mg per kilo"),
        pytest.param("Your dose goes by mg per kg.", "mg per kg", id="no figure"),
        pytest.param("Take two tablets with water.", "Take two tablets", id="take two tablets"),
        pytest.param("If it hurts, take two.", "take two", id="take two"),
        pytest.param("It is 4 capsules a day.", "4 capsules a day", id="capsules a day"),
        pytest.param("You can take 1 or 2 pills at night.", "take 1 or 2 pills", id="one or two"),
        pytest.param("Some people take half a tablet.", "take half a tablet", id="half"),
        pytest.param("Use 2 drops every morning.", "Use 2 drops", id="drops"),
        pytest.param("It is 6-20 million units a shot.", "6-20 million units", id="units"),
        pytest.param("Double the dose if it comes back.", "Double the dose", id="double"),
    ],
)
def test_a_dose_is_found(text, words):
    assert [found for found, _ in doses(section(text))] == [words]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Axitinib is a tablet taken twice a day, about 12 hours apart. [a-1]", id="how often"),
        pytest.param("The drip takes 60 minutes, every 2 weeks.", id="drip"),
        pytest.param("You get four doses, one every 3 weeks.", id="four visits"),
        pytest.param("The pictures take 30 to 60 minutes.", id="take minutes"),
        pytest.param("Take two weeks off work if you can.", id="take weeks"),
        pytest.param("Take 3 slow breaths.", id="take breaths"),
        pytest.param("Hemoglobin below 7 g/dL needs a call.", id="lab value"),
        pytest.param("Blood sugar above 180 mg/dL is high.", id="blood sugar"),
        pytest.param("Eat no more than 2,000 mg of sodium a day.", id="food"),
        pytest.param("Many people need a pause or a lower dose.", id="lower dose"),
        pytest.param("Ask before you take high-dose aspirin.", id="high-dose"),
        pytest.param("Do not run out: count your tablets once a week.", id="count"),
    ],
)
def test_what_is_no_dose_is_left(text):
    assert list(doses(section(text))) == []


@pytest.mark.parametrize(
    "text, words",
    [
        pytest.param("5 mg twice a day; raised by blood pressure. [a-1]", "5 mg", id="bare"),
        pytest.param("Start at 14 mg with everolimus. [a-1]", "14 mg", id="start"),
        pytest.param("Give 120 mg daily, as on the label. [a-1]", "120 mg", id="give, label or not"),
        pytest.param("Usual dose: 4 mg every 3 to 4 weeks. [a-1]", "4 mg", id="usual"),
        pytest.param("Reduce to 20 mg for grade 3 events in trials. [a-1]", "20 mg", id="reduce"),
        pytest.param("Flat 240 mg or 3 mg/kg. [a-1]", "240 mg", id="flat"),
    ],
)
def test_an_amount_without_its_source_is_found(text, words):
    assert [found for found, _ in bare_amounts(text)] == [words]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Label dose 120 mg once daily for adults. [a-1]", id="label"),
        pytest.param("Usual label starting dose: 5 mg twice a day. [a-1]", id="label in the lead-in"),
        pytest.param("0.89 mg plus nivolumab vs 1.34 mg alone, PFS 5.7 vs 7.4 months. [a-1]", id="study arms"),
        pytest.param("- Trial of a lower start (14 vs 18 mg): ORR 39.7% vs 38.7%. [a-1]", id="trial"),
        pytest.param("History only: regimens used 6-20 million units. [a-1]", id="history"),
        pytest.param("Hemoglobin below 8 g/dL in 9%. [a-1]", id="lab value"),
        pytest.param("Median PFS 14.7 months. [a-1]", id="no amount"),
    ],
)
def test_a_reported_amount_is_left(text):
    assert list(bare_amounts(text)) == []


def test_both_kinds_are_problems_of_the_section(library):
    topic = library.topics["drug/axitinib"]
    wrong = section("Take 5 mg. [a-1]", "Start at 5 mg. [a-1]")
    only = replace(library, myths={}, topics={topic.id: replace(topic, sections={wrong.aspect: wrong})})

    assert [problem.path for problem in check(only)] == [topic.path, topic.path]
