"""Writes a conversation as a Rasa test story. `python -m tools.record_conversation lines.txt > story.yml`.

The input has a line `# name` before each conversation and then one line for each message, with the action that
should follow: `is that common => action_explain_common`. Each is said to the trained guide; what it understood and
did is written down, and where it did something else that is told. A story with such a difference is not written:
a person mends the guide, or the line.
"""

from __future__ import annotations

from assistant.quiet import hush

hush()

import argparse  # noqa: E402 warnings must be off before anything below is imported
import asyncio  # noqa: E402
import os  # noqa: E402
import sys  # noqa: E402
import tempfile  # noqa: E402
from collections.abc import Iterable, Iterator  # noqa: E402
from pathlib import Path  # noqa: E402
from typing import Any  # noqa: E402

import yaml  # noqa: E402
from rasa.core.agent import Agent  # noqa: E402
from rasa.shared.core.events import ActionExecuted, UserUttered  # noqa: E402

SLOT = "asked"
KEPT = ("AUDIT", "LEDGER", "OUTBOX", "FEEDBACK", "SCRIPTS")


def conversations(lines: Iterable[str]) -> Iterator[tuple[str, list[str]]]:
    """Yield each conversation of a file: its name and its messages."""
    name, said = "", list[str]()
    for line in map(str.strip, lines):
        if line.startswith("# "):
            if said:
                yield name, said
            name, said = line[2:], []
        elif line:
            said.append(line)
    if said:
        yield name, said


async def record(agent: Agent, name: str, messages: list[str], show: bool) -> dict[str, Any] | None:
    """Return a conversation as a story, or None if it did not go as expected; `show` prints what the guide said."""
    from assistant.talk import say, shown

    steps: list[dict[str, Any]] = []
    before, is_right = None, True
    for line in messages:
        text, _, expected = line.partition(" => ")
        replies = await say(agent, name, text, channel="rest")
        tracker = await agent.tracker_store.retrieve(name)
        if show:
            print(f"> {text}\n{shown(replies)[0]}\n", file=sys.stderr)
        if tracker is None:  # It asked to be forgotten.
            steps += [{"user": text, "intent": "delete_my_data"}, {"action": "action_forget"}]
            break
        intent, action = _last_turn(list(tracker.events))
        if expected and action != expected.split()[0]:
            print(f'{name}: "{text}" → {intent}, {action}, not {expected}', file=sys.stderr)
            is_right = False
        steps += [{"user": text, "intent": intent}, {"action": action}]
        asked = tracker.get_slot(SLOT)
        if asked != before:
            steps.append({"slot_was_set": [{SLOT: asked}]})
        before = asked
    return {"story": name, "steps": steps} if is_right else None


def _last_turn(events: list[Any]) -> tuple[str, str]:
    """Return the intent of the last message that a person sent, and the first action after it."""
    places = [i for i, event in enumerate(events) if isinstance(event, UserUttered)]
    start = places[-1]
    # A number is turned into the press of a button: what was typed is the message before.
    if str(events[start].text).startswith("/") and len(places) > 1:
        start = places[-2] if events[places[-2]].intent.get("name") == "pick_number" else start
    actions = (e.action_name for e in events[start:] if isinstance(e, ActionExecuted) and not _is_listening(e))
    return str(events[start].intent.get("name")), str(next(actions))


def _is_listening(event: Any) -> bool:
    return isinstance(event, ActionExecuted) and event.action_name == "action_listen"


async def _main(path: Path, show: bool) -> None:
    from assistant.talk import open_agent

    with tempfile.TemporaryDirectory() as folder:
        os.environ.update({f"GUIDE_{name}": f"{folder}/{name}" for name in KEPT})
        agent = await open_agent(store=f"{folder}/conversations.db")
        stories = [await record(agent, name, said, show) for name, said in conversations(path.read_text().splitlines())]
    kept = [story for story in stories if story]
    print(f"{len(kept)} of {len(stories)} conversations went as expected", file=sys.stderr)
    print(yaml.safe_dump({"version": "3.1", "stories": kept}, sort_keys=False, allow_unicode=True, width=1000))


def main(arguments: list[str] | None = None) -> int:
    """Record the conversations of a file; return the exit status."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("lines", type=Path, help="`# name`, then a message a line")
    parser.add_argument("--show", action="store_true", help="print what the guide said, too")
    options = parser.parse_args(arguments)
    asyncio.run(_main(options.lines, options.show))
    return 0


if __name__ == "__main__":
    sys.exit(main())
