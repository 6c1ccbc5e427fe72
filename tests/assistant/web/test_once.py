"""What is remembered of replies is little, and not for long."""

from __future__ import annotations

import pytest

from assistant.web.once import Once


@pytest.fixture
def turns():
    return []


@pytest.fixture
def ask(loop, turns):
    """Send messages, each as conversation and id, one after the other."""

    def send(once, *messages):
        async def turn():
            turns.append(1)
            return [{"text": str(len(turns))}]

        for conversation, message in messages:
            loop.run_until_complete(once.replies(conversation, message, turn))
        return len(turns)

    return send


def test_the_last_few_messages_are_remembered(ask):
    once = Once(ids=2)

    assert ask(once, ("a", "1"), ("a", "2"), ("a", "1"), ("a", "2")) == 2


def test_an_older_one_is_not(ask):
    once = Once(ids=2)

    assert ask(once, ("a", "1"), ("a", "2"), ("a", "3"), ("a", "1")) == 4


def test_only_so_many_conversations_are_remembered(ask):
    once = Once(conversations=2)
    ask(once, ("a", "1"), ("b", "1"), ("c", "1"), ("d", "1"))

    assert len(once) == 2


def test_what_is_old_is_forgotten_when_anybody_writes(ask):
    now = [0.0]
    once = Once(seconds=10, clock=lambda: now[0])
    ask(once, ("a", "1"))
    now[0] = 11.0
    ask(once, ("b", "1"))

    assert len(once) == 1 and ask(once, ("a", "1")) == 3


def test_a_conversation_can_be_forgotten(ask):
    once = Once()
    ask(once, ("a", "1"))
    once.forget("a")

    assert len(once) == 0
