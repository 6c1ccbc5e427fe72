"""The REST channel: never silent, the report always last, and no word of a person in a log."""

from __future__ import annotations

import logging
from types import SimpleNamespace

import pytest

from assistant.channels.rest import GuideRest

SECRET = "my secret words"


@pytest.fixture(scope="module")
def channel():
    return GuideRest()


def replies(loop, channel, handler, body):
    request = SimpleNamespace(json=body)
    return loop.run_until_complete(channel._replies(request, handler))


async def fail(message):
    raise RuntimeError(f"could not handle {message.text}")


async def fall_silent(message):
    return None


async def answer(message):
    await message.output_channel.send_text_message(message.sender_id, f"heard {message.text}")
    await message.output_channel.send_custom_json(message.sender_id, {"turn": {"outcome": "answer"}})


@pytest.mark.parametrize("handler", [fail, fall_silent])
def test_when_all_else_fails_the_notice_is_said(loop, channel, library, handler):
    text, report = replies(loop, channel, handler, {"sender": "a", "message": SECRET})

    assert text["text"] == library.notice("failure")
    assert report["custom"]["turn"]["outcome"] == "failure"


def test_a_failing_turn_logs_its_kind_and_not_the_words(loop, channel, caplog):
    with caplog.at_level(logging.DEBUG):
        replies(loop, channel, fail, {"sender": "a", "message": SECRET})

    assert "RuntimeError" in caplog.text and SECRET not in caplog.text


def test_a_good_turn_is_passed_on(loop, channel):
    heard = replies(loop, channel, answer, {"sender": "a", "message": "hello"})

    assert heard[0]["text"] == "heard hello" and len(heard) == 2


@pytest.mark.parametrize("body", [None, [], "text", {}, {"message": None}, {"message": {"a": 1}}])
def test_a_body_that_cannot_be_read_becomes_a_message_that_says_so(loop, channel, body):
    heard = replies(loop, channel, answer, body)

    assert heard[0]["text"].startswith("heard /cannot_read")


def test_two_without_a_name_do_not_share_a_conversation(loop, channel):
    first, second = (replies(loop, channel, answer, {"message": "hi"})[0]["recipient_id"] for _ in range(2))

    assert first != second


def test_a_conversation_of_the_web_cannot_be_entered_from_here(loop, channel):
    heard = replies(loop, channel, answer, {"sender": "web-" + "x" * 32, "message": "hi"})

    assert heard[0]["recipient_id"] == "rest-web-" + "x" * 32


def test_before_the_guide_can_answer_it_says_so_with_the_notice(serve, channel, library):
    site = serve(channel.blueprint(answer), prefix="/webhooks/rest", agent=None)
    reply = site.post("/webhooks/rest/webhook", json={"sender": "a", "message": "hi"})

    assert reply.status_code == 503 and reply.json()[0]["text"] == library.notice("failure")
    assert reply.json()[-1]["custom"]["turn"]["outcome"] == "failure"
