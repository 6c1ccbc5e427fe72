"""One teaching picture: a drawing of ours, the words of it for whoever cannot see it, and the answers it stands beside.

A drawing is looked through before anybody's browser draws it: only shapes and words, and nothing from elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

from answers.document import read_yaml
from answers.errors import Problem, nearest
from answers.topic import Section
from answers.words import cited, plain

FIELDS = {
    "title": "What the picture is of, in a few words.",
    "alt": "What is to be seen, in one sentence for whoever cannot see it.",
    "description": "What the picture tells, in two to five sentences with their fact ids.",
    "topics": "Addresses of the answers it is shown with.",
}
ALT = 125
"""The most characters of an `alt`: some screen readers cut off what is longer."""
ASPECT = "description"
_SHAPES = frozenset(
    {"svg", "title", "desc", "defs", "g", "use", "symbol", "marker", "clipPath", "text", "tspan"}
    | {"path", "circle", "ellipse", "rect", "line", "polyline", "polygon"}
)
"""No drawing needs more; scripts, styles, pages, pictures and movements inside it stay out."""
_SVG = "{http://www.w3.org/2000/svg}"
_ELSEWHERE = re.compile(r"url\((?!#)", re.IGNORECASE)


@dataclass(frozen=True)
class Picture:
    """A picture, what it shows, the facts behind it, and the addresses it is shown with."""

    id: str
    path: str
    title: str
    alt: str
    description: str
    facts: tuple[str, ...]
    shown_with: tuple[str, ...]
    drawing: str = ""
    """The SVG beside the file, or nothing if there is none."""

    @property
    def shown(self) -> str:
        """The description as a reader sees it, without fact ids."""
        return plain(self.description)

    @property
    def section(self) -> Section:
        """The description as a passage, so that the rules about words hold for it."""
        return Section(f"picture/{self.id}", ASPECT, "", self.description, "", "", 1)


def read_picture(path: Path, shown: str) -> tuple[Picture | None, list[Problem]]:
    """Return one picture file with the drawing beside it, or None with everything that is wrong in the file."""
    data, problems = read_yaml(path, shown)
    problems = problems or [Problem(shown, 1, message) for message in _wrong(data)]
    if problems:
        return None, problems
    drawn = path.with_suffix(".svg")
    title, alt, description = (str(data[name]).strip() for name in ("title", "alt", "description"))
    return Picture(
        id=path.stem,
        path=shown,
        title=title,
        alt=alt,
        description=description,
        facts=cited(description),
        shown_with=tuple(map(str, data["topics"])),
        drawing=drawn.read_text(encoding="utf-8", errors="replace") if drawn.exists() else "",
    ), []


def faults(picture: Picture) -> Iterator[str]:
    """Yield what is wrong with a picture's drawing."""
    if not picture.drawing:
        yield f'has no drawing beside it: "{picture.id}.svg"'
        return
    try:
        root = ElementTree.fromstring(picture.drawing)
    except ElementTree.ParseError as error:
        yield f"the drawing cannot be read as XML: {error}"
        return
    if "<!" in picture.drawing.replace("<!--", "") or "<?" in picture.drawing:
        yield "the drawing declares something before or besides its shapes; only elements and comments may stand there"
    if root.tag != f"{_SVG}svg" or not root.get("viewBox"):
        yield "the drawing is no <svg> with a viewBox, so it cannot grow and shrink"
    for name, words in (("title", picture.title), ("desc", picture.alt)):
        if (root.findtext(f"{_SVG}{name}") or "").strip() != words:
            yield f'the <{name}> of the drawing is not "{words}"'
    for element in root.iter():
        yield from _strange(element)


def _strange(element: ElementTree.Element) -> Iterator[str]:
    """Yield what a drawing may not hold: other elements, styles, what runs, and whatever leads elsewhere."""
    name = str(element.tag).removeprefix(_SVG)
    if name not in _SHAPES:
        yield f"the drawing holds <{name}>"
    for key, value in element.attrib.items():
        attribute = key.rpartition("}")[2]
        if attribute.lower().startswith("on") or attribute in ("style", "src", "base"):
            yield f'<{name}> of the drawing has "{attribute}"'
        if (attribute == "href" and not value.startswith("#")) or _ELSEWHERE.search(value):
            yield f'<{name}> of the drawing leads elsewhere: "{value}"'


def _wrong(data: Any) -> Iterator[str]:
    if not isinstance(data, dict):
        yield "is no list of fields"
        return
    for name in data.keys() - FIELDS.keys():
        yield f'unknown field "{name}"{nearest(name, FIELDS)}'
    for name in FIELDS:
        if not data.get(name):
            yield f'the field "{name}" is missing: {FIELDS[name]}'
    if len(str(data.get("alt") or "")) > ALT:
        yield f'"alt" has {len(str(data["alt"]))} characters, {ALT} at most; tell the rest in "description"'
    if not isinstance(data.get("topics") or [], list):
        yield '"topics" is not a list'
