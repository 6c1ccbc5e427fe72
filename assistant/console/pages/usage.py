"""How much the guide is used, in charts without identity."""

from __future__ import annotations

import asyncio
import datetime

from sanic.request import Request
from sanic.response import HTTPResponse

from answers import places
from assistant.console.console import Console
from assistant.console.nurses import Nurse
from assistant.console.usage import FEWEST, Usage, usage

STRETCHES = (7, 30, 90)
"""Days that can be looked at."""


def add(console: Console) -> None:
    """Add the page."""

    @console.page("/usage")
    async def usage_page(request: Request, nurse: Nurse) -> HTTPResponse:
        asked = request.args.get("days") or ""
        days = int(asked) if asked in map(str, STRETCHES) else 30
        # Beside the loop: the audit of a busy year takes seconds to read.
        counted = await asyncio.get_running_loop().run_in_executor(None, _read, days)
        titles = {script.id: script.title for script in console.library.scripts.values()}
        values = {"usage": counted, "days": days, "stretches": STRETCHES, "titles": titles, "fewest": FEWEST}
        return console.show(request, nurse, "usage", values)


def _read(days: int) -> Usage:
    turns = (entry for _, entry in places.audit().entries() if isinstance(entry, dict))
    return usage(turns, places.scripts_told().entries(), datetime.datetime.now(datetime.UTC).date(), days)
