"""What the browser loads: all of it asked for at once, light enough, its library as it was taken, and no other host."""

from __future__ import annotations

import gzip
import hashlib
import re
from pathlib import Path

WIDGET = Path(__file__).resolve().parent.parent / "widget"
MODULES = sorted(WIDGET.rglob("*.js"))
MOST = 25_000
"""Bytes, each module gzipped as it is served."""


def test_the_first_script_asks_for_every_module_at_once():
    asked = set(re.findall(r'"([a-z/-]+)"', (WIDGET / "guide.js").read_text().partition("const { src")[0]))
    there = {path.relative_to(WIDGET).with_suffix("").as_posix() for path in MODULES}

    assert asked == there - {"guide"}


def test_it_stays_within_its_budget():
    assert sum(len(gzip.compress(path.read_bytes(), 9, mtime=0)) for path in MODULES) <= MOST


def test_the_vendored_library_is_the_one_its_page_names():
    digest = hashlib.sha256((WIDGET / "vendor/lit-html.js").read_bytes()).hexdigest()

    assert digest in (WIDGET / "vendor/README.md").read_text()


def test_no_module_names_a_host():
    named = [path.name for path in MODULES if re.search(r"https?://(?!www\.w3\.org/)", path.read_text())]

    assert named == []
