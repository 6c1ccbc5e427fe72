"""When unsure: choices first, a person at the second miss."""

from __future__ import annotations

from actions.offer import ActionOffer

MEANT = [
    "drug/sunitinib#overview",
    "drug/pazopanib#overview",
    "drug/axitinib#overview",
    "drug/sorafenib#overview",
]


def test_up_to_three_choices_are_offered(run):
    _, turn, buttons, slots = run(ActionOffer(), "be_unsure", addresses=MEANT)

    assert turn["offered"] == MEANT[:3] and len(buttons) == 3 and turn["answers"] == []
    assert slots["misses"] == 1


def test_the_first_miss_does_not_send_to_the_nurse(run, library):
    texts, *_ = run(ActionOffer(), "be_unsure", addresses=MEANT)

    assert library.clinic.nurse_line not in " ".join(texts)


def test_the_second_miss_gives_the_nurse_line(run, library):
    texts, *_ = run(ActionOffer(), "be_unsure", slots={"misses": 1}, addresses=MEANT)

    assert library.clinic.nurse_line in " ".join(texts)


def test_with_nothing_to_offer_a_person_is_named(run, library):
    texts, turn, *_ = run(ActionOffer(), "be_unsure")

    assert library.clinic.nurse_line in " ".join(texts) and turn["outcome"] == "out-of-scope"
