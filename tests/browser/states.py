"""The states a person can meet, each with the way there. `way(guide, site)` leaves the page in the state."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass

from playwright.sync_api import Route, expect

from tests.browser.guide import Guide
from tests.browser.host import visit
from tests.browser.served import ClinicSite, Served

SIDE_EFFECTS = "What are the side effects of sunitinib?"
UNSURE = "side effects"
SPREAD = "How does kidney cancer spread?"
EMERGENCY = "I have crushing chest pain and I can't breathe"
CRISIS = "I want to kill myself"
MESSAGES = "**/webhooks/web/messages"
CONVERSATIONS = "**/webhooks/web/conversations"


@dataclass
class Stage:
    """What a way may need beside the guide."""

    server: Served
    clinic: ClinicSite


Way = Callable[[Guide, Stage], None]
STATES: dict[str, Way] = {}


def state(way: Way) -> Way:
    """Enter a state under the name of its function."""
    STATES[way.__name__.replace("_", "-")] = way
    return way


@state
def welcome(guide: Guide, _: Stage) -> None:
    guide.open()
    expect(guide.button_named(guide.settings["starters"][0]["title"])).to_be_visible()


@state
def answer(guide: Guide, _: Stage) -> None:
    guide.open().ask(SIDE_EFFECTS)
    expect(guide.answer.get_by_role("heading")).to_be_visible()


@state
def answer_with_more_and_icon_arrays(guide: Guide, stage: Stage) -> None:
    answer(guide, stage)
    guide.follow("more")
    drawing = guide.answer.get_by_role("img").first
    drawing.scroll_into_view_if_needed()
    expect(drawing).to_be_visible()


@state
def clinicians(guide: Guide, stage: Stage) -> None:
    answer(guide, stage)
    guide.follow("clinician")
    expect(guide.answer).to_contain_text(guide.say("part_clinician"))


@state
def sources_open(guide: Guide, stage: Stage) -> None:
    answer(guide, stage)
    guide.answer.locator("summary").last.click()
    source = guide.answer.get_by_role("link").last
    source.scroll_into_view_if_needed()
    expect(source).to_be_visible()


@state
def glossary(guide: Guide, stage: Stage) -> None:
    answer(guide, stage)
    guide.answer.locator("[data-term]").first.click()
    expect(guide.answer.get_by_role("dialog")).to_be_visible()


@state
def choices(guide: Guide, _: Stage) -> None:
    guide.open().ask(UNSURE)
    expect(guide.reply.get_by_role("list", name=guide.say("choices"))).to_be_visible()


@state
def picture_described(guide: Guide, _: Stage) -> None:
    guide.open().ask(SPREAD)
    guide.answer.get_by_text(guide.say("picture"), exact=True).click()
    drawing = guide.answer.get_by_role("img").first
    expect(drawing).to_have_js_property("complete", True)
    drawing.scroll_into_view_if_needed()


@state
def simpler(guide: Guide, stage: Stage) -> None:
    answer(guide, stage)
    guide.follow("simpler")


@state
def teach_back(guide: Guide, stage: Stage) -> None:
    answer(guide, stage)
    guide.follow("check")
    expect(guide.field).to_have_accessible_name(guide.say("label_teach_back"))
    guide.ask("It can make you tired.")


@state
def emergency(guide: Guide, _: Stage) -> None:
    guide.open().ask(EMERGENCY)
    expect(guide.alarm).to_contain_text(guide.clinic["emergency"])


@state
def emergency_later(guide: Guide, stage: Stage) -> None:
    emergency(guide, stage)
    guide.ask(SIDE_EFFECTS)
    expect(guide.alarm).to_contain_text(guide.clinic["emergency"])


@state
def crisis(guide: Guide, _: Stage) -> None:
    guide.open().ask(CRISIS)
    expect(guide.alarm).to_contain_text("988")


@state
def list_empty(guide: Guide, _: Stage) -> None:
    guide.open().open_list()


@state
def list_filled(guide: Guide, stage: Stage) -> None:
    answer(guide, stage)
    guide.follow("add")
    guide.open_list()
    guide.list_own("May I swim while I take it?")
    expect(guide.panel.get_by_role("listitem")).to_have_count(2)


@state
def settings(guide: Guide, stage: Stage) -> None:
    answer(guide, stage)
    guide.open_settings()


@state
def largest_text_and_strong_contrast(guide: Guide, stage: Stage) -> None:
    settings(guide, stage)
    guide.panel.get_by_role("radio", name=guide.say("size_3")).check()
    guide.panel.get_by_role("checkbox", name=guide.say("contrast")).check()
    guide.page.keyboard.press("Escape")
    expect(guide.panel).to_have_count(0)


@state
def waiting(guide: Guide, stage: Stage) -> None:
    guide.open()
    guide.page.route(MESSAGES, lambda route: None)
    guide.field.fill(SIDE_EFFECTS)
    guide.field.press("Enter")
    expect(guide.turn).to_contain_text(guide.say("writing"))


@state
def connection_lost(guide: Guide, stage: Stage) -> None:
    answer(guide, stage)
    guide.page.route(MESSAGES, lambda route: route.abort())
    guide.field.fill(SPREAD)
    guide.field.press("Enter")
    expect(guide.root.get_by_text(guide.say("lost"))).to_be_visible()


@state
def refused(guide: Guide, stage: Stage) -> None:
    guide.open()
    guide.page.route(MESSAGES, refuse(429, "too-many", guide.settings["failure"]))
    guide.field.fill(SIDE_EFFECTS)
    guide.field.press("Enter")
    expect(guide.turn).to_contain_text(guide.settings["failure"][0])


@state
def forgotten(guide: Guide, stage: Stage) -> None:
    answer(guide, stage)
    guide.open_settings().get_by_role("button", name=guide.say("forget"), exact=True).click()
    expect(guide.root.get_by_text(guide.say("forgotten")).first).to_be_visible()


@state
def bubble_closed(guide: Guide, stage: Stage) -> None:
    visit(guide.page, stage.clinic, stage.server)
    expect(guide.button("open")).to_be_visible()


@state
def bubble_open(guide: Guide, stage: Stage) -> None:
    bubble_closed(guide, stage)
    guide.press("open")
    guide.ask(SIDE_EFFECTS)


@state
def handout(guide: Guide, stage: Stage) -> None:
    guide.page.goto(
        f"{stage.server.address}/print?a=drug/sunitinib%23side-effects&a=disease/metastasis%23overview&part=more"
    )
    expect(guide.page.get_by_role("article")).to_have_count(2)


@state
def visit_list(guide: Guide, stage: Stage) -> None:
    guide.page.goto(f"{stage.server.address}/visit-list")
    expect(guide.page.get_by_role("heading", level=1)).to_be_visible()


@state
def visit_list_filled(guide: Guide, stage: Stage) -> None:
    list_filled(guide, stage)
    with guide.page.expect_popup() as opened:
        guide.panel.get_by_role("button", name=guide.say("list_print")).click()
    address, form = opened.value.url, guide.kept["token"]
    opened.value.close()
    # The same page in this tab, so that it is looked at like the others.
    guide.page.evaluate(
        """([action, token]) => {
          const form = Object.assign(document.createElement('form'), { method: 'post', action });
          form.append(Object.assign(document.createElement('input'), { name: 'token', value: token }));
          document.body.append(form);
          form.submit();
        }""",
        [address, form],
    )
    guide.page.wait_for_url(address)


@state
def not_found(guide: Guide, stage: Stage) -> None:
    guide.page.goto(f"{stage.server.address}/no-such-page")
    expect(guide.page.get_by_role("heading", level=1)).to_be_visible()


def refuse(status: int, error: str, notice: list[str], **headers: str) -> Callable[[Route], None]:
    """Return a route that answers as the server does when it does not take a message."""
    body = json.dumps({"error": error, "notice": notice})
    return lambda route: route.fulfill(status=status, content_type="application/json", body=body, headers=headers)
