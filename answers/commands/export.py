"""Print every section as one JSON object a line."""

from __future__ import annotations

import argparse
import json
from typing import Any

from answers.commands import add_content, load
from answers.library import Library
from answers.readability import grade
from answers.topic import Section
from answers.words import plain


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add this command's options."""
    add_content(parser)


def run(arguments: argparse.Namespace) -> int:
    """Print the export."""
    library = load(arguments)
    for section in library.sections():
        print(json.dumps(exported(library, section), ensure_ascii=False))
    return 0


def exported(library: Library, section: Section) -> dict[str, Any]:
    """Return one section as the export has it."""
    topic = library.topic(section.topic)
    return {
        "address": section.address,
        "title": f"{topic.title}: {library.aspects[section.aspect]}",
        "brief": plain(library.fill(section.brief)),
        "more": plain(library.fill(section.more)),
        "clinician": plain(library.fill(section.clinician)),
        "next_step": plain(library.fill(section.next_step)),
        "facts": list(section.facts),
        "sources": [source.id for source in library.sources_of(section)],
        "review": library.review(section),
        "grade": grade(library, section),
        "hash": library.hash(section),
        "language": library.language,
    }
