"""The peer's commands. `python -m benchmarks.peers.rasa_default install | prepare | train | serve --port PORT`."""

from __future__ import annotations

import argparse
import sys
import time
from pathlib import Path

from benchmarks.peers.rasa_default import environment, running
from benchmarks.peers.work import RASA_DEFAULT, read_seconds, write_seconds


def main(arguments: list[str] | None = None) -> int:
    """Run one command; return the exit status."""
    options = _parser().parse_args(arguments)
    try:
        if options.command == "install":
            environment.install(options.python)
            return 0
        if options.command == "prepare":
            prepare(options.work, options.limit, options.epochs)
            return 0
        if options.command == "train":
            return running.train(options.work)
        return running.serve(options.work, options.port)
    except environment.NotInstalled as error:
        print(error, file=sys.stderr)
        return 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--work", type=Path, default=RASA_DEFAULT, help="the Rasa project's folder")
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("install", help="build the environment").add_argument("--python", help="the Python to build on")
    preparing = commands.add_parser("prepare", help="write the Rasa project")
    preparing.add_argument("--limit", type=int, help="about so many of the examples: for a trial, never a measure")
    preparing.add_argument("--epochs", type=int, help="fewer epochs than Rasa's 100: say so beside the figures")
    commands.add_parser("train", help="train it with Rasa's own command")
    commands.add_parser("serve", help="serve it").add_argument("--port", type=int, required=True)
    return parser


def prepare(work: Path, limit: int | None, epochs: int | None) -> None:
    """Write the Rasa project."""
    # Imported here: the process that only starts the servers shall weigh nothing beside them.
    from assistant.quiet import hush

    hush()
    from benchmarks.peers.rasa_default.project import write_project

    began = time.perf_counter()
    write_project(work, limit=limit, epochs=epochs)
    earlier, settings = read_seconds(work), {"limit": limit, "epochs": epochs}
    # A training is still that of this project if it was of the same settings.
    kept = earlier if earlier.items() >= settings.items() else settings
    write_seconds(work, {**kept, "prepare": time.perf_counter() - began})


if __name__ == "__main__":
    sys.exit(main())
