"""Show the answer at an address as a person receives it."""

from __future__ import annotations

import argparse

from answers.commands import add_content, load
from answers.render import layouts, render


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add this command's options."""
    add_content(parser)
    parser.add_argument("address", help="e.g. drug/sunitinib#side-effects")
    parser.add_argument("--layout", default="chat.txt", choices=layouts())
    parser.add_argument("--part", default="brief", choices=["brief", "more", "clinician"])


def run(arguments: argparse.Namespace) -> int:
    """Print the messages, parted by a blank line."""
    messages = render(load(arguments), arguments.address, layout=arguments.layout, part=arguments.part)
    print("\n\n".join(messages))
    return 0
