"""The ledger of the unanswered: what people asked and no answer was given to, so that editors know what to write.

Nothing in it can name a person. Of a message only words stay that our own texts use; every
other word, each number and every address becomes a gap. The day is kept and no hour, no
conversation, no channel.
"""

from __future__ import annotations

import datetime
import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from answers.library import Library

GAP = "…"
MOST_WORDS = 60
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_TOKEN = re.compile(r"\S+")
# Words of questions that our answers, which do not ask, may lack.
_ASKING = frozenset(
    """
    a about all am an and any anyone are as at be been but by can cant cannot could did do does dont for from get
    give go got had has have he her his how i if im in is isnt it its just know like me mean more much my need no
    not of on one or our please she should so some tell than that the their them then there they this to us want
    was we were what whats when where which while who why will with without would you your
    """.split()  # noqa: SIM905 - a hundred words read better as words
)


@dataclass(frozen=True)
class Entry:
    """One message without an answer: the day, how the turn ended, what is left of its words, what was offered."""

    day: str
    outcome: str
    words: str
    offered: tuple[str, ...]


class Ledger:
    """An append-only file of entries."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._library: Library | None = None
        self._known: frozenset[str] = frozenset()

    def append(self, library: Library, text: str, outcome: str, offered: Sequence[str]) -> None:
        """Add what is left of a message; nothing, if nothing is left. Raises OSError if it cannot be written."""
        if library is not self._library:
            self._library, self._known = library, known_words(library)
        words = scrubbed(text, self._known)
        if not words:
            return
        entry = Entry(datetime.date.today().isoformat(), outcome, words, tuple(offered))
        self._path.parent.mkdir(parents=True, exist_ok=True)
        with self._path.open("a", encoding="utf-8") as lines:
            lines.write(json.dumps(asdict(entry), ensure_ascii=False) + "\n")

    def entries(self) -> Iterator[Entry]:
        """Yield what was kept, oldest first; a line that was cut off is left out."""
        if not self._path.exists():
            return
        # As bytes: a letter that was cut in two must cost its own line only.
        for line in self._path.read_bytes().split(b"\n"):
            try:
                kept = json.loads(line)
                entry = Entry(kept["day"], kept["outcome"], kept["words"], tuple(kept["offered"]))
            except (ValueError, KeyError, TypeError):
                continue
            yield entry


def scrubbed(text: str, known: frozenset[str]) -> str:
    """Return a text with a gap for every word that is not known, in lower case; "" if no known word of weight is left.

    A gap stands once however many words it hides, so that not even their number is told.
    """
    found: list[str] = []
    for token in _TOKEN.findall(text)[:MOST_WORDS]:
        word = token.strip(".,;:!?()\"'“”‘’-").lower().replace("’", "'")
        kept = word if _WORD.fullmatch(word) and word in known else GAP
        if kept != GAP or found[-1:] != [GAP]:
            found.append(kept)
    return " ".join(found) if set(found) - _ASKING - {GAP} else ""


def known_words(library: Library) -> frozenset[str]:
    """Return the words of our own vetted texts: topics' names, sections, terms."""
    names = [" ".join((topic.title, *topic.names)) for topic in library.topics.values()]
    sections = [f"{s.brief} {s.more}" for topic in library.topics.values() for s in topic.sections.values()]
    terms = [f"{term.term} {term.meaning}" for term in library.terms.values()]
    return frozenset(word.lower() for text in (*names, *sections, *terms) for word in _WORD.findall(text)) | _ASKING
