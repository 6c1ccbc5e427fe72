"""Let nurses into the console, or take them out. `python -m assistant.console add NAME ROLE | list | remove NAME`."""

from __future__ import annotations

import argparse
import sys

from answers.errors import AnswersError
from answers.places import place
from assistant.console.nurses import Nurses


def main(arguments: list[str] | None = None) -> int:
    """Run one command; return the exit status."""
    parser = argparse.ArgumentParser(prog="python -m assistant.console", description=__doc__)
    commands = parser.add_subparsers(required=True, dest="command", metavar="command")
    add = commands.add_parser("add", help="let somebody in; their token is shown once")
    add.add_argument("name")
    add.add_argument("role", help="it stands beside the name under what they sign, e.g. oncology nurse")
    commands.add_parser("list", help="show who may enter")
    commands.add_parser("remove", help="take somebody out, at once").add_argument("name")
    chosen = parser.parse_args(arguments)
    nurses = Nurses(place("GUIDE_NURSE_TOKENS", "nurse-tokens"))
    try:
        return _run(chosen, nurses)
    except AnswersError as error:
        print(error, file=sys.stderr)
        return 1


def _run(chosen: argparse.Namespace, nurses: Nurses) -> int:
    if chosen.command == "add":
        print(nurses.add(chosen.name, chosen.role))
        print(
            f"This is the token of {chosen.name}; it is shown only now. {nurses.path} keeps its hash.", file=sys.stderr
        )
    elif chosen.command == "list":
        print(*(f"{nurse.name}\t{nurse.role}" for nurse in nurses.all()), sep="\n")
    elif not nurses.remove(chosen.name):
        raise AnswersError(f'nobody called "{chosen.name}" is in {nurses.path}')
    return 0


if __name__ == "__main__":
    sys.exit(main())
