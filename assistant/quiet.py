"""Keeps the server's mouth shut: no telemetry, no warnings of old libraries, no person's words in a log.

Import this before Rasa.
"""

from __future__ import annotations

import logging
import os
import traceback
import warnings
from pathlib import Path


def hush() -> None:
    """Set what must be set before Rasa is imported."""
    os.environ.setdefault("RASA_TELEMETRY_ENABLED", "false")
    os.environ.setdefault("SQLALCHEMY_SILENCE_UBER_WARNING", "1")
    os.environ.setdefault("LOG_LEVEL", "WARNING")
    os.environ.setdefault("LOG_LEVEL_LIBRARIES", "ERROR")
    os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
    # Not a filter alone: Sanic and Rasa set filters of their own as they are imported.
    warnings.filterwarnings("ignore")
    warnings.showwarning = _say_nothing


def _say_nothing(*_: object, **__: object) -> None:
    """Stand in for `warnings.showwarning`: a newcomer can do nothing about a warning in an old library."""


def mute_words() -> None:
    """Turn off the loggers that repeat what a person wrote.

    Rasa logs the message text at debug level in the processor, the policies and the
    channels, and at error level when a REST turn fails.
    """
    import structlog

    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.CRITICAL))
    for name in ("rasa.core.policies", "rasa.core.channels", "rasa.core.lock_store"):
        logging.getLogger(name).setLevel(logging.ERROR)
    # These two print the text of an exception, which may quote the message or a row of the database.
    # What failed is logged by `InProcessActions` and `ConversationStore`, without it.
    for name in ("rasa.core.processor", "rasa.core.tracker_store"):
        logging.getLogger(name).setLevel(logging.CRITICAL)


def kind_of(error: BaseException) -> str:
    """Return what failed and where, without the error's text, which may hold a person's words."""
    frames = traceback.extract_tb(error.__traceback__)
    where = f" at {Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else ""
    return type(error).__name__ + where
