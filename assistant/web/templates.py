"""The Jinja2 environment of the pages: sandboxed, strict, everything escaped."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import FileSystemLoader, StrictUndefined
from jinja2.sandbox import ImmutableSandboxedEnvironment

FOLDER = Path(__file__).with_name("templates")


def page(name: str, **values: Any) -> str:
    """Return a page of `templates/` filled in; an unknown name in it is an error."""
    return _environment().get_template(f"{name}.html.j2").render(values)


@cache
def _environment() -> ImmutableSandboxedEnvironment:
    return ImmutableSandboxedEnvironment(
        loader=FileSystemLoader(FOLDER),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
