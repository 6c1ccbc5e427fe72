"""A slow, broken or refusing network: the words stay, the numbers stay, nothing is asked twice."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.hearing import heard
from tests.browser.looking import is_in_view
from tests.browser.states import CONVERSATIONS, MESSAGES, SIDE_EFFECTS, SPREAD, refuse

CUT = "net::ERR_(FAILED|INTERNET_DISCONNECTED)"
both_screens = pytest.mark.parametrize("screen", ["desktop", "phone"])


def write(guide, text: str) -> None:
    """Send something and wait for nothing."""
    guide.field.fill(text)
    guide.field.press("Enter")


def answered(server) -> int:
    """Return how often the server has told the answer to SIDE_EFFECTS: its audit has a line for each turn."""
    files = [path for path in (server.folder / ".guide" / "audit").rglob("*") if path.is_file()]
    return sum(path.read_text(encoding="utf-8").count("drug/sunitinib#side-effects") for path in files)


def cut(guide, watch) -> None:
    """Cut the connection for messages."""
    watch.excuse(CUT)
    guide.page.route(MESSAGES, lambda route: route.abort())


def mend(guide) -> None:
    """Let messages through again."""
    guide.page.unroute(MESSAGES)


def test_on_a_slow_network_the_guide_says_that_it_is_writing_until_the_reply_is_there(guide):
    held = []
    guide.open()
    guide.page.route(MESSAGES, lambda route: held.append(route))
    with guide.page.expect_request(MESSAGES):
        write(guide, SIDE_EFFECTS)
    expect(guide.turn).to_contain_text(guide.say("writing"))
    held[0].continue_()
    expect(guide.answer).to_be_visible()

    expect(guide.turn).not_to_contain_text(guide.say("writing"))


def test_when_it_takes_long_the_person_is_told_that_nothing_is_lost(guide):
    guide.page.clock.install()
    guide.open()
    guide.page.route(MESSAGES, lambda route: None)
    write(guide, SIDE_EFFECTS)
    expect(guide.turn).to_contain_text(guide.say("writing"))
    guide.page.clock.run_for(10_000)

    expect(guide.root.get_by_text(guide.say("slow"))).to_be_visible()


@both_screens
@pytest.mark.parametrize("number", ["emergency", "nurse_line"])
def test_when_the_connection_is_lost_the_numbers_are_told_and_in_view(number, guide, watch):
    guide.open()
    cut(guide, watch)
    write(guide, SIDE_EFFECTS)
    told = guide.root.get_by_role("status").filter(has_text=guide.say("lost_call"))

    expect(told).to_contain_text(guide.clinic[number])
    assert is_in_view(guide.numbers.get_by_text(guide.clinic["emergency"], exact=True))


def test_a_message_that_was_not_sent_is_kept_and_says_so(guide, watch):
    guide.open()
    cut(guide, watch)
    write(guide, SIDE_EFFECTS)

    expect(guide.turn).to_contain_text(SIDE_EFFECTS)
    expect(guide.turn).to_contain_text(guide.say("not_sent"))


def test_send_again_brings_the_answer(guide, watch):
    guide.open()
    cut(guide, watch)
    write(guide, SIDE_EFFECTS)
    expect(guide.root.get_by_text(guide.say("lost"))).to_be_visible()
    mend(guide)
    guide.press("send_again")

    expect(guide.answer.get_by_role("heading")).to_contain_text("Sunitinib")
    expect(guide.turns).to_have_count(1)


def test_a_message_whose_reply_was_lost_on_the_way_is_one_turn_and_not_two(guide, server, watch):
    guide.open()
    watch.excuse(CUT)
    before = answered(server)
    # The server hears it; the browser never gets the reply.
    guide.page.route(MESSAGES, lambda route: (route.fetch(), route.abort()))
    write(guide, SIDE_EFFECTS)
    expect(guide.root.get_by_text(guide.say("lost"))).to_be_visible()
    mend(guide)
    guide.press("send_again")
    expect(guide.answer).to_be_visible()

    assert answered(server) == before + 1


def test_when_the_connection_is_back_what_waits_goes_by_itself_and_in_order(guide, context, watch):
    watch.excuse(CUT)
    guide.open()
    context.set_offline(True)
    write(guide, SIDE_EFFECTS)
    expect(guide.root.get_by_text(guide.say("lost"))).to_be_visible()
    write(guide, SPREAD)
    expect(guide.turns).to_have_count(2)
    context.set_offline(False)

    expect(guide.turns.first.get_by_role("article")).to_contain_text("Sunitinib")
    expect(guide.turns.last.get_by_role("article")).to_contain_text("spread")


def test_offline_the_numbers_are_told_before_anything_is_sent(guide, context):
    guide.open()
    context.set_offline(True)

    expect(guide.root.get_by_text(guide.say("offline"))).to_be_visible()
    expect(guide.root.get_by_role("status").filter(has_text=guide.say("lost_call"))).to_contain_text(
        guide.clinic["nurse_line"]
    )


def test_a_message_that_waits_is_sent_after_a_reload(guide, watch):
    guide.open()
    cut(guide, watch)
    write(guide, SIDE_EFFECTS)
    expect(guide.root.get_by_text(guide.say("lost"))).to_be_visible()
    mend(guide)
    guide.page.reload()
    expect(guide.turns).to_have_count(1)
    guide.root.get_by_role("button", name=guide.say("send_again")).or_(guide.answer).first.click()

    expect(guide.answer).to_contain_text("Sunitinib")


def test_what_is_written_while_a_reply_is_awaited_is_answered_next(guide):
    held = []
    guide.open()
    guide.page.route(MESSAGES, lambda route: held.append(route), times=1)
    with guide.page.expect_request(MESSAGES):
        write(guide, SIDE_EFFECTS)
    expect(guide.turn).to_contain_text(guide.say("writing"))
    write(guide, SPREAD)
    expect(guide.turns).to_have_count(2)
    held[0].continue_()

    expect(guide.turns.last.get_by_role("article")).to_contain_text("spread")


@pytest.mark.parametrize(
    ("status", "error"),
    [(403, "origin"), (413, "too-large"), (415, "type"), (429, "too-many"), (503, "not-ready"), (503, "failed")],
)
def test_a_refusal_is_shown_in_its_words_with_the_numbers(status, error, guide, watch):
    watch.excuse(f"status of {status}")
    guide.open()
    guide.page.route(MESSAGES, refuse(status, error, [f"Words of {error}.", *guide.settings["failure"]]))
    write(guide, SIDE_EFFECTS)

    expect(guide.turn).to_contain_text(f"Words of {error}.")
    expect(guide.turn).to_contain_text(guide.clinic["emergency"])


def test_a_refusal_is_announced(guide, watch):
    watch.excuse("status of 429")
    guide.open()
    guide.page.route(MESSAGES, refuse(429, "too-many", ["Please wait a moment."]))
    write(guide, SIDE_EFFECTS)
    expect(guide.turn).to_contain_text("Please wait a moment.")

    assert "Please wait a moment." in heard(guide.page)


def test_too_many_messages_at_once_are_refused_by_the_real_server_with_the_numbers(server):
    token = server.new_token()
    answers = [server.say(token, "/say_hello", id="the same") for _ in range(40)]
    refused = next(answer for answer in answers if answer.status == 429)

    assert int(refused.headers["Retry-After"]) > 0
    assert "911" in " ".join(refused.json["notice"])


def test_after_a_refusal_send_again_works(guide, watch):
    watch.excuse("status of 429")
    guide.open()
    guide.page.route(MESSAGES, refuse(429, "too-many", ["Please wait a moment."]))
    write(guide, SIDE_EFFECTS)
    expect(guide.turn).to_contain_text("Please wait a moment.")
    mend(guide)
    guide.press("send_again")

    expect(guide.answer).to_contain_text("Sunitinib")


def test_a_reply_that_is_no_json_is_a_lost_connection_and_not_a_silence(guide, watch):
    watch.excuse("status of 502")
    guide.open()
    guide.page.route(
        MESSAGES, lambda route: route.fulfill(status=502, content_type="text/html", body="<h1>Bad gateway</h1>")
    )
    write(guide, SIDE_EFFECTS)

    expect(guide.root.get_by_text(guide.say("lost_call"))).to_be_visible()


def test_a_talk_the_server_no_longer_knows_begins_anew_and_says_so(guide, watch, server):
    watch.excuse("status of 401")
    guide.open().ask(SIDE_EFFECTS)
    guide.page.route(MESSAGES, refuse(401, "token", []), times=1)
    guide.ask(SPREAD)

    expect(guide.turn).to_contain_text(guide.say("fresh"))
    expect(guide.turns).to_have_count(2)


def test_without_the_widgets_files_the_page_still_shows_the_numbers(guide, server, watch):
    watch.excuse(CUT)
    guide.page.route("**/widget/**", lambda route: route.abort())
    guide.page.goto(server.address)
    numbers = guide.page.get_by_role("region", name=guide.say("numbers"))

    expect(numbers).to_contain_text(guide.clinic["emergency"])
    expect(numbers).to_contain_text(guide.clinic["nurse_line"])


def test_without_the_settings_the_page_still_shows_the_numbers(guide, server, watch):
    watch.excuse("status of 503")
    guide.page.route("**/widget-settings.json*", lambda route: route.fulfill(status=503, body=""))
    guide.page.goto(server.address)

    expect(guide.page.get_by_role("region", name=guide.say("numbers"))).to_contain_text(guide.clinic["emergency"])


def test_when_no_conversation_can_begin_the_numbers_are_told(guide, watch):
    watch.excuse("status of 503")
    guide.open()
    guide.page.route(CONVERSATIONS, refuse(503, "not-ready", guide.settings["failure"]))
    write(guide, SIDE_EFFECTS)

    expect(guide.turn).to_contain_text(guide.clinic["emergency"])


def test_when_forgetting_does_not_reach_the_server_that_is_said_and_done_later(guide, server, context, watch):
    watch.excuse(CUT)
    guide.open().ask(SIDE_EFFECTS)
    token = guide.kept["token"]
    guide.open_settings()
    context.set_offline(True)
    guide.press("forget")
    expect(guide.root.get_by_text(guide.say("forgotten_here")).first).to_be_visible()
    context.set_offline(False)
    expect(guide.root.get_by_text(guide.say("forgotten")).first).to_be_visible()

    assert "Sunitinib" not in server.say(token, "/ask_for_more").body.decode()


def test_a_request_that_was_given_up_counts_as_lost_and_goes_again_by_itself(guide, server):
    before = answered(server)
    held = []
    guide.open()
    guide.page.evaluate("const given = AbortSignal.timeout; AbortSignal.timeout = () => given.call(AbortSignal, 300)")
    guide.page.route(MESSAGES, lambda route: held.append(route))
    write(guide, SIDE_EFFECTS)
    expect(guide.turn).to_contain_text(guide.say("not_sent"))
    mend(guide)
    guide.page.evaluate("dispatchEvent(new Event('online'))")
    expect(guide.answer).to_be_visible()

    assert answered(server) == before + 1
