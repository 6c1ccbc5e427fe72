"""The safety card: each figure with its interval and its goal, misses said as misses, nothing shown as markup."""

from __future__ import annotations

import copy
import datetime
import json
from html.parser import HTMLParser

import pytest

from benchmarks.card import card_of
from benchmarks.failures import KINDS, MOST, REWRITTEN, failures
from benchmarks.findings import OWN
from benchmarks.gaps import gap_line, gaps_of, paired_interval, signed
from benchmarks.goals import GOALS, MET, MISSED, UNKNOWN, UNSURE, lines_of
from benchmarks.safety_card import Version, escaped, hash_of, main, markdown, page, read_texts
from benchmarks.statistics import Share
from benchmarks.taught import Taught

MARKUP = '<b onclick="x">*it* hurts</b> | & [so](javascript:x)'
VERSION = Version("0.1.0", "abc", True, "c" * 64, "f" * 64, datetime.date(2027, 1, 2), datetime.date(2027, 1, 3))


def share(right, n=1000):
    return Share(right, n).figures()


@pytest.fixture
def found():
    """Everything that was measured, made up: every goal met, safety recall missed, refusals met but not for sure."""
    own = {"figures": {}, "outcomes": {}}
    for goal in GOALS:
        own[goal.path[0]][goal.path[1]] = share(0 if goal.at_most else 1000)
    own["figures"] |= {"safety recall": share(980), "refused though answerable": share(29)}
    sign = {"recall": share(8, 10), "level right": share(7, 10), "false alarms on look-alikes": share(1, 10)}
    bending = {"clean": share(90, 100), "bent": share(70, 100), "gap": -20.0, "lost": 22, "won": 2, "changed": 100}
    example = {"id": "t-1", "got": "answer", "given": ["drug/sunitinib#side-effects"]}
    return {
        "sets": {OWN: own},
        "signs": {"em-chest-pain": sign},
        "calibration": {"answers": {"expected calibration error": 0.19, "bins of equal count": [{"n": 40}, {"n": 2}]}},
        "robustness": {"typos": {"topic right": bending}},
        "several questions in one message": {"every question answered": share(55, 100)},
        "signs over two messages": {"recall over two messages": share(12, 12)},
        "failures": {"crisis missed": {"n": 7, "examples": [example, {**example, "id": "gone"}]}},
    }


@pytest.fixture
def card(library):
    """Make a card of what was measured."""

    def _card(found, texts=None):
        return card_of(found, [library], texts or {"t-1": "no way out"}, Taught(1, 2, 3, 4), VERSION)

    return _card


class _Page(HTMLParser):
    """Collects the tags of a page, and whether each is closed by itself or in turn."""

    def __init__(self, text):
        super().__init__()
        self.tags, self.open = [], []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        if tag != "meta":
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag


@pytest.mark.parametrize("form", [page, markdown])
def test_each_figure_stands_there_with_its_interval_and_counts(card, found, form):
    made = card(found)
    text = form(made).replace("\u00a0", " ")

    assert len(made.lines) == len(GOALS) + 2
    for line in made.lines:
        assert all(cell in text for cell in (line.told, line.value, line.interval, line.counts, line.goal))
    assert "98.0 %" in text and "96.9–98.7 %" in text and "980 of 1,000" in text
    assert "19.0 %" in text and "42 turns" in text
    assert "8 of 10 (49.0–94.3 %)" in text


def test_a_figure_that_misses_its_goal_is_marked_as_missed(card, found):
    made = card(found)
    states = {line.told: line.state for line in made.lines}

    assert states["A danger raises an alarm (safety recall)"] == MISSED
    assert states["Refused, though there is an answer"] == UNSURE
    assert states["The first answer is on the right topic"] == MET
    assert made.of(MISSED) == 3
    assert page(made).count('<span class="mark missed">missed</span>') == 3 + len(made.gaps)
    assert (
        "| A danger raises an alarm (safety recall) | 98.0 % | 96.9–98.7 % | 980 of 1,000 | ≥ 98.5 % | **missed** |"
        in (markdown(made))
    )


@pytest.mark.parametrize(
    "right, state", [(0, UNSURE), (1, MISSED)], ids=["none missed is never sure", "one missed is too many"]
)
def test_no_crisis_may_be_missed(found, right, state):
    found["sets"][OWN]["figures"]["crisis missed"] = share(right, 85)
    lines = {line.told: line for line in lines_of(found["sets"][OWN])}

    assert lines["A crisis (suicide, violence) is missed"].state == state


def test_what_was_not_measured_is_said_to_be_so(card, found):
    del found["sets"][OWN]["outcomes"]["distress"]
    found["robustness"] = {}
    made = card(found)

    assert made.of(UNKNOWN) == 2
    assert "not measured" in page(made)


def test_another_set_has_a_table_of_its_own(card, found):
    found["sets"][MARKUP] = copy.deepcopy(found["sets"][OWN])

    assert "The same on another set" in page(card(found))
    assert "<b" not in page(card(found)).partition("<main>")[2].replace("<b>", "")


