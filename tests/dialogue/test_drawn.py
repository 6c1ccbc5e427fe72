"""What a screen that draws answers gets: cards, what is open, and no welcome it says itself."""

from __future__ import annotations

import pytest

from assistant.talk import say


@pytest.fixture
def visit(loop, agent, request):
    """Say something on the web channel; returns the items of the reply."""

    def speak(text):
        return loop.run_until_complete(say(agent, request.node.nodeid, text, channel="web"))

    return speak


def custom(items, name):
    return [item["custom"][name] for item in items if name in (item.get("custom") or {})]


def test_an_answer_comes_as_a_card_and_not_as_text_too(visit):
    items = visit("what are the side effects of sunitinib")

    (drawn,) = custom(items, "answer")
    assert drawn["address"] == "drug/sunitinib#side-effects" and drawn["sources"]
    assert not any(drawn["next_step"] in item.get("text", "") for item in items)


def test_the_turn_report_comes_last_and_the_state_before_it(visit):
    items = visit("what is sunitinib")

    assert "state" in items[-2]["custom"] and items[-1]["custom"]["turn"]["outcome"] == "answer"


def test_the_screen_says_the_welcome_itself(visit, library):
    items = visit("what is sunitinib")

    assert library.notice("welcome") not in [item.get("text") for item in items]


def test_an_alarm_stays_in_the_state_until_it_is_settled(visit):
    raised = custom(visit("I have crushing chest pain and cannot breathe"), "state")[0]["alarm"]
    kept = custom(visit("what is sunitinib"), "state")[0]["alarm"]
    settled = custom(visit("/say_help_is_coming"), "state")[0]["alarm"]

    assert (raised, kept, settled) == ("emergency", "emergency", None)


def test_the_list_for_the_visit_is_in_the_state(visit):
    items = visit("add to my list: can I fly")

    assert custom(items, "state")[0]["visit_list"] == ["can I fly"]


def test_a_script_tells_which_step_of_how_many(visit, library):
    script = next(iter(library.scripts.values()))
    items = visit(f'/start_script{{"script": "{script.id}"}}')

    assert custom(items, "state")[0]["script"] == {
        "title": script.title,
        "step": 1,
        "count": len(script.steps),
        "paused": False,
    }
