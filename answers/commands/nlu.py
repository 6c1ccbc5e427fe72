"""Print the training data that content adds, as Rasa NLU YAML."""

from __future__ import annotations

import argparse

from answers.commands import add_content, load
from answers.training import nlu_yaml


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add this command's options."""
    add_content(parser)


def run(arguments: argparse.Namespace) -> int:
    """Print the YAML."""
    print(nlu_yaml(load(arguments)), end="")
    return 0
