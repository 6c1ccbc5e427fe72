"""Stop an answer at once, on a running server too, or put it back."""

from __future__ import annotations

import argparse

from answers import stops
from answers.commands import add_content, load
from answers.errors import NoAnswer, nearest


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add this command's options."""
    add_content(parser)
    parser.add_argument("address", help="e.g. drug/sunitinib#side-effects, or a topic for all its sections")
    parser.add_argument("--why", default="being updated", help="the reason, for the record")
    parser.add_argument("--undo", action="store_true", help="serve it again")


def run(arguments: argparse.Namespace) -> int:
    """Write the stop, or take it out."""
    library = load(arguments)
    if not library.knows(arguments.address):
        topic = arguments.address.partition("#")[0]
        raise NoAnswer(f'nothing is filed at "{arguments.address}"{nearest(topic, library.topics)}')
    kept = dict(library.stops)
    if arguments.undo:
        kept.pop(arguments.address, None)
    else:
        kept[arguments.address] = arguments.why
    stops.write_stops(arguments.content / arguments.language / stops.FILE, kept)
    state = "served again" if arguments.undo else "stopped"
    print(f"{arguments.address} is {state}; running servers see it within a minute")
    return 0
