"""Show how far the sections are reviewed: drafts, source-checked, signed, expired, changed since signing."""

from __future__ import annotations

import argparse
from collections import Counter

from answers.commands import add_content, load
from answers.library import REVIEWS, Library

CHANGED, STOPPED = "changed", "stopped"
"""Not states of a review: signed once and other words now; and taken out of service."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add this command's options."""
    add_content(parser)
    parser.add_argument("--list", choices=[*REVIEWS, CHANGED, STOPPED], help="list the addresses in one state")


def run(arguments: argparse.Namespace) -> int:
    """Print the counts, or the addresses of one state."""
    found = states(load(arguments))
    if arguments.list:
        print(*found[arguments.list], sep="\n")
        return 0
    for state, addresses in found.items():
        print(f"{len(addresses):5d}  {state}")
    families = Counter(address.partition("/")[0] for address in found["draft"])
    if families:
        print("drafts by family:", ", ".join(f"{family} {count}" for family, count in families.most_common()))
    return 0


def states(library: Library) -> dict[str, list[str]]:
    """Return the addresses in each state; one that changed since it was signed stands in two."""
    found: dict[str, list[str]] = {state: [] for state in (*REVIEWS, CHANGED, STOPPED)}
    for section in library.sections():
        found[library.review(section)].append(section.address)
        signature = library.signatures.get(section.address)
        if signature and signature.hash != library.hash(section):
            found[CHANGED].append(section.address)
        if section.address in library.stops or section.topic in library.stops:
            found[STOPPED].append(section.address)
    return found
