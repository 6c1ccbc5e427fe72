"""A signature counts for these words only, for a time only, and nobody writes one by hand."""

from __future__ import annotations

import datetime
import json

import pytest

from answers import Library
from answers.__main__ import main
from answers.errors import AnswersError
from answers.signatures import FILE, Signature, read_signatures, sign

ADDRESS = "living/work#overview"


def signature(address=ADDRESS, digest="ab", date="2026-01-31"):
    return Signature(address, "en", digest, "a reviewer", "pharmacist", date)


@pytest.fixture
def path(tmp_path):
    path = tmp_path / FILE
    for number in range(3):
        sign(path, signature(f"living/work#{number}"))
    return path


def read(path):
    return read_signatures(path, "content/signatures.jsonl", "en")


def test_what_was_signed_is_read(path):
    signed, problems = read(path)

    assert list(signed) == ["living/work#0", "living/work#1", "living/work#2"] and problems == []


@pytest.mark.parametrize(
    "break_it, line, message",
    [
        pytest.param(
            lambda lines: [lines[0], lines[1].replace('"ab"', '"cd"'), lines[2]], 2, "edited by hand", id="edit"
        ),
        pytest.param(lambda lines: [lines[0], lines[2]], 2, "a line was removed", id="removed"),
        pytest.param(lambda lines: [lines[0], lines[0], lines[1]], 2, "put in by hand", id="put-in"),
        pytest.param(lambda lines: [*lines[:2], lines[2][:40]], 3, "cut off", id="cut-off"),
        pytest.param(lambda lines: ["[]", *lines], 1, "is no signature", id="other"),
    ],
)
def test_a_file_edited_by_hand_is_named_with_its_line(path, break_it, line, message):
    path.write_text("\n".join(break_it(path.read_text().splitlines())) + "\n")
    _, problems = read(path)

    assert [(p.path, p.line) for p in problems] == [("content/signatures.jsonl", line)] and message in problems[
        0
    ].message


def test_nothing_is_signed_onto_a_broken_file(path):
    path.write_text(path.read_text().replace("pharmacist", "nurse", 1))

    with pytest.raises(AnswersError, match="signatures.jsonl:1"):
        sign(path, signature())


def test_with_a_key_nobody_signs_without_it(path, monkeypatch):
    monkeypatch.setenv("GUIDE_SIGNING_KEY", "a secret")
    _, problems = read(path)

    assert problems[0].line == 1


@pytest.mark.parametrize(
    "address, date, expires",
    [
        ("living/work#overview", "2026-01-31", datetime.date(2027, 1, 31)),
        ("drug/sunitinib#overview", "2026-08-31", datetime.date(2027, 2, 28)),
    ],
)
def test_a_signature_runs_out(address, date, expires):
    assert signature(address, date=date).expires == expires


class TestASignedSection:
    def sign(self, content, date=None):
        day = ["--date", date] if date else []
        options = ["--content", str(content), "--name", "a reviewer", "--role", "pharmacist", *day]
        assert main(["sign", ADDRESS, *options]) == 0

    def review(self, content, **options):
        library = Library.load(content)
        return library.review(library.section(ADDRESS), **options)

    def test_is_signed_off(self, content):
        self.sign(content)

        assert self.review(content) == "signed-off"

    def test_is_expired_a_year_later(self, content):
        self.sign(content, "2025-11-20")

        assert self.review(content, today=datetime.date(2026, 11, 21)) == "expired"

    def test_is_no_longer_signed_when_its_words_change(self, content):
        self.sign(content)
        topic = content / "en/topics/living/work.md"
        library = Library.load(content)
        brief = library.section(ADDRESS).brief.split()[0]
        topic.write_text(topic.read_text().replace(f"\n{brief}", f"\nToday {brief}", 1))

        assert self.review(content) not in ("signed-off", "expired")

    def test_is_no_longer_signed_when_a_fact_behind_it_changes(self, content):
        self.sign(content)
        library = Library.load(content)
        claim = library.facts_of(library.section(ADDRESS))[0].claim[:12]
        for path in (content / "evidence").glob("*.yml"):
            path.write_text(path.read_text().replace(claim, "In short, " + claim))

        assert self.review(content) not in ("signed-off", "expired")

    def test_shows_among_the_changed_ones(self, content, capsys):
        self.sign(content)
        lines = (content / FILE).read_text()
        entry = json.loads(lines)
        (content / FILE).unlink()
        sign(content / FILE, Signature(ADDRESS, "en", "0" * 64, entry["name"], entry["role"], entry["date"]))
        capsys.readouterr()
        main(["status", "--content", str(content), "--list", "changed"])

        assert capsys.readouterr().out.splitlines() == [ADDRESS]

    def test_alone_is_served_where_the_clinic_says_so(self, content):
        self.sign(content)
        clinic = content / "clinic.yml"
        clinic.write_text(clinic.read_text().replace("only_signed: false", "only_signed: true"))
        library = Library.load(content)

        assert library.section(ADDRESS).aspect == "overview"
        with pytest.raises(AnswersError, match="not signed"):
            library.section("living/work#self-care")
