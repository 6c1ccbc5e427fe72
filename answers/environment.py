"""The two Jinja2 environments, one for text and one for HTML: sandboxed and strict."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from jinja2 import FileSystemLoader, StrictUndefined
from jinja2.sandbox import ImmutableSandboxedEnvironment

LAYOUTS = Path(__file__).with_name("layouts")


@cache
def text_environment() -> ImmutableSandboxedEnvironment:
    """Return the environment for text: nothing is escaped, an unknown name is an error."""
    return _environment(autoescape=False)


@cache
def html_environment() -> ImmutableSandboxedEnvironment:
    """Return the environment for HTML: everything is escaped unless a layout says otherwise."""
    return _environment(autoescape=True)


def _environment(*, autoescape: bool) -> ImmutableSandboxedEnvironment:
    return ImmutableSandboxedEnvironment(
        loader=FileSystemLoader(LAYOUTS),
        autoescape=autoescape,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=False,
    )
