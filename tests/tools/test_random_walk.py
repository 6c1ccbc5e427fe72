"""A walk of 10,000 turns over all buttons and intents ends in no silence, no loop and no exception."""

from __future__ import annotations

import itertools
from functools import cache
from pathlib import Path

import pytest

from actions import settings
from answers.lines import Lines
from answers.outbox import Outbox
from assistant.channels import intake
from tools.random_walk import CHANNELS, FROM_SCREENS, MOST_ALIKE, TURNS, Plan, payloads, sayings, walk

ROOT = Path(__file__).resolve().parents[2]
SEEDS, WAYS = {"rest": 11, "web": 12}, 8
"""Another seed walks another way; few ways of saying each intent, for each text is encoded once."""
REPORT = {"custom": {"turn": {"outcome": "control"}}}


@pytest.fixture(scope="module")
def said(library):
    return sayings(library, ROOT / "data")


@pytest.fixture(scope="module")
def own_files(tmp_path_factory):
    """Keep what a walk leaves behind in a folder of its own."""
    folder = tmp_path_factory.mktemp("walk")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(settings, "outbox", lambda: Outbox(folder / "outbox.jsonl"))
        patch.setattr(settings, "feedback", lambda: Lines(folder / "feedback.jsonl"))
        patch.setattr(settings, "scripts_told", lambda: Lines(folder / "scripts.jsonl"))
        yield


@pytest.fixture(scope="module")
def encoded_once(agent):
    """Encode each text once: a third of a turn, and always the same."""
    from assistant.encoder import shared_encoder

    encoder = shared_encoder()
    encode = cache(lambda texts, whole=encoder.encode: whole(list(texts)))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(encoder, "encode", lambda texts: encode(tuple(texts)).copy())
        yield


@pytest.fixture(scope="module", params=CHANNELS)
def walked(request, loop, agent, library, said, own_files, encoded_once):
    """What half of the turns met on one channel, and how to walk them again."""
    plan = Plan(turns=TURNS // len(CHANNELS), seed=SEEDS[request.param], channel=request.param, ways=WAYS)
    return loop.run_until_complete(walk(agent, said, payloads(library), plan)), plan


@pytest.mark.model
def test_no_turn_ends_badly(walked):
    found, plan = walked

    told = "\n".join([f"{len(found.bad)} turns ended badly; again: {plan.again()}", *found.bad[:20]])
    assert found.turns == TURNS // len(CHANNELS) and not found.bad, told


@pytest.mark.model
def test_every_intent_is_heard(walked, said):
    found, plan = walked

    assert said.keys() - found.heard.keys() == set(), plan.again()


@pytest.mark.model
def test_an_action_that_says_nothing_is_found(loop, agent, library, own_files, monkeypatch):
    actions = agent.processor.action_endpoint._executor.actions
    monkeypatch.setitem(actions, "action_hand_over", lambda dispatcher, tracker, domain: [])
    words = "i want to talk to a person"
    found = loop.run_until_complete(walk(agent, {"ask_for_human": [words]}, [words], Plan(turns=1, seed=404)))

    assert found.bad == [f"turn 0, {words!r}: silence", f"turn 0, {words!r}: 0 reports"]


class Stub:
    """Stands in for an agent: gives to the n-th message what a function says."""

    def __init__(self, reply):
        self.reply, self.count = reply, 0
        self.tracker_store = self

    async def handle_message(self, message):
        message.output_channel.messages += self.reply(self.count)
        self.count += 1

    async def retrieve(self, _):
        return None


class InOrder:
    """Stands in for chance: presses buttons only, one after the other."""

    def __init__(self, buttons):
        self._buttons = itertools.cycle(buttons)

    def random(self):
        return 0.5

    def choice(self, _):
        return next(self._buttons)


def met(loop, reply, *, turns, texts=tuple("abcdefghijkl")):
    """Return what is bad in a walk over a stub that hears the texts in order."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("tools.random_walk.random.Random", lambda _: InOrder(texts))
        found = loop.run_until_complete(walk(Stub(reply), {}, list(texts), Plan(turns=turns)))
    return [bad.partition(": ")[2] for bad in found.bad]


def broken(_):
    raise KeyError("what a person wrote")


@pytest.mark.parametrize(
    ("reply", "bad"),
    [
        pytest.param(lambda _: [REPORT], ["silence"], id="silence"),
        pytest.param(lambda _: [{"text": ""}, REPORT], ["silence"], id="an empty text"),
        pytest.param(lambda _: [{"custom": {"state": {}}}, REPORT], ["silence"], id="a state without words"),
        pytest.param(lambda _: [{"text": "hello"}], ["0 reports"], id="no report"),
        pytest.param(lambda _: [{"text": "hello"}, REPORT, REPORT], ["2 reports"], id="two reports"),
        pytest.param(lambda _: 50 * [{"text": "hello"}] + [REPORT], ["51 messages"], id="no end of messages"),
        pytest.param(broken, ["KeyError"], id="an exception"),
        pytest.param(lambda _: [{"text": "hello"}, REPORT], [], id="words"),
        pytest.param(lambda _: [{"custom": {"answer": {"title": "Sunitinib"}}}, REPORT], [], id="an answer drawn"),
    ],
)
def test_a_turn_is_judged_by_what_a_person_sees(loop, reply, bad):
    assert met(loop, reply, turns=1) == bad


LOOP = "the same reply again and again"


def test_the_same_reply_to_different_messages_is_a_loop(loop):
    assert met(loop, lambda _: [{"text": "pardon?"}, REPORT], turns=MOST_ALIKE + 1) == [LOOP]


def test_the_same_answer_drawn_for_different_messages_is_a_loop(loop):
    assert met(loop, lambda _: [{"custom": {"answer": {"title": "x"}}}, REPORT], turns=MOST_ALIKE + 1) == [LOOP]


@pytest.mark.parametrize(
    ("reply", "texts", "turns"),
    [
        pytest.param(lambda _: [{"text": "pardon?"}, REPORT], tuple("abcd"), MOST_ALIKE, id="not often enough"),
        pytest.param(lambda _: [{"text": "here"}, REPORT], ("same",), 20, id="to the same message"),
        pytest.param(lambda n: [{"text": f"{n % 2}"}, REPORT], tuple("abcdef"), 20, id="another reply between"),
    ],
)
def test_what_is_like_a_loop_and_is_none(loop, reply, texts, turns):
    assert met(loop, reply, turns=turns, texts=texts) == []


@pytest.mark.parametrize("payload", FROM_SCREENS)
def test_what_a_screen_sends_is_let_in_as_a_button(payload):
    assert intake.read_text(payload) == payload


def test_the_way_back_is_a_command():
    assert Plan(turns=9, seed=3, channel="web", ways=2).again() == (
        "python -m tools.random_walk --turns 9 --seed 3 --channel web --ways 2"
    )
