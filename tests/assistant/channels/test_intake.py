"""Whatever is sent becomes something the dialogue can answer."""

from __future__ import annotations

import pytest

from assistant.channels.intake import MOST_CHARACTERS, cannot_read, read_text


@pytest.mark.parametrize(
    "raw, text",
    [
        pytest.param(None, cannot_read("empty"), id="none"),
        pytest.param("", cannot_read("empty"), id="empty"),
        pytest.param("  \n\t ", cannot_read("empty"), id="spaces"),
        pytest.param("\x00\x07", cannot_read("empty"), id="control"),
        pytest.param("?!", cannot_read("empty"), id="punctuation"),
        pytest.param({"image": 1}, cannot_read("not-words"), id="picture"),
        pytest.param(["a"], cannot_read("not-words"), id="list"),
        pytest.param("😀😀", cannot_read("not-words"), id="emoji"),
        pytest.param("Что такое рак почки", cannot_read("other-script"), id="cyrillic"),
        pytest.param("肾癌是什么", cannot_read("other-script"), id="chinese"),
        pytest.param("x" * (MOST_CHARACTERS + 1), cannot_read("too-long"), id="long"),
        pytest.param("/restart", "restart", id="slash"),
        pytest.param("what\x00 is T4\x1b[31m", "what  is T4 [31m", id="control-inside"),
        pytest.param("4", "4", id="digit"),
        pytest.param(4, "4", id="number"),
        pytest.param("<b>T4</b> {{ 7*7 }}", "<b>T4</b> {{ 7*7 }}", id="markup"),
        pytest.param('/choose{"address": "a/b#c"}', '/choose{"address": "a/b#c"}', id="button"),
    ],
)
def test_a_raw_message_is_read(raw, text):
    assert read_text(raw) == text
