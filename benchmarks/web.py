"""How fast the page is seen and a reply painted, and how heavy the widget is. `python -m benchmarks.web`.

Runs where Playwright is installed (`make bench` starts it in `.venv-browser`); the server runs where Rasa is.
Writes benchmarks/results/web.json and web.md: medians of so many loads and turns, in milliseconds.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import statistics
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from tools.server import running

TIMES = 20
RESULTS = Path("benchmarks/results")
CHROMIUM = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip
QUESTIONS = (
    "what are the side effects of sunitinib", "what is immunotherapy", "can I fly", "how does a CT scan work",
    "what helps with tiredness", "what is embolization", "what can I eat", "is pazopanib used for kidney cancer",
)  # fmt: skip
FIRST_PAINT = "() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? null"
# From the key press to the frame after the one in which the reply stands on the page.
REPLY_PAINTED = """
(words) => new Promise((done) => {
  const root = document.querySelector("kidney-guide").shadowRoot;
  const field = root.querySelector("textarea");
  const before = root.querySelectorAll(".reply").length;
  const watcher = new MutationObserver(() => {
    if (root.querySelectorAll(".reply").length === before) return;
    watcher.disconnect();
    requestAnimationFrame(() => setTimeout(() => done(performance.now() - pressed), 0));
  });
  watcher.observe(root, { childList: true, subtree: true });
  field.focus();
  field.value = words;
  const pressed = performance.now();
  field.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true, composed: true, cancelable: true }));
})
"""


def weight(folder: Path = Path("widget")) -> int:
    """Return what a browser loads for the widget, in bytes: each module gzipped, as it is served."""
    return sum(len(gzip.compress(path.read_bytes(), 9)) for path in folder.rglob("*.js"))


def measure(address: str, chromium: str, times: int) -> dict[str, list[float]]:
    """Return the first paints of a fresh page and the replies painted, each in milliseconds."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=CHROMIUM)
        try:
            paints = [_first_paint(browser, address) for _ in range(times)]
            return {"first_paint": paints, "reply": _replies(browser, address, times)}
        finally:
            browser.close()


def _first_paint(browser: Any, address: str) -> float:
    context = browser.new_context()
    page = context.new_page()
    page.goto(address)
    page.wait_for_function(FIRST_PAINT)
    paint = float(page.evaluate(FIRST_PAINT))
    context.close()
    return paint


def _replies(browser: Any, address: str, times: int) -> list[float]:
    page = browser.new_context().new_page()
    page.goto(address)
    page.get_by_role("textbox").wait_for()
    page.evaluate(REPLY_PAINTED, "hello")
    return [float(page.evaluate(REPLY_PAINTED, QUESTIONS[n % len(QUESTIONS)])) for n in range(times)]


_ROWS = (("first paint of `/`", "first_paint", 300), ("reply painted after Enter", "reply", 100))


def page_of(figures: dict[str, Any]) -> str:
    """Return the figures as a table."""
    times = len(figures["reply"])
    rows = "".join(_row(name, figures[key], most) for name, key, most in _ROWS)
    return (
        "# The page in a browser\n\n`make bench`; Chromium, a new profile each time, on this machine.\n\n"
        f"| milliseconds | median of {times} | from, to | wanted at most |\n|---|---|---|---|\n{rows}\n"
        f"The widget weighs {figures['weight'] / 1000:.1f} kB gzipped, all its modules together (wanted at most 25).\n"
    )


def _row(name: str, taken: Sequence[float], most: int) -> str:
    return f"| {name} | {statistics.median(taken):.0f} | {min(taken):.0f} to {max(taken):.0f} | {most} |\n"


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, write and print; return the exit status."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--times", type=int, default=TIMES)
    parser.add_argument("--python", default=".venv/bin/python", help="the Python the server runs on")
    parser.add_argument("--out", type=Path, default=RESULTS)
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as kept:
        # What these talks leave behind goes with the folder; the server takes its surroundings from ours.
        names = ("AUDIT", "LEDGER", "FEEDBACK", "OUTBOX")
        os.environ.update({f"GUIDE_{name}": f"{kept}/{name.lower()}" for name in names})
        with running(python=options.python) as (address, _):
            taken = measure(address, os.environ["CHROMIUM"], options.times)
    figures: dict[str, Any] = {"weight": weight(), **taken}
    options.out.mkdir(parents=True, exist_ok=True)
    (options.out / "web.json").write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")
    (options.out / "web.md").write_text(page_of(figures), encoding="utf-8")
    print(page_of(figures))
    return 0


if __name__ == "__main__":
    sys.exit(main())
