"""Builds the peer's environment with uv: the one that Rasa asks for, TensorFlow and all."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
ENVIRONMENT = ROOT / ".venv-rasa-default"
PYTHON = ENVIRONMENT / "bin/python"
LOCK = Path(__file__).with_name("requirements.lock")
VERSIONS = ("3.10", "3.11")
"""Rasa 3.6 asks for a Python below 3.11; its TensorFlow 2.12 runs on 3.11 too."""


class NotInstalled(Exception):
    """The peer's environment is missing, or cannot be built here."""


def install(python: str | None = None) -> None:
    """Build the environment, with the Python named or the best one found; raises NotInstalled."""
    # Without --no-config uv would read our pyproject.toml, whose overrides leave TensorFlow out.
    uv = [find_uv(), "--no-config", "--quiet"]
    print(f"Installing into {ENVIRONMENT.name}, 2.5 GB (about a minute) …", flush=True)
    _run([*uv, "venv", "--clear", "--python", python or find_python(), str(ENVIRONMENT)])
    _run([*uv, "pip", "sync", "--require-hashes", "--python", str(PYTHON), str(LOCK)])


def find_uv() -> str:
    """Return the uv that `make install` uses; raises NotInstalled."""
    own = ROOT / ".venv-tools/bin/uv"
    found = shutil.which("uv") or (str(own) if own.exists() else None)
    if found is None:
        raise NotInstalled("there is no uv yet; run `make install`")
    return found


def find_python() -> str:
    """Return the first Python here that Rasa can run on; failing that a version, for uv to fetch."""
    return next((path for version in VERSIONS for path in _pythons(version) if _runs(path)), VERSIONS[0])


def _pythons(version: str) -> Iterator[str]:
    """Yield where a version of Python may be; pyenv's own commands fail for a version that is not switched on."""
    yield f"python{version}"
    pyenv = Path(os.environ.get("PYENV_ROOT", Path.home() / ".pyenv"))
    yield from map(str, sorted(pyenv.glob(f"versions/{version}.*/bin/python")))


def _runs(python: str) -> bool:
    try:
        return subprocess.run([python, "-c", ""], capture_output=True, check=False).returncode == 0
    except FileNotFoundError:
        return False


def _run(command: list[str]) -> None:
    if subprocess.run(command, check=False).returncode:
        raise NotInstalled(f"this failed: {' '.join(command)}")
