"""The machine that was measured on, and the memory of everything a server started (Linux)."""

from __future__ import annotations

import os
import platform
from collections.abc import Mapping
from pathlib import Path

from benchmarks.turn import memory

Machine = dict[str, str]


def describe() -> Machine:
    """Return what the figures depend on; figures of machines that differ in any of it are not held together."""
    return {
        "processor": _processor(),
        "cores": str(os.cpu_count()),
        "memory": f"{os.sysconf('SC_PAGE_SIZE') * os.sysconf('SC_PHYS_PAGES') / 1e9:.0f} GB",
        "system": f"{platform.freedesktop_os_release()['PRETTY_NAME']}, {platform.system()} {platform.machine()}",
        "Python": platform.python_version(),
    }


def _processor() -> str:
    lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    names = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    # Where the kernel gives no name, as on ARM, the kind must do.
    return names[0] if names else platform.machine()


def family(process: int, parents: Mapping[int, int]) -> list[int]:
    """Return a process and all that came of it; `parents` holds the parent of each process there is."""
    found = [process]
    for one in found:
        found += [child for child, parent in parents.items() if parent == one]
    return found


def running_parents() -> dict[int, int]:
    """Return the parent of each process that runs."""
    found = {}
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            # The name, in brackets, may hold anything; state and parent follow it.
            state, parent, *_ = path.read_text().rpartition(")")[2].split()
        except OSError:
            # It has ended since the folder was listed.
            continue
        # What has ended and was not waited for has no memory any more.
        if state != "Z":
            found[int(path.parent.name)] = int(parent)
    return found


def family_memory(process: int) -> float:
    """Return the resident memory of a process and all that came of it, in MB."""
    return sum(map(memory, family(process, running_parents())))
