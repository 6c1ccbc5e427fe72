"""A next step is one thing the person can do."""

from __future__ import annotations

import pytest

from answers.checks.one_next_step import faults

CAUGHT = [
    pytest.param("Ask your team about scans. Write down the date.", id="two sentences"),
    pytest.param("Ask which scan" + " and which blood test" * 5 + " comes next.", id="long"),
    pytest.param("The team can tell you more about scans.", id="no verb first"),
    pytest.param("What is my risk group?", id="question"),
    pytest.param("You have a higher chance of clots, so walk often.", id="claim about you"),
    pytest.param("Ask for a scan, because new bone pain can mean spread.", id="because"),
    pytest.param("Drink more, as it helps the kidneys.", id="unknown verb"),
    pytest.param("Check your mouth daily, which can prevent sores.", id="which"),
    pytest.param("Keep a diary; most side effects ease.", id="semicolon"),
    pytest.param("Ask about hand cream, since it helps 4 in 10 people.", id="figure"),
    pytest.param("Save your team's number in your phone. [suni-11]", id="fact"),
    pytest.param("", id="empty"),
]
LEFT = [
    "Ask your team which of these studies fits your situation.",
    "You could write down your three most important questions.",
    "If you smoke, ask your team for help to quit.",
    "Before your visit, write down what hurts.",
    "Tell your team one thing you can no longer do because of your breathing.",
    "Ask your team what has changed since these older studies.",
    "Take a photo of the swelling today, so that your team can compare.",
    "Keep your phone switched on after a blood test, so your team can reach you.",
    "Rate your pain from 0 to 10 today and tell your team.",
    "Ask your team what share of people (in 100) this trial helped.",
    "**Save** your team's number in your phone.",
    "Ask your team when a scan will show whether it is working for you.",
]


@pytest.mark.parametrize("step", CAUGHT)
def test_what_is_no_single_plain_step_is_found(step):
    assert list(faults(step))


@pytest.mark.parametrize("step", LEFT)
def test_one_thing_to_do_is_left(step):
    assert list(faults(step)) == []


def test_the_fault_quotes_what_it_claims():
    assert "because" in next(faults("Ask for a scan, because pain can mean spread."))
