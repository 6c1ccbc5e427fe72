"""The figures of the content report: plain data, no markup and no reading of files."""

from __future__ import annotations

import datetime
import math
from collections.abc import Mapping
from dataclasses import dataclass
from statistics import median

from answers.evidence import Fact, Source
from answers.script import Script
from answers.term import Term

SHOWN = 15
GRADE_LIMIT = 8


@dataclass(frozen=True)
class SectionFigures:
    """One section; `words` has the length of each sentence a patient reads in it."""

    address: str
    aspect: str
    title: str
    heading: str
    review: str
    grade: float
    sentences: tuple[int, ...]
    facts: int

    @property
    def words(self) -> int:
        """How many words a patient reads in it."""
        return sum(self.sentences)

    @property
    def anchor(self) -> str:
        """Its address as the id of an element on a page."""
        return self.address.replace("/", ".").replace("#", ".")


@dataclass(frozen=True)
class TopicFigures:
    """One topic, with a cell for each aspect of the library: its section, or None."""

    id: str
    title: str
    cells: tuple[SectionFigures | None, ...]


@dataclass(frozen=True)
class Family:
    """The topics of one folder."""

    name: str
    topics: tuple[TopicFigures, ...]


@dataclass(frozen=True)
class GradeBin:
    """How many sections have a grade over `low` and up to `high`."""

    low: int
    high: int
    count: int

    @property
    def is_over(self) -> bool:
        """Whether these sections are harder than the limit."""
        return self.low >= GRADE_LIMIT


@dataclass(frozen=True)
class ReviewDay:
    """The topics last reviewed on one day."""

    day: datetime.date
    age: int
    titles: tuple[str, ...]


@dataclass(frozen=True)
class Draft:
    """A section that is a draft, and the recalled facts behind it; without any, it is one for another reason."""

    section: SectionFigures
    recalled: tuple[Fact, ...]


@dataclass(frozen=True)
class FamilyFacts:
    """The facts of one family, and the ids of those that nobody cites."""

    name: str
    facts: int
    uncited: tuple[str, ...]


@dataclass(frozen=True)
class CitedSource:
    """A source, the cited facts it stands behind, and the sections that rest on it."""

    source: Source
    facts: int
    sections: int


@dataclass(frozen=True)
class MythFigures:
    """A myth, the words that correct it, and the state of their review."""

    title: str
    correction: str
    review: str


@dataclass(frozen=True)
class Report:
    """Everything on the page; shares are percentages, rounded down so that 100 means all."""

    made: datetime.date
    language: str
    aspects: Mapping[str, str]
    families: tuple[Family, ...]
    sections: tuple[SectionFigures, ...]
    reviews: Mapping[str, int]
    grades: tuple[GradeBin, ...]
    days: tuple[ReviewDay, ...]
    drafts: tuple[Draft, ...]
    facts: tuple[FamilyFacts, ...]
    cited: int
    cited_verified: int
    sources: int
    most_cited: tuple[CitedSource, ...]
    myths: tuple[MythFigures, ...]
    terms: tuple[Term, ...]
    scripts: tuple[Script, ...]

    @property
    def topics(self) -> int:
        """How many topics there are."""
        return sum(len(family.topics) for family in self.families)

    @property
    def checked_share(self) -> float:
        """The percentage of sections that are source-checked or signed off."""
        return share(self.reviews["source-checked"] + self.reviews["signed-off"], len(self.sections))

    @property
    def verified_share(self) -> float:
        """The percentage of cited facts that are verified."""
        return share(self.cited_verified, self.cited)

    @property
    def grade_median(self) -> float:
        """The grade that half of the sections do not exceed."""
        return round(median(section.grade for section in self.sections), 1) if self.sections else 0.0

    @property
    def sentence_mean(self) -> float:
        """The mean number of words in a sentence that a patient reads."""
        lengths = [length for section in self.sections for length in section.sentences]
        return round(sum(lengths) / len(lengths), 1) if lengths else 0.0

    @property
    def longest(self) -> list[SectionFigures]:
        """The sections with the most words, longest first."""
        return sorted(self.sections, key=lambda section: (-section.words, section.address))[:SHOWN]

    @property
    def hardest(self) -> list[SectionFigures]:
        """The sections with the highest grade, hardest first."""
        return sorted(self.sections, key=lambda section: (-section.grade, section.address))[:SHOWN]


def share(part: int, whole: int) -> float:
    """Return a part as a percentage to one decimal, rounded down; 0 of nothing."""
    return math.floor(1000 * part / whole) / 10 if whole else 0.0
