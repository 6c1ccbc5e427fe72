"""The library: all topics, facts, notices and signs, read once and held against each other."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar, cast

from answers.clinic import PLACEHOLDERS, Clinic, read_clinic
from answers.document import read_yaml
from answers.errors import ContentError, NoAnswer, Problem, nearest
from answers.evidence import Fact, Source, read_facts, read_sources
from answers.notice import Notice, read_notice
from answers.sign import Sign, read_sign
from answers.topic import Section, Topic, read_topic

REVIEWS = ("draft", "source-checked", "signed-off", "expired")
Kept = TypeVar("Kept")
_BRACES = re.compile(r"\{[{%#].*?[}%#]\}|\{\{|\}\}")
_PLACEHOLDER = re.compile(r"\{\{ clinic\.([a-z_]+) \}\}")


@dataclass(frozen=True)
class Library:
    """Everything the guide may say in one language."""

    language: str
    aspects: Mapping[str, str]
    topics: Mapping[str, Topic]
    facts: Mapping[str, Fact]
    sources: Mapping[str, Source]
    notices: Mapping[str, Notice]
    signs: Mapping[str, Sign]
    cues: Mapping[str, list[str]]
    clinic: Clinic

    @classmethod
    def load(cls, folder: Path, language: str = "en") -> Library:
        """Read all content under a folder.

        Raises:
            ContentError: if anything is wrong anywhere; all of it is listed.
        """
        reader = _Reader(folder, language)
        library = reader.read()
        problems = reader.problems or list(_cross_problems(library))
        if problems:
            raise ContentError(problems)
        return library

    def topic(self, topic_id: str) -> Topic:
        """Return a topic; raises NoAnswer if there is none of that id."""
        try:
            return self.topics[topic_id]
        except KeyError:
            raise NoAnswer(f'no topic "{topic_id}"{nearest(topic_id, self.topics)}') from None

    def section(self, address: str) -> Section:
        """Return the section at an address such as `drug/sunitinib#side-effects`; raises NoAnswer."""
        topic_id, _, aspect = address.partition("#")
        sections = self.topic(topic_id).sections
        try:
            return sections[aspect or "overview"]
        except KeyError:
            raise NoAnswer(f'"{topic_id}" says nothing on "{aspect}"{nearest(aspect, sections)}') from None

    def sections(self) -> Iterator[Section]:
        """Yield every section, topic by topic."""
        for topic in self.topics.values():
            yield from topic.sections.values()

    def facts_of(self, section: Section) -> list[Fact]:
        """Return the facts a section cites, in order."""
        return [self.facts[fact] for fact in section.facts]

    def sources_of(self, section: Section) -> list[Source]:
        """Return the sources behind a section, each once, in the order of its facts."""
        ids = dict.fromkeys(source for fact in self.facts_of(section) for source in fact.sources)
        return [self.sources[source] for source in ids]

    def review(self, section: Section) -> str:
        """Return `source-checked` when every fact behind a section is verified, else `draft`."""
        return "source-checked" if all(fact.is_verified for fact in self.facts_of(section)) else "draft"

    def hash(self, section: Section) -> str:
        """Return the hash of a section's words and the claims behind them."""
        return section.hash({fact.id: fact.claim for fact in self.facts_of(section)})

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


