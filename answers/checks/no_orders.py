"""We inform and never order: no word tells a person to start, stop, skip or change a medicine or a treatment.

What the care team may decide, what a label says and what the person may ask are no orders. Nor is a call for
safety ("call before you stop"), or what a team has to agree first ("only as your team advises").
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from answers.errors import Problem
from answers.library import Library
from answers.words import plain, sentences

_PHRASED = {"keep": "keep (?:on )?taking", "go": "go (?:on|off)", "come": "come off", "give": "give up"}
_VERBS = (
    *("stop", "quit", "skip", "miss", "start", "begin", "pause", "hold", "halve", "double", "split", "cut", "drop"),
    *("lower", "raise", "reduce", "increase", "adjust", "change", "switch", "swap", "replace", "restart", "resume"),
    *("delay", "postpone", "take", "use", "avoid", "try", "continue", "wean", *_PHRASED),
)
_VERB = rf"(?:{'|'.join(_PHRASED.get(verb, verb) for verb in _VERBS)})"
_MEDICINE = (
    r"(?:medicines?|medications?|meds|drugs?|pills?|tablets?|capsules?|doses?|treatments?|therap(?:y|ies)|immunotherapy"
    r"|chemo(?:therapy)?|radiation|radiotherapy|infusions?|injections?|shots?|inhibitors?|blockers?|steroids?"
    r"|painkillers?|opioids?|antibiotics?|antacids?|antihistamines?|laxatives?|thinners?|supplements?|vitamins?"
    r"|ibuprofen|naproxen|aspirin|nsaids?|acetaminophen|paracetamol|tylenol|loperamide|imodium|morphine|prednisone"
    r"|\w{3,}(?:inib|mab|limus|tifan|dronate))"
)
_BETWEEN = (
    r"(?:(?!(?:when|if|because|so|that|to|who|which|for|until|while|before|after|of|enough|list|photo|note)\b)"
    r"[\w'-]+ ){0,4}?"
)
_NOT_IT = (
    r"(?! (?:\w+ ){0,3}?(?:cards?|lists?|diary|names?|bottles?|leaflets?|calendar|schedule|are|is|was|were|can)\b)"
)
_ACT = (
    r"(?:(?:stop|quit|start|begin|keep|avoid|try) (?:taking|using|having)\b"
    rf"|{_VERB} (?:down |off |out |up |on |back |to )?{_BETWEEN}{_MEDICINE}\b{_NOT_IT})"
)
_LEAD = (
    r"(?:(?:please|just|then|so|but|and|also|first|simply|instead|always|never|only|do not|don't|better|consider)\s+)*"
)
_CARE = r"(?:rest|call|phone|ring|tell|ask|eat|drink|lie|sit|wait|see|check|stay|relax|write|go)"
_MUST = (
    r"(?:should|must|need to|have to|ought to|had better|are to|will want to)(?: \w+ly| not| never| just| now| also)*"
)
_ORDER = re.compile(
    rf"^\W*{_LEAD}{_ACT}"
    rf"|^\W*{_LEAD}{_CARE}\b(?:(?! you\b).)* (?:and|or) {_LEAD}{_ACT}"
    rf"|\byou {_MUST} {_ACT}"
    r"|\byou (?:can|may|could) (?:\w+ly |just )*(?:skip|halve|double|split|drop|cut|pause)"
    rf" {_BETWEEN}{_MEDICINE}\b"
    rf"|\b(?:best|better|safest|safe|fine|ok|okay|wise|time) (?:to|if you) (?:not )?{_ACT}"
    rf"|{_MEDICINE} (?:should|must|needs? to|has to|have to) (?:not )?be"
    r" (?:stopped|skipped|paused|doubled|halved|lowered|raised|changed|started)",
    re.IGNORECASE,
)
_AGREED = re.compile(
    r"\b(?:as|unless|until|if|only|once|what|whatever|when) (?:\w+ ){0,3}?"
    r"(?:prescribed|planned|directed|told|advised|agreed|instructed)\b"
    r"|\b(?:team|doctors?|nurses?|surgeon|dentist|pharmacist|clinic|leaflet|label)(?: \w+)? "
    r"(?:says?|advises?|agrees?|tells?|asks?|okays|prescribes?|gives?|wants?|sets?|stops?|changes?)\b"
    r"|\b(?:call|phone|ask|tell|check|talk)\b.* before (?:you|stopping|starting|taking)\b|\bwhether to\b"
    r"|\b(?:not|never|don't)\b.* (?:on your own|suddenly|without (?:first )?(?:asking|telling|talking|calling|your))\b"
    r"|\b(?:before|until) (?:you |your )?(?:have |\w+ )?(?:call|ask(?:ed)?|speak|spoken|talk(?:ed)?|check(?:ed)?)\b",
    re.IGNORECASE,
)
_WORDS = frozenset(_VERBS) | {"be"}
_LETTERS = re.compile(r"[a-z]+")
_NAME = re.compile(r"\b[A-Z]\w+")
_CLAUSE = re.compile(r"[,;:()–—]\s*|\.\s+")


def check(library: Library) -> Iterator[Problem]:
    """Yield each order about a medicine or a treatment in what a patient reads."""
    brands = frozenset(
        name for topic in library.topics.values() if topic.family == "drug" for name in topic.names if name.isalpha()
    )
    for section in (*library.passages(), *library.descriptions()):
        for text in (section.brief, section.more, section.next_step):
            for order, sentence in orders(text, brands):
                message = (
                    f'"{section.aspect}" gives an order: "{order}" in "{sentence[:90]}"; say what the team may do, '
                    'or "ask your team before you …"'
                )
                yield Problem(library.path_of(section), section.line, message)


def orders(text: str, brands: frozenset[str] = frozenset()) -> Iterator[tuple[str, str]]:
    """Yield each clause that orders to start, stop, skip, take or change a medicine, with its sentence."""
    for sentence in map(plain, sentences(text)):
        if _WORDS.isdisjoint(_LETTERS.findall(sentence.lower())):
            continue
        if sentence.endswith("?") or _AGREED.search(sentence):
            continue
        for clause in _CLAUSE.split(sentence):
            if _ORDER.search(_NAME.sub(lambda name: "medicine" if name[0] in brands else name[0], clause)):
                yield clause.strip(), sentence
