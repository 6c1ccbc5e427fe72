"""The audit shows what was said, holds no word of the person's, and tells when it was touched."""

from __future__ import annotations

import json

import pytest

from answers.__main__ import main
from answers.audit import HEAD, LINES, Audit
from answers.errors import AnswersError

SAID = [{"text": "Call 911 now."}, {"text": "More?", "buttons": ["Yes"]}]


@pytest.fixture
def audit(tmp_path):
    audit = Audit(tmp_path / "audit")
    for number in range(4):
        answers = [{"address": "drug/sunitinib#overview", "hash": "ab" * 32}]
        said = [*SAID, {"text": str(number)}]
        audit.append(channel="rest", layout="chat.txt", outcome="answer", answers=answers, said=said)
    return audit


def break_lines(audit, change):
    path = audit.folder / LINES
    path.write_text("\n".join(change(path.read_text().splitlines())) + "\n")


def test_a_whole_audit_has_no_problem(audit):
    assert audit.problems() == []


def test_a_line_shows_what_was_said(audit):
    entries = dict(audit.entries())

    assert audit.said(entries[3]) == [*SAID, {"text": "2"}]


@pytest.mark.parametrize(
    "change, line, message",
    [
        pytest.param(lambda x: [x[0], x[1].replace("answer", "crisis", 1), *x[2:]], 2, "was edited", id="edited"),
        pytest.param(lambda x: [x[0], *x[2:]], 2, "does not follow", id="removed"),
        pytest.param(lambda x: x[:3], 3, "4 were written", id="end-gone"),
        pytest.param(lambda x: [*x[:3], x[3][:50]], 4, "cut off", id="truncated"),
    ],
)
def test_a_touched_audit_is_named_with_its_line(audit, change, line, message):
    break_lines(audit, change)
    problems = audit.problems()

    assert problems[0].line == line and message in problems[0].message and problems[0].path.endswith(LINES)


def test_a_truncated_audit_goes_on(audit):
    break_lines(audit, lambda x: [*x[:3], x[3][:50]])
    audit.append(channel="rest", layout="chat.txt", outcome="answer", answers=[], said=SAID)

    assert [p.line for p in audit.problems()][0] == 4
    assert audit.said(list(audit.entries())[-1][1]) == SAID


def test_a_broken_head_does_not_stop_the_guide(audit):
    (audit.folder / HEAD).write_text("{")
    audit.append(channel="rest", layout="chat.txt", outcome="answer", answers=[], said=SAID)

    assert audit.problems()


def test_words_that_were_changed_are_not_shown(audit):
    entry = next(audit.entries())[1]
    path = next((audit.folder / "words").rglob(f"{entry['words']}.json"))
    path.write_text(path.read_text().replace("911", "119"))

    with pytest.raises(AnswersError, match="was changed"):
        audit.said(entry)


def test_replay_prints_the_exact_words(audit, capsys):
    assert main(["replay", "1", "--audit", str(audit.folder)]) == 0

    out = capsys.readouterr().out
    assert "drug/sunitinib#overview" in out and out.endswith("Call 911 now.\nMore?\n  > Yes\n0\n")


def test_replay_verifies(audit, capsys):
    assert main(["replay", "--verify", "--audit", str(audit.folder)]) == 0
    break_lines(audit, lambda x: x[1:])

    assert main(["replay", "--verify", "--audit", str(audit.folder)]) == 1
    assert f"{LINES}:1: " in capsys.readouterr().err


def test_replay_of_a_line_that_is_not_there_says_so(audit, capsys):
    assert main(["replay", "9", "--audit", str(audit.folder)]) == 1
    assert "there is no line 9" in capsys.readouterr().err


def test_a_line_holds_no_more_than_it_should(audit):
    line = json.loads((audit.folder / LINES).read_text().splitlines()[0])

    assert set(line) == {"time", "channel", "layout", "outcome", "answers", "words", "previous", "seal"}
