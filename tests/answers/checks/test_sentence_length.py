"""Sentences of twenty words at most."""

from __future__ import annotations

import pytest

from answers import Library
from answers.checks.sentence_length import check


@pytest.mark.parametrize("words, found", [(20, 0), (21, 1)])
def test_a_long_sentence_is_found(content, words, found):
    path = content / "en/topics/drug/sunitinib.md"
    text = path.read_text(encoding="utf-8")
    sentence = "It " + "is " * (words - 2) + "so. [suni-01]"
    path.write_text(text.replace("## overview\n\n", f"## overview\n\n{sentence} ", 1), encoding="utf-8")

    assert len(list(check(Library.load(content)))) == found
