"""Sign sections for the clinic: these words, these facts and these sources, by this person today."""

from __future__ import annotations

import argparse
import datetime

from answers import signatures
from answers.commands import add_content, load
from answers.errors import NoAnswer, nearest


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add this command's options."""
    add_content(parser)
    parser.add_argument("address", nargs="+", help="e.g. drug/sunitinib#side-effects, or a topic for all its sections")
    parser.add_argument("--name", required=True, help="who signs")
    parser.add_argument("--role", required=True, help="in which role, e.g. oncology pharmacist")
    parser.add_argument("--date", type=datetime.date.fromisoformat, default=None, help="the day (today)")


def run(arguments: argparse.Namespace) -> int:
    """Append one signature for each section."""
    library = load(arguments)
    date = (arguments.date or datetime.date.today()).isoformat()
    sections = {section.address: section for section in library.sections()}
    for asked in arguments.address:
        chosen = [a for a in sections if a == asked or a.partition("#")[0] == asked]
        if not chosen:
            raise NoAnswer(f'nothing is filed at "{asked}"{nearest(asked, sections)}')
        for address in chosen:
            digest = library.hash(sections[address])
            signature = signatures.Signature(address, library.language, digest, arguments.name, arguments.role, date)
            signatures.sign(arguments.content / signatures.FILE, signature)
            print(f"signed {address} ({digest[:12]}), until {signature.expires.isoformat()}")
    return 0
