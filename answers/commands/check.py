"""Check all content: every problem, with its file and line."""

from __future__ import annotations

import argparse
import sys

from answers.checks import run_checks
from answers.commands import add_content, load


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add this command's options."""
    add_content(parser)
    parser.add_argument("--quiet", action="store_true", help="say nothing if nothing is wrong")


def run(arguments: argparse.Namespace) -> int:
    """Print what is wrong and return 1, or say what was checked and return 0."""
    library = load(arguments)
    problems = sorted(run_checks(library))
    for problem in problems:
        print(problem, file=sys.stderr)
    if arguments.quiet and not problems:
        return 0
    sections = sum(1 for _ in library.sections())
    print(f"{len(library.topics)} topics, {sections} sections, {len(library.facts)} facts, {len(problems)} problems")
    return 1 if problems else 0
