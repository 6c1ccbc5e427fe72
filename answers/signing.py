"""Signing sections for a clinic: the one way, for the command and for the nurse console."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from pathlib import Path

from answers import signatures
from answers.errors import NoAnswer, nearest
from answers.library import Library
from answers.signatures import Signature


def sign_sections(
    content: Path, library: Library, asked: Iterable[str], name: str, role: str, date: datetime.date
) -> list[Signature]:
    """Append one signature for each section asked for, or for all sections of a topic; return them.

    Raises:
        NoAnswer: if nothing is filed at an address; then nothing is signed.
        AnswersError: if the file of signatures is not whole.
    """
    sections = {section.address: section for section in library.sections()}
    made = [
        Signature(address, library.language, library.hash(sections[address]), name, role, date.isoformat())
        for one in asked
        for address in _chosen(one, sections)
    ]
    for signature in made:
        signatures.sign(content / signatures.FILE, signature)
    return made


def _chosen(asked: str, addresses: Iterable[str]) -> list[str]:
    known = list(addresses)
    chosen = [address for address in known if address == asked or address.partition("#")[0] == asked]
    if not chosen:
        raise NoAnswer(f'nothing is filed at "{asked}"{nearest(asked, known)}')
    return chosen
