"""The library: all topics, facts, notices and signs, read once and held against each other."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, TypeVar, cast

from answers import readings, signatures, stops
from answers.clinic import PLACEHOLDERS, Clinic, read_clinic
from answers.document import read_yaml
from answers.errors import ContentError, NoAnswer, Problem, Withheld, nearest
from answers.evidence import Fact, Source, read_facts, read_sources
from answers.feeling import Feeling, read_feeling
from answers.interface import read_words
from answers.myth import Myth, read_myth
from answers.notice import Notice, read_notice
from answers.picture import Picture, read_picture
from answers.script import Script, read_script
from answers.shared import Shared, read_shared
from answers.sign import Sign, read_sign
from answers.signatures import Signature
from answers.term import Term, read_terms
from answers.together import picture_problems, problems_together, section_problems, title_problems
from answers.topic import Section, Topic, read_topic

REVIEWS = ("draft", "source-checked", "signed-off", "expired")
REFERENCE = "en"
"""The language that others are translated from; it alone holds signs, context and readings."""
Kept = TypeVar("Kept")
_PLACEHOLDER = re.compile(r"\{\{ clinic\.([a-z_]+) \}\}")


@dataclass(frozen=True)
class Library:
    """Everything the guide may say in one language."""

    root: str
    language: str
    aspects: Mapping[str, str]
    labels: Mapping[str, Any]
    topics: Mapping[str, Topic]
    facts: Mapping[str, Fact]
    sources: Mapping[str, Source]
    notices: Mapping[str, Notice]
    signs: Mapping[str, Sign]
    cues: Mapping[str, list[str]]
    clinic: Clinic
    myths: Mapping[str, Myth] = field(default_factory=dict)
    feelings: Mapping[str, Feeling] = field(default_factory=dict)
    terms: Mapping[str, Term] = field(default_factory=dict)
    scripts: Mapping[str, Script] = field(default_factory=dict)
    readings: Mapping[str, str] = field(default_factory=dict)
    signatures: Mapping[str, Signature] = field(default_factory=dict)
    stops: Mapping[str, str] = field(default_factory=dict)
    interface: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """The words around the answers, by surface: the widget, the pages, the console."""
    pictures: Mapping[str, Picture] = field(default_factory=dict)
    withheld: Mapping[str, str] = field(default_factory=dict)
    """Why each unsound topic or address is not served, when the rest is."""
    _hashes: dict[str, str] = field(init=False, default_factory=dict, repr=False, compare=False)
    """Made anew with each library: with other sections at an address, the hash is another."""

    @classmethod
    def load(cls, folder: Path, language: str = REFERENCE, *, strict: bool = True) -> Library:
        """Read all content under a folder.

        Not strict, topics and sections with a problem are withheld and the rest is served; what everything
        stands on (the clinic, notices, signs, aspects) must be whole all the same.

        Raises:
            ContentError: if anything is wrong anywhere; all of it is listed.
        """
        reader = _Reader(folder, language)
        library = reader.read()
        if strict:
            problems = reader.problems or list(problems_together(library))
            if problems:
                raise ContentError(problems)
            return library
        if reader.fatal:
            raise ContentError(reader.fatal)
        return _sound(library, reader.problems)

    @property
    def folder(self) -> str:
        """The language's folder as an author knows it, e.g. `content/en`."""
        return f"{self.root}/{self.language}"

    def topic(self, topic_id: str) -> Topic:
        """Return a topic; raises NoAnswer if there is none of that id, Withheld if it is unsound."""
        if topic_id in self.withheld:
            raise Withheld(f'"{topic_id}" is withheld: {self.withheld[topic_id]}')
        try:
            return self.topics[topic_id]
        except KeyError:
            raise NoAnswer(f'no topic "{topic_id}"{nearest(topic_id, self.topics)}') from None

    def section(self, address: str) -> Section:
        """Return the section at an address such as `drug/sunitinib#side-effects`.

        Raises:
            Withheld: if it is stopped, unsound, or unsigned where the clinic serves only what is signed.
            NoAnswer: if nothing is filed there.
        """
        topic_id, _, aspect = address.partition("#")
        address = f"{topic_id}#{aspect or 'overview'}"
        for known in (address, topic_id):
            if known in self.stops:
                raise Withheld(f'"{known}" is stopped: {self.stops[known]}')
        if address in self.withheld:
            raise Withheld(f'"{address}" is withheld: {self.withheld[address]}')
        sections = self.topic(topic_id).sections
        try:
            section = sections[aspect or "overview"]
        except KeyError:
            raise NoAnswer(f'"{topic_id}" says nothing on "{aspect}"{nearest(aspect, sections)}') from None
        if self.clinic.only_signed and self.review(section) != "signed-off":
            raise Withheld(f'"{address}" is not signed by the clinic')
        return section

    def sections(self) -> Iterator[Section]:
        """Yield every section, topic by topic."""
        for topic in self.topics.values():
            yield from topic.sections.values()

    def passages(self) -> Iterator[Section]:
        """Yield everything that is written for readers: the sections, and the corrections of myths."""
        yield from self.sections()
        yield from (myth.section for myth in self.myths.values())

    def descriptions(self) -> Iterator[Section]:
        """Yield what every picture tells, each as a passage without a next step."""
        yield from (picture.section for picture in self.pictures.values())

    def pictures_of(self, address: str) -> list[Picture]:
        """Return the pictures shown with the answer at an address; a topic's own address is that of its overview."""
        topic_id, _, aspect = address.partition("#")
        wanted = f"{topic_id}#{aspect or 'overview'}"
        return [picture for picture in self.pictures.values() if wanted in picture.shown_with]

    def path_of(self, section: Section) -> str:
        """Return the file a section stands in, as its author knows it."""
        if self.is_myth(section):
            return self.myths[section.topic.partition("/")[2]].path
        if section.topic.startswith("picture/"):
            return self.pictures[section.topic.partition("/")[2]].path
        return self.topics[section.topic].path

    def is_myth(self, section: Section) -> bool:
        """Return whether a section is the correction of a myth."""
        return section.topic.startswith("myth/")

    def knows(self, address: str) -> bool:
        """Return whether a topic or a section is filed at an address, served or not."""
        topic_id, _, aspect = address.partition("#")
        topic = self.topics.get(topic_id)
        return topic is not None and (not aspect or aspect in topic.sections)

    def facts_of(self, section: Section) -> list[Fact]:
        """Return the facts a section cites, in order."""
        return [self.facts[fact] for fact in section.facts]

    def sources_of(self, section: Section) -> list[Source]:
        """Return the sources behind a section, each once, in the order of its facts."""
        ids = dict.fromkeys(source for fact in self.facts_of(section) for source in fact.sources)
        return [self.sources[source] for source in ids]

    def review(self, section: Section, today: datetime.date | None = None) -> str:
        """Return the state of a section's review, one of REVIEWS.

        `signed-off`: a reviewer of the clinic signed these very words, not too long ago; `expired`: too long
        ago. `source-checked`: every fact behind it is verified, and a second reader found each sentence in its
        facts. Otherwise, and for a whole topic that is marked so, `draft`.
        """
        topic = self.topics.get(section.topic)
        if topic and topic.draft:
            return "draft"
        signature = self.signatures.get(section.address)
        if signature and signature.hash == self.hash(section):
            return "signed-off" if (today or datetime.date.today()) < signature.expires else "expired"
        verified = all(fact.is_verified for fact in self.facts_of(section))
        return "source-checked" if verified and self.is_read(section) else "draft"

    def is_read(self, section: Section) -> bool:
        """Return whether a second reader found each sentence of these very words in its facts."""
        return self.readings.get(section.address) == self.hash(section)[: readings.DIGITS]

    def hash(self, section: Section) -> str:
        """Return the SHA-256 (hex) over a section's words, the claims behind them and their sources."""
        if section.address not in self._hashes:
            claims = {fact.id: f"{fact.claim} <{', '.join(fact.sources)}>" for fact in self.facts_of(section)}
            self._hashes[section.address] = section.hash(claims)
        return self._hashes[section.address]

    def notice(self, notice_id: str, **values: object) -> str:
        """Return a notice in words, with the clinic's numbers in it."""
        return self.notices[notice_id].render(self.clinic, **values)

    def disclaimer(self, family: str) -> str:
        """Return the disclaimer of a family of topics."""
        own = f"disclaimers/{family}"
        return self.notice(own if own in self.notices else "disclaimers/default")

    def fill(self, text: str) -> str:
        """Return a section's text with the clinic's placeholders filled in."""
        return _PLACEHOLDER.sub(lambda match: str(getattr(self.clinic, match[1])), text)


