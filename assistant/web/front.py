"""What stands on every page whatever else fails: the clinic's numbers and the words around them.

It is read in milliseconds and needs neither the model nor the rest of the library, so the first page is
there while both are still loading.
"""

from __future__ import annotations

from collections import ChainMap
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from answers.clinic import Clinic, read_clinic
from answers.errors import ContentError
from answers.interface import read_words
from answers.library import REFERENCE, Library, read_notice_alone
from assistant.web.tel import tel

RIGHT_TO_LEFT = frozenset({"ar", "dv", "fa", "he", "ku", "ps", "sd", "ug", "ur", "yi"})
Words = Mapping[str, str]


@dataclass(frozen=True)
class Front:
    """The clinic and the words of the interface in one language."""

    language: str
    clinic: Clinic
    welcome: tuple[str, ...]
    failure: tuple[str, ...]
    surfaces: Mapping[str, Words]

    @classmethod
    def read(cls, content: Path, language: str) -> Front:
        """Read it from disk; what a language does not say yet is said in the reference language.

        Raises:
            ContentError: if the clinic or one of the two notices cannot be read.
        """
        clinic, problems = read_clinic(content, content.name)
        if clinic is None:
            raise ContentError(problems)
        own, reference = (_surfaces(content / name / "interface") for name in (language, REFERENCE))
        return cls(
            language=language,
            clinic=clinic,
            welcome=_paragraphs(read_notice_alone(content, language, "welcome")),
            failure=_paragraphs(read_notice_alone(content, language, "failure")),
            surfaces={name: {**reference.get(name, {}), **own.get(name, {})} for name in own.keys() | reference.keys()},
        )

    def of(self, library: Library) -> Front:
        """Return the front as a library has it now; a word it has lost stays as it was read."""
        surfaces = {name: ChainMap(dict(words), dict(self.words(name))) for name, words in library.interface.items()}
        return Front(
            language=library.language,
            clinic=library.clinic,
            welcome=_paragraphs(library.notice("welcome")),
            failure=_paragraphs(library.notice("failure")),
            surfaces={**self.surfaces, **surfaces},
        )

    def words(self, surface: str) -> Words:
        """Return the words of a surface, by name; none if there is no such surface."""
        return self.surfaces.get(surface, {})

    @property
    def direction(self) -> str:
        """`ltr` or `rtl`."""
        return "rtl" if self.language.partition("-")[0] in RIGHT_TO_LEFT else "ltr"

    @property
    def emergency_tel(self) -> str:
        """The link that dials the first emergency number, or nothing."""
        return tel(self.clinic.emergency, fewest=2)

    @property
    def crisis_tel(self) -> str:
        """The link that dials the crisis line, or nothing."""
        return tel(self.clinic.crisis)

    @property
    def nurse_tel(self) -> str:
        """The link that dials the nurse line, or nothing."""
        return tel(self.clinic.nurse_line)

    def told(self, name: str) -> list[str]:
        """Return what to show when something cannot be done: why, if there are words for it, and the numbers."""
        why = self.words("pages").get(name)
        # The first paragraph of the notice says that something went wrong; the others hold the numbers.
        return [why, *(self.failure[1:] or self.failure)] if why else list(self.failure)


def _surfaces(folder: Path) -> dict[str, dict[str, str]]:
    """Return the words of each file of a folder; a file that cannot be read has none (`make check` says why)."""
    return {path.stem: read_words(path, path.name)[0] for path in sorted(folder.glob("*.yml"))}


def _paragraphs(text: str) -> tuple[str, ...]:
    return tuple(filter(None, (paragraph.strip() for paragraph in text.split("\n\n"))))
