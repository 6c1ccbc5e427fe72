"""Times a turn over REST, its growth with the talk's length, memory, start and training. `make bench`."""

from __future__ import annotations

import http.client
import json
import statistics
import subprocess
import sys
import time
import uuid
from pathlib import Path
from urllib.parse import urlsplit

from tools.server import running

QUESTIONS = (
    "what are the side effects of sutent", "is blood in my pee bad", "what does T4 mean",
    "can they just freeze the tumor", "how long do I have", "thank you", "what is nivolumab",
    "how do i deal with diarrhea on cabo", "my dad is so tired all day what helps", "what should i ask about a trial",
)  # fmt: skip
TURNS, LONG = 400, 480


def turn(connection: http.client.HTTPConnection, sender: str, text: str) -> float:
    """Return the milliseconds of one turn over REST."""
    body = json.dumps({"sender": sender, "message": text})
    started = time.perf_counter()
    connection.request("POST", "/webhooks/rest/webhook", body, {"content-type": "application/json"})
    connection.getresponse().read()
    return (time.perf_counter() - started) * 1e3


def memory(process: int) -> float:
    """Return the resident memory of a process in MB (Linux)."""
    status = Path(f"/proc/{process}/status").read_text()
    return next(int(line.split()[1]) for line in status.splitlines() if line.startswith("VmRSS")) * 1024 / 1e6


def environment_size() -> float:
    """Return the size of the environment on disk in MB."""
    return sum(path.lstat().st_blocks * 512 for path in Path(sys.prefix).rglob("*")) / 1e6


def measure_server() -> dict[str, float]:
    """Return the figures of one server run."""
    run = uuid.uuid4().hex  # talks of earlier runs are still in the database
    started = time.perf_counter()
    with running() as (address, process):
        ready = time.perf_counter() - started
        connection = http.client.HTTPConnection(urlsplit(address).netloc)
        for number in range(30):
            turn(connection, f"{run}-warm-up", QUESTIONS[number % len(QUESTIONS)])
        single = [turn(connection, f"{run}-{n // 5}", QUESTIONS[n % len(QUESTIONS)]) for n in range(TURNS)]
        talk = [turn(connection, f"{run}-long", QUESTIONS[n % len(QUESTIONS)]) for n in range(LONG)]
        used = memory(process)
    cuts = statistics.quantiles(single, n=100)
    return {
        "turn p50 (ms)": cuts[49],
        "turn p95 (ms)": cuts[94],
        "turn 10 of a talk (ms)": statistics.median(talk[5:15]),
        "turn 480 of a talk (ms)": statistics.median(talk[-10:]),
        "memory (MB)": used,
        "ready after (s)": ready,
    }


def measure_training() -> float:
    """Return the seconds that training from nothing takes, the encoder's graph being there."""
    started = time.perf_counter()
    subprocess.run(
        [sys.executable, "-W", "ignore", "-m", "assistant.train", "--force"], check=True, capture_output=True
    )
    return time.perf_counter() - started


def main() -> int:
    """Print the figures."""
    found = measure_server()
    found["environment (MB)"] = environment_size()
    found["training (s)"] = measure_training()
    for name, value in found.items():
        print(f"{name:28s} {value:8.1f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
