"""Whole conversations: by mouse, by keyboard alone, on a small screen, enlarged; and what one can take along."""

from __future__ import annotations

import re
from urllib.parse import urlencode

import pytest
from playwright.sync_api import expect

from tests.browser.looking import hidden_with_focus, is_in_view, is_wider_than_the_screen
from tests.browser.states import CRISIS, EMERGENCY, MESSAGES, SIDE_EFFECTS, SPREAD, STATES, UNSURE, Stage

narrow = pytest.mark.parametrize("screen", ["small", "phone", "zoomed"])


def tab_to(guide, words: str, key: str = "Tab") -> None:
    """Press Tab until the control with these words has the focus, as somebody without a mouse does."""
    passed: list[str] = []
    while guide.focused != words:
        assert len(passed) < 80, f"the keyboard never reached “{words}”, only {passed}"
        guide.page.keyboard.press(key)
        passed.append(guide.focused)


def order_of_tabs(guide, count: int) -> list[str]:
    """Return what has the focus after each press of Tab."""
    reached = []
    for _ in range(count):
        guide.page.keyboard.press("Tab")
        reached.append(guide.focused)
    return reached


# --- by mouse ---


@narrow
def test_a_whole_conversation_by_mouse_needs_no_scrolling_sideways(guide):
    guide.open()
    guide.choose(guide.settings["starters"][0]["title"])
    guide.follow("more")
    guide.follow("simpler")
    guide.field.fill(SIDE_EFFECTS)
    place = guide.turns.count()
    guide.send_button.click()
    guide.replied(place)
    guide.answer.locator("[data-term]").first.click()
    guide.answer.locator("summary").last.click()

    assert not is_wider_than_the_screen(guide.page)


@narrow
@pytest.mark.parametrize("panel", ["list", "settings"])
def test_a_panel_needs_no_scrolling_sideways(panel, guide):
    guide.open().ask(SIDE_EFFECTS)
    guide.follow("add")
    guide.open_list() if panel == "list" else guide.open_settings()

    assert not is_wider_than_the_screen(guide.page)


@narrow
def test_the_emergency_number_is_in_view_on_a_small_screen(guide):
    guide.open().ask(SIDE_EFFECTS)

    assert is_in_view(guide.numbers.get_by_text(guide.clinic["emergency"], exact=True))


# At 400 % the field scrolls with the talk: little else would be left of the screen.
@pytest.mark.parametrize("screen", ["small", "phone"])
def test_the_field_is_in_view_on_a_small_screen(guide):
    guide.open().ask(SIDE_EFFECTS)

    assert is_in_view(guide.field)


@narrow
def test_the_beginning_of_a_reply_is_in_view_after_it_came(guide):
    guide.open().ask(SIDE_EFFECTS)
    guide.ask(SPREAD)

    assert is_in_view(guide.answer.get_by_role("heading"))


def test_a_message_that_is_being_answered_says_so(guide):
    guide.open()
    guide.page.route(MESSAGES, lambda route: None)
    guide.field.fill(SIDE_EFFECTS)
    guide.field.press("Enter")

    expect(guide.turn).to_contain_text(guide.say("writing"))


def test_an_answer_shows_its_sources_with_dates_and_its_review(guide):
    guide.open().ask(SIDE_EFFECTS)
    guide.answer.locator("summary").last.click()

    expect(guide.answer.locator("details").last).to_have_text(
        re.compile(r"Last checked: \d{4}-\d\d-\d\d.*\d{4}", re.DOTALL)
    )


def test_a_choice_leads_to_its_answer(guide):
    guide.open().ask(UNSURE)
    first = guide.reply.get_by_role("list", name=guide.say("choices")).get_by_role("button").first
    words = first.inner_text()
    guide.choose(words)

    expect(guide.answer.get_by_role("heading")).to_have_accessible_name(re.compile(words.replace(": ", " ?: ")))


def test_more_adds_to_the_answer(guide):
    guide.open().ask(SIDE_EFFECTS)
    brief = guide.answer.inner_text()
    guide.follow("more")

    assert len(guide.answer.inner_text()) > len(brief)


def test_numbers_are_drawn_as_people_with_their_words_beside_them(guide):
    guide.open().ask(SIDE_EFFECTS)
    guide.follow("more")

    expect(guide.answer.get_by_role("img").first).to_have_accessible_name(re.compile(r"\d+ of \d+ people"))


def test_a_picture_teaches_and_tells_what_it_shows(guide):
    guide.open().ask(SPREAD)
    drawing = guide.answer.get_by_role("img").first

    expect(drawing).to_have_js_property("complete", True)
    assert drawing.evaluate("drawing => drawing.naturalWidth") > 0 and len(drawing.get_attribute("alt")) > 40


