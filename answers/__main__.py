"""`python -m answers <command>`: one command is one module in `answers.commands`."""

from __future__ import annotations

import argparse
import importlib
import pkgutil
import sys

from answers import commands
from answers.errors import AnswersError


def main(arguments: list[str] | None = None) -> int:
    """Run one command; print errors in words and return the exit status."""
    parser = argparse.ArgumentParser(prog="python -m answers", description="Look after the content store.")
    subparsers = parser.add_subparsers(required=True, metavar="command")
    for info in pkgutil.iter_modules(commands.__path__):
        module = importlib.import_module(f"answers.commands.{info.name}")
        summary = (module.__doc__ or "").strip().splitlines()[0]
        subparser = subparsers.add_parser(info.name, help=summary, description=summary)
        module.add_arguments(subparser)
        subparser.set_defaults(run=module.run)
    chosen = parser.parse_args(arguments)
    try:
        return chosen.run(chosen)
    except AnswersError as error:
        print(error, file=sys.stderr)
        return 1


if __name__ == "__main__":
    sys.exit(main())
