"""Check all content, in every language: every problem, with its file and line."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator

from answers.checks import run_checks
from answers.commands import add_content
from answers.errors import Problem
from answers.languages import differences, languages
from answers.library import REFERENCE, Library


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add this command's options."""
    add_content(parser)
    parser.add_argument("--quiet", action="store_true", help="say nothing if nothing is wrong")


def run(arguments: argparse.Namespace) -> int:
    """Print what is wrong and return 1, or say what was checked and return 0."""
    library = Library.load(arguments.content, REFERENCE)
    problems = sorted([*run_checks(library), *_translations(arguments, library)])
    for problem in problems:
        print(problem, file=sys.stderr)
    if arguments.quiet and not problems:
        return 0
    sections = sum(1 for _ in library.sections())
    more = f"{len(library.myths)} myths, {len(library.terms)} terms, {len(library.scripts)} scripts"
    print(f"{len(library.topics)} topics, {sections} sections, {len(library.facts)} facts, {more}")
    print(f"{len(languages(arguments.content))} languages, {len(problems)} problems")
    return 1 if problems else 0


def _translations(arguments: argparse.Namespace, reference: Library) -> Iterator[Problem]:
    """Yield where another language differs from the reference; the rules about words are English ones."""
    for language in languages(arguments.content):
        if language != REFERENCE:
            yield from differences(reference, Library.load(arguments.content, language))
