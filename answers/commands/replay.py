"""Show exactly what was said in a turn, from its audit line; or check that the audit is whole."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path
from typing import Any

from answers.audit import Audit
from answers.errors import AnswersError


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add this command's options."""
    parser.add_argument("line", nargs="?", type=int, help="the number of the audit line; without it, the newest lines")
    parser.add_argument("--last", type=int, default=20, help="how many of the newest lines to list")
    parser.add_argument("--verify", action="store_true", help="check the chain; tell each break with its line")
    parser.add_argument("--audit", type=Path, default=Path(os.environ.get("GUIDE_AUDIT", ".guide/audit")))


def run(arguments: argparse.Namespace) -> int:
    """Print a turn, list turns, or verify."""
    audit = Audit(arguments.audit)
    if arguments.verify:
        problems = audit.problems()
        print(*problems, sep="\n", file=sys.stderr)
        print("the audit is whole" if not problems else f"{len(problems)} breaks")
        return 1 if problems else 0
    entries = dict(audit.entries())
    if arguments.line is None:
        for number, entry in list(entries.items())[-arguments.last :]:
            print(_headline(number, entry))
        return 0
    if arguments.line not in entries:
        raise AnswersError(f"{audit.folder}: there is no line {arguments.line}; it has {len(entries)}")
    print(_headline(arguments.line, entries[arguments.line]) + "\n")
    for message in audit.said(entries[arguments.line]):
        print(message["text"])
        for button in message.get("buttons") or ():
            print(f"  > {button}")
    return 0


def _headline(number: int, entry: dict[str, Any]) -> str:
    told = ", ".join(f"{answer['address']} ({answer['hash'][:12]})" for answer in entry["answers"])
    return f"{number}  {entry['time']}  {entry['channel']}  {entry['layout']}  {entry['outcome']}  {told}".rstrip()
