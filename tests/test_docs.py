"""The docs name everything that exists, and nothing that does not."""

from __future__ import annotations

import pkgutil
import re
from pathlib import Path

import pytest

from answers import commands
from answers.clinic import PLACEHOLDERS
from answers.topic import BLOCKS, FIELDS

ROOT = Path(__file__).resolve().parent.parent
PAGES = sorted(
    page.relative_to(ROOT).as_posix()
    for pattern in ("*.md", "docs/**/*.md", "content/README.md")
    for page in ROOT.glob(pattern)
)
TARGETS = re.findall(r"^([a-z][a-z-]*):", (ROOT / "Makefile").read_text(), re.MULTILINE)
README = (ROOT / "README.md").read_text()
CONTENT = (ROOT / "content/README.md").read_text()


@pytest.mark.parametrize("target", [target for target in TARGETS if target != "all"])
def test_the_readme_names_every_make_target(target):
    assert f"`make {target}" in README


@pytest.mark.parametrize("page", PAGES)
def test_every_make_target_a_page_names_exists(page):
    named = set(re.findall(r"`make ([a-z-]+)", (ROOT / page).read_text()))

    assert named <= set(TARGETS)


@pytest.mark.parametrize("command", [info.name for info in pkgutil.iter_modules(commands.__path__)])
def test_the_content_readme_names_every_command(command):
    assert f"answers {command.replace('_', '-')}" in CONTENT


@pytest.mark.parametrize("name", sorted(FIELDS))
def test_the_content_readme_shows_every_field(name):
    assert re.search(rf"^{name}:", CONTENT, re.MULTILINE)


@pytest.mark.parametrize("heading", sorted(BLOCKS))
def test_the_content_readme_shows_every_heading(heading):
    assert f"### {heading}" in CONTENT


@pytest.mark.parametrize("name", sorted(PLACEHOLDERS))
def test_the_content_readme_names_every_placeholder(name):
    assert f"{{{{ clinic.{name} }}}}" in CONTENT


def test_the_content_readme_names_every_aspect(library):
    missing = [aspect for aspect in library.aspects if f"`{aspect}`" not in CONTENT]

    assert missing == []


@pytest.mark.parametrize("page", PAGES)
def test_every_link_of_a_page_leads_somewhere(page):
    links = re.findall(r"\]\((?!https?:|#)([^)#]+)", (ROOT / page).read_text())
    broken = [link for link in links if not ((ROOT / page).parent / link).exists()]

    assert broken == []


@pytest.mark.parametrize("module", sorted((ROOT / p).as_posix() for p in ("answers", "actions", "assistant")))
def test_every_decision_that_code_refers_to_exists(module):
    numbers = {n for path in Path(module).rglob("*.py") for n in re.findall(r"decisions?/(\d{4})", path.read_text())}
    known = {path.name[:4] for path in (ROOT / "docs/decisions").glob("*.md")}

    assert numbers <= known
