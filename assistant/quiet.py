"""Keeps the server's mouth shut: no telemetry, no warnings of old libraries, no person's words in a log.

Import this before Rasa.
"""

from __future__ import annotations

import logging
import os
import warnings


def hush() -> None:
    """Set what must be set before Rasa is imported."""
    os.environ.setdefault("RASA_TELEMETRY_ENABLED", "false")
    os.environ.setdefault("SQLALCHEMY_SILENCE_UBER_WARNING", "1")
    os.environ.setdefault("LOG_LEVEL", "WARNING")
    os.environ.setdefault("LOG_LEVEL_LIBRARIES", "ERROR")
    os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
    warnings.filterwarnings("ignore")


def mute_words() -> None:
    """Turn off the loggers that repeat what a person wrote.

    Rasa logs the message text at debug level in the processor, the policies and the
    channels, and at error level when a REST turn fails.
    """
    import structlog

    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.CRITICAL))
    for name in ("rasa.core.processor", "rasa.core.policies", "rasa.core.channels", "rasa.core.lock_store"):
        logging.getLogger(name).setLevel(logging.ERROR)
