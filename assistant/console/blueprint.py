"""The blueprint of the console: one module of `pages` is one page, with a function `add`."""

from __future__ import annotations

import importlib
import pkgutil
from pathlib import Path

from sanic import Blueprint

from assistant.console import pages
from assistant.console.console import Console


def console_blueprint(content: Path, language: str) -> Blueprint:
    """Return everything under `/nurse`. The content is read with the first request; it must be sound by then."""
    console = Console(content, language)
    for info in pkgutil.iter_modules(pages.__path__):
        importlib.import_module(f"assistant.console.pages.{info.name}").add(console)
    return console.blueprint