def read_notice_alone(folder: Path, language: str, notice_id: str) -> str:
    """Return one notice in words without reading the rest of the library; raises ContentError."""
    path = folder / language / "notices" / f"{notice_id}.md"
    notice, problems = read_notice(path, path.relative_to(folder.parent).as_posix(), notice_id, PLACEHOLDERS)
    clinic, more = read_clinic(folder, folder.name)
    if notice is None or clinic is None:
        raise ContentError([*problems, *more])
    return notice.render(clinic)


def _sound(library: Library, problems: list[Problem]) -> Library:
    """Return the library without what is unsound, and with the reason for each."""
    prefix = f"{library.folder}/topics/"
    withheld: dict[str, str] = {}
    for problem in [*problems, *title_problems(library)]:
        if problem.path.startswith(prefix):
            topic_id = problem.path.removeprefix(prefix).removesuffix(".md")
            withheld[topic_id] = "; ".join(filter(None, [withheld.get(topic_id), str(problem)]))
    topics = {}
    for topic in library.topics.values():
        if topic.id in withheld:
            continue
        wrong = {a: next(section_problems(topic.path, s, library), None) for a, s in topic.sections.items()}
        withheld |= {f"{topic.id}#{aspect}": str(problem) for aspect, problem in wrong.items() if problem}
        sections = {aspect: section for aspect, section in topic.sections.items() if not wrong[aspect]}
        topics[topic.id] = replace(topic, sections=sections)
    myths = {
        myth.id: myth
        for myth in library.myths.values()
        if next(section_problems(myth.path, myth.section, library), None) is None
    }
    undrawn = {p.path: str(wrong) for p in library.pictures.values() for wrong in picture_problems(p, library)}
    pictures = {picture.id: picture for picture in library.pictures.values() if picture.path not in undrawn}
    others = {problem.path: str(problem) for problem in problems if not problem.path.startswith(prefix)}
    return replace(library, topics=topics, myths=myths, pictures=pictures, withheld={**others, **undrawn, **withheld})


