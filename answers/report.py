"""The state of the content in figures: what there is, how far it is checked, how hard it is to read.

`answers/pages/report.html.j2` lays them out; the command `answers report` writes the page.
"""

from __future__ import annotations

import datetime
import math
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from answers.figures import (
    GRADE_LIMIT,
    SHOWN,
    CitedSource,
    Draft,
    Family,
    FamilyFacts,
    GradeBin,
    MythFigures,
    Report,
    ReviewDay,
    SectionFigures,
    TopicFigures,
)
from answers.library import REVIEWS, Library
from answers.readability import grade
from answers.topic import Section, Topic
from answers.words import plain, sentences


def report_of(library: Library, made: datetime.date) -> Report:
    """Return the figures of a library as they stand on a day."""
    figures = {section.address: _section(library, section, made) for section in library.sections()}
    reviews = Counter(section.review for section in figures.values())
    cited = _cited(library)
    return Report(
        made=made,
        language=library.language,
        aspects=library.aspects,
        families=tuple(_families(library, figures)),
        sections=tuple(figures.values()),
        reviews={review: reviews[review] for review in REVIEWS},
        grades=tuple(_grades(section.grade for section in figures.values())),
        days=tuple(_days(library.topics.values(), made)),
        drafts=tuple(sorted(_drafts(library, figures), key=lambda draft: len(draft.recalled))),
        facts=tuple(_facts(library, cited)),
        cited=len(cited),
        cited_verified=sum(library.facts[fact].is_verified for fact in cited),
        sources=len(library.sources),
        most_cited=tuple(_most_cited(library, cited)),
        myths=tuple(_myths(library, made)),
        terms=tuple(library.terms.values()),
        scripts=tuple(library.scripts.values()),
    )


def _section(library: Library, section: Section, made: datetime.date) -> SectionFigures:
    texts = (library.fill(text) for text in (section.brief, section.more, section.next_step))
    return SectionFigures(
        address=section.address,
        aspect=section.aspect,
        title=library.topic(section.topic).title,
        heading=library.aspects[section.aspect],
        review=library.review(section, made),
        grade=grade(library, section),
        sentences=tuple(len(plain(sentence).split()) for text in texts for sentence in sentences(text)),
        facts=len(section.facts),
    )


def _families(library: Library, figures: Mapping[str, SectionFigures]) -> Iterator[Family]:
    for name in dict.fromkeys(topic.family for topic in library.topics.values()):
        topics = (topic for topic in library.topics.values() if topic.family == name)
        rows = (
            TopicFigures(topic.id, topic.title, tuple(figures.get(f"{topic.id}#{a}") for a in library.aspects))
            for topic in topics
        )
        yield Family(name, tuple(rows))


def _grades(grades: Iterable[float]) -> Iterator[GradeBin]:
    """Yield bins one grade wide, up to one past the limit at least: an empty bin there says that none is over."""
    counts = Counter(math.ceil(value) for value in grades)
    if counts:
        for high in range(min(*counts, GRADE_LIMIT), max(*counts, GRADE_LIMIT + 1) + 1):
            yield GradeBin(high - 1, high, counts[high])


def _days(topics: Iterable[Topic], made: datetime.date) -> Iterator[ReviewDay]:
    titles: dict[datetime.date, list[str]] = {}
    for topic in topics:
        titles.setdefault(topic.review, []).append(topic.title)
    for day in sorted(titles)[:SHOWN]:
        yield ReviewDay(day, (made - day).days, tuple(titles[day]))


def _drafts(library: Library, figures: Mapping[str, SectionFigures]) -> Iterator[Draft]:
    for section in library.sections():
        if figures[section.address].review == "draft":
            recalled = tuple(fact for fact in library.facts_of(section) if not fact.is_verified)
            yield Draft(figures[section.address], recalled)


def _cited(library: Library) -> set[str]:
    """Return the facts behind anything that is said: sections, signs, myths, terms and scripts."""
    cited = {fact for section in library.sections() for fact in section.facts} | library.signs.keys()
    cited.update(fact for myth in library.myths.values() for fact in myth.section.facts)
    cited.update(fact for term in library.terms.values() for fact in term.facts)
    cited.update(fact for script in library.scripts.values() for step in script.steps for fact in step.facts)
    return cited


def _facts(library: Library, cited: set[str]) -> Iterator[FamilyFacts]:
    by_family: dict[str, list[str]] = {}
    for fact in library.facts.values():
        by_family.setdefault(fact.topic.partition("/")[0], []).append(fact.id)
    for name, ids in sorted(by_family.items()):
        yield FamilyFacts(name, len(ids), tuple(fact for fact in ids if fact not in cited))


def _most_cited(library: Library, cited: set[str]) -> list[CitedSource]:
    facts = Counter(source for fact in cited for source in set(library.facts[fact].sources))
    sections = Counter(source.id for section in library.sections() for source in library.sources_of(section))
    most = sorted(facts, key=lambda source: (-facts[source], -sections[source], source))[:SHOWN]
    return [CitedSource(library.sources[source], facts[source], sections[source]) for source in most]


def _myths(library: Library, made: datetime.date) -> Iterator[MythFigures]:
    for myth in library.myths.values():
        correction = plain(library.fill(myth.section.brief))
        yield MythFigures(myth.title, correction, library.review(myth.section, made))
