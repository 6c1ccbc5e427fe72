"""What the templates need of a section: its words in blocks, its facts with their sources, its review."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from urllib.parse import quote

from answers.evidence import Fact, Source
from answers.library import Library
from answers.signatures import Signature
from answers.topic import Section
from answers.words import plain

SOON = datetime.timedelta(days=30)
"""A signature that runs out within this time is to be renewed."""
CHANGED, SOON_OVER, WAITING = "changed", "soon", "waiting"
QUEUES = ("draft", "expired", CHANGED, SOON_OVER, WAITING)
"""What is to be reviewed, the most pressing first; `waiting` is sound, and nobody of the clinic signed it yet."""

Block = tuple[str, tuple[str, ...]]
"""A paragraph or a list: `text` or `list`, and its lines."""


@dataclass(frozen=True)
class FactView:
    """A fact and the sources behind it."""

    fact: Fact
    sources: tuple[Source, ...]


@dataclass(frozen=True)
class SectionView:
    """One section, ready to be shown."""

    section: Section
    title: str
    heading: str
    brief: list[Block]
    more: list[Block]
    clinician: list[Block]
    next_step: list[Block]
    facts: list[FactView]
    review: str
    mark: str
    signature: Signature | None
    hash: str
    stopped: str
    is_draft_topic: bool

    @property
    def address(self) -> str:
        """Where it is filed."""
        return self.section.address

    @property
    def has_changed(self) -> bool:
        """Whether it was signed once, and with other words."""
        return self.signature is not None and self.signature.hash != self.hash

    @property
    def review_url(self) -> str:
        """The page on which it is reviewed."""
        return review_url(self.address)

    @property
    def recalled(self) -> int:
        """How many of its facts nobody read in a source."""
        return sum(not view.fact.is_verified for view in self.facts)


def section_view(library: Library, section: Section) -> SectionView:
    """Return what is to be shown of a section."""
    review, topic = library.review(section), library.topics.get(section.topic)
    texts = {name: blocks(library.fill(getattr(section, name))) for name in ("brief", "more", "clinician", "next_step")}
    return SectionView(
        section=section,
        title=title_of(library, section.topic),
        heading=library.aspects.get(section.aspect, ""),
        facts=[fact_view(library, fact.id) for fact in library.facts_of(section)],
        review=review,
        mark=str(library.labels["marks"][review]),
        signature=library.signatures.get(section.address),
        hash=library.hash(section),
        stopped=library.stops.get(section.address) or library.stops.get(section.topic, ""),
        is_draft_topic=bool(topic and topic.draft),
        **texts,
    )


def fact_view(library: Library, fact_id: str) -> FactView:
    """Return a fact with its sources."""
    fact = library.facts[fact_id]
    return FactView(fact, tuple(library.sources[source] for source in fact.sources))


def title_of(library: Library, topic_id: str) -> str:
    """Return the title of a topic or a myth; the id itself if there is none of that id any more."""
    family, _, name = topic_id.partition("/")
    if family == "myth" and name in library.myths:
        return library.myths[name].title
    return library.topics[topic_id].title if topic_id in library.topics else topic_id


def name_of(library: Library, address: str) -> str:
    """Return an address as people call it: its title and heading."""
    topic_id, _, aspect = address.partition("#")
    heading = library.aspects.get(aspect)
    return f"{title_of(library, topic_id)}: {heading}" if heading else title_of(library, topic_id)


def review_url(address: str) -> str:
    """Return the page on which a section is reviewed."""
    return f"/nurse/review/{quote(address.replace('#', '/'))}"


def blocks(text: str) -> list[Block]:
    """Return a text as a reader sees it, in paragraphs and lists."""
    return [block for paragraph in plain(text).split("\n\n") for block in paragraph_blocks(paragraph)]


def paragraph_blocks(paragraph: str) -> list[Block]:
    """Return one paragraph, whose list items stand on lines of their own, in blocks."""
    lines = [line for line in paragraph.split("\n") if line.strip()]
    items = tuple(line[2:].strip() for line in lines if line.startswith(("- ", "* ")))
    rest = tuple(line for line in lines if not line.startswith(("- ", "* ")))
    return [block for block in (("text", rest), ("list", items)) if block[1]]


def queues(library: Library, today: datetime.date) -> dict[str, list[Section]]:
    """Return the sections of each queue of the review; one that changed since it was signed stands only there."""
    found: dict[str, list[Section]] = {queue: [] for queue in QUEUES}
    for section in library.sections():
        queue = _queue_of(library, section, today)
        if queue:
            found[queue].append(section)
    return found


def _queue_of(library: Library, section: Section, today: datetime.date) -> str | None:
    signature, review = library.signatures.get(section.address), library.review(section, today)
    if signature and signature.hash != library.hash(section):
        return CHANGED
    if review == "signed-off":
        return SOON_OVER if signature and signature.expires - today <= SOON else None
    return WAITING if review == "source-checked" else review
