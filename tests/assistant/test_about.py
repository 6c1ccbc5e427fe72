"""Whom a message is about."""

from __future__ import annotations

import pytest

from assistant.about import SELF, SOMEONE, Relations

RELATIONS = Relations({"father": ["dad", "father in law", "father"], "wife": ["wife", "missus"]})


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
        ("what is a father figure", ""),
        ("what is sunitinib", ""),
    ],
)
def test_a_message_tells_whom_it_is_about(text, about):
    assert RELATIONS.about(text) == about
