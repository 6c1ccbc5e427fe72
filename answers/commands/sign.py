"""Sign sections for the clinic: these words, these facts and these sources, by this person today."""

from __future__ import annotations

import argparse
import datetime

from answers.commands import add_content, load
from answers.signing import sign_sections


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add this command's options."""
    add_content(parser)
    parser.add_argument("address", nargs="+", help="e.g. drug/sunitinib#side-effects, or a topic for all its sections")
    parser.add_argument("--name", required=True, help="who signs")
    parser.add_argument("--role", required=True, help="in which role, e.g. oncology pharmacist")
    parser.add_argument("--date", type=datetime.date.fromisoformat, default=None, help="the day (today)")


def run(arguments: argparse.Namespace) -> int:
    """Append one signature for each section."""
    date = arguments.date or datetime.date.today()
    made = sign_sections(arguments.content, load(arguments), arguments.address, arguments.name, arguments.role, date)
    for signature in made:
        print(f"signed {signature.address} ({signature.hash[:12]}), until {signature.expires.isoformat()}")
    return 0
