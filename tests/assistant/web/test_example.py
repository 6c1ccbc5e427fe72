"""The page a clinic copies names what is there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from assistant.channels import web
from assistant.channels.intake import MOST_CHARACTERS
from assistant.web import once
from assistant.web.limits import KEYS

ROOT = Path(__file__).resolve().parents[3]
EXAMPLE = (ROOT / "docs/tasks/example-site.html").read_text(encoding="utf-8")
TASK = (ROOT / "docs/tasks/put-it-on-your-site.md").read_text(encoding="utf-8")
ADDRESS = "http://localhost:5005"


def test_the_example_loads_one_script_that_is_served(guide):
    (script,) = re.findall(r'<script src="([^"]+)"', EXAMPLE)

    assert script == f"{ADDRESS}/guide.js" and guide.get("/guide.js").status_code == 200


@pytest.mark.parametrize("name", sorted(set(re.findall(r"\b(data-[a-z]+)=", EXAMPLE + TASK))))
def test_each_wish_of_the_example_is_one_the_widget_knows(name):
    assert f"`{name}`" in (ROOT / "widget/README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", sorted(set(re.findall(r"--guide-[a-z]+", TASK))))
def test_each_property_the_page_names_is_one_the_widget_uses(name):
    assert f"var({name}" in (ROOT / "widget/styles.js").read_text(encoding="utf-8")


def test_the_example_holds_numbers_of_its_own(library):
    inside = EXAMPLE.partition("<kidney-guide>")[2]

    assert f'href="tel:{library.clinic.emergency}"' in inside and 'href="tel:988"' in inside


def test_the_policy_lets_the_guide_in_and_nothing_inline():
    (policy,) = re.findall(r"Content-Security-Policy: (.+?)\n   ```", TASK, re.DOTALL)
    rules = dict(rule.split(maxsplit=1) for rule in policy.split(";"))

    assert {name for name, value in rules.items() if ADDRESS in value} == {
        "script-src", "connect-src", "img-src", "form-action",
    }  # fmt: skip
    assert "unsafe" not in policy and "*" not in policy


@pytest.mark.parametrize(
    "told",
    [
        f"{MOST_CHARACTERS:,} characters",
        f"{web.MOST_BYTES // 1024} kB",
        f"{web.TURNS[0]} at once, then {web.TURNS[1]:.0f} a second",
        f"{web.FROM_ONE_ADDRESS[0]} at once, then {web.FROM_ONE_ADDRESS[1]:.0f} a second",
        f"{web.BEGUN[0]} at once, then {web.BEGUN[1]:.0f} a second",
        f"{web.HOURS:.0f} hours",
        f"the last {once.IDS} replies",
        f"{once.SECONDS / 60:.0f} minutes after",
        f"{KEYS:,} others",
    ],
)
def test_the_page_tells_the_limits_as_they_are(told):
    assert told in TASK
