"""Walks at random over all buttons and intents, and tells where a turn ends badly. `python -m tools.random_walk`.

Badly is: no words, no report or more than one, the failure notice, an action that Rasa repeats, or an exception.
"""

from __future__ import annotations

from assistant.quiet import hush

hush()

import argparse  # noqa: E402 warnings must be off before anything below is imported
import asyncio  # noqa: E402
import collections  # noqa: E402
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
EXAMPLES = 60
"""How many ways of saying each intent are tried."""
KEPT = ("AUDIT", "LEDGER", "OUTBOX", "FEEDBACK", "SCRIPTS")


@dataclass
class Walk:
    """What a walk met: how often each intent was heard, and each turn that ended badly."""

    turns: int = 0
    heard: collections.Counter = field(default_factory=collections.Counter)
    bad: list[str] = field(default_factory=list)


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


async def walk(agent: Agent, said: dict[str, list[str]], buttons: list[str], turns: int, seed: int) -> Walk:
    """Return what a walk of so many turns met; the same seed walks the same way."""
    from assistant.talk import say

    chance, found = random.Random(seed), Walk()
    tried = {intent: chance.sample(lines, min(EXAMPLES, len(lines))) for intent, lines in sorted(said.items())}
    sender, shown = "", list[str]()
    for number in range(turns):
        if number % LENGTH == 0:
            sender, shown = f"walk-{seed}-{number}", []
        text = _next(chance, tried, shown, buttons)
        try:
            replies = await say(agent, sender, text, channel="rest")
        except Exception as error:  # noqa: BLE001 whatever it is, it is what the walk looks for
            found.bad.append(f"{text!r}: {type(error).__name__}")
            continue
        found.turns += 1
        shown = [button["payload"] for reply in replies for button in reply.get("buttons") or ()]
        tracker = await agent.tracker_store.retrieve(sender)
        found.bad += [f"{text!r}: {what}" for what in _wrong(replies, tracker)]
        if tracker is not None and tracker.latest_message is not None:
            found.heard[str(tracker.latest_message.intent.get("name"))] += 1
    return found


def _next(chance: random.Random, tried: dict[str, list[str]], shown: list[str], buttons: list[str]) -> str:
    way = chance.random()
    if shown and way < 0.3:
        return chance.choice(shown)
    if shown and way < 0.4:
        return str(chance.randint(1, len(shown) + 2))
    if way < 0.55:
        return chance.choice(buttons)
    return chance.choice(tried[chance.choice(sorted(tried))])


def _wrong(replies: list[dict[str, Any]], tracker: Any) -> list[str]:
    """Return what is wrong with a turn."""
    texts = [reply["text"] for reply in replies if reply.get("text")]
    reports = [reply for reply in replies if "turn" in (reply.get("custom") or {})]
    wrong = []
    if not texts:
        wrong.append("silence")
    if len(reports) != 1:
        wrong.append(f"{len(reports)} reports")
    if len(replies) > MOST_MESSAGES:
        wrong.append(f"{len(replies)} messages")
    if any("went wrong on my side" in text for text in texts):
        wrong.append("the failure notice")
    events = list(tracker.events) if tracker is not None else []
    last = next((i for i in range(len(events) - 1, -1, -1) if events[i].type_name == "user"), 0)
    done = [e.action_name for e in events[last:] if isinstance(e, ActionExecuted) and e.action_name != "action_listen"]
    if len(done) > MOST_ACTIONS:
        wrong.append(f"{len(done)} actions")
    return wrong


async def _main(turns: int, seed: int) -> Walk:
    from assistant.talk import open_agent

    library = Library.load(Path("content"))
    buttons = sorted(button["payload"] for button in library.labels["buttons"].values())
    with tempfile.TemporaryDirectory() as folder:
        os.environ.update({f"GUIDE_{name}": f"{folder}/{name}" for name in KEPT})
        agent = await open_agent(store=f"{folder}/conversations.db")
        return await walk(agent, sayings(library, Path("data")), buttons, turns, seed)


def main(arguments: list[str] | None = None) -> int:
    """Walk and tell; return the exit status: 1 if a turn ended badly."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--turns", type=int, default=TURNS)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args(arguments)
    found = asyncio.run(_main(options.turns, options.seed))
    print(f"{found.turns} turns, {len(found.heard)} intents heard, {len(found.bad)} turns ended badly")
    for line in found.bad[:50]:
        print(" ", line)
    return 1 if found.bad else 0


if __name__ == "__main__":
    sys.exit(main())
