"""Every setting of the action server, read once from the environment, refused if wrong."""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path

from answers import AnswersError, Library


class SettingsError(AnswersError):
    """A setting has a value that cannot be used."""


@cache
def library() -> Library:
    """Return the library the actions answer from; raises ContentError, SettingsError."""
    folder = Path(os.environ.get("GUIDE_CONTENT", "content"))
    if not folder.is_dir():
        raise SettingsError(f'GUIDE_CONTENT is "{folder}", which is no folder')
    return Library.load(folder, os.environ.get("GUIDE_LANGUAGE", "en"))