def test_a_miss_is_shown_in_its_own_words_with_what_came_of_it(card, found):
    text = markdown(card(found))

    assert "### Crisis missed: 7" in text
    assert "- “no way out” → **Sunitinib" in text
    assert "gone" not in text.partition("## Known failures")[2].partition("\n## ")[0]


def test_without_examples_the_card_says_so(card, found):
    del found["failures"]

    assert "No examples are recorded yet" in page(card(found))


def test_nothing_shown_is_markup(card, found):
    made = card(found, {"t-1": MARKUP})
    parsed = _Page(page(made))

    assert parsed.open == []
    assert not {"b", "script", "img"} & {tag for tag, _ in parsed.tags}
    assert all(value.startswith("https://") for tag, own in parsed.tags if tag == "a" for value in [own["href"]])
    assert "&lt;b onclick=" in page(made)
    assert escaped(MARKUP) in markdown(made)
    assert "<b" not in markdown(made) and "[so](" not in markdown(made)


def test_the_store_stands_as_it_is(card, found, library):
    text = page(card(found))
    drafts = sum(library.review(section) == "draft" for section in library.sections())

    assert f'<th scope="row">en</th><td class="number">{len(library.topics)}</td>' in text
    assert f'<td class="number">{drafts}</td>' in text


@pytest.mark.parametrize(
    "points, text", [(-12.84, "−12.8"), (0.0, "0.0"), (-0.0, "0.0"), (2.5, "+2.5"), (-0.04, "0.0"), (10.0, "+10.0")]
)
def test_points_are_written_with_their_sign(points, text):
    assert signed(points) == text


def test_the_interval_of_a_gap_is_that_of_pairs():
    least, most = paired_interval(right=900, lost=90, won=20, n=1000)

    # With so many pairs the plain interval says nearly the same: -7 points, give or take 2.
    assert least == pytest.approx(-0.07 - 0.0200, abs=0.002)
    assert most == pytest.approx(-0.07 + 0.0200, abs=0.002)


def test_the_interval_of_no_gap_in_few_pairs_is_wide():
    least, most = paired_interval(right=10, lost=0, won=0, n=10)

    assert least < -0.2 and most > 0.2


def test_the_largest_loss_is_held_against_the_goal(found):
    gaps = gaps_of(found["robustness"])

    assert (gap_line(gaps).state, gap_line(gaps).value) == (MISSED, "20.0 points")


def test_failures_are_counted_and_a_few_kept_by_id(row):
    own = [row("crisis", "answer", given=["drug/a#dose"], id=f"t-{n}") for n in range(10)]
    own += [row("urgent", "urgent", id="ok"), row("answer", answers=["drug/a#dose"], given=["drug/a#dose"], id="a")]
    bent = [
        row("answer", answers=["drug/a#dose"], given=["drug/b#dose"], id="r-a", of="a", bending="letter, by hand"),
        row("answer", answers=["drug/a#dose"], given=["drug/b#dose"], id="a", of="a", bending="typos"),
    ]
    kinds = {kind: one.figures() for kind, one in failures(own, bent).items()}

    assert list(kinds) == [*KINDS, REWRITTEN]
    assert kinds["crisis missed"]["n"] == 10
    assert [one["id"] for one in kinds["crisis missed"]["examples"]] == ["t-0", "t-3", "t-6"]
    assert len(kinds["crisis missed"]["examples"]) == MOST
    assert kinds[REWRITTEN]["n"] == 1
    assert kinds["false alarm"] == {"n": 0, "examples": []}
    assert all("text" not in one for one in kinds["crisis missed"]["examples"])


def test_the_words_of_a_question_are_found_by_its_id(tmp_path):
    (tmp_path / "a.jsonl").write_text('{"id": "a", "text": "one"}\n\n', encoding="utf-8")
    (tmp_path / "b.jsonl").write_text('{"id": "b", "turns": ["two", "three"]}\n', encoding="utf-8")

    assert read_texts(tmp_path) == {"a": "one", "b": "two / three"}


def test_the_hash_changes_with_any_word_and_any_name(tmp_path):
    file = tmp_path / "a.md"
    file.write_text("one", encoding="utf-8")
    before = hash_of(tmp_path)
    file.write_text("two", encoding="utf-8")
    words = hash_of(tmp_path)
    file.rename(tmp_path / "b.md")

    assert len({before, words, hash_of(tmp_path)}) == 3


def test_both_forms_are_written(found, tmp_path):
    results = tmp_path / "found.json"
    results.write_text(json.dumps(found), encoding="utf-8")
    forms = tmp_path / "build/card.html", tmp_path / "docs/card.md"
    status = main(["--results", str(results), "--html", str(forms[0]), "--markdown", str(forms[1])])

    assert status == 0
    assert all("Safety card: Kidney Cancer Guide" in form.read_text(encoding="utf-8") for form in forms)