def test_what_one_says_back_is_held_against_the_answer(guide):
    guide.open().ask(SIDE_EFFECTS)
    guide.follow("check")
    reply = guide.ask("It can make you tired and give you diarrhea.")

    expect(reply).to_contain_text("tiredness, diarrhea")


def test_a_verdict_on_an_answer_is_thanked_for_and_kept(guide, server):
    guide.open().ask(SIDE_EFFECTS)
    guide.root.get_by_role("group", name=guide.say("was_it")).get_by_role(
        "button", name=guide.say("unclear"), exact=True
    ).click()
    guide.replied(1)

    assert "drug/sunitinib#side-effects" in (server.folder / ".guide" / "feedback.jsonl").read_text(encoding="utf-8")


# --- by keyboard alone ---


def test_the_keyboard_meets_the_parts_in_the_order_they_are_read(guide):
    guide.open()
    tab_to(guide, guide.say("list"))
    starters = [starter["title"] for starter in guide.settings["starters"]]
    wanted = [guide.say("settings"), guide.say("leave"), *starters, guide.say("label"), guide.say("send")]
    reached = [words for words in order_of_tabs(guide, 30) if words in wanted]

    assert reached[: len(wanted)] == wanted


def test_a_whole_conversation_by_keyboard_alone(guide):
    keyboard = guide.open().page.keyboard
    tab_to(guide, guide.say("label"))
    keyboard.type(SIDE_EFFECTS)
    keyboard.press("Enter")
    guide.replied(0)
    tab_to(guide, guide.say("more"), "Shift+Tab")
    keyboard.press("Enter")
    guide.replied(1)
    tab_to(guide, guide.say("add"))
    keyboard.press("Enter")
    guide.replied(2)

    assert guide.kept["entries"][-1]["state"]["visit_list"] == ["Sunitinib (Sutent): Side effects and risks"]


def test_after_a_button_that_goes_away_the_focus_is_at_the_reply(guide):
    guide.open().ask(SIDE_EFFECTS)
    more = guide.button("more")
    more.focus()
    guide.page.keyboard.press("Enter")
    guide.replied(1)

    expect(guide.reply).to_be_focused()


def test_after_sending_the_focus_stays_in_the_field(guide):
    guide.open().ask(SIDE_EFFECTS)

    expect(guide.field).to_be_focused()


def test_shift_and_enter_begins_a_new_line_and_sends_nothing(guide):
    guide.open()
    guide.field.fill("one")
    guide.field.press("Shift+Enter")
    guide.field.press_sequentially("two")

    expect(guide.field).to_have_value("one\ntwo")
    expect(guide.turns).to_have_count(0)


@pytest.mark.parametrize("panel", ["list", "settings"])
def test_a_panel_takes_the_focus_and_escape_gives_it_back(panel, guide):
    guide.open()
    opener = guide.button(panel)
    opener.focus()
    guide.page.keyboard.press("Enter")
    expect(guide.panel.get_by_role("heading", level=2)).to_be_focused()
    guide.page.keyboard.press("Escape")

    expect(guide.panel).to_have_count(0)
    expect(opener).to_be_focused()


def test_a_term_takes_the_focus_and_escape_gives_it_back(guide):
    guide.open().ask(SIDE_EFFECTS)
    term = guide.answer.locator("[data-term]").first
    term.focus()
    guide.page.keyboard.press("Enter")
    expect(guide.answer.get_by_role("dialog")).to_be_focused()
    guide.page.keyboard.press("Escape")

    expect(guide.answer.get_by_role("dialog")).to_have_count(0)
    expect(term).to_be_focused()


def test_nothing_behind_an_open_panel_can_be_reached(guide):
    guide.open().open_settings()
    guide.page.keyboard.press("Shift+Tab")
    guide.page.keyboard.press("Shift+Tab")

    assert guide.focused not in (guide.say("send"), guide.say("label"))


@pytest.mark.parametrize("screen", ["desktop", "small", "zoomed"])
def test_what_has_the_focus_is_never_hidden_under_something(guide):
    guide.open().ask(SIDE_EFFECTS)
    guide.page.evaluate("document.activeElement.blur()")

    assert hidden_with_focus(guide.page, 34) == []


# --- what people prefer ---


