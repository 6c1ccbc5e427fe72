"""The commands of `python -m answers`: each module has `add_arguments` and `run`."""

from __future__ import annotations

import argparse
from pathlib import Path

from answers.library import Library


def add_content(parser: argparse.ArgumentParser) -> None:
    """Add the options that say where the content is."""
    parser.add_argument("--content", type=Path, default=Path("content"), help="the content folder")
    parser.add_argument("--language", default="en", help="its language folder")


def load(arguments: argparse.Namespace) -> Library:
    """Return the library the options name; raises ContentError."""
    return Library.load(arguments.content, arguments.language)
