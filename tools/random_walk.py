"""Walks at random over all buttons and intents, and tells where a turn ends badly. `python -m tools.random_walk`.

Badly is: no words, no report or more than one, too many messages, an action that Rasa repeats, an exception, or a loop:
the same reply again and again to messages that differ.
"""

from __future__ import annotations

from assistant.quiet import hush

hush()

import argparse  # noqa: E402 warnings must be off before anything below is imported
import asyncio  # noqa: E402
import collections  # noqa: E402
import json  # noqa: E402
import os  # noqa: E402
import random  # noqa: E402
import sys  # noqa: E402
import tempfile  # noqa: E402
from dataclasses import dataclass, field  # noqa: E402
from pathlib import Path  # noqa: E402
from typing import Any  # noqa: E402

from rasa.core.agent import Agent  # noqa: E402
from rasa.shared.core.events import ActionExecuted  # noqa: E402

from answers import Library  # noqa: E402
from answers.document import load_yaml  # noqa: E402
from answers.training import examples  # noqa: E402

TURNS, LENGTH = 10_000, 40
MOST_MESSAGES, MOST_ACTIONS = 40, 6
MOST_ALIKE = 4
"""How often in a row the same reply may follow messages that all differ."""
CHANNELS = ("rest", "web")
FROM_SCREENS = (
    "/say_hello", "/ask_for_sources", "/ask_for_clinician_detail", "/add_to_list", "/start_script",
    '/remove_from_list{"place": 1}', '/move_in_list{"place": 2, "to": 1}',
)  # fmt: skip
"""What the widget sends beside the buttons of labels.yml."""
KEPT = ("AUDIT", "LEDGER", "OUTBOX", "FEEDBACK", "SCRIPTS")


@dataclass
class Walk:
    """What a walk met: how often each intent was heard, and each turn that ended badly."""

    turns: int = 0
    heard: collections.Counter = field(default_factory=collections.Counter)
    bad: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Plan:
    """Where a walk goes; the same plan walks the same way, as long as content and model stay the same."""

    turns: int = TURNS
    seed: int = 1
    channel: str = "rest"
    ways: int = 60
    """How many ways of saying each intent are tried."""

    def again(self) -> str:
        """Return the command that walks this way again."""
        options = f"--turns {self.turns} --seed {self.seed} --channel {self.channel} --ways {self.ways}"
        return f"python -m tools.random_walk {options}"


def sayings(library: Library, data: Path) -> dict[str, list[str]]:
    """Return ways of saying each intent: those of data/, and those that content teaches."""
    said: dict[str, list[str]] = collections.defaultdict(list)
    for path in sorted((data / "nlu").glob("*.yml")):
        for block in load_yaml(path.read_text(encoding="utf-8"))["nlu"]:
            if "intent" in block:
                lines = [line.removeprefix("- ") for line in block["examples"].splitlines()]
                said[block["intent"]] += lines
    for example in examples(library):
        said[example.intent].append(example.text)
    return dict(said)


async def walk(agent: Agent, said: dict[str, list[str]], buttons: list[str], plan: Plan) -> Walk:
    """Return what a walk met."""
    chance, found, heard, shown = random.Random(plan.seed), Walk(), _Heard(), list[str]()
    tried = {intent: chance.sample(lines, min(plan.ways, len(lines))) for intent, lines in sorted(said.items())}
    for number in range(plan.turns):
        if number % LENGTH == 0:
            sender, shown, heard = f"walk-{plan.channel}-{plan.seed}-{number}", [], _Heard()
        text = _next(chance, tried, shown, buttons)
        replies, wrong = await _said(agent, sender, text, plan.channel)
        tracker = await agent.tracker_store.retrieve(sender)
        wrong = wrong or _wrong(replies, tracker, heard.is_loop(text, replies))
        found.turns += 1
        found.bad += [f"turn {number}, {text!r}: {what}" for what in wrong]
        shown = [button["payload"] for reply in replies for button in reply.get("buttons") or ()]
        found.heard[_intent(tracker)] += 1
    return found


def _intent(tracker: Any) -> str:
    """Return what a message was taken for; a conversation that is gone was asked to be forgotten."""
    if tracker is None:
        return "delete_my_data"
    return str(tracker.latest_message.intent.get("name")) if tracker.latest_message else ""


