"""The visit list as a PDF, to print or to keep on a phone."""

from __future__ import annotations

import io
from functools import cache
from importlib import metadata
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

from assistant.web.front import Front
from assistant.web.visit_list import VisitList

FONT = "Guide"
UNKNOWN = "\N{WHITE SQUARE}"
"""Stands for a letter that the font has no shape for."""
RULE, NOTES, MARGIN, INSET, FOOT = 22.0, 2, 54.0, 6.0, 76.0
"""In points: between two lines to write on; how many of them; the margin; what stands in from it; the foot."""


def visit_pdf(visit: VisitList, front: Front, today: str) -> bytes:
    """Return a PDF with the questions numbered, lines to write on, and the numbers to call on each page."""
    # Loaded when the first PDF is asked for: it takes half a second and some megabytes.
    from reportlab.lib.pagesizes import A4, LETTER
    from reportlab.platypus import SimpleDocTemplate

    words, held = front.words("pages"), io.BytesIO()
    document = SimpleDocTemplate(
        held,
        pagesize=LETTER if front.clinic.emergency.startswith("911") else A4,
        leftMargin=MARGIN, rightMargin=MARGIN, topMargin=MARGIN, bottomMargin=MARGIN + FOOT,
        title=words["visit"], author=words["title"], subject=words["subtitle"], creator=words["title"],
        lang=front.language,
    )  # fmt: skip

    def foot(canvas: Any, page: Any) -> None:
        _foot(canvas, front, document.pagesize[0], str(page.page))

    document.build(_story(visit, front, today), onFirstPage=foot, onLaterPages=foot)
    return held.getvalue()


def printable(text: str) -> str:
    """Return a text with each letter that the font lacks replaced; spaces and breaks become spaces."""
    known = _font().charToGlyph
    return "".join(" " if c.isspace() else c if ord(c) in known else UNKNOWN for c in text)


def _story(visit: VisitList, front: Front, today: str) -> list[Any]:
    """Return what stands on the pages, from the top."""
    from reportlab.platypus import KeepTogether, Paragraph, Spacer

    words, styles = front.words("pages"), _styles()
    story = [
        Paragraph(_safe(words["visit"]), styles["title"]),
        Paragraph(_safe(f"{words['title']}, {today}"), styles["quiet"]),
        Spacer(1, 6),
        Paragraph(_safe(f"{words['visit_date']}: {'_' * 22}  {words['visit_with']}: {'_' * 22}"), styles["text"]),
        Spacer(1, 10),
    ]
    if not visit.questions:
        story.append(Paragraph(_safe(words["visit_none"]), styles["text"]))
    for place, question in enumerate([*visit.questions, *[""] * visit.empty], start=1):
        asked = Paragraph(f"{place}. {_safe(question)}", styles["question"])
        story.append(KeepTogether([asked, _lines()(NOTES)]))
    if visit.hints:
        story.append(Spacer(1, 14))
        hints = [Paragraph(_safe(hint), styles["hint"], bulletText="–") for hint in visit.hints]
        story.append(KeepTogether([Paragraph(_safe(words["visit_hints"]), styles["heading"]), *hints]))
    return story


def _foot(canvas: Any, front: Front, width: float, page: str) -> None:
    """Draw the numbers to call, and the page's own, at the foot of a page."""
    from reportlab.platypus import Paragraph

    words, clinic = front.words("pages"), front.clinic
    told = [
        words["emergency"].replace("{number}", clinic.emergency),
        words["nurse"].replace("{number}", clinic.nurse_line).replace("{hours}", clinic.hours),
        words["crisis"].replace("{number}", clinic.crisis),
        words["visit_page"].replace("{page}", page),
    ]
    height = MARGIN + FOOT - 12
    canvas.saveState()
    canvas.line(MARGIN + INSET, height, width - MARGIN - INSET, height)
    for line in told:
        paragraph = Paragraph(_safe(line), _styles()["quiet"])
        height -= paragraph.wrap(width - 2 * (MARGIN + INSET), height)[1] + 2
        paragraph.drawOn(canvas, MARGIN + INSET, height)
    canvas.restoreState()


@cache
def _styles() -> dict[str, Any]:
    from reportlab.lib.styles import ParagraphStyle

    _font()
    text = ParagraphStyle("text", fontName=FONT, fontSize=11, leading=16)
    return {
        "text": text,
        "title": ParagraphStyle("title", parent=text, fontSize=19, leading=26),
        "heading": ParagraphStyle("heading", parent=text, fontSize=13, leading=20),
        "question": ParagraphStyle("question", parent=text, spaceBefore=12),
        "hint": ParagraphStyle("hint", parent=text, leftIndent=14, spaceBefore=3),
        "quiet": ParagraphStyle("quiet", parent=text, fontSize=8.5, leading=11.5),
    }


@cache
def _lines() -> Any:
    """Return the class of ruled lines to write on."""
    from reportlab.platypus import Flowable

    class Lines(Flowable):
        """Some ruled lines over the whole width."""

        def __init__(self, count: int) -> None:
            super().__init__()
            self.count = count

        def wrap(self, width: float, _: float) -> tuple[float, float]:
            self.width = width
            return width, self.count * RULE

        def draw(self) -> None:
            self.canv.setLineWidth(0.4)
            for place in range(self.count):
                self.canv.line(0, place * RULE + 2, self.width, place * RULE + 2)

    return Lines


@cache
def _font() -> Any:
    """Return the shapes of the font, which is put into each PDF: then any reader shows it as it was written."""
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont

    font = TTFont(FONT, _font_file())
    pdfmetrics.registerFont(font)
    pdfmetrics.registerFontFamily(FONT, normal=FONT, bold=FONT, italic=FONT, boldItalic=FONT)
    return font.face


def _font_file() -> str:
    """Return DejaVu, which has Greek, Cyrillic and more, where Rasa brought it along; else ReportLab's own Vera."""
    try:
        found = metadata.distribution("matplotlib").locate_file("matplotlib/mpl-data/fonts/ttf/DejaVuSans.ttf")
    except metadata.PackageNotFoundError:
        return "Vera.ttf"
    return str(found) if Path(str(found)).is_file() else "Vera.ttf"


def _safe(text: str) -> str:
    """Return a text as ReportLab's paragraphs read it: all of it words, none of it markup."""
    return escape(printable(text))