class _Reader:
    """Reads one language folder, collecting every problem on the way."""

    def __init__(self, folder: Path, language: str) -> None:
        self._folder, self._language = folder, language
        self._own = folder / language
        self.problems: list[Problem] = []
        self.fatal: list[Problem] = []
        """The problems of what everything stands on."""

    def read(self) -> Library:
        aspects, labels = self._base_yaml("aspects.yml"), self._base_yaml("labels.yml")
        sources = self._base(read_sources(self._folder / "sources.yml", self._shown(self._folder / "sources.yml")))
        clinic = self._base(read_clinic(self._folder, self._folder.name))
        shared = self._keep(read_shared(self._own / "shared", self._shown(self._own / "shared")))
        whole = self._language == REFERENCE
        return Library(
            root=self._folder.name,
            language=self._language,
            aspects=aspects,
            labels=labels,
            topics=self._topics(aspects, shared),
            facts=self._facts(sources or {}),
            sources=sources or {},
            notices=self._all("notices", "*.md", lambda p, s, i: self._base(read_notice(p, s, i, PLACEHOLDERS))),
            signs=self._all("signs", "*.yml", lambda p, s, _: self._base(read_sign(p, s))),
            cues=self._base_yaml("context.yml") if whole else {},
            clinic=cast(Clinic, clinic),
            myths=self._all("myths", "*.md", lambda p, s, i: self._keep(read_myth(p, s, i))),
            feelings=self._all("feelings", "*.yml", lambda p, s, _: self._keep(read_feeling(p, s))),
            terms=self._terms(),
            scripts=self._all("scripts", "*.yml", lambda p, s, _: self._keep(read_script(p, s))),
            readings=self._one(readings.FILE, readings.read_readings),
            signatures=self._signatures(),
            stops=self._one(stops.FILE, stops.read_stops),
            interface=self._interface(),
            pictures=self._pictures(),
        )

    def _topics(self, aspects: Mapping[str, str], shared: Shared) -> dict[str, Topic]:
        return self._all("topics", "*.md", lambda p, s, i: self._keep(read_topic(p, s, i, aspects, shared)))

    def _terms(self) -> dict[str, Term]:
        return self._one("glossary.yml", read_terms) if (self._own / "glossary.yml").exists() else {}

    def _interface(self) -> dict[str, dict[str, str]]:
        folder = self._own / "interface"
        return {path.stem: self._keep(read_words(path, self._shown(path))) for path in sorted(folder.glob("*.yml"))}

    def _pictures(self) -> dict[str, Picture]:
        for path in sorted((self._own / "pictures").glob("*.svg")):
            if not path.with_suffix(".yml").exists():
                message = f'is a drawing without words; write "{path.stem}.yml" beside it'
                self.problems.append(Problem(self._shown(path), 1, message))
        return self._all("pictures", "*.yml", lambda p, s, _: self._keep(read_picture(p, s)))

    def _signatures(self) -> dict[str, Signature]:
        path = self._folder / signatures.FILE
        return self._keep(signatures.read_signatures(path, self._shown(path), self._language))

    def _one(self, name: str, read: Callable[[Path, str], tuple[Kept, list[Problem]]]) -> Kept:
        """Return what one file of the language folder holds."""
        return self._keep(read(self._own / name, self._shown(self._own / name)))

    def _facts(self, sources: Mapping[str, Source]) -> dict[str, Fact]:
        facts: dict[str, Fact] = {}
        for path in sorted((self._folder / "evidence").glob("*.yml")):
            for fact in self._keep(read_facts(path, self._shown(path), sources)) or ():
                if fact.id in facts:
                    self.problems.append(Problem(self._shown(path), 1, f'the fact "{fact.id}" stands twice'))
                facts[fact.id] = fact
        return facts

    def _all(self, name: str, pattern: str, read: Any) -> dict[str, Any]:
        """Return what every file of a folder holds, by id; a path is an id."""
        root = self._own / name
        ids = {path: path.relative_to(root).with_suffix("").as_posix() for path in sorted(root.rglob(pattern))}
        found = {file_id: read(path, self._shown(path), file_id) for path, file_id in ids.items()}
        return {thing.id: thing for thing in found.values() if thing}

    def _base_yaml(self, name: str) -> dict[str, Any]:
        return self._base(read_yaml(self._own / name, self._shown(self._own / name))) or {}

    def _base(self, result: tuple[Kept, list[Problem]]) -> Kept:
        """Keep what everything else stands on: a problem in it is told in any case."""
        self.fatal += result[1]
        return self._keep(result)

    def _keep(self, result: tuple[Kept, list[Problem]]) -> Kept:
        value, problems = result
        self.problems += problems
        return value

    def _shown(self, path: Path) -> str:
        return path.relative_to(self._folder.parent).as_posix()