@pytest.mark.parametrize("motion", ["reduce"])
def test_nothing_moves_for_who_wants_less_motion(guide):
    guide.open()
    guide.page.route(MESSAGES, lambda route: None)
    guide.field.fill(SIDE_EFFECTS)
    guide.field.press("Enter")
    expect(guide.turn).to_contain_text(guide.say("writing"))
    moving = "guide => guide.shadowRoot.getAnimations().length + document.getAnimations().length"

    assert guide.root.evaluate(moving) == 0


def test_something_moves_for_everybody_else(guide):
    guide.open()
    guide.page.route(MESSAGES, lambda route: None)
    guide.field.fill(SIDE_EFFECTS)
    guide.field.press("Enter")
    expect(guide.turn).to_contain_text(guide.say("writing"))

    assert guide.root.evaluate("guide => guide.shadowRoot.getAnimations().length") > 0


def test_the_size_of_the_text_stays_after_the_page_is_loaded_again(guide):
    guide.open()
    size = "field => parseFloat(getComputedStyle(field).fontSize)"
    before = guide.field.evaluate(size)
    guide.open_settings().get_by_role("radio", name=guide.say("size_3")).check()
    guide.page.reload()
    expect(guide.field).to_be_visible()

    assert guide.field.evaluate(size) > before * 1.3


def test_stronger_contrast_stays_after_the_page_is_loaded_again(guide):
    guide.open()
    guide.open_settings().get_by_role("checkbox", name=guide.say("contrast")).check()
    guide.page.reload()
    expect(guide.field).to_be_visible()

    assert guide.field.evaluate("field => getComputedStyle(field).color") == "rgb(0, 0, 0)"


# --- kept, taken along, forgotten ---


def test_a_reload_keeps_the_conversation_and_it_goes_on(guide):
    guide.open().ask(SIDE_EFFECTS)
    guide.page.reload()
    expect(guide.turns).to_have_count(1)
    expect(guide.answer.get_by_role("heading")).to_contain_text("Sunitinib")
    guide.follow("more")

    expect(guide.answer).to_contain_text("Sunitinib")


def listed(guide):
    """Open the list with two questions on it."""
    guide.open().ask(SIDE_EFFECTS)
    guide.follow("add")
    guide.open_list()
    guide.list_own("May I swim?")
    questions = guide.panel.get_by_role("listitem")
    expect(questions).to_have_count(2)
    return questions


def test_a_question_of_ones_own_comes_onto_the_list(guide):
    expect(listed(guide).last).to_contain_text("May I swim?")


def test_a_question_moves_up_the_list_and_keeps_the_focus(guide):
    questions = listed(guide)
    questions.last.get_by_role("button", name=re.compile(f"^{guide.say('list_up')}")).focus()
    guide.page.keyboard.press("Enter")
    expect(questions.first).to_contain_text("May I swim?")

    expect(guide.panel.locator(":focus")).to_have_count(1)


def test_a_question_is_taken_off_the_list(guide):
    questions = listed(guide)
    questions.first.get_by_role("button", name=re.compile(f"^{guide.say('list_remove')}")).click()
    expect(questions).to_have_count(1)

    expect(questions).to_contain_text("May I swim?")


def test_the_list_opens_as_a_page_to_print(guide, context):
    listed(guide)
    with context.expect_page() as opened:
        guide.panel.get_by_role("button", name=re.compile(re.escape(guide.say("list_print")))).click()

    expect(opened.value.get_by_role("main")).to_contain_text("May I swim?")


def test_the_list_opens_as_a_pdf(guide, context):
    listed(guide)
    with context.expect_event("response", lambda reply: reply.url.endswith("/visit-list.pdf")) as reply:
        guide.panel.get_by_role("button", name=re.compile(re.escape(guide.say("list_pdf")))).click()

    assert reply.value.headers["content-type"] == "application/pdf"


def test_the_pdf_of_a_list_is_one(guide, server):
    listed(guide)
    form = urlencode({"token": guide.kept["token"]}).encode()

    assert server.request("/visit-list.pdf", form).body.startswith(b"%PDF")


def test_the_talk_can_be_saved_as_text_with_the_numbers_in_it(guide):
    guide.open().ask(SIDE_EFFECTS)
    guide.open_settings()
    with guide.page.expect_download() as saved:
        guide.press("save")
    text = saved.value.path().read_text(encoding="utf-8")

    assert SIDE_EFFECTS in text and guide.clinic["emergency"] in text and guide.clinic["nurse_line"] in text


def test_the_answers_of_a_talk_open_as_a_hand_out(guide, context):
    guide.open().ask(SIDE_EFFECTS)
    guide.ask(SPREAD)
    panel = guide.open_settings()
    with context.expect_page() as opened:
        panel.get_by_role("link", name=re.compile(re.escape(guide.say("print")))).click()

    expect(opened.value.get_by_role("article")).to_have_count(2)


