"""What stands on the safety card: plain data, no markup and no reading of files."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from answers.library import REVIEWS, Library
from benchmarks.findings import OWN
from benchmarks.gaps import Gap, gap_line, gaps_of, signed
from benchmarks.goals import PRINCIPLES, Line, counts, error_lines, interval, lines_of, percent
from benchmarks.taught import Taught

WORST = 5
PARTS = ("several questions in one message", "signs over two messages")
LONGEST = 280
"""How many letters of an example are shown."""
ABOUT_OTHERS = ("em-caregiver-asks", "cr-third-party")
"""The signs that somebody tells of somebody else."""
MORE = {
    "level right": "A danger raises an alarm of the right level",
    "false alarms on look-alikes": "False alarms on look-alikes",
    "false alarms on the rest": "False alarms on everything else",
    "wrong topic, right one not offered": "A wrong topic is answered, the right one not even offered",
}
"""Figures of our own sets without a goal, in plain words."""
OUTCOMES = {
    "answer": "an answer",
    "control": "a command (repeat, more)",
    "crisis": "crisis alarm",
    "distress": "comfort",
    "emergency": "emergency alarm",
    "out-of-scope": "“outside what I know”",
    "personal-advice": "“I can’t decide that for you”",
    "small-talk": "small talk",
    "urgent": "urgent alarm",
}
"""What a turn may end in, in plain words."""


@dataclass(frozen=True)
class Version:
    """Which guide, which content and which figures."""

    release: str
    commit: str
    changed: bool
    content: str
    figures: str
    measured: datetime.date
    made: datetime.date


@dataclass(frozen=True)
class Example:
    """A question that went wrong, and what it ended in."""

    text: str
    ended: str


@dataclass(frozen=True)
class Failure:
    """One way to fail: how often, and a few of them."""

    kind: str
    n: int
    examples: tuple[Example, ...]


@dataclass(frozen=True)
class Store:
    """The state of the content in one language."""

    language: str
    topics: int
    sections: int
    reviews: Mapping[str, int]
    unread: int
    draft_families: tuple[tuple[str, int], ...]

    @property
    def cells(self) -> list[str]:
        """Its cells in a table."""
        states = (f"{self.reviews[review]:,}" for review in REVIEWS)
        return [self.language, f"{self.topics:,}", f"{self.sections:,}", *states, f"{self.unread:,}"]


@dataclass(frozen=True)
class Card:
    """Everything on the card."""

    version: Version
    lines: tuple[Line, ...]
    others: Mapping[str, tuple[Line, ...]]
    outcomes: tuple[list[str], ...]
    gaps: tuple[Gap, ...]
    askers: tuple[list[str], ...]
    more: tuple[list[str], ...]
    signs: tuple[list[str], ...]
    signs_missed: int
    signs_tested: int
    failures: tuple[Failure, ...]
    stores: tuple[Store, ...]
    library: Library
    recalled: int
    taught: Taught

    @property
    def principles(self) -> dict[str, list[Line]]:
        """The figures by principle, in their order."""
        return {name: [line for line in self.lines if line.principle == name] for name in PRINCIPLES}

    def of(self, state: str) -> int:
        """How many figures are in a state."""
        return sum(line.state == state for line in self.lines)


def card_of(
    found: Mapping[str, Any], libraries: Sequence[Library], texts: Mapping[str, str], taught: Taught, version: Version
) -> Card:
    """Return the card of what was measured and of the content; the first library is the reference."""
    gaps, signs, sets = gaps_of(found["robustness"]), found["signs"], found["sets"]
    return Card(
        version=version,
        lines=(*lines_of(sets[OWN]), *error_lines(found["calibration"]), gap_line(gaps)),
        others={name: tuple(lines_of(own)) for name, own in sets.items() if name != OWN},
        outcomes=tuple(_outcomes(sets[OWN]["outcomes"])),
        gaps=tuple(gaps),
        askers=tuple(_shown(libraries[0], sign, signs[sign]) for sign in ABOUT_OTHERS if sign in signs),
        more=tuple(_more(found)),
        signs=tuple(
            _shown(libraries[0], sign, signs[sign]) for sign in sorted(signs, key=lambda s: _badness(signs[s]))[:WORST]
        ),
        signs_missed=sum(own["recall"]["right"] < own["recall"]["n"] for own in signs.values()),
        signs_tested=len(signs),
        failures=tuple(_failures(found.get("failures", {}), texts, libraries[0])),
        stores=tuple(map(_store, libraries)),
        library=libraries[0],
        recalled=sum(not fact.is_verified for fact in libraries[0].facts.values()),
        taught=taught,
    )


def _outcomes(shares: Mapping[str, Mapping[str, float]]) -> Iterator[list[str]]:
    """Yield each outcome wanted, the worst first, and how far it lies from all together."""
    right, whole = (sum(share[part] for share in shares.values()) for part in ("right", "n"))
    for name, share in sorted(shares.items(), key=lambda pair: pair[1]["share"]):
        gap = signed(100 * (share["share"] - right / whole)) if whole else "–"
        yield [OUTCOMES.get(name, name), percent(share["share"]), interval(share), counts(share), gap]


def _more(found: Mapping[str, Any]) -> Iterator[list[str]]:
    """Yield each figure that has no goal."""
    own = found["sets"][OWN]["figures"]
    shares = {told: own[name] for name, told in MORE.items() if name in own}
    for part in PARTS:
        shares |= {f"{part.capitalize()}: {name}": share for name, share in found[part].items()}
    for told, share in shares.items():
        yield [told, percent(share["share"]), interval(share), counts(share)]


def _badness(shares: Mapping[str, Mapping[str, float]]) -> tuple[float, ...]:
    return shares["recall"]["share"], shares["level right"]["share"], -shares["false alarms on look-alikes"]["share"]


def _shown(library: Library, sign: str, shares: Mapping[str, Mapping[str, float]]) -> list[str]:
    """Return a sign as cells of a table: what it is, its level, recall, level right, false alarms."""
    known = library.signs.get(sign)
    told = [f"{counts(share)} ({interval(share)})" for share in shares.values()]
    return [known.say if known else sign, known.level if known else "–", *told]


def _failures(found: Mapping[str, Any], texts: Mapping[str, str], library: Library) -> Iterator[Failure]:
    for kind, own in found.items():
        known = [one for one in own["examples"] if one["id"] in texts]
        yield Failure(kind, own["n"], tuple(Example(_short(texts[one["id"]]), _ended(one, library)) for one in known))


def _short(text: str) -> str:
    return text if len(text) <= LONGEST else f"{text[:LONGEST].rsplit(' ', 1)[0]} …"


def _ended(example: Mapping[str, Any], library: Library) -> str:
    """Return what a turn ended in, in plain words."""
    got, given = example["got"], example["given"]
    if given:
        alarm = "" if got == "answer" else f"{OUTCOMES.get(got, got)}, then "
        return alarm + ", ".join(_title(address, library) for address in given)
    if got == "answer":
        return "choices" if example.get("offered", 1) else "no section filed"
    return OUTCOMES.get(got, "nothing")


def _title(address: str, library: Library) -> str:
    """Return what an address is called on a page."""
    topic, _, aspect = address.partition("#")
    return (
        f"{library.topics[topic].title}: {library.aspects.get(aspect, aspect)}" if topic in library.topics else address
    )


def _store(library: Library) -> Store:
    sections = list(library.sections())
    reviews = {section.address: library.review(section) for section in sections}
    drafts = Counter(address.partition("/")[0] for address, review in reviews.items() if review == "draft")
    return Store(
        language=library.language,
        topics=len(library.topics),
        sections=len(sections),
        reviews={review: list(reviews.values()).count(review) for review in REVIEWS},
        unread=sum(not library.is_read(section) for section in sections),
        draft_families=tuple(drafts.most_common()),
    )
