"""Ways out for a request for a call back. One connector is one file of this folder.

Each names the `SCHEMES` it is for and a `connect(to, environment)` that checks its settings at once and returns
what sends one request.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Mapping
from pathlib import Path

from actions.settings import SettingsError
from answers.errors import AnswersError
from answers.outbox import Request

LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})
"""The machine itself: the only one to which words may go without encryption."""

Connector = Callable[[Request], None]
"""Sends one request; raises DeliveryError."""


class DeliveryError(AnswersError):
    """A request did not go out; `passing` if it may go out when tried again, `is_away` if nobody answered at all."""

    def __init__(self, message: str, *, passing: bool, is_away: bool = False) -> None:
        super().__init__(message)
        self.passing, self.is_away = passing, is_away


def connect(to: str, environment: Mapping[str, str]) -> Connector:
    """Return what sends to `mail:…` or `https://…`; raises SettingsError that says what is allowed."""
    scheme, known = to.partition(":")[0].lower(), list[str]()
    for info in pkgutil.iter_modules(__path__):
        module = importlib.import_module(f"{__name__}.{info.name}")
        if scheme in module.SCHEMES:
            return module.connect(to, environment)
        known += module.SCHEMES
    raise SettingsError(f'GUIDE_OUTBOX_TO begins with "{scheme}:"; known: {", ".join(f"{name}:" for name in known)}')


def seconds(environment: Mapping[str, str]) -> float:
    """Return how long a server may take to answer: GUIDE_OUTBOX_TIMEOUT, or 10; raises SettingsError."""
    value = environment.get("GUIDE_OUTBOX_TIMEOUT") or "10"
    if not value.isdigit() or int(value) == 0:
        raise SettingsError(f'GUIDE_OUTBOX_TIMEOUT is "{value}"; it is a whole number of seconds, such as 10')
    return float(value)


def secret(name: str, environment: Mapping[str, str]) -> str:
    """Return what the file that a setting names holds; raises SettingsError. A secret is never a setting itself."""
    path = environment.get(name) or ""
    try:
        found = Path(path).read_text(encoding="utf-8").strip() if path else ""
    except (OSError, ValueError) as error:
        raise SettingsError(f'{name} is "{path}", which cannot be read: {type(error).__name__}') from error
    if not found:
        raise SettingsError(f"{name} is not set, or the file it names is empty; put the secret alone into that file")
    return found
