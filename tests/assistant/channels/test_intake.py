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


@pytest.mark.parametrize(
    "payload",
    [
        "/say_hello",
        "/add_to_list",
        "/ask_for_sources",
        "/ask_for_clinician_detail",
        '/remove_from_list{"place": 2}',
        '/remove_from_list{"place":12}',
        '/move_in_list{"place": 3, "to": 1}',
        '/move_in_list{"place":3,"to":1}',
    ],
)
def test_what_the_buttons_of_a_screen_send_is_let_in(payload):
    assert read_text(payload) == payload


@pytest.mark.parametrize(
    "payload",
    [
        "/remove_from_list",
        "/remove_from_list{}",
        '/remove_from_list{"place": "2"}',
        '/remove_from_list{"place": -2}',
        '/remove_from_list{"place": 123}',
        '/remove_from_list{"place": ٢}',
        '/remove_from_list{"place": 2, "address": "a/b"}',
        '/remove_from_list{"place": 2} and more',
        '/move_in_list{"place": 2}',
        '/move_in_list{"to": 1, "place": 2}',
        '/add_to_list{"question": "mine"}',
        '/say_hello{"name": "x"}',
        "/report_emergency",
        "/restart",
    ],
)
def test_no_other_command_is_let_in_under_their_names(payload):
    assert not read_text(payload).startswith("/")
