"""No war words and no cheer."""

from __future__ import annotations

import pytest

from answers import Library
from answers.checks.no_cheer import check, cheer

CAUGHT = [
    "Many people lose their battle with cancer. [a-1]",
    "This pill helps you fight the cancer. [a-1]",
    "She fought hard to the end. [a-1]",
    "Your cancer journey starts here. [a-1]",
    "Be brave before the scan.",
    "Try to stay positive.",
    "A positive attitude helps. [a-1]",
    "Don't worry about the needle.",
    "You do not have to worry. [a-1]",
    "Great question! It is a pill. [a-1]",
    "It is used after one failed treatment. [a-1]",
    "It is for people who failed sunitinib. [a-1]",
    "The first drug failed. [a-1]",
    "Some patients have passed away. [a-1]",
    "He lost the will to go on. [a-1]",
    "They lost their mother to it. [a-1]",
]
LEFT = [
    "White blood cells fight infection. [a-1]",
    "Heart failure is a serious warning. [a-1]",
    "Hormonal birth control can fail. [a-1]",
    "Starting treatment later is not a failure. [a-1]",
    "If these fail, there are special tablets. [a-1]",
    "A test can be positive. [a-1]",
    "A positive result means the gene change is there. [a-1]",
    "If you worry about scans, tell your team.",
    "Call if a change worries you. [a-1]",
    "Pass the urine sample to the nurse. [a-1]",
    "A cough that does not go away. [a-1]",
    "Tell your team if you have lost weight.",
    "Some people lost their hair. [a-1]",
    "Ask your most important question first.",
]


@pytest.mark.parametrize("line", CAUGHT)
def test_war_and_cheer_are_found(line):
    assert list(cheer(line))


@pytest.mark.parametrize("line", LEFT)
def test_plain_words_are_left(line):
    assert list(cheer(line)) == []


def test_what_people_ask_in_their_own_words_is_left(library):
    asked = [question for topic in library.topics.values() for asked in topic.questions.values() for question in asked]

    assert any(list(cheer(question)) for question in asked)
    assert list(check(library)) == []


def test_a_notice_is_read_too(content):
    path = content / "en/notices/goodbye.md"
    path.write_text(path.read_text(encoding="utf-8") + "\nStay positive on your journey.\n", encoding="utf-8")

    assert len(list(check(Library.load(content)))) == 2
