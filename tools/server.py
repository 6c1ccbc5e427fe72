"""Starts the embedded server on a free port, for tools and tests, and ends it by its own id."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


def free_port() -> int:
    """Return a port nothing listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@contextmanager
def running(
    log: Path | None = None, patience: float = 90.0, python: str = sys.executable, **environment: str
) -> Iterator[tuple[str, int]]:
    """Yield the address and the process id of a ready server; raises RuntimeError if it never gets ready."""
    port = free_port()
    with (log or Path(os.devnull)).open("wb") as output:
        process = subprocess.Popen(
            [python, "-W", "ignore", "-m", "assistant.serve"],
            env={**os.environ, "PORT": str(port), **environment}, stdout=output, stderr=subprocess.STDOUT,
        )  # fmt: skip
        try:
            wait_until_ready(f"http://127.0.0.1:{port}/health", process, patience)
            yield f"http://127.0.0.1:{port}", process.pid
        finally:
            process.terminate()
            process.wait(20)


def wait_until_ready(address: str, process: subprocess.Popen, patience: float) -> None:
    """Return once an address answers; raises RuntimeError if the process ends first or it takes too long."""
    end = time.monotonic() + patience
    while time.monotonic() < end:
        if process.poll() is not None:
            raise RuntimeError(f"the server ended with status {process.returncode}")
        try:
            with urllib.request.urlopen(address, timeout=5):
                return
        except OSError:
            time.sleep(0.05)
    raise RuntimeError(f"the server was not ready after {patience:.0f} s")
