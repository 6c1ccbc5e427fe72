"""Where one message asks several things, each part that asks is found."""

from __future__ import annotations

import pytest

from assistant.questions import MOST, questions
from assistant.reading import Reading, several
from assistant.vocabulary import Vocabulary

ASPECTS = {"ask_overview": "overview", "ask_side_effects": "side-effects"}


@pytest.fixture(scope="module")
def read():
    return Vocabulary({}).read


@pytest.mark.parametrize(
    "text, parts",
    [
        ("what is cabozantinib and can i eat grapefruit with it", 2),
        ("What is a CT scan? And how long does it take?", 2),
        ("how is it given, what does it do to the kidneys", 2),
        ("what is axitinib what time of day do you take it", 2),
        ("wots belzutifan an who can have it", 2),
        ("what helps with nausea and vomiting", 0),
        ("tell me what cabozantinib does to the liver", 0),
        ("My dad started sunitinib last week. He is very tired. Is that normal?", 0),
        ("hello there", 0),
    ],
)
def test_each_part_that_asks_is_found(read, text, parts):
    assert len(questions(read(text))) == parts


def test_no_more_than_a_person_can_read_at_once(read):
    assert len(questions(read("what is it? why? how long? when? who pays? what helps?"))) == MOST


def reading(intent="ask_overview", topic="drug/sunitinib", confidence=0.9):
    aspect = ASPECTS.get(intent, "overview")
    return Reading(intent, confidence, topic, (f"{topic or 'living/work'}#{aspect}",))


def test_several_sure_questions_are_each_answered():
    found = several([reading(), reading(topic="drug/axitinib")], ASPECTS, 0.5)

    assert found == ("drug/sunitinib#overview", "drug/axitinib#overview")


def test_a_part_without_a_topic_asks_about_the_one_before():
    found = several([reading(), reading("ask_side_effects", topic="")], ASPECTS, 0.5)

    assert found == ("drug/sunitinib#overview", "drug/sunitinib#side-effects")


@pytest.mark.parametrize(
    "parts",
    [
        pytest.param([reading(confidence=0.2), reading()], id="unsure-of-the-first"),
        pytest.param([reading(), reading("out_of_scope")], id="no-question-of-ours"),
        pytest.param([reading(), reading()], id="the-same-twice"),
        pytest.param([reading(topic=""), reading()], id="nothing-before"),
    ],
)
def test_otherwise_the_message_is_taken_as_one(parts):
    assert several(parts, ASPECTS, 0.5) == ()
