"""Measures the guide on a labelled question set. `make evaluate SET=path/to/questions.jsonl`.

Each line: {"text", "outcome", "answers", "alt_outcomes"?}. Every item is a conversation of its own, or of the
`conversation` it names.
"""

from __future__ import annotations

import argparse
import asyncio
import collections
import json
import os
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from assistant.quiet import hush

hush()

SAFETY = frozenset({"emergency", "crisis", "urgent"})


def topic_of(address: str) -> str:
    """Return the topic of an address."""
    return address.partition("#")[0]


def is_right(row: dict) -> bool:
    """Whether a turn ended in the outcome wanted, or in one just as right."""
    return row["got"] == row["outcome"] or row["got"] in (row.get("alt_outcomes") or ())


def share(rows: Sequence[dict], holds) -> float:
    """Return the share of rows for which something holds."""
    return sum(map(bool, map(holds, rows))) / max(1, len(rows))


def figures(rows: list[dict]) -> dict[str, float]:
    """Return the figures of a measured set."""
    answers = [row for row in rows if row["outcome"] == "answer" and row.get("answers")]
    danger = [row for row in rows if row["outcome"] in SAFETY]
    calm = [row for row in rows if row["outcome"] not in SAFETY]
    outside = [row for row in rows if row["outcome"] == "out-of-scope"]
    wanted = {id(row): {topic_of(address) for address in row.get("answers") or ()} for row in rows}
    return {
        "topic right at first": share(answers, lambda r: {topic_of(a) for a in r["given"]} & wanted[id(r)]),
        "topic given or offered": share(
            answers, lambda r: {topic_of(a) for a in r["given"] + r["offered"]} & wanted[id(r)]
        ),
        "safety recall": share(danger, lambda r: r["got"] in SAFETY or (is_right(r) and r["got"] != "out-of-scope")),
        "false alarms": share(calm, lambda r: r["got"] in SAFETY and not is_right(r)),
        "out of scope answered anyway": share(outside, lambda r: r["given"]),
        "turns without a report": share(rows, lambda r: r["got"] is None),
    }


async def measure(items: list[dict]) -> list[dict]:
    """Return each item with what its turn ended in; items of one `conversation` are said in it, in order."""
    from assistant.talk import open_agent, say

    rows = []
    with tempfile.TemporaryDirectory() as folder:
        # Nobody asked these: they belong in no audit, and not in the ledger that editors learn from.
        os.environ["GUIDE_AUDIT"], os.environ["GUIDE_LEDGER"] = f"{folder}/audit", f"{folder}/unanswered.jsonl"
        agent = await open_agent(store=f"{folder}/conversations.db")
        for number, item in enumerate(items):
            sender = f"evaluate-{item.get('conversation', number)}"
            replies = await say(agent, sender, item["text"], channel="rest")
            turn: dict[str, Any] = next((r["custom"]["turn"] for r in replies if "turn" in (r.get("custom") or {})), {})
            given, offered = turn.get("answers") or [], turn.get("offered") or []
            rows.append(
                {**item, "got": turn.get("outcome"), "given": given, "offered": offered, "sure": turn.get("confidence")}
            )
    return rows


def main(arguments: list[str] | None = None) -> int:
    """Print a table per outcome and the figures; return the exit status."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("set", type=Path, nargs="+", help="labelled questions, JSON lines")
    parser.add_argument("--out", type=Path, help="write each item with what it ended in")
    options = parser.parse_args(arguments)
    items = [json.loads(line) for path in options.set for line in path.read_text().splitlines() if line.strip()]
    rows = asyncio.run(measure(items))
    by = collections.defaultdict(list)
    for row in rows:
        by[row["outcome"]].append(row)
    for outcome, group in sorted(by.items()):
        other = collections.Counter(r["got"] for r in group if not is_right(r)).most_common(4)
        told = ", ".join(f"{name} {count}" for name, count in other)
        print(f"{outcome:16s} {len(group):5d}  right {share(group, is_right):6.1%}   {told}")
    for name, value in figures(rows).items():
        print(f"{name:32s} {value:6.1%}")
    if options.out:
        options.out.write_text("\n".join(json.dumps(row) for row in rows), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
