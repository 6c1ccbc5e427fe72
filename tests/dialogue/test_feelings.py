"""Feelings are named, respected and explored before any information."""

from __future__ import annotations

import pytest

from answers.feeling import PARTS

CHEER = ("stay strong", "be positive", "stay positive", "keep fighting", "understand how you feel", "know how you feel")


def test_no_reply_cheers_or_claims_to_understand(library):
    said = [part.lower() for f in library.feelings.values() for reply in f.replies for part in reply]

    assert [text for text in said if any(word in text for word in CHEER)] == []


def test_every_reply_is_its_own(library):
    said = [part for f in library.feelings.values() for reply in f.replies for part in reply]

    assert len(said) == len(set(said)) == sum(len(f.replies) for f in library.feelings.values()) * len(PARTS)


@pytest.mark.parametrize("text", ["i am so scared of what is coming", "i feel so alone with all this"])
def test_a_feeling_gets_words_and_no_facts(talk, text):
    texts, turn = talk(text)

    assert turn["outcome"] == "distress" and turn["answers"] == []
    assert texts


def test_a_second_time_other_words_come(talk):
    first, _ = talk("i am so scared of what is coming")
    second, _ = talk("i am so scared of what is coming")

    assert first[1] != second[0]


def test_every_address_a_feeling_points_to_is_there(library):
    assert [a for f in library.feelings.values() for a in f.see if not library.knows(a)] == []
