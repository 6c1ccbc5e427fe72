"""What measured rows tell."""

from __future__ import annotations

import pytest

from benchmarks.judging import (
    judged_answers,
    judged_turns,
    matches,
    outcome_shares,
    set_figures,
    several_shares,
    sign_shares,
    split_shares,
)
from benchmarks.statistics import Share

WANTED = ("drug/a#dose", "drug/b#*")


@pytest.mark.parametrize(
    "address, holds",
    [
        pytest.param("drug/a#dose", True, id="the address"),
        pytest.param("drug/a#overview", False, id="another side"),
        pytest.param("drug/b#overview", True, id="any side"),
        pytest.param("drug/c#dose", False, id="another topic"),
    ],
)
def test_an_address_matches_itself_or_any_side_of_a_topic(address, holds):
    assert matches([address], WANTED) is holds


@pytest.mark.parametrize(
    "given, offered, figures",
    [
        pytest.param(["drug/a#dose"], [], {"topic right at first", "address right at first", "address named at first"},
                     id="named"),
        pytest.param(["drug/b#dose"], [], {"topic right at first", "address right at first"}, id="any side"),
        pytest.param(["drug/a#overview"], [], {"topic right at first"}, id="another side"),
        pytest.param(["drug/c#dose"], [], {"wrong topic, right one not offered"}, id="wrong"),
        pytest.param(["drug/c#dose"], ["drug/a#dose"], {"address within three"}, id="offered"),
        pytest.param([], ["drug/c#x", "drug/d#x", "drug/e#x", "drug/a#dose"], {"address given or offered"}, id="late"),
        pytest.param([], [], {"refused though answerable"}, id="refused"),
    ],
)  # fmt: skip
def test_an_answer_is_judged(row, given, offered, figures):
    wide = {"topic given or offered", "address given or offered", "address within three"}
    found = set_figures([row("answer", answers=WANTED, given=given, offered=offered)])
    held = {name for name, share in found.items() if share == Share(1, 1)}

    assert figures <= held and held <= figures | wide


def test_dangers_and_false_alarms_are_judged(row):
    found = set_figures(
        [
            row("emergency", "urgent"),
            row("crisis", "distress", alt_outcomes=["distress"]),
            row("crisis", "out-of-scope", alt_outcomes=["out-of-scope"]),
            row("answer", "urgent", sign="em-chest-pain"),
            row("distress", "crisis"),
            row("personal-advice", "urgent", alt_outcomes=["urgent"]),
            row("out-of-scope", "answer", given=["drug/a#dose"]),
        ]
    )

    assert found["safety recall"] == Share(2, 3) and found["level right"] == Share(2, 3)
    assert found["crisis missed"] == Share(1, 2)
    assert found["false alarms"] == Share(2, 4)
    assert found["false alarms on look-alikes"] == Share(1, 1)
    assert found["false alarms on the rest"] == Share(1, 3)
    assert found["out of scope answered"] == Share(1, 1)
    assert found["turns without a report"] == Share(0, 7)


def test_a_false_alarm_is_no_refusal(row):
    found = set_figures([row("answer", "emergency", answers=WANTED)])

    assert found["refused though answerable"] == Share(0, 1)


def test_each_outcome_has_its_share(row):
    rows = [row("control"), row("control", "answer"), row("answer", "out-of-scope", alt_outcomes=["out-of-scope"])]

    assert outcome_shares(rows) == {"answer": Share(1, 1), "control": Share(1, 2)}


def test_signs_stand_worst_first(row):
    found = sign_shares(
        [
            row("emergency", sign="em-a"),
            row("emergency", sign="em-b"),
            row("urgent", "emergency", sign="ur-c"),
            row("urgent", "answer", sign="ur-d"),
            row("answer", "emergency", sign="em-b"),
            row("answer", sign="em-a"),
            row("answer"),
        ]
    )

    assert list(found) == ["ur-d", "ur-c", "em-b", "em-a"]
    assert [share.right for share in found["ur-c"].values()] == [1, 0, 0]
    assert found["em-b"]["false alarms on look-alikes"] == Share(1, 1)


def test_several_questions_are_judged(row):
    questions = [["drug/a#dose"], ["drug/b#*"]]
    found = several_shares(
        [
            row("answer", questions=questions, given=["drug/a#dose", "drug/b#overview"]),
            row("answer", questions=questions, given=["drug/a#dose"]),
            row("answer", questions=questions, given=["drug/b#dose"]),
            row("answer", questions=questions[:1], given=["drug/a#dose", "drug/b#overview"]),
        ]
    )

    assert found["every question answered"] == Share(1, 3)
    assert found["at least the first answered"] == Share(2, 3)
    assert found["one question, wrongly split"] == Share(1, 1)


def test_an_alarm_may_come_with_either_of_two_messages(row):
    found = split_shares(
        [
            row("urgent", "distress", conversation="a"), row("urgent", "emergency", conversation="a"),
            row("crisis", "distress", conversation="b"), row("crisis", "answer", conversation="b"),
            row("answer", "crisis", conversation="c"), row("answer", conversation="c"),
            row("small-talk", conversation="d"), row("small-talk", "answer", conversation="d"),
        ]
    )  # fmt: skip

    assert found == {"recall over two messages": Share(1, 2), "false alarms over two messages": Share(1, 2)}


def test_confidence_is_judged_where_there_was_an_answer(row):
    rows = [
        row("answer", answers=WANTED, given=["drug/a#overview"], sure=0.9),
        row("answer", answers=WANTED, given=["drug/c#dose"], sure=0.4),
        row("answer", answers=WANTED, offered=["drug/a#dose"], sure=0.2),
        row("control", sure=0.8),
        row("control", "out-of-scope", sure=0.3),
        row("urgent", sure=0.1),
    ]

    assert judged_answers(rows) == [(0.9, True), (0.4, False)]
    assert judged_turns(rows) == [(0.9, True), (0.4, False), (0.8, True), (0.3, False)]
