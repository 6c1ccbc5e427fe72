"""Everything the pages are made from, as it stands now: the numbers at once, the library once it is read."""

from __future__ import annotations

import datetime
import json
from collections.abc import Callable
from pathlib import Path

from answers.card import card
from answers.errors import NoAnswer
from answers.library import Library
from answers.outlook import NUMBERS, WORDS
from assistant.web.assets import TYPES, Asset, pictures, static_files, widget_files
from assistant.web.front import Front
from assistant.web.headers import FOR_EVERYONE
from assistant.web.settings import starters, widget_settings
from assistant.web.templates import page
from assistant.web.visit_list import VisitList

MOST_ANSWERS = 20
PARTS = ("brief", "more", "clinician")


class Site:
    """Makes the pages; `library` returns the library in use, or None while it is not read yet."""

    def __init__(self, content: Path, language: str, library: Callable[[], Library | None]) -> None:
        """Read the numbers and all files; raises ContentError if the clinic cannot be read."""
        self._first, self.library = Front.read(content, language), library
        self._seen: tuple[Library | None, Front] = (None, self._first)
        self._settings: tuple[Front, Asset] | None = None
        self.static, self.widget, self.pictures = static_files(), widget_files(), pictures(content, language)

    @property
    def front(self) -> Front:
        """The clinic and the words as they stand now."""
        library = self.library()
        if library is not None and library is not self._seen[0]:
            self._seen = (library, self._first.of(library))
        return self._seen[1]

    def picture(self, name: str) -> Asset | None:
        """Return a drawing by its file's name, or None if there is none, or the library withholds it."""
        library, drawing = self.library(), self.pictures.get(name)
        if library is not None and name.removesuffix(".svg") not in library.pictures:
            return None
        return drawing

    def settings(self) -> Asset:
        """Return the settings of the widget."""
        front = self.front
        if self._settings is None or self._settings[0] is not front:
            told = json.dumps(widget_settings(front, self.library()), ensure_ascii=False, separators=(",", ":"))
            self._settings = (front, Asset(told.encode(), TYPES[".json"], FOR_EVERYONE))
        return self._settings[1]

    def first_page(self, root: str = "/", server: str = "", policy: str = "") -> str:
        """Return the first page; hosted elsewhere it has its files at `root`, its server and its policy named."""
        listed = list(starters(self.front, self.library()))
        answers = f"{server}/" if server else root
        return self._page(
            "page", root=root, answers=answers, server=server, policy=policy, starters=listed, robots="index"
        )

    def handout(self, addresses: list[str], part: str, amount: str) -> str:
        """Return answers as a page to print; those that are not served are named as missing."""
        library, figures = self.library(), amount == NUMBERS
        asked = list(dict.fromkeys(address.strip()[:200] for address in addresses if address.strip()))
        cards, missing = [], []
        for address in asked[:MOST_ANSWERS]:
            try:
                if library is None:
                    raise NoAnswer(address)
                shown = part if part in PARTS else "brief"
                cards.append(card(library, address, part=shown, amount=NUMBERS if figures else WORDS))
            except NoAnswer:
                missing.append(address)
        return self._page(
            "print", cards=cards, missing=missing, figures=figures, cut=len(asked) > MOST_ANSWERS, most=MOST_ANSWERS,
            labels=library.labels if library else {}, starters=list(starters(self.front, library)), today=today(),
        )  # fmt: skip

    def visit(self, visit: VisitList, token: str = "") -> str:
        """Return a visit list as a page to print; with a token it can be had as a PDF too."""
        return self._page("visit", visit=visit, token=token)

    def problem(self, title: str, told: list[str]) -> str:
        """Return a page that says what is wrong; `title` is the name of its words."""
        return self._page("problem", title=self.front.words("pages").get(title, ""), told=told)

    def _page(self, name: str, root: str = "/", **values: object) -> str:
        front = self.front
        return page(name, front=front, words=front.words("pages"), root=root, **values)


def today() -> str:
    """Return the day as every language reads it: 2026-03-09."""
    return datetime.date.today().isoformat()
