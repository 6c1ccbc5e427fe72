"""An answer as data for a screen that draws it: blocks, terms to tap, sources, icon arrays, pictures.

The same words as the layouts arrange (answers/layouts/), in the same order; a web page makes elements of them and
never reads them as markup.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from answers.glossing import Piece, pieces
from answers.library import Library
from answers.outlook import NUMBERS
from answers.render import answer_values
from answers.words import plain, sentences

MOST_FIGURES = 3
_FREQUENCY = re.compile(
    r"(?<![\d.,/$€£])(?P<low>\d{1,3})(?: (?:to|or) (?P<high>\d{1,3}))? (?:people |adults |patients )?"
    r"(?:in|of|out of) (?:every )?(?P<of>10|20|100)\b(?![\d.,]*\d)"
)
"""A natural frequency, as plain-language.md has us write them: `12 in 100`, `10 to 15 of 100 people`."""
_ITEM = re.compile(r"[-*]\s+")


def card(
    library: Library, address: str, *, part: str = "brief", amount: str | None = NUMBERS, whose: str = ""
) -> dict[str, Any]:
    """Return the answer at an address as plain data that JSON can hold; the parameters are those of `render`.

    Raises:
        NoAnswer: if nothing is filed at the address.
    """
    section = library.section(address)
    values = answer_values(library, section, part, amount, whose)
    paragraphs: list[str] = values["paragraphs"]
    seen: set[str] = set()
    return {
        **{name: values[name] for name in ("address", "title", "heading", "next_step", "call_line")},
        **{name: values[name] for name in ("review", "mark", "checked", "disclaimer")},
        "part": part,
        "language": library.language,
        "paragraphs": [_block(library, paragraph, seen) for paragraph in paragraphs],
        "has_more": part == "brief" and bool(section.more.strip()),
        "has_clinician": part != "clinician" and bool(section.clinician.strip()),
        "sources": [
            {
                "id": s.id,
                "title": s.title,
                "organisation": s.organisation,
                "date": str(s.date or ""),
                "url": s.url or "",
            }
            for s in library.sources_of(section)
        ],
        "figures": list(frequencies(paragraphs))[:MOST_FIGURES],
        # Who asks for more of the same has just seen them.
        "pictures": [_drawing(library, p) for p in library.pictures_of(section.address)] if part == "brief" else [],
    }


def frequencies(paragraphs: list[str]) -> Iterator[dict[str, Any]]:
    """Yield each natural frequency told in some paragraphs: how many of how many, and the sentence that says so.

    `up_to` is the upper end of a range, or the count itself. A number that cannot be a share ("12 of 10") is none;
    nor is the rest of a share just told ("that means 70 of 100 do not"): one picture shows both.
    """
    seen: set[tuple[str, int, int]] = set()
    before = 0
    for sentence in (sentence for paragraph in paragraphs for sentence in sentences(paragraph)):
        for match in _FREQUENCY.finditer(sentence):
            count, of = int(match["low"]), int(match["of"])
            up_to = int(match["high"] or count)
            if not 0 < count <= up_to <= of or (sentence, count, of) in seen or before + count == of:
                continue
            seen.add((sentence, count, of))
            before = count
            yield {"count": count, "up_to": up_to, "of": of, "words": _ITEM.sub("", sentence, count=1)}


def _block(library: Library, paragraph: str, seen: set[str]) -> dict[str, Any]:
    """Return a paragraph as a text or a list, each line in pieces; `seen` holds the terms met before."""
    lines = paragraph.split("\n")
    items = [line for line in lines if _ITEM.match(line)]
    kind = "list" if len(items) == len(lines) else "text"
    shown = (_ITEM.sub("", line, count=1) if kind == "list" else line for line in lines)
    return {"kind": kind, "lines": [[_piece(p) for p in pieces(line, library.terms, seen)] for line in shown]}


def _drawing(library: Library, picture: Any) -> dict[str, str]:
    told = {"id": picture.id, "title": picture.title, "alt": picture.alt, "url": f"/pictures/{picture.id}.svg"}
    return {**told, "description": plain(library.fill(picture.description))}


def _piece(piece: Piece) -> dict[str, Any]:
    term = piece.term
    if term is None:
        return {"text": piece.text}
    told = {"id": term.id, "term": term.term, "say": term.say, "meaning": term.meaning, "more": term.more}
    return {"text": piece.text, "term": told}
