"""A chat in the terminal, without a server. `python -m assistant.talk [--once QUESTION]`."""

from __future__ import annotations

from assistant.quiet import hush, mute_words

hush()

import argparse  # noqa: E402 warnings must be off before anything below is imported
import asyncio  # noqa: E402
import sys  # noqa: E402
import uuid  # noqa: E402

from rasa.core.agent import Agent, load_agent  # noqa: E402
from rasa.core.channels.channel import CollectingOutputChannel, UserMessage  # noqa: E402
from rasa.core.utils import AvailableEndpoints  # noqa: E402

from assistant.channels import intake  # noqa: E402
from assistant.faster import speed_up  # noqa: E402
from assistant.in_process import InProcessActions  # noqa: E402


async def open_agent(model: str = "models", store: str | None = None) -> Agent:
    """Return an agent with its actions in process; `store` names another conversation database."""
    mute_words()
    speed_up()
    endpoints = AvailableEndpoints.read_endpoints("endpoints.yml")
    endpoints.action = InProcessActions()
    if store and endpoints.tracker_store:
        endpoints.tracker_store.kwargs["db"] = store
    return await load_agent(model_path=model, endpoints=endpoints)


async def say(agent: Agent, sender: str, text: str, channel: str = "cmdline") -> list[dict]:
    """Return the replies to one message."""
    output = CollectingOutputChannel()
    await agent.handle_message(UserMessage(intake.read_text(text), output, sender, input_channel=channel))
    return output.messages


def shown(replies: list[dict]) -> tuple[str, list[str]]:
    """Return replies as text with numbered choices, and the payloads behind the numbers."""
    lines, payloads = [], []
    for reply in replies:
        if reply.get("text"):
            lines.append(reply["text"])
        for button in reply.get("buttons") or ():
            payloads.append(button["payload"])
            lines.append(f"  {len(payloads)}. {button['title']}")
    return "\n".join(lines), payloads


async def talk(once: str | None) -> None:
    """Answer one question, or talk until the person leaves."""
    agent, sender = await open_agent(), f"terminal-{uuid.uuid4().hex}"
    payloads: list[str] = []
    if once is None:
        print("Ask about stage IV kidney cancer. An empty line leaves.\n")
    while True:
        text = once if once is not None else await asyncio.to_thread(input, "you> ")
        if not text:
            return
        if text.isdigit() and 0 < int(text) <= len(payloads):
            text = payloads[int(text) - 1]
        words, payloads = shown(await say(agent, sender, text))
        print(f"{words}\n")
        if once is not None:
            return


def main(arguments: list[str] | None = None) -> int:
    """Run the chat; return the exit status."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--once", metavar="QUESTION", help="answer one question and leave")
    options = parser.parse_args(arguments)
    try:
        asyncio.run(talk(options.once))
    except (EOFError, KeyboardInterrupt):
        print()
    return 0


if __name__ == "__main__":
    sys.exit(main())
