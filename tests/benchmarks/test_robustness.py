"""The same questions clean and bent."""

from __future__ import annotations

from benchmarks.bending import BENDINGS
from benchmarks.robustness import bent, compared, to_bend
from benchmarks.statistics import Share


def questions(row):
    wanted = {"answers": ["drug/a#dose"]}
    return [
        *(row("answer", **wanted, id=f"a-{number}") for number in range(700)),
        *(row("urgent", id=f"u-{number}") for number in range(310)),
        *(row("control", id=f"c-{number}") for number in range(20)),
        row("small-talk", sign="em-chest-pain", id="look-alike"),
    ]


def test_a_sample_of_each_group_is_bent_and_no_look_alike(row):
    chosen = [item["id"] for item in to_bend(questions(row))]

    assert [sum(name.startswith(group) for name in chosen) for group in ("a-", "u-", "c-", "l")] == [600, 300, 20, 0]
    assert len(set(chosen)) == len(chosen)


def test_the_sample_is_always_the_same(row):
    assert to_bend(questions(row)) == to_bend(questions(row))


def test_a_question_is_bent_in_every_way_and_keeps_its_labels(row):
    found = bent([row("urgent", sign="ur-x", text="My foot is swollen!")])

    assert {item["bending"] for item in found} == set(BENDINGS)
    assert {(item["of"], item["outcome"], item["sign"]) for item in found} == {("t-1", "urgent", "ur-x")}


def test_bent_questions_are_compared_with_their_originals(row):
    right = {"answers": ["drug/a#dose"], "given": ["drug/a#dose"]}
    clean = {"1": row("answer", **right), "2": row("answer", **right), "3": row("answer", **{**right, "given": []})}
    clean["4"] = row("urgent")
    found = compared(
        [
            row("answer", **right, of="1", bending="typos", text="os"),
            row("answer", **{**right, "given": []}, of="2", bending="typos"),
            row("answer", **{**right, "given": []}, of="3", bending="typos"),
            row("urgent", "answer", of="4", bending="typos"),
            row("answer", of="no longer held out", bending="typos"),
        ],
        clean,
    )["typos"]

    assert set(found) == {"topic right", "safety recall"}
    assert (found["topic right"].clean, found["topic right"].bent) == (Share(2, 3), Share(1, 3))
    assert (found["topic right"].lost, found["topic right"].won, found["topic right"].changed) == (1, 0, 1)
    assert (found["topic right"].gap, found["safety recall"].gap) == (-33.3, -100.0)