class _Reader:
    """Reads one language folder, collecting every problem on the way."""

    def __init__(self, folder: Path, language: str) -> None:
        self._folder, self._language = folder, language
        self._own = folder / language
        self.problems: list[Problem] = []

    def read(self) -> Library:
        aspects, problems = read_yaml(self._own / "aspects.yml", self._shown(self._own / "aspects.yml"))
        self.problems += problems
        aspects = aspects or {}
        sources = (
            self._keep(read_sources(self._folder / "sources.yml", self._shown(self._folder / "sources.yml"))) or {}
        )
        clinic = self._keep(read_clinic(self._folder, self._folder.name))
        return Library(
            language=self._language,
            aspects=aspects,
            topics=self._topics(aspects),
            facts=self._facts(sources),
            sources=sources,
            notices=self._notices(),
            signs=self._signs(),
            cues=self._keep(read_yaml(self._own / "context.yml", self._shown(self._own / "context.yml"))) or {},
            clinic=cast(Clinic, clinic),
        )

    def _topics(self, aspects: Mapping[str, str]) -> dict[str, Topic]:
        root = self._own / "topics"
        ids = {path: path.relative_to(root).with_suffix("").as_posix() for path in sorted(root.rglob("*.md"))}
        read = (self._keep(read_topic(path, self._shown(path), name, aspects)) for path, name in ids.items())
        return {topic.id: topic for topic in read if topic}

    def _facts(self, sources: Mapping[str, Source]) -> dict[str, Fact]:
        facts: dict[str, Fact] = {}
        for path in sorted((self._folder / "evidence").glob("*.yml")):
            for fact in self._keep(read_facts(path, self._shown(path), sources)) or ():
                if fact.id in facts:
                    self.problems.append(Problem(self._shown(path), 1, f'the fact "{fact.id}" stands twice'))
                facts[fact.id] = fact
        return facts

    def _notices(self) -> dict[str, Notice]:
        root = self._own / "notices"
        ids = {path: path.relative_to(root).with_suffix("").as_posix() for path in sorted(root.rglob("*.md"))}
        read = (self._keep(read_notice(path, self._shown(path), name, PLACEHOLDERS)) for path, name in ids.items())
        return {notice.id: notice for notice in read if notice}

    def _signs(self) -> dict[str, Sign]:
        paths = sorted((self._own / "signs").glob("*.yml"))
        read = (self._keep(read_sign(path, self._shown(path))) for path in paths)
        return {sign.id: sign for sign in read if sign}

    def _keep(self, result: tuple[Kept, list[Problem]]) -> Kept:
        value, problems = result
        self.problems += problems
        return value

    def _shown(self, path: Path) -> str:
        return path.relative_to(self._folder.parent).as_posix()


def _cross_problems(library: Library) -> Iterator[Problem]:
    """Yield what only shows when the files are held against each other."""
    for topic in library.topics.values():
        for other in topic.related:
            if other not in library.topics:
                yield Problem(topic.path, 1, f'related topic "{other}" does not exist{nearest(other, library.topics)}')
        if "overview" not in topic.sections:
            yield Problem(topic.path, 1, "has no overview")
        for section in topic.sections.values():
            yield from _section_problems(topic, section, library)
    for fact in library.facts.values():
        if fact.aspect not in library.aspects:
            yield Problem("content/evidence", 1, f'fact "{fact.id}": unknown aspect "{fact.aspect}"')
    for sign in library.signs.values():
        if sign.id not in library.facts:
            yield Problem(f"content/{library.language}/signs/{sign.id}.yml", 1, "has no fact of the same id behind it")
    yield from _name_problems(library)


def _section_problems(topic: Topic, section: Section, library: Library) -> Iterator[Problem]:
    for fact in section.facts:
        if fact not in library.facts:
            message = f'"{section.aspect}" cites an unknown fact "{fact}"{nearest(fact, library.facts)}'
            yield Problem(topic.path, section.line, message)
    for match in _BRACES.finditer(section.text):
        inner = _PLACEHOLDER.fullmatch(match[0])
        if not inner or inner[1] not in PLACEHOLDERS:
            known = ", ".join(f"{{{{ clinic.{name} }}}}" for name in sorted(PLACEHOLDERS))
            yield Problem(topic.path, section.line, f'"{match[0]}" is no placeholder; known: {known}')


def _name_problems(library: Library) -> Iterator[Problem]:
    """Yield titles that two topics share: choices offered by title must tell them apart."""
    seen: dict[str, str] = {}
    for topic in library.topics.values():
        key = topic.title.lower()
        if key in seen:
            yield Problem(topic.path, topic_line(topic), f'the title "{topic.title}" is also that of {seen[key]}')
        seen[key] = topic.id


def topic_line(topic: Topic) -> int:
    """Return the line an author should look at for a problem of the whole topic."""
    return 2 if topic.title else 1
