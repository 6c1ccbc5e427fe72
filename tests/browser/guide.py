"""The guide as a person uses it: by what is written on it, not by how it is made."""

from __future__ import annotations

import json
import re
from typing import Any

from playwright.sync_api import Locator, Page, expect

TALK = "kidney-guide:talk"
"""Where the browser keeps the talk."""


class Guide:
    """The widget on a page. Names of words are those of content/en/interface/widget.yml."""

    def __init__(self, page: Page, address: str, settings: dict[str, Any]) -> None:
        self.page, self.address, self.settings = page, address, settings
        self.clinic = settings["clinic"]
        self.root = page.locator("kidney-guide")

    def open(self, path: str = "/") -> Guide:
        """Open the page of the server and wait until one can write."""
        self.page.goto(self.address + path)
        expect(self.field).to_be_visible()
        return self

    def say(self, name: str, **blanks: object) -> str:
        """Return the words of a name."""
        return re.sub(r"\{(\w+)\}", lambda blank: str(blanks[blank[1]]), self.settings["words"][name])

    @property
    def field(self) -> Locator:
        """Where one writes."""
        return self.root.locator("form:has(textarea) textarea")

    @property
    def send_button(self) -> Locator:
        """The button beside it."""
        return self.button("send")

    @property
    def turns(self) -> Locator:
        """Each message with what came back."""
        return self.root.locator("[data-entry]")

    @property
    def turn(self) -> Locator:
        """The newest of them."""
        return self.turns.last

    @property
    def reply(self) -> Locator:
        """The newest reply."""
        return self.turn.locator(".reply")

    @property
    def answer(self) -> Locator:
        """The newest answer."""
        return self.root.get_by_role("article").last

    @property
    def panel(self) -> Locator:
        """The panel that is open."""
        return self.root.locator(".panel[role=dialog]")

    @property
    def log(self) -> Locator:
        """The region that a screen reader listens to."""
        return self.root.get_by_role("log")

    @property
    def numbers(self) -> Locator:
        """The numbers to call, at the top."""
        return self.root.get_by_role("list", name=self.say("numbers"))

    @property
    def alarm(self) -> Locator:
        """What stands at the top while an alarm is open."""
        return self.root.get_by_role("alert")

    def button(self, name: str, **blanks: object) -> Locator:
        """Return a button by the name of its words."""
        return self.button_named(self.say(name, **blanks))

    def button_named(self, words: str) -> Locator:
        """Return a button by its words."""
        return self.root.get_by_role("button", name=words, exact=True)

    def press(self, name: str, **blanks: object) -> None:
        """Press a button that opens or changes something."""
        self.button(name, **blanks).click()

    def ask(self, text: str) -> Locator:
        """Write something, send it with Enter, and return the reply."""
        place = self.turns.count()
        self.field.fill(text)
        self.field.press("Enter")
        return self.replied(place)

    def choose(self, words: str) -> Locator:
        """Press a button that sends something, and return the reply."""
        place = self.turns.count()
        self.button_named(words).click()
        return self.replied(place)

    def follow(self, name: str) -> Locator:
        """Press a button under an answer by the name of its words, and return the reply."""
        return self.choose(self.say(name))

    def replied(self, place: int) -> Locator:
        """Wait for the reply to the message at a place, counted from 0, and return it."""
        expect(self.turns).to_have_count(place + 1)
        reply = self.turns.nth(place).locator(".reply")
        expect(reply).to_be_visible()
        return reply

    def open_list(self) -> Locator:
        """Open the list for the visit, whatever its count, and return its panel."""
        self.root.get_by_role("button", name=re.compile(rf"^{re.escape(self.say('list'))}( \(\d+\))?$")).click()
        expect(self.panel).to_be_visible()
        return self.panel

    def open_settings(self) -> Locator:
        """Open the settings and return their panel."""
        self.press("settings")
        expect(self.panel).to_be_visible()
        return self.panel

    def list_own(self, question: str) -> None:
        """Write a question into the open list."""
        place = self.turns.count()
        self.panel.get_by_role("textbox", name=self.say("list_own")).fill(question)
        self.panel.get_by_role("button", name=self.say("list_add"), exact=True).click()
        self.replied(place)

    @property
    def kept(self) -> dict[str, Any] | None:
        """What the browser keeps of the talk."""
        return json.loads(self.page.evaluate("name => sessionStorage.getItem(name)", TALK) or "null")

    @property
    def focused(self) -> str:
        """The name of what has the focus inside the widget, or nothing."""
        return self.page.evaluate(
            """() => {
              let at = document.activeElement;
              while (at && at.shadowRoot && at.shadowRoot.activeElement) at = at.shadowRoot.activeElement;
              const labels = at && at.labels && at.labels.length ? at.labels[0].textContent : '';
              const words = at ? at.getAttribute('aria-label') || labels || at.innerText || '' : '';
              return words.replace(/\\s+/g, ' ').trim();
            }"""
        )
