"""Whom a message is about."""

from __future__ import annotations

import pytest

from assistant.about import SELF, SOMEONE, Relations

RELATIONS = Relations(
    {
        "father": ["dad", "father in law", "father"],
        "wife": ["wife", "missus"],
        "friend": ["friend"],
        "patient": ["patient"],
    }
)


@pytest.mark.parametrize(
    "text, about",
    [
        ("can my dad eat grapefruit", "father"),
        ("MY FATHER IN LAW has a scan", "father"),
        ("the missus is always cold", "wife"),
        ("is my poor wife's cough normal", "wife"),
        ("does he need a scan", SOMEONE),
        ("i have a scan tomorrow", SELF),
        ("my dad died of this and now i have it", SELF),
        ("can you tell me what he can eat", SOMEONE),
        ("check if i got it", ""),
        ("i have a question", ""),
        ("i got it too", SELF),
        ("what is a father figure", ""),
        ("what is sunitinib", ""),
    ],
)
def test_a_message_tells_whom_it_is_about(text, about):
    assert RELATIONS.about(text) == about


@pytest.mark.parametrize(
    "known, text, about",
    [
        ("father", "what can he eat", "father"),
        ("father", "is it safe for him", "father"),
        ("wife", "does her hair fall out", "wife"),
        ("friend", "will she be tired", "friend"),
        ("patient", "can he swim", "patient"),
        ("father", "what can she eat", SOMEONE),
        ("wife", "will he be sick", SOMEONE),
        ("father", "she asks what he can eat", "father"),
        ("father", "my wife has a scan", "wife"),
        ("father", "i have a scan", SELF),
        ("father", "what can they eat", ""),
        ("self", "what can he eat", SOMEONE),
        (None, "what can he eat", SOMEONE),
    ],
)
def test_a_he_or_she_is_the_person_talked_of_before_if_it_can_be(known, text, about):
    assert RELATIONS.about(text, known) == about


@pytest.mark.parametrize(
    "text, writer",
    [
        ("can my dad eat grapefruit", "relative"),
        ("the missus is always cold", "relative"),
        ("my friend is always cold", "relative"),
        ("my patient asks about dye", "nurse"),
        ("our patient asks about dye", "nurse"),
        ("may the patient drink", ""),
        ("may he drink", ""),
        ("my dad died of this and now i have it", ""),
        ("what is sunitinib", ""),
    ],
)
def test_whom_somebody_writes_about_tells_who_writes(text, writer):
    assert RELATIONS.writer(text) == writer
