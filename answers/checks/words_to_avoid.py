"""Plain words: a medical word stands before a patient only with its plain form, or where it is taught.

Taught is: in brackets, in quotes, or after "called". A word in a topic's title is what the guide calls the
thing. The table is §10 of the writing standard: the words to avoid, and what to write; any form will do.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from answers.errors import Problem
from answers.library import Library
from answers.words import plain, sentences

PLAIN = {
    r"metastas[ei]s|metastasi[sz]ed?|metastatic": "spread",
    r"primary tumou?rs?": "the main tumor, main tumor",
    r"renal cell (?:carcinomas?|cancers?)": "kidney cancer",
    r"renal(?! (?:medullary|cell|\d))": "kidney",
    r"malignan(?:t|cy|cies)": "cancer",
    r"benign": "not cancer",
    r"lesions?|mass(?:es)?(?! index)|nodules?": "spot, lump, growth",
    r"progression|progressed|progressive disease": "grown or spread, grown, grew, spread",
    r"stable disease": "about the same size",
    r"(?:complete|partial|tumou?r|good|objective) responses?|response rates?|remissions?": "the cancer shrank, shrank, "
    "shrunk, shrink, cannot be seen, can't be seen, can be seen, to be seen, gone",
    r"prognos(?:is|tic)": "outlook",
    r"incurable": "cannot be cured, can't be cured",
    r"terminal(?:ly)?": "the last weeks, last weeks",
    r"passed away|lost (?:the|his|her|their) (?:battle|fight|life|lives)": "died",
    r"palliative": "comfort-focused, comfort, extra care",
    r"hospice": "care for comfort near the end of life, comfort",
    r"systemic (?:therapy|therapies|treatments?)": "treatment for the whole body, whole body",
    r"immunotherap(?:y|ies)": "helps your immune system, immune system",
    r"checkpoint inhibitors?": "a type of immunotherapy, immunotherapy",
    r"(?:tyrosine |multi-)?kinase inhibitors?|TKIs?|VEGF inhibitors?": "a pill that slows blood supply, blood supply",
    r"first-line": "first treatment",
    r"(?:second|third|later)-line": "next treatment, later treatment",
    r"adverse (?:events?|effects?|reactions?)|toxicit(?:y|ies)": "side effect, harm",
    r"immune-related": "your immune system attacks healthy parts, immune system attacks",
    r"pneumonitis": "swelling in the lungs, lung swelling",
    r"(?<!ulcerative )colitis": "swelling in the bowel, bowel swelling",
    r"hepatitis(?! [a-e]\b)": "swelling in the liver, liver swelling",
    r"myocarditis": "swelling of the heart muscle",
    r"hypertension": "high blood pressure",
    r"ha?ematuria": "blood in your urine, blood in the urine",
    r"dyspno?ea": "shortness of breath, short of breath",
    r"nausea|nauseous|emesis": "feeling sick, throwing up",
    r"pyrexia|febrile": "fever, high temperature",
    r"o?edema": "swelling",
    r"anorexia": "not feeling hungry, appetite",
    r"cachexia": "losing weight and muscle, weight, muscle",
    r"fatigue": "tiredness",
    r"hypercalca?emia": "too much calcium in the blood, calcium",
    r"ana?emia": "low red blood cells",
    r"palmar-plantar": "sore, red hands and feet, hand-foot",
    r"stomatitis|mucositis": "mouth sores, sore mouth",
    r"nephrectom(?:y|ies)": "surgery to remove the kidney, remove, removing, removal",
    r"biops(?:y|ies)": "a small sample, sample",
    r"radiology|imaging": "scans, X-ray",
    r"(?<!in )(?<!by )contrast": "dye",
    r"oral(?:ly)?|subcutaneous(?:ly)?": "by mouth, under the skin",
    r"(?<!stage )iv|intravenous(?:ly)?": "a drip into a vein, drip, vein",
    r"prn|bid": "when needed, twice a day",
    r"administ(?:er|ers|ered|ering|ration)": "give",
    r"contraindicat(?:ed|ions?)": "should not be used",
    r"(?<!pressure )monitor(?:s|ed|ing)?": "check, watch",
    r"discontinu(?:e|es|ed|ing|ation)": "stop",
    r"medications?|(?<!street )(?<!illegal )drugs?(?![ -](?:makers?|names?|labels?|compan|agency|plan))": "medicine",
    r"(?:negative|positive) (?:results?|tests?|scans?)|tests? positive": "what the result means, means",
    r"unremarkable": "normal",
    r"suffer(?:s|ed|ing)? from|sufferers?|victims?": "living with, people with",
    r"non-?complian(?:t|ce)|(?:you|who|people) (?:have |had )?(?:failed|refused)": "chose not to, did not take",
    r"failed (?:treatment|therapy|\w+-line)|treatment failures?": "the treatment stopped working, stopped working",
    r"(?:^|(?<=[,;:] )|(?<=and )|(?<=but )|(?<=so )|(?<=that )|(?<=then ))you (?:should|must)(?! call)": "you can, "
    "you may want to",
    r"risk factors?": "things that raise the chance, raise the chance",
    r"clinicians?|(?:health ?|medical )?care providers?": "doctor or nurse, doctor, nurse, your cancer team",
    r"urgent(?:ly)?": "call today, call, now, today, at once, straight away, right away",
}
_ANY = re.compile(rf"\b(?:{'|'.join(PLAIN)})\b")
_ROW = re.compile(rf"\b(?:{'|'.join(f'({words})' for words in PLAIN)})\b")
"""Both read lower case, which is faster than to ignore the case; the group that matched is the row of the table."""
_FORMS = tuple(tuple(forms.split(", ")) for forms in PLAIN.values())
_TAUGHT = re.compile(
    r"\b(?:called|(?<=\w )calls? (?:it|them|this|these|that|(?!about|for|if|with)\w+ an?)|named?|known as"
    r"|(?:word|term|name) (?:is|for \w+ is)|speak of|stands for|short for)\b[^.;:]{0,60}$"
)
_BRACKETS = re.compile(r"\([^)]*\)|[\"“][^\"”]*[\"”]")
_ENDING = re.compile(r"(?:ies|y|s)$")


def check(library: Library) -> Iterator[Problem]:
    """Yield each word to avoid in what a patient reads, with the plain form to write."""
    titles = " | ".join(_BRACKETS.sub("", topic.title) for topic in library.topics.values())
    for section in (*library.passages(), *library.descriptions()):
        own = library.topic(section.topic).title if section.topic in library.topics else ""
        known = f"{titles} | {own}"
        for text in (section.brief, section.more, section.next_step):
            for word, better, sentence in hard_words(text, known):
                message = (
                    f'"{section.aspect}" says "{word}" in "{sentence[:90]}"; write "{better}", '
                    "or put the word in brackets after it"
                )
                yield Problem(library.path_of(section), section.line, message)


def hard_words(text: str, titles: str = "") -> Iterator[tuple[str, str, str]]:
    """Yield each word to avoid that is neither taught nor in a title, what to write, and the sentence."""
    if not _ANY.search(text.lower()):
        return
    for sentence in map(plain, sentences(text)):
        bare = _BRACKETS.sub(" ", sentence).lower()
        for match in _ROW.finditer(bare):
            forms = _FORMS[(match.lastindex or 1) - 1]
            named = _holds(titles, _ENDING.sub("", match[0]))
            if not named and not _holds(sentence, *forms) and not _TAUGHT.search(bare[: match.start()]):
                yield match[0], forms[0], sentence


@cache
def _holds(text: str, *forms: str) -> bool:
    """Return whether any of the forms stands in a text, at the start of a word."""
    return bool(re.search(rf"\b(?:{'|'.join(map(re.escape, forms))})", text, re.IGNORECASE))