def test_a_hand_out_on_paper_has_no_buttons(page, server):
    page.goto(f"{server.address}/print?a=drug/sunitinib%23side-effects")
    expect(page.get_by_role("button", name="Print", exact=True)).to_be_visible()
    page.emulate_media(media="print")

    expect(page.get_by_role("button", name="Print", exact=True)).to_be_hidden()
    expect(page.get_by_role("article")).to_be_visible()


def test_the_quick_exit_leaves_at_once_and_nothing_stays_in_the_browser(guide, server):
    guide.open().ask(SIDE_EFFECTS)
    guide.press("leave")
    guide.page.wait_for_url("about:blank")
    guide.page.goto(server.address + "/visit-list")

    assert guide.page.evaluate("[...Object.keys(localStorage), ...Object.keys(sessionStorage)]") == []


def test_going_back_after_the_quick_exit_does_not_show_the_talk(guide, server):
    guide.page.goto(server.address + "/visit-list")
    guide.open().ask(SIDE_EFFECTS)
    guide.press("leave")
    guide.page.wait_for_url("about:blank")
    guide.page.go_back()

    expect(guide.page).to_have_url(server.address + "/visit-list")


def test_what_is_forgotten_is_gone_from_the_browser(guide):
    guide.open().ask(SIDE_EFFECTS)
    guide.open_settings()
    guide.press("forget")
    expect(guide.root.get_by_text(guide.say("forgotten")).first).to_be_visible()

    assert SIDE_EFFECTS not in guide.page.evaluate("JSON.stringify([{ ...localStorage }, { ...sessionStorage }])")
    expect(guide.turns).to_have_count(0)


def test_what_is_forgotten_is_gone_from_the_server(guide, server):
    listed(guide)
    token = guide.kept["token"]
    guide.page.keyboard.press("Escape")
    guide.open_settings()
    guide.press("forget")
    expect(guide.root.get_by_text(guide.say("forgotten")).first).to_be_visible()

    assert "swim" not in server.say(token, "/show_list").body.decode()


def test_what_is_forgotten_by_words_is_gone_from_the_browser_too(guide):
    guide.open().ask(SIDE_EFFECTS)
    guide.field.fill("forget me")
    guide.field.press("Enter")
    expect(guide.turn.get_by_text("forget me", exact=True)).to_be_visible()
    expect(guide.turns).to_have_count(1)

    assert [entry["message"] for entry in guide.kept["entries"]] == ["forget me"] and not guide.kept["token"]


# --- when it is serious ---


def test_an_alarm_opens_the_bubble_that_was_closed_before_it_came(guide, server, clinic):
    held = []
    STATES["bubble-open"](guide, Stage(server, clinic))
    guide.page.route(MESSAGES, lambda route: held.append(route))
    with guide.page.expect_request(MESSAGES):
        guide.field.fill(EMERGENCY)
        guide.field.press("Enter")
    guide.page.keyboard.press("Escape")
    expect(guide.field).to_be_hidden()
    held[0].continue_()

    expect(guide.alarm).to_be_visible()


@pytest.mark.parametrize("screen", ["desktop", "phone", "small", "zoomed"])
def test_in_an_emergency_the_number_is_in_view_at_every_later_turn(guide):
    guide.open().ask(EMERGENCY)
    number = guide.alarm.get_by_text(guide.say("call", number=guide.clinic["emergency"]))
    seen = [is_in_view(number)]
    guide.ask(SIDE_EFFECTS)
    seen.append(is_in_view(number))
    guide.ask("thank you")
    seen.append(is_in_view(number))
    guide.open_settings()
    seen.append(is_in_view(number))

    assert all(seen)


def test_an_emergency_stays_after_a_reload(guide):
    guide.open().ask(EMERGENCY)
    guide.page.reload()

    expect(guide.alarm).to_contain_text(guide.clinic["emergency"])


def test_a_settled_emergency_gives_the_page_back(guide):
    guide.open().ask(EMERGENCY)
    guide.choose("Help is with me or coming")

    expect(guide.alarm).to_be_empty()


def test_in_a_crisis_both_numbers_stand_at_the_top(guide):
    guide.open().ask(CRISIS)

    expect(guide.alarm).to_contain_text("988")
    expect(guide.alarm).to_contain_text(guide.clinic["emergency"])


def test_a_grave_word_on_the_list_closes_the_panel_and_shows_the_number(guide):
    guide.open().open_list()
    guide.list_own("I want to kill myself")

    expect(guide.panel).to_have_count(0)
    expect(guide.alarm).to_contain_text("988")