async def _said(agent: Agent, sender: str, text: str, channel: str) -> tuple[list[dict[str, Any]], list[str]]:
    """Return the replies to a message, or what broke."""
    from assistant.talk import say

    try:
        return await say(agent, sender, text, channel=channel), []
    except Exception as error:  # noqa: BLE001 whatever it is, it is what the walk looks for
        return [], [type(error).__name__]


class _Heard:
    """The last turns of one conversation, to notice a loop."""

    def __init__(self) -> None:
        self._last: collections.deque[tuple[str, str]] = collections.deque(maxlen=MOST_ALIKE + 1)

    def is_loop(self, text: str, replies: list[dict[str, Any]]) -> bool:
        """Return whether the same was said too often in a row, whatever was asked."""
        self._last.append((text, json.dumps([what for reply in replies if any(what := _shown(reply))], sort_keys=True)))
        texts, shown = ({turn[place] for turn in self._last} for place in (0, 1))
        return len(texts) == MOST_ALIKE + 1 and len(shown) == 1 and shown != {"[]"}


def _shown(reply: dict[str, Any]) -> list[Any]:
    """Return what a person sees of a reply: its words, or the answer that the screen draws."""
    return [reply.get("text"), (reply.get("custom") or {}).get("answer")]


def _next(chance: random.Random, tried: dict[str, list[str]], shown: list[str], buttons: list[str]) -> str:
    way = chance.random()
    if shown and way < 0.3:
        return chance.choice(shown)
    if shown and way < 0.4:
        return str(chance.randint(1, len(shown) + 2))
    if way < 0.55:
        return chance.choice(buttons)
    return chance.choice(tried[chance.choice(sorted(tried))])


def _wrong(replies: list[dict[str, Any]], tracker: Any, is_loop: bool) -> list[str]:
    """Return what is wrong with a turn."""
    reports = [reply for reply in replies if "turn" in (reply.get("custom") or {})]
    wrong = ["the same reply again and again"] if is_loop else []
    if not any(any(_shown(reply)) for reply in replies):
        wrong.append("silence")
    if len(reports) != 1:
        wrong.append(f"{len(reports)} reports")
    if len(replies) > MOST_MESSAGES:
        wrong.append(f"{len(replies)} messages")
    events = list(tracker.events) if tracker is not None else []
    last = next((i for i in range(len(events) - 1, -1, -1) if events[i].type_name == "user"), 0)
    done = [e.action_name for e in events[last:] if isinstance(e, ActionExecuted) and e.action_name != "action_listen"]
    if len(done) > MOST_ACTIONS:
        wrong.append(f"{len(done)} actions")
    return wrong


async def _main(plan: Plan) -> Walk:
    from assistant.talk import open_agent

    library = Library.load(Path("content"))
    with tempfile.TemporaryDirectory() as folder:
        os.environ.update({f"GUIDE_{name}": f"{folder}/{name}" for name in KEPT})
        agent = await open_agent(store=f"{folder}/conversations.db")
        if not agent.is_ready():
            raise SystemExit("the model does not load, so there is nothing to walk over; run `make train`")
        return await walk(agent, sayings(library, Path("data")), payloads(library), plan)


def payloads(library: Library) -> list[str]:
    """Return what every button that always stands sends."""
    return sorted({*FROM_SCREENS, *(button["payload"] for button in library.labels["buttons"].values())})


def main(arguments: list[str] | None = None) -> int:
    """Walk and tell; return the exit status: 1 if a turn ended badly."""
    usual = Plan()
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--turns", type=int, default=usual.turns)
    parser.add_argument("--seed", type=int, default=usual.seed)
    parser.add_argument("--channel", choices=CHANNELS, default=usual.channel)
    parser.add_argument("--ways", type=int, default=usual.ways, help="how many ways of saying each intent are tried")
    found = asyncio.run(_main(Plan(**vars(parser.parse_args(arguments)))))
    print(f"{found.turns} turns, {len(found.heard)} intents heard, {len(found.bad)} turns ended badly")
    for line in found.bad[:50]:
        print(" ", line)
    return 1 if found.bad else 0


if __name__ == "__main__":
    sys.exit(main())
