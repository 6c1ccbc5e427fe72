"""Small truths about our text: where a sentence ends, what a citation looks like, what a reader sees."""

from __future__ import annotations

import re
from collections.abc import Iterator

_ID = r"[a-z0-9][a-z0-9-]*"
CITATION = re.compile(rf"\s*\[({_ID}(?:,\s*{_ID})*)\]")
_LIST_ITEM = re.compile(r"\n\s*[-*]\s+")
_SENTENCE_END = re.compile(rf"[.?!:][\"”')*]*((?:\s*\[{_ID}(?:,\s*{_ID})*\])*)(?=\s+[A-ZÁÉÍÓÚÑ¿¡0-9\"“*(]|\s*$)")
_ABBREVIATION = re.compile(r"\b(?:e\.g|i\.e|Dr|vs|U\.S|St|rev|No)\.$")


def cited(text: str) -> tuple[str, ...]:
    """Return the fact ids cited in a text, each once, in order."""
    ids = (fact for match in CITATION.finditer(text) for fact in re.split(r",\s*", match[1]))
    return tuple(dict.fromkeys(ids))


def plain(text: str) -> str:
    """Return a text as a reader sees it: without fact ids, lines of a paragraph joined, lists kept."""
    bare = CITATION.sub("", text)
    paragraphs = []
    for block in re.split(r"\n\s*\n", bare):
        lines = [line.strip() for line in block.splitlines() if line.strip()]
        joined = ""
        for line in lines:
            joined += ("\n" if re.match(r"[-*]\s", line) else " ") + line
        paragraphs.append(joined.strip())
    return "\n\n".join(paragraph for paragraph in paragraphs if paragraph)


def sentences(text: str) -> Iterator[str]:
    """Yield the sentences and list items of a text, each with its citation."""
    for block in re.split(r"\n\s*\n", _LIST_ITEM.sub("\n\n", "\n" + text)):
        paragraph, start = " ".join(block.split()), 0
        for match in _SENTENCE_END.finditer(paragraph):
            if _ABBREVIATION.search(paragraph[start : match.start() + 1]):
                continue
            yield paragraph[start : match.end()].strip()
            start = match.end()
        if paragraph[start:].strip():
            yield paragraph[start:].strip()


def first_sentence(text: str) -> str:
    """Return the first sentence as a reader sees it."""
    return plain(next(sentences(text), ""))
