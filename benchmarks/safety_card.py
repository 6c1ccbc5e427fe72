"""Writes the safety card: what a safety board reads before anybody is let in. `python -m benchmarks.safety_card`.

One page, after CHAI's applied model card and CHART's reporting items, from the measured figures
(benchmarks/results/understanding.json), the library and our own held-out questions.
"""

from __future__ import annotations

import argparse
import datetime
import hashlib
import json
import subprocess
import sys
import tomllib
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from jinja2 import FileSystemLoader

from answers.environment import html_environment, text_environment
from answers.languages import languages
from answers.library import Library
from benchmarks.card import Card, Version, card_of
from benchmarks.taught import taught

PAGES = Path(__file__).with_name("pages")
QUESTIONS = Path("tests/questions")
RESULTS = Path("benchmarks/results/understanding.json")
_SPECIAL = {"&": "&amp;", "<": "&lt;", ">": "&gt;", "\n": " ", **{mark: f"\\{mark}" for mark in "\\`*_[]|"}}


def page(card: Card) -> str:
    """Return the card as one self-contained HTML page."""
    environment = html_environment().overlay(loader=FileSystemLoader(PAGES))
    text = environment.get_template("safety-card.html.j2").render(card=card, safe=str)
    # A number stays on one line with what belongs to it.
    return text.replace(" %", "\u00a0%").replace("≤ ", "≤\u00a0").replace("≥ ", "≥\u00a0")


def markdown(card: Card) -> str:
    """Return the same words as Markdown."""
    environment = text_environment().overlay(loader=FileSystemLoader(PAGES))
    lines = environment.get_template("safety-card.md.j2").render(card=card, safe=escaped).splitlines()
    kept = [line.rstrip() for line, before in zip(lines, ["", *lines], strict=False) if line.strip() or before.strip()]
    return "\n".join(kept).strip() + "\n"


def escaped(text: object) -> str:
    """Return a text that Markdown shows as it is."""
    return "".join(_SPECIAL.get(letter, letter) for letter in str(text))


def read_texts(folder: Path) -> dict[str, str]:
    """Return the words of each held-out question of our own, by id."""
    lines = [line for path in sorted(folder.glob("*.jsonl")) for line in path.read_text("utf-8").splitlines() if line]
    items: list[dict[str, Any]] = [json.loads(line) for line in lines]
    return {item["id"]: item.get("text") or " / ".join(item["turns"]) for item in items}


def hash_of(folder: Path) -> str:
    """Return the SHA-256 (hex) over every file of the content, in the order of their paths."""
    digest = hashlib.sha256()
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        digest.update(f"{path.relative_to(folder).as_posix()}\0".encode() + path.read_bytes() + b"\0")
    return digest.hexdigest()


def version(content: Path, results: Path) -> Version:
    """Return what is described: release, commit, hashes."""
    commit = git("rev-parse", "--short=12", "HEAD") or "unknown"
    # The card itself is not part of what it describes.
    changed = bool(git("status", "--porcelain", "--", ".", ":!docs/safety-card.md"))
    release = tomllib.loads(Path("pyproject.toml").read_text("utf-8"))["project"]["version"]
    figures = hashlib.sha256(results.read_bytes()).hexdigest()
    return Version(release, commit, changed, hash_of(content), figures, day_of(results), datetime.date.today())


def day_of(path: Path) -> datetime.date:
    """Return the day a file was written: of its commit, if it is as committed."""
    day = "" if git("status", "--porcelain", "--", str(path)) else git("log", "-1", "--format=%cs", "--", str(path))
    return datetime.date.fromisoformat(day) if day else datetime.date.fromtimestamp(path.stat().st_mtime)


def git(*arguments: str) -> str:
    """Return what git says; "" where there is none."""
    try:
        done = subprocess.run(["git", *arguments], capture_output=True, text=True, check=True)
    except (OSError, subprocess.CalledProcessError):
        return ""
    return done.stdout.strip()


def write(path: Path, text: str) -> None:
    """Write a page and say where it is."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    print(f"wrote {path}")


def main(arguments: list[str] | None = None) -> int:
    """Write the card in both forms; return the exit status."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--results", type=Path, default=RESULTS, help="what benchmarks.understanding found")
    parser.add_argument("--content", type=Path, default=Path("content"), help="the content folder")
    parser.add_argument("--html", type=Path, default=Path("build/safety-card.html"), help="the page to write")
    parser.add_argument("--markdown", type=Path, default=Path("docs/safety-card.md"), help="the same as Markdown")
    options = parser.parse_args(arguments)
    found: Mapping[str, Any] = json.loads(options.results.read_text("utf-8"))
    libraries = [Library.load(options.content, language) for language in languages(options.content)]
    described = version(options.content, options.results)
    card = card_of(found, libraries, read_texts(QUESTIONS), taught(libraries[0], Path("data")), described)
    forms: list[tuple[Path, Callable[[Card], str]]] = [(options.html, page), (options.markdown, markdown)]
    for path, form in forms:
        write(path, form(card))
    return 0


if __name__ == "__main__":
    sys.exit(main())
