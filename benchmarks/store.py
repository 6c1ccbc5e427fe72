"""Times the content store: loading, rendering, memory, and loading one ten times as large. `make bench`."""

from __future__ import annotations

import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from answers import Library, render

CONTENT = Path("content")
RUNS = 5
MEASURE_MEMORY = """
import sys
from pathlib import Path
def used():
    lines = Path("/proc/self/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmRSS")) * 1024 / 1e6
from answers import Library
before = used()
library = Library.load(Path(sys.argv[1]))
print(used() - before)
"""


def load_time(content: Path) -> float:
    """Return the seconds a load takes, the median of several."""
    times = []
    for _ in range(RUNS):
        started = time.perf_counter()
        Library.load(content)
        times.append(time.perf_counter() - started)
    return statistics.median(times)


def render_time(library: Library) -> float:
    """Return the milliseconds that rendering one answer takes, over all of them."""
    addresses = [section.address for section in library.sections()]
    render(library, addresses[0])
    started = time.perf_counter()
    for address in addresses:
        render(library, address)
    return (time.perf_counter() - started) / len(addresses) * 1e3


def memory(content: Path) -> float:
    """Return the MB a process grows by when it loads the store."""
    done = subprocess.run([sys.executable, "-c", MEASURE_MEMORY, str(content)], capture_output=True, check=True)
    return float(done.stdout)


def ten_times(content: Path, folder: Path) -> Path:
    """Write a store ten times as large: every topic, myth and fact nine times more under other names."""
    large = Path(shutil.copytree(content, folder / "content"))
    for number in range(2, 11):
        for path in [*(content / "en/topics").rglob("*.md"), *(content / "en/myths").rglob("*.md")]:
            target = large / path.relative_to(content).with_name(f"{path.stem}-{number}.md")
            target.write_text(_other(path.read_text(encoding="utf-8"), number), encoding="utf-8")
        for path in (content / "evidence").glob("*.yml"):
            facts = re.sub(
                r"^- id: (\S+)", rf"- id: \1-x{number}", path.read_text(encoding="utf-8"), flags=re.MULTILINE
            )
            (large / "evidence" / f"{path.stem}-{number}.yml").write_text(facts, encoding="utf-8")
    return large


def _other(text: str, number: int) -> str:
    """Return a file's text with another title, another first name and other things said."""
    text = re.sub(r"^title: .*", f"title: copy {number} {hash(text)}", text, count=1, flags=re.MULTILINE)
    text = re.sub(r"^names: \[", f"names: [copy {number} {hash(text)}, ", text, count=1, flags=re.MULTILINE)
    said = iter(range(1_000_000))
    return re.sub(
        r"(?<=says:\n)(?: +- .*\n)+",
        lambda lines: "".join(f"  - copy {number} {hash(text)} {next(said)}\n" for _ in lines[0].splitlines()),
        text,
        count=1,
    )


def measure() -> dict[str, float]:
    """Return the figures."""
    once = load_time(CONTENT)
    with tempfile.TemporaryDirectory() as folder:
        large = load_time(ten_times(CONTENT, Path(folder)))
    return {
        "store: load (s)": once,
        "store: render one answer (ms)": render_time(Library.load(CONTENT)),
        "store: memory (MB)": memory(CONTENT),
        "store: load ten times as much (s)": large,
        "store: times as long": large / once,
    }


def main() -> int:
    """Print the figures."""
    for name, value in measure().items():
        print(f"{name:34s} {value:8.2f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
