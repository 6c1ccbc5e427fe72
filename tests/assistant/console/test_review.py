"""The queue of the review, and signing from the page: these words, by who is signed in, as the command does it."""

from __future__ import annotations

import datetime
import re
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest

from answers import Library
from answers.signatures import FILE, Signature, read_signatures, sign
from assistant.console import console_blueprint
from assistant.console.views import queues
from tests.assistant.console.conftest import NAME, ROLE, Browser

ADDRESS, PAGE = "living/work#overview", "/nurse/review/living/work/overview"
TODAY = datetime.date(2026, 6, 15)


@pytest.fixture
def copy(serve, content, token):
    """A nurse's browser before a console that may write."""
    browser = Browser(serve(attach=lambda app: app.blueprint(console_blueprint(content, "en"))))
    browser.sign_in(token)
    return browser


def fields(browser, **changed):
    """Return the fields of the form to sign with."""
    text = browser.get(PAGE).text
    found = {name: re.search(rf'name="{name}" value="(\w+)"', text)[1] for name in ("form", "hash")}
    return {**found, "role": ROLE, "sure": "yes", **changed}


def signatures(content):
    return read_signatures(content / FILE, FILE, "en")


def test_signing_writes_a_whole_signature_and_the_page_says_so(copy, content):
    page = copy.post(f"{PAGE}/sign", **fields(copy))
    signed, problems = signatures(content)
    after = copy.get(page.headers["location"]).text

    assert problems == [] and (signed[ADDRESS].name, signed[ADDRESS].role) == (NAME, ROLE)
    assert "Signed off by the clinic." in after and "Signed. It now counts" in after


def test_what_was_signed_on_the_page_counts_for_the_library(copy, content):
    copy.post(f"{PAGE}/sign", **fields(copy))
    library = Library.load(content, strict=False)

    assert library.review(library.section(ADDRESS)) == "signed-off"


def test_nobody_signs_in_the_name_of_another(copy, content):
    copy.post(f"{PAGE}/sign", **fields(copy, name="somebody else"))
    signed, _ = signatures(content)

    assert signed[ADDRESS].name == NAME


@pytest.mark.parametrize(
    "changed",
    [
        pytest.param({"hash": "0" * 64}, id="other-words"),
        pytest.param({"hash": ""}, id="no-words"),
        pytest.param({"role": ""}, id="no-role"),
        pytest.param({"role": "x" * 81}, id="long-role"),
        pytest.param({"role": "a\tb"}, id="role-of-two-lines"),
        pytest.param({"sure": ""}, id="not-sure"),
    ],
)
def test_nothing_is_signed_that_was_not_read(copy, content, changed):
    page = copy.post(f"{PAGE}/sign", **fields(copy, **changed))

    assert page.status_code == 409 and 'role="alert"' in page.text and not (content / FILE).exists()


def test_a_broken_record_is_said_and_nothing_is_written(copy, content):
    (content / FILE).write_text("broken\n")
    page = copy.post(f"{PAGE}/sign", **fields(copy))

    assert page.status_code == 409 and (content / FILE).read_text() == "broken\n"


def signed_at(library, date, digest=None):
    section = library.section(ADDRESS)
    signature = Signature(ADDRESS, "en", digest or library.hash(section), "a reviewer", "pharmacist", date)
    return replace(library, signatures={ADDRESS: signature})


@pytest.mark.parametrize(
    "queue, date, digest",
    [
        pytest.param("soon", "2025-07-01", None, id="runs-out-soon"),
        pytest.param("expired", "2025-06-01", None, id="expired"),
        pytest.param("changed", "2026-06-01", "other", id="changed"),
        pytest.param("changed", "2020-01-01", "other", id="changed-long-ago"),
    ],
)
def test_a_signed_section_stands_in_its_queue_alone(library, queue, date, digest):
    found = queues(signed_at(library, date, digest), TODAY)

    assert [name for name, sections in found.items() if ADDRESS in {s.address for s in sections}] == [queue]


def test_what_is_signed_for_long_waits_nowhere(library):
    found = queues(signed_at(library, "2026-06-01"), TODAY)

    assert ADDRESS not in {section.address for sections in found.values() for section in sections}


def test_every_other_section_waits_in_one_queue(library):
    found = queues(library, TODAY)

    assert sum(map(len, found.values())) == sum(1 for _ in library.sections())


@pytest.mark.parametrize("queue", ["draft", "expired", "changed", "soon", "waiting", "nonsense"])
def test_each_queue_has_a_page_that_says_whose_act_signing_is(nurse, library, queue):
    page = nurse.get(f"/nurse/review?queue={queue}&page=999")

    assert page.status_code == 200
    assert library.interface["console"]["signing_is_yours"].replace("'", "&#39;") in page.text


def test_many_who_sign_at_once_leave_a_whole_record(tmp_path):
    one = Signature("a/b#overview", "en", "ab", "a reviewer", "pharmacist", "2026-01-31")
    with ThreadPoolExecutor(8) as reviewers:
        list(reviewers.map(lambda number: sign(tmp_path / FILE, replace(one, address=f"a/b#{number}")), range(40)))

    assert len(signatures(tmp_path)[0]) == 40 and signatures(tmp_path)[1] == []
