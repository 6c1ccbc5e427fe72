"""Record the second reading: an independent reader found every sentence of these sections in its facts."""

from __future__ import annotations

import argparse

from answers import readings
from answers.commands import add_content, load
from answers.errors import NoAnswer, nearest


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add this command's options."""
    add_content(parser)
    parser.add_argument("address", nargs="+", help="the sections read, e.g. drug/sunitinib#side-effects")


def run(arguments: argparse.Namespace) -> int:
    """Write down which words were read."""
    library = load(arguments)
    sections = {section.address: section for section in library.sections()}
    kept = {address: digest for address, digest in library.readings.items() if address in sections}
    for address in arguments.address:
        if address not in sections:
            raise NoAnswer(f'nothing is filed at "{address}"{nearest(address, sections)}')
        kept[address] = library.hash(sections[address])[: readings.DIGITS]
    readings.write_readings(arguments.content / arguments.language / readings.FILE, kept)
    print(f"{len(arguments.address)} readings recorded")
    return 0
