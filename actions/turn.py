"""One turn as an action sees it: what the person meant, what is sent, and the report at its end."""

from __future__ import annotations

import datetime
import json
import logging
from collections.abc import Sequence
from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.events import SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions import settings
from answers import Library, NoAnswer, Withheld, render
from answers.card import card
from answers.outlook import AMOUNTS, NOTHING, before_consent, holds_back
from answers.script import Script
from answers.topic import Section
from answers.words import plain

logger = logging.getLogger(__name__)

REPORTING = frozenset({"rest", "web"})
"""The channels whose replies end with a report of the turn."""
DRAWING = frozenset({"web"})
"""The channels whose screen draws an answer itself, says the welcome before the first word, and shows what is open."""
LAYOUT, CARD = "chat.txt", "card.json"
MOST_OFFERED = 5
REMEMBERED = 10
MOST_SOURCES = 2
STAYING = frozenset({"alarm", "crisis", "teach_back", "script"})
"""What the guide goes on waiting for when something else comes between."""


class Turn:
    """What one action says in one turn, and the report of it."""

    def __init__(
        self,
        dispatcher: CollectingDispatcher,
        tracker: Tracker,
        library: Library | None = None,
        *,
        opens: bool = True,
    ) -> None:
        """`opens` is False where nothing may come before what the action says: an alarm, a farewell."""
        self.library = library or settings.library()
        self._dispatcher, self._tracker = dispatcher, tracker
        # Not get_intent_of_latest_message(): after a fallback it returns the runner-up.
        self.intent: str = ((tracker.latest_message or {}).get("intent") or {}).get("name") or ""
        self.reading: dict[str, Any] = (tracker.latest_message or {}).get("reading") or {}
        self.offered: list[str] = []
        self._given: list[str] = []
        self._corrected: list[Section] = []
        self._said: list[dict[str, Any]] = []
        self._changed: dict[str, Any] = {}
        self._asks: str | None = self.asked if self.asked in STAYING else None
        self._note_writer()
        if opens:
            self._open()

    @property
    def asked(self) -> str | None:
        """What the guide was waiting for when the message came."""
        return self.slot("asked")

    @property
    def text(self) -> str:
        """The person's words; empty for a button."""
        text = str((self._tracker.latest_message or {}).get("text") or "")
        return "" if text.startswith("/") else text

    @property
    def is_alarm_open(self) -> bool:
        """Whether an alarm was raised that nobody has settled yet."""
        return bool(self.slot("alarm"))

    def _open(self) -> None:
        """Say what comes before anything else: the number while an alarm is open, else a welcome."""
        alarm = self.slot("alarm")
        if alarm:
            self._keep_alarm(alarm)
            return
        today, greeted = datetime.date.today().isoformat(), self.slot("greeted_on")
        if greeted == today:
            return
        self.set("greeted_on", today)
        if greeted:
            # A new conversation asks again before it tells.
            self.set("amount", None)
            self.say("welcome-back", listed=len(self.slot("visit_list") or ()))
        elif self.intent != "say_hello" and not self.draws:
            self.say("welcome")

    def _keep_alarm(self, alarm: dict[str, Any]) -> None:
        """Say the number again, and once more ask how it is."""
        is_crisis, asked = alarm["level"] == "crisis", int(alarm.get("asked") or 0)
        self.say("crisis-open" if is_crisis else "alarm-open", again=asked == 0)
        if asked == 0:
            self.choose_from(["safe", "not-safe"] if is_crisis else ["help-is-coming", "no-emergency"])
        self.set("alarm", {**alarm, "asked": asked + 1})

    @property
    def draws(self) -> bool:
        """Whether the screen at the other end draws an answer from its parts."""
        return self._tracker.get_latest_input_channel() in DRAWING

    @property
    def has_answered(self) -> bool:
        """Whether an answer was sent in this turn."""
        return bool(self._given)

    def set(self, slot: str, value: Any) -> None:
        """Remember something when the turn ends."""
        self._changed[slot] = value

    def ask(self, what: str | None) -> None:
        """Wait for something, or, with None, for nothing any more."""
        self._asks = what

    def slot(self, name: str) -> Any:
        """Return what a slot holds, as this turn leaves it."""
        return self._changed[name] if name in self._changed else self._tracker.get_slot(name)

    def entity(self, name: str) -> str | None:
        """Return the value a button or a channel sent along, or None."""
        return next(self._tracker.get_latest_entity_values(name), None)

    @property
    def meant(self) -> list[str]:
        """The addresses the message may mean that can be answered, best first."""
        known = (self.answerable(address) for address in self.reading.get("addresses") or ())
        return list(dict.fromkeys(address for address in known if address))

    @property
    def several(self) -> list[str]:
        """The addresses of a message that asks several things, in order; empty unless each can be answered."""
        asked = self.reading.get("several") or ()
        known = dict.fromkeys(address for address in map(self.answerable, asked) if address)
        return list(known) if len(known) == len(asked) > 1 else []

    @property
    def last(self) -> list[str]:
        """The addresses answered in this conversation, newest first, as far as they still stand."""
        return [address for address in self.slot("addresses") or () if self.answerable(address) == address]

    def answerable(self, address: str) -> str | None:
        """Return the address itself, its topic's overview where it has no such section, or None."""
        topic = address.partition("#")[0]
        for wanted in (address, f"{topic}#overview"):
            try:
                self.library.section(wanted)
            except Withheld:
                return None
            except NoAnswer:
                continue
            return wanted
        return None

    def is_withheld(self, address: str) -> bool:
        """Whether there is an answer at an address that is not served now."""
        try:
            self.library.section(address)
        except Withheld:
            return True
        except NoAnswer:
            return False
        return False

    def say(self, notice: str, **values: object) -> None:
        """Send a notice; what it says in the person's own words is kept nowhere."""
        said = kept = self.library.notice(notice, **values).split("\n\n")
        named = self.library.notices[notice]
        if named.own:
            kept = self.library.notice(notice, **named.without_own(values)).split("\n\n")
        for message, shown in zip(said, kept, strict=False):
            self._send(message, kept=shown)

    def _send(self, text: str, buttons: list[dict[str, str]] | None = None, *, kept: str = "") -> None:
        self._dispatcher.utter_message(text=text, buttons=buttons or [])
        shown: dict[str, Any] = {"text": kept or text}
        if buttons:
            shown["buttons"] = [button["title"] for button in buttons]
        self._said.append(shown)

    def _send_card(self, drawn: dict[str, Any]) -> None:
        self._dispatcher.utter_message(json_message={"answer": drawn})
        self._said.append({"answer": drawn})

    def answer(self, address: str, *, part: str = "brief") -> bool:
        """Send the answer at an address, with no more of the outlook than the person wants to know.

        Returns False if they want nothing of it, and so nothing of it was told.
        """
        section, amount = self.library.section(address), self.slot("amount")
        held = holds_back(self.library, section, part, amount)
        if held and amount == NOTHING:
            self.say("outlook-left-out")
            self.choose_from(["in-words", "with-numbers"])
            return False
        self._say_about()
        wanted = address
        if held and amount not in AMOUNTS:
            address = before_consent(self.library, section).address
        if self.draws:
            self._send_card(card(self.library, address, part=part, amount=amount, whose=self._whose_team()))
        else:
            for message in render(self.library, address, part=part, amount=amount, whose=self._whose_team()):
                self._send(message)
        self._given.append(address)
        if held and amount not in AMOUNTS and not self.is_alarm_open:
            self.ask_amount(wanted, part)
        return True

    def ask_amount(self, address: str, part: str) -> None:
        """Ask how much of the outlook the person wants to know."""
        self.say("how-much")
        self.choose_from(["not-now", "in-words", "with-numbers"])
        self.set("waiting", {"address": address, "part": part})
        self.ask("amount")

    def ask_who(self) -> None:
        """Ask once, after a second answer, who is asking; never while something else is open."""
        if self.slot("who") or not self.last or self._asks or self.is_alarm_open:
            return
        self.set("who", "unsaid")
        self.say("who-asks")
        self.choose_from(["for-me", "for-someone", "as-nurse", "skip"])
        self.ask("who")

    def correct_premise(self) -> str | None:
        """Say what is true where the message takes a myth for granted; return where more of it is told."""
        myth = self.library.myths.get(self.reading.get("myth") or "")
        if myth is None:
            return None
        sources = self.library.sources_of(myth.section)[:MOST_SOURCES]
        self.say("premise", text=plain(self.library.fill(myth.section.brief)), sources=sources)
        self._corrected.append(myth.section)
        return next((address for address in myth.see if self.answerable(address) == address), None)

    def _whose_team(self) -> str:
        """Return whose team a next step names; where it is only somebody, "your team" reads better than any name."""
        about = self.reading.get("about") or self.slot("about")
        return "" if about == "someone" else self._whose()

    def _whose(self) -> str:
        """Return how the person is named whom this is about, if it is not the one who writes."""
        about = self.reading.get("about") or self.slot("about")
        return str(self.library.labels["relations"].get(about, "")) if about else ""

    def _note_writer(self) -> None:
        """Take who writes from whom they write about, so that it need not be asked; it can be changed."""
        writer = self.reading.get("writer")
        if writer and not self.slot("who"):
            self.set("who", writer)

    def _say_about(self) -> None:
        """Say once for whom "you" stands: when a message is about somebody new, or with the first answer."""
        about = self.reading.get("about")
        if about and (about != self.slot("about") or not (self._given or self.slot("addresses"))):
            if self._whose():
                self.say("about-them", person=self._whose())
            self.set("about", about)

    def answer_again(self, *, back: int = 0, part: str = "brief") -> None:
        """Send an answer of this conversation again, the newest or one further back, or say there is none yet."""
        if len(self.last) > back:
            self.answer(self.last[back], part=part)
        else:
            self.say("nothing-yet")

    def offer(self, addresses: list[str], *, most: int, notice: str = "") -> None:
        """Send choices, each a button with a title of its own."""
        chosen = [address for address in dict.fromkeys(addresses) if self._may_offer(address)][:most]
        self.offered += [address for address in chosen if address not in self.offered]
        # After an alarm nothing may look as if all were well.
        if not chosen or (self.is_alarm_open and not notice) or self._asks == "amount":
            return
        buttons = [{"title": self.title(address), "payload": _payload(address)} for address in chosen]
        text = self.library.notice(notice or "people-also-ask")
        self._send(text, buttons)

    def _may_offer(self, address: str) -> bool:
        """Whether a choice is new in this turn, and nothing the person does not want to hear of."""
        if address in self._given or self.answerable(address) != address:
            return False
        unwanted = self.slot("amount") == NOTHING
        return not (unwanted and holds_back(self.library, self.library.section(address), "brief", NOTHING))

    def choose_from(self, names: Sequence[str]) -> None:
        """Send buttons that steer, by their names in `labels.yml`, under what was said last."""
        listed = self.library.labels["buttons"]
        buttons = [{"title": listed[name]["title"], "payload": listed[name]["payload"]} for name in names]
        self._add_buttons(buttons)

    def _add_buttons(self, buttons: list[dict[str, str]]) -> None:
        message, shown = self._dispatcher.messages[-1], self._said[-1]
        message["buttons"] = [*message.get("buttons", []), *buttons]
        shown["buttons"] = [button["title"] for button in message["buttons"]]

    def choose_script(self, scripts: Sequence[Script]) -> None:
        """Send a button for each teaching script under what was said last."""
        buttons = [{"title": s.title, "payload": "/start_script" + json.dumps({"script": s.id})} for s in scripts]
        self._add_buttons(buttons)

    def title(self, address: str) -> str:
        """Return what a choice is called, e.g. `Sunitinib: Side effects and risks`."""
        section = self.library.section(address)
        return f"{self.library.topic(section.topic).title}: {self.library.aspects[section.aspect]}"

    def end(self, outcome: str, *, missed: bool = False) -> list[dict[str, Any]]:
        """Send the report of the turn and return the events that remember it."""
        self._leave_line(outcome)
        if missed or outcome == "out-of-scope":
            self._note_unanswered(outcome)
        self.set("misses", (self.slot("misses") or 0) + 1 if missed else 0)
        alarm = self.slot("alarm")
        # Nothing else is waited for until an alarm is settled.
        self.set("asked", ("crisis" if alarm["level"] == "crisis" else "alarm") if alarm else self._asks)
        if self.draws:
            self._dispatcher.utter_message(json_message={"state": self._state()})
        if self._tracker.get_latest_input_channel() in REPORTING:
            self._dispatcher.utter_message(json_message={"turn": self.report(outcome)})
        about = self.reading.get("about")
        if about:
            self.set("about", about)
        if self._given:
            remembered = [*reversed(self._given), *(a for a in self.last if a not in self._given)]
            self.set("addresses", remembered[:REMEMBERED])
            self.set("topic", self._given[0].partition("#")[0])
        # A slot that stays as it was needs no event: each is read and written again with every turn.
        return [SlotSet(name, value) for name, value in self._changed.items() if value != self._tracker.get_slot(name)]

    def _state(self) -> dict[str, Any]:
        """Return what is open after this turn, for a screen that shows it beside the talk."""
        alarm, running = self.slot("alarm") or {}, self.slot("script") or {}
        script = self.library.scripts.get(running.get("id") or "")
        return {
            "alarm": alarm.get("level"),
            "asked": self.slot("asked"),
            "visit_list": list(self.slot("visit_list") or ()),
            "script": script
            and {
                "title": script.title,
                "step": int(running["step"]) + 1,
                "count": len(script.steps),
                "paused": bool(running["paused"]),
            },
            "who": self.slot("who"),
            "amount": self.slot("amount"),
            "forgotten": self.intent == "delete_my_data",
        }

    def _leave_line(self, outcome: str) -> None:
        """Write the audit line of this turn; a full disk must not cost the person their answer."""
        given = zip(self._given, self._sections(), strict=True)
        layout = CARD if self.draws else LAYOUT
        told = [{"address": address, "hash": self.library.hash(section)} for address, section in given]
        channel = str(self._tracker.get_latest_input_channel() or "")
        try:
            settings.audit().append(channel=channel, layout=layout, outcome=outcome, answers=told, said=self._said)
        except OSError as error:
            logger.error("the audit could not be written: %s", type(error).__name__)

    def _note_unanswered(self, outcome: str) -> None:
        """Keep, for editors, what is left of a question without an answer once it can name nobody."""
        if not self.library.clinic.keep_unanswered:
            return
        if not self.text:
            return
        try:
            settings.ledger().append(self.library, self.text, outcome, self.offered[:MOST_OFFERED])
        except OSError as error:
            logger.error("the ledger could not be written: %s", type(error).__name__)

    def _sections(self) -> list[Section]:
        """Return the sections given in this turn, in order."""
        return [self.library.section(address) for address in self._given]

    def report(self, outcome: str) -> dict[str, Any]:
        """Return what this turn ended in, as the REST and web channels tell it."""
        sections = [*self._sections(), *self._corrected]
        facts = dict.fromkeys(fact for section in sections for fact in section.facts)
        sources = dict.fromkeys(source.id for section in sections for source in self.library.sources_of(section))
        first = sections[0] if sections else None
        return {
            "outcome": outcome,
            "answers": list(self._given),
            "offered": self.offered[:MOST_OFFERED],
            "confidence": round(float(self.reading.get("confidence") or 0.0), 3),
            "facts": list(facts),
            "sources": list(sources),
            "review": self.library.review(first) if first else None,
            "content": self.library.hash(first) if first else None,
        }


def _payload(address: str) -> str:
    return "/choose" + json.dumps({"address": address})
