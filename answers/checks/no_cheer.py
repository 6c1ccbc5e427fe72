"""No cheer and no war words: nobody loses a battle, fails a treatment, or is told how to feel."""

from __future__ import annotations

import re
from collections.abc import Iterator

from answers.errors import Problem
from answers.library import Library
from answers.words import plain

# By a stem that stands in all of them: the words, and what to say instead. Cells may fight an infection.
_PEOPLE = r"(?:you|he|she|they|we|who|people|patients?|person)"
_TREATMENT = r"(?:treatments?|therap(?:y|ies)|chemo\w*|immunotherapy|drugs?|medicines?)"
_CELLS_DO = r"(?! (?:off )?(?:an? |the )?(?:\w+ )?(?:infections?|germs|viruses)\b)"
_KIN = r"(?:battle|fight|war|life|lives|husband|wife|partner|mother|father|parent|child|loved)"
INSTEAD = {
    "battl": (r"battl(?:es?|ed|ing)", "name the thing: treatment, illness, living with cancer"),
    "fight": (rf"fight(?:s|ing|ers?)?\b{_CELLS_DO}", "name the thing: treat, slow, attack, live with"),
    "fought": (rf"fought\b{_CELLS_DO}", "name the thing: treated, lived with"),
    "journey": (r"journeys?", 'say "trip" for the road, else treatment or illness'),
    "brave": (r"brave(?:ly|ry|r|st)?", "say what the person does"),
    "positive": (
        r"(?:stay|keep|think)(?:ing|s)? (?:\w+ )?positive|positive (?:thinking|attitude|outlook)",
        "feelings are no duty; say what may help",
    ),
    "worry": (
        r"(?:do not|don['’]?t|never|try not to|no need to|not have to) (?:\w+ )?worry",
        "say what is known, and whom to ask",
    ),
    "question": (r"(?:great|good|excellent) question", "answer it"),
    "fail": (
        rf"{_PEOPLE} (?:has |have |had )?fail(?:ed|s)?|failed (?:\w+[ -]){{0,2}}?{_TREATMENT}"
        rf"|{_TREATMENT} (?:has |have |had )?failed",
        'say "the treatment stopped working"',
    ),
    "away": (r"pass(?:ed|es|ing)? away", 'say "died"'),
    "lost": (rf"lost (?:the|(?:an?|his|her|their) (?:\w+ )?{_KIN})", 'say "died", or name what went'),
}
_WORDS = {stem: (re.compile(rf"\b(?:{words})\b", re.IGNORECASE), say) for stem, (words, say) in INSTEAD.items()}


def check(library: Library) -> Iterator[Problem]:
    """Yield each such word in what a patient reads: sections and notices."""
    for section in (*library.passages(), *library.descriptions()):
        for text in (section.brief, section.more, section.next_step):
            for words, instead in cheer(text):
                message = f'"{section.aspect}" says "{words}"; {instead}'
                yield Problem(library.path_of(section), section.line, message)
    for notice in library.notices.values():
        for words, instead in cheer(notice.text):
            yield Problem(f"{library.folder}/notices/{notice.id}.md", 1, f'says "{words}"; {instead}')


def cheer(text: str) -> Iterator[tuple[str, str]]:
    """Yield the words of war or of cheer in a text, each with what to say instead."""
    lower = text.lower()
    for stem, (words, instead) in _WORDS.items():
        if stem in lower:
            yield from ((match[0], instead) for match in words.finditer(plain(text)))
