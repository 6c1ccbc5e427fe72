"""What must hold for every topic and every sign; a red line names the address."""

from __future__ import annotations

from pathlib import Path

import pytest

from answers import Library
from answers.checks import run_checks

LIBRARY = Library.load(Path(__file__).resolve().parents[2] / "content")
TOPICS = [pytest.param(topic, id=topic.id) for topic in LIBRARY.topics.values()]
CALLING = {
    fact.topic for fact in LIBRARY.facts.values() if fact.aspect == "when-to-call" and fact.topic in LIBRARY.topics
}


@pytest.mark.parametrize("topic", TOPICS)
def test_topic_has_an_overview_and_ways_of_asking_for_each_section(topic):
    assert "overview" in topic.sections
    assert set(topic.sections) == set(topic.questions)


@pytest.mark.parametrize("topic", [pytest.param(LIBRARY.topics[name], id=name) for name in sorted(CALLING)])
def test_topic_says_when_to_call(topic):
    assert "when-to-call" in topic.sections


@pytest.mark.parametrize("topic", TOPICS)
def test_topic_has_questions_to_ask(topic):
    assert "questions-to-ask" in topic.sections


def test_no_check_finds_anything():
    assert list(map(str, run_checks(LIBRARY))) == []


def test_every_pair_with_facts_has_its_section():
    pairs = {
        (f.topic, f.aspect) for f in LIBRARY.facts.values() if f.topic in LIBRARY.topics and f.id not in LIBRARY.signs
    }
    missing = [f"{topic}#{aspect}" for topic, aspect in pairs if aspect not in LIBRARY.topics[topic].sections]

    assert missing == []


@pytest.mark.parametrize("sign", [pytest.param(sign, id=name) for name, sign in LIBRARY.signs.items()])
def test_sign_has_patterns_phrasings_and_look_alikes(sign):
    assert sign.patterns and len(sign.phrasings) >= 10 and len(sign.look_alikes) >= 6


def test_all_signs_of_the_protocol_are_there():
    assert len(LIBRARY.signs) >= 58
