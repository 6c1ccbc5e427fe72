"""Passes requests for a call back on to the clinic, by mail or webhook. `python -m tools.deliver_outbox`.

Nothing goes anywhere unless GUIDE_OUTBOX_TO names where: `mail:nurse@example.org` or `https://…`.
"""

from __future__ import annotations

import argparse
import os
import sys
import time
from collections.abc import Callable, Mapping

from actions import settings
from answers.errors import AnswersError
from answers.outbox import Outbox, Request
from tools.connectors import Connector, DeliveryError, connect

PAUSES = (1.0, 4.0, 15.0)
"""Seconds before each further try of one request in one run."""
Wait = Callable[[float], None]


def main(
    arguments: list[str] | None = None, environment: Mapping[str, str] = os.environ, wait: Wait = time.sleep
) -> int:
    """Deliver once, or again and again; return the exit status: 1 if something waits still, 2 for a wrong setting."""
    options = _options(arguments)
    outbox = settings.outbox()
    try:
        send = _connector(environment, outbox)
    except AnswersError as error:
        print(error, file=sys.stderr)
        return 2
    try:
        while True:
            status = _round(outbox, send, wait, options.keep_days)
            if not options.every:
                return status
            wait(options.every)
    except KeyboardInterrupt:
        return 0


def _options(arguments: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--every", type=float, metavar="SECONDS", help="go on, and look again after so many seconds")
    parser.add_argument(
        "--keep-days", type=int, default=0, metavar="DAYS", help="keep the words so long after they were passed on"
    )
    options = parser.parse_args(arguments)
    if options.keep_days < 0 or (options.every is not None and options.every <= 0):
        parser.error("SECONDS is more than 0, DAYS is 0 or more")
    return options


def _connector(environment: Mapping[str, str], outbox: Outbox) -> Connector:
    to = environment.get("GUIDE_OUTBOX_TO") or ""
    if not to:
        raise settings.SettingsError(
            "GUIDE_OUTBOX_TO is not set, so nothing is sent; set it to mail:ADDRESS or https://ADDRESS "
            f"(docs/tasks/hand-over.md). Requests wait in {outbox.path}"
        )
    return connect(to, environment)


def _round(outbox: Outbox, send: Connector, wait: Wait, keep_days: int) -> int:
    """Deliver what waits and tell how it went, without a word of a person; return 1 if something waits still."""
    try:
        with outbox.delivering() as is_ours:
            if not is_ours:
                print("another delivery is at work; this one leaves it to that")
                return 0
            passed_on, problems = deliver(outbox, send, wait)
            outbox.prune(keep_days)
            unreadable, left = outbox.unreadable(), len(outbox.waiting())
    except OSError as error:
        remedy = "see that the disk has room and the folder is ours to write"
        print(f"{outbox.path}: {error.strerror or error}; {remedy}", file=sys.stderr)
        return 1
    if unreadable:
        problems.append(f"{outbox.path}: lines that cannot be read: {unreadable}; they are kept, look at them by hand")
    if passed_on:
        print(f"{passed_on} passed on")
    if problems:
        print("\n".join([*problems, f"{left} wait and are tried again at the next run"]), file=sys.stderr)
    return 1 if problems else 0


def deliver(outbox: Outbox, send: Connector, wait: Wait = time.sleep) -> tuple[int, list[str]]:
    """Send each request that waits; return how many went out, and what went wrong. Raises OSError."""
    passed_on, problems = 0, list[str]()
    for request in outbox.waiting():
        try:
            passed_on += _pass_on(outbox, request, send, wait)
        except DeliveryError as error:
            problems.append(f"request {request.id}: {error}")
            # Who cannot be reached will not take the next one either; who refuses one may take the next.
            if error.is_away:
                break
    return passed_on, problems


def _pass_on(outbox: Outbox, request: Request, send: Connector, wait: Wait) -> bool:
    """Send one request, trying again as long as that may help; return False if the person took it back."""
    for pause in (*PAUSES, None):
        # Asked before each try: "forget me" may have come while we waited.
        if not outbox.take(request):
            return False
        try:
            send(request)
        except DeliveryError as error:
            outbox.give_back()
            if pause is None or not error.passing:
                raise
            wait(pause)
        else:
            break
    outbox.pass_on(request)
    return True


if __name__ == "__main__":
    sys.exit(main())
