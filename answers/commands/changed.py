"""List the sections to look at again: those that rest on a drug, a guideline, a source or a fact, or that changed."""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from answers.commands import add_content, load
from answers.errors import NoAnswer, nearest
from answers.evidence import Fact
from answers.library import Library


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add this command's options."""
    add_content(parser)
    parser.add_argument("--drug", help="an alert names this drug: any of its names")
    parser.add_argument("--guideline", help="a guideline came out anew, e.g. EAU")
    parser.add_argument("--source", help="a source changed: its id")
    parser.add_argument("--fact", help="a fact changed: its id")
    parser.add_argument("--since", type=Path, help="an export kept from earlier (`make content > then.jsonl`)")


def run(arguments: argparse.Namespace) -> int:
    """Print the addresses, each with the facts that make it stale; say on the error stream how many."""
    library = load(arguments)
    if arguments.since:
        lines = [f"{address}  {what}" for address, what in changed_since(library, arguments.since)]
    else:
        facts = set(facts_about(library, arguments))
        lines = [f"{address}  {', '.join(cited)}" for address, cited in resting_on(library, facts)]
    print(*lines, sep="\n")
    print(f"{len(lines)} sections", file=sys.stderr)
    return 0


def facts_about(library: Library, about: argparse.Namespace) -> Iterator[str]:
    """Yield the ids of the facts that an alert touches; raises NoAnswer if it names nothing known."""
    if about.drug:
        names = drug_names(library, about.drug)
        yield from (fact.id for fact in library.facts.values() if speaks_of(fact, names))
    if about.guideline:
        of = {source.id for source in library.sources.values() if source.guideline == about.guideline.upper()}
        if not of:
            known = {source.guideline for source in library.sources.values()} - {""}
            raise NoAnswer(f'no source is of the guideline "{about.guideline}"; known: {", ".join(sorted(known))}')
        yield from (fact.id for fact in library.facts.values() if of & set(fact.sources))
    if about.source:
        if about.source not in library.sources:
            raise NoAnswer(f'no source "{about.source}"{nearest(about.source, library.sources)}')
        yield from (fact.id for fact in library.facts.values() if about.source in fact.sources)
    if about.fact:
        if about.fact not in library.facts:
            raise NoAnswer(f'no fact "{about.fact}"{nearest(about.fact, library.facts)}')
        yield about.fact


def drug_names(library: Library, drug: str) -> tuple[str, ...]:
    """Return all names of a drug that is called by any of them."""
    drugs = [topic for topic in library.topics.values() if topic.family == "drug"]
    for topic in drugs:
        if drug.lower() in (topic.id, topic.id.partition("/")[2], *(name.lower() for name in topic.names)):
            return topic.names
    raise NoAnswer(f'no drug is called "{drug}"{nearest(drug, (name for t in drugs for name in t.names))}')


def speaks_of(fact: Fact, names: tuple[str, ...]) -> bool:
    """Return whether a fact is filed under a drug or names it."""
    filed = fact.topic.partition("/")[2]
    return filed in {name.lower() for name in names} or any(
        re.search(rf"\b{re.escape(name)}\b", fact.claim, re.IGNORECASE) for name in names
    )


def resting_on(library: Library, facts: set[str]) -> Iterator[tuple[str, list[str]]]:
    """Yield each address that cites any of the facts, with those it cites."""
    for section in (*library.passages(), *library.descriptions()):
        cited = [fact for fact in section.facts if fact in facts]
        if cited:
            yield section.address, cited


def changed_since(library: Library, export: Path) -> Iterator[tuple[str, str]]:
    """Yield what is new, gone or changed since an export, with which of the three it is."""
    then = {entry["address"]: entry["hash"] for entry in map(json.loads, export.read_text().splitlines())}
    now = {section.address: library.hash(section) for section in library.sections()}
    for address in sorted(then.keys() | now.keys()):
        if address not in then:
            yield address, "new"
        elif address not in now:
            yield address, "gone"
        elif then[address] != now[address]:
            yield address, "changed"
