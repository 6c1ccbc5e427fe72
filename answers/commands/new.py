"""Write the commented skeleton of a new topic, e.g. drug/tivozanib."""

from __future__ import annotations

import argparse
import datetime
import re
import sys

from answers.commands import add_content
from answers.environment import LAYOUTS

_ID = re.compile(r"[a-z]+/[a-z0-9]+(-[a-z0-9]+)*")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add this command's options."""
    add_content(parser)
    parser.add_argument("topic", help="its id: family/name, lower case, hyphens")


def run(arguments: argparse.Namespace) -> int:
    """Write the file; refuse a bad id or a topic that exists."""
    if not _ID.fullmatch(arguments.topic):
        print(
            f'"{arguments.topic}" is no topic id; write it as family/name, such as drug/sunitinib',
            file=sys.stderr,
        )
        return 1
    path = arguments.content / arguments.language / "topics" / f"{arguments.topic}.md"
    if path.exists():
        print(f"{path} exists already", file=sys.stderr)
        return 1
    path.parent.mkdir(parents=True, exist_ok=True)
    skeleton = (LAYOUTS.parent / "skeleton.md").read_text(encoding="utf-8")
    name = arguments.topic.partition("/")[2].replace("-", " ")
    filled = skeleton.replace("NAME", name).replace("TITLE", name.capitalize())
    path.write_text(filled.replace("DATE", datetime.date.today().isoformat()), encoding="utf-8")
    print(f"wrote {path}; fill it in, then `python -m answers check`")
    return 0
