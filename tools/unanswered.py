"""Shows editors what people asked and got no answer to, put together by meaning. `make unanswered`."""

from __future__ import annotations

from assistant.quiet import hush

hush()

import argparse  # noqa: E402 warnings must be off before anything below is imported
import sys  # noqa: E402
from collections import Counter  # noqa: E402

from actions import settings  # noqa: E402
from assistant.unanswered import Group, groups  # noqa: E402


def main(arguments: list[str] | None = None) -> int:
    """Print the groups."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--least", type=int, default=1, help="show groups of at least so many questions")
    parser.add_argument("--most", type=int, default=40, help="show at most so many groups")
    options = parser.parse_args(arguments)
    entries = list(settings.ledger().entries())
    if not entries:
        print("Nothing went unanswered yet.")
        return 0
    print(f"{len(entries)} messages without an answer, {entries[0].day} to {entries[-1].day}\n")
    for group in groups(entries)[: options.most]:
        if len(group.entries) >= options.least:
            _show(group)
    return 0


def _show(group: Group) -> None:
    outcomes = ", ".join(f"{outcome} {n}" for outcome, n in Counter(e.outcome for e in group.entries).most_common())
    print(f"{len(group.entries):4d}  {group.entries[0].words}\n      {outcomes}", end="")
    print(f"; offered: {', '.join(group.offered)}" if group.offered else "")
    for words in list(dict.fromkeys(entry.words for entry in group.entries))[1:4]:
        print(f"      · {words}")


if __name__ == "__main__":
    sys.exit(main())
