"""Slips are mended, sounds go, and what is right or unknown stays."""

from __future__ import annotations

import pytest

from assistant.tidy import Tidier, counted

TAUGHT = ["sunitinib can raise calcium in my husband"] * 12 + ["sunitnib"] * 2


@pytest.fixture(scope="module")
def tidier():
    return Tidier(counted(TAUGHT), ["effects", "zebra"])


@pytest.mark.parametrize(
    "text, tidy",
    [
        ("is Sunitnib ok", "is sunitinib ok"),
        ("does it raise caclium", "does it raise calcium"),
        ("my husbnad, my husbands", "my husband, my husbands"),
        ("um so uh does it raise calcium", "so does it raise calcium"),
        ("so um does it raise calcium", "does it raise calcium"),
        ("a tumor of 4 mm in the ER", "a tumor of 4 mm in the ER"),
        ("effects of zomorph", "effects of zomorph"),
        ("hmm", "hmm"),
    ],
)
def test_a_text_is_tidied(tidier, text, tidy):
    assert tidier.tidy(text) == tidy


def test_a_word_that_is_hardly_ever_taught_is_no_pattern():
    assert counted(TAUGHT)["calcium"] == 12 and "sunitnib" not in counted(TAUGHT)
