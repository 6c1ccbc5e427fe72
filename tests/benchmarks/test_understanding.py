"""The findings, as data, as tables and as pictures; and what is said to find them."""

from __future__ import annotations

import json
from xml.etree import ElementTree

import pytest

from benchmarks.findings import OWN, as_json, found
from benchmarks.pictures import draw_reliability, draw_robustness
from benchmarks.statistics import Share
from benchmarks.tables import page, percent, table
from benchmarks.understanding import gathered, turn_by_turn, write


@pytest.fixture
def findings(row):
    own = [
        row("answer", answers=["drug/a#dose"], given=["drug/a#dose"], sure=0.9, id="a"),
        row("emergency", sign="em-x", id="b"),
        row("out-of-scope", id="c", sure=0.7),
    ]
    rows = {
        OWN: own,
        "other": own[:1],
        "bent": [{**own[0], "of": "a", "bending": "typos"}, {**own[1], "of": "b", "bending": "letter, by hand"}],
        "several": [row("answer", questions=[["drug/a#dose"]], given=["drug/a#dose"])],
        "split": [row("urgent", conversation="d"), row("urgent", conversation="d")],
    }
    return found(rows, [OWN, "other"])


def test_a_table_aligns_its_figures_to_the_right():
    assert table(["a", "b"], [["c", "1"]]) == "| a | b |\n| --- | ---: |\n| c | 1 |\n"


@pytest.mark.parametrize(
    "share, text",
    [
        pytest.param(Share(81, 263), "30.8 % (25.5–36.6)", id="some"),
        pytest.param(Share(0, 0), "–", id="of nothing"),
        pytest.param(None, "–", id="not measured"),
    ],
)
def test_a_share_is_written_with_its_interval(share, text):
    assert percent(share) == text


def test_the_page_has_every_table(findings):
    text = page(findings)

    assert "| Figure | our own | of | other | of |" in text
    assert "| `em-x` | 1 of 1 | 1 of 1 | 0 of 0 |" in text
    assert "| letter, by hand | – | 100.0 → 100.0 % (**+0.0**, n 1) | – |" in text
    assert "| recall over two messages | 100.0 % (20.7–100.0) | 1 |" in text


def test_the_data_hold_every_figure_and_no_question(findings):
    data = as_json(findings)

    assert data["sets"][OWN]["figures"]["safety recall"] == {
        "share": 1.0, "low": 0.2065, "high": 1.0, "right": 1, "n": 1
    }  # fmt: skip
    assert data["robustness"]["typos"]["topic right"]["gap"] == 0.0
    assert "text" not in json.dumps(data)


def test_everything_is_written_and_twice_the_same(findings, tmp_path):
    for name in ("once", "again"):
        write(findings, tmp_path / name)
    names = {"understanding.json", "understanding.md", "reliability.svg", "robustness.svg"}

    assert {path.name for path in (tmp_path / "once").iterdir()} == names
    assert all((tmp_path / "once" / name).read_bytes() == (tmp_path / "again" / name).read_bytes() for name in names)


def test_pictures_are_pictures(findings, tmp_path):
    draw_reliability(findings.confidence, tmp_path / "a.svg")
    draw_robustness(findings.gaps, tmp_path / "b.svg")

    assert {ElementTree.parse(tmp_path / name).getroot().tag for name in ("a.svg", "b.svg")} == {
        "{http://www.w3.org/2000/svg}svg"
    }


def test_turns_of_one_conversation_stay_together():
    items = turn_by_turn([{"id": "s", "turns": ["my chest", "it hurts"], "outcome": "emergency"}])

    assert [(item["conversation"], item["text"]) for item in items] == [("s", "my chest"), ("s", "it hurts")]


def test_what_is_said_stays_within_the_time_there_is():
    items = gathered({"other": [{"text": "so"}]})

    assert list(items) == [OWN, "other", "bent", "several", "split"]
    assert 9_000 < sum(map(len, items.values())) < 12_000
