"""What somebody hears who cannot see the guide."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.hearing import heard
from tests.browser.states import EMERGENCY, MESSAGES, SIDE_EFFECTS, SPREAD, STATES, Stage

NAMELESS = {"button", "link", "textbox", "searchbox", "checkbox", "radio", "img", "dialog"}
"""How a control without a name stands in the accessibility tree."""
HEADINGS = """() => {
  const levels = [];
  const walk = (node) => {
    if (node.nodeType === 1) {
      if (!node.checkVisibility()) return;
      if (/^H[1-6]$/.test(node.tagName)) levels.push(Number(node.tagName[1]));
    }
    for (const child of (node.shadowRoot || node).childNodes) walk(child);
  };
  walk(document.body);
  return levels;
}"""


def test_there_is_one_log_before_anything_is_said(guide):
    guide.open()

    expect(guide.log).to_have_count(1)
    expect(guide.log).to_be_empty()
    expect(guide.log).to_have_accessible_name(guide.say("conversation"))


def test_the_log_stays_the_same_element_as_the_talk_goes_on(guide):
    guide.open()
    guide.log.evaluate("log => { log.wasThere = true }")
    guide.ask(SIDE_EFFECTS)
    guide.follow("more")

    assert guide.log.evaluate("log => log.wasThere")


def test_a_reply_is_announced_once_and_with_who_speaks(guide):
    guide.open().ask(SIDE_EFFECTS)
    guide.page.wait_for_function("window.__heard.some(said => said.words.includes('Sunitinib'))")
    said = " ".join(heard(guide.page))

    assert said.count("Common side effects are") == 1
    assert said.index(guide.say("guide_said")) < said.index("Common side effects are")


def test_a_message_of_ones_own_is_announced_before_its_reply(guide):
    guide.open().ask(SIDE_EFFECTS)
    said = " ".join(heard(guide.page))

    assert said.index(guide.say("you_said")) < said.index(SIDE_EFFECTS) < said.index(guide.say("guide_said"))


def test_a_second_reply_does_not_announce_the_first_again(guide):
    guide.open().ask(SIDE_EFFECTS)
    guide.ask(SPREAD)

    assert " ".join(heard(guide.page)).count("Common side effects are") == 1


def test_the_choices_of_a_reply_are_announced_with_it(guide):
    reply = guide.open().ask(SIDE_EFFECTS)
    choice = reply.get_by_role("list", name=guide.say("choices")).get_by_role("button").first.inner_text()

    assert choice in " ".join(heard(guide.page))


def test_the_talk_that_is_there_again_after_a_reload_is_not_announced(guide):
    guide.open().ask(SIDE_EFFECTS)
    guide.page.reload()
    expect(guide.turns).to_have_count(1)

    assert heard(guide.page) == []


def test_after_a_reload_the_next_reply_alone_is_announced(guide):
    guide.open().ask(SIDE_EFFECTS)
    guide.page.reload()
    expect(guide.turns).to_have_count(1)
    guide.ask(SPREAD)
    said = " ".join(heard(guide.page))

    assert "spread" in said and "Common side effects are" not in said


def test_an_emergency_is_announced_at_once_with_its_number(guide):
    guide.open().ask(EMERGENCY)

    assert guide.clinic["emergency"] in " ".join(heard(guide.page, "alert"))


def test_a_talk_with_an_emergency_is_not_announced_again_after_a_reload(guide):
    guide.open().ask(EMERGENCY)
    guide.page.reload()
    expect(guide.alarm).to_contain_text(guide.clinic["emergency"])

    assert heard(guide.page, "log") == []


def test_a_lost_connection_is_announced_with_the_numbers(guide, watch):
    watch.excuse("net::ERR_FAILED")
    guide.open()
    guide.page.route(MESSAGES, lambda route: route.abort())
    guide.field.fill(SIDE_EFFECTS)
    guide.field.press("Enter")
    expect(guide.root.get_by_text(guide.say("lost"))).to_be_visible()
    said = " ".join(heard(guide.page, "status"))

    assert guide.say("lost") in said and guide.clinic["nurse_line"] in said


def test_a_change_of_the_list_is_announced(guide):
    guide.open().ask(SIDE_EFFECTS)
    guide.follow("add")
    guide.open_list()
    guide.list_own("May I swim?")

    guide.page.wait_for_function(
        "words => window.__heard.some(said => said.role === 'status' && said.words === words)",
        arg=guide.say("list_changed"),
    )


def test_that_a_talk_is_forgotten_is_read_out_by_the_focus(guide):
    guide.open().ask(SIDE_EFFECTS)
    guide.open_settings()
    guide.press("forget")

    expect(guide.root.get_by_text(guide.say("forgotten"))).to_be_focused()


@pytest.mark.parametrize(
    "state",
    ["welcome", "answer-with-more-and-icon-arrays", "glossary", "emergency", "list-filled", "settings", "bubble-open"],
)
def test_every_control_has_a_name(state, guide, server, clinic):
    STATES[state](guide, Stage(server, clinic))
    tree = guide.page.locator("body").aria_snapshot()
    unnamed = [line.strip() for line in tree.splitlines() if line.strip(" -:") in NAMELESS]

    assert "button" in tree and unnamed == []


@pytest.mark.parametrize(
    "state", ["welcome", "answer", "glossary", "list-filled", "settings", "handout", "visit-list", "bubble-open"]
)
def test_headings_begin_at_the_first_level_and_skip_none(state, guide, server, clinic):
    STATES[state](guide, Stage(server, clinic))
    levels = guide.page.evaluate(HEADINGS)

    assert levels[0] == 1
    assert [f"{a} then {b}" for a, b in zip(levels, levels[1:], strict=False) if b > a + 1] == []


@pytest.mark.parametrize("state", ["welcome", "handout", "visit-list", "not-found"])
def test_the_language_of_a_page_is_marked(state, guide, server, clinic, watch):
    watch.excuse("status of 404")
    STATES[state](guide, Stage(server, clinic))

    assert guide.page.evaluate("document.documentElement.lang") == "en"


def test_the_language_of_the_widget_and_of_an_answer_is_marked_on_any_page(guide, server, clinic):
    STATES["bubble-open"](guide, Stage(server, clinic))

    expect(guide.root).to_have_attribute("lang", "en")
    expect(guide.answer).to_have_attribute("lang", "en")


@pytest.mark.parametrize("state", ["welcome", "answer", "emergency"])
def test_a_page_has_one_main_part_and_one_first_heading(state, guide, server, clinic):
    STATES[state](guide, Stage(server, clinic))

    expect(guide.page.get_by_role("main")).to_have_count(1)
    expect(guide.page.get_by_role("heading", level=1)).to_have_count(1)


def test_who_speaks_is_told_in_the_talk_itself(guide):
    guide.open().ask(SIDE_EFFECTS)
    told = guide.turn.aria_snapshot()

    assert told.index(guide.say("you_said")) < told.index(SIDE_EFFECTS) < told.index(guide.say("guide_said"))
