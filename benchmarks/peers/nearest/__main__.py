"""The nearest peers' commands. `python -m benchmarks.peers.nearest prepare`, then `… serve PEER --port PORT`."""

from __future__ import annotations

import argparse
import json
import sys
import time
from pathlib import Path

from benchmarks.peers.nearest.documents import Documents
from benchmarks.peers.nearest.ranking import Score, ranking
from benchmarks.peers.rest import Rank
from benchmarks.peers.store import Store
from benchmarks.peers.work import NEAREST, write_seconds

PEERS = ("words", "bm25", "meaning")
_STORE, _DOCUMENTS, _VECTORS, _THRESHOLDS = "store.json", "documents.json", "vectors.npy", "thresholds.json"


def prepare(work: Path) -> None:
    """Write what the peers are served from, and find the threshold of each."""
    # Imported here: a peer that serves shall not pay for Rasa and the content.
    from assistant.quiet import hush

    hush()
    from answers import Library
    from benchmarks.peers.material import labelled, training_data, write_store
    from benchmarks.peers.nearest.documents import documents
    from benchmarks.peers.nearest.meaning import write_vectors

    began = time.perf_counter()
    data = training_data()
    write_store(Library.load(Path("content")), data, work / _STORE)
    found = documents(Store.read(work / _STORE), labelled(data))
    found.write(work / _DOCUMENTS)
    # Each would need the documents if it were made alone, and only one of them the vectors.
    seconds = dict.fromkeys(PEERS, time.perf_counter() - began)
    print(f"Encoding {len(found.texts)} documents (some minutes) …", flush=True)
    began = time.perf_counter()
    write_vectors(found.texts, work / _VECTORS)
    seconds["meaning"] += time.perf_counter() - began
    _write_thresholds(work, seconds)


def _write_thresholds(work: Path, seconds: dict[str, float]) -> None:
    """Find and write the threshold of each peer; `seconds` holds what each took so far."""
    thresholds = {}
    for peer in PEERS:
        began = time.perf_counter()
        thresholds[peer] = _threshold(peer, work)
        seconds[peer] += time.perf_counter() - began
    # The thresholds last: where they stand, everything does.
    write_seconds(work, seconds)
    (work / _THRESHOLDS).write_text(json.dumps(thresholds), encoding="utf-8")


def _threshold(peer: str, work: Path) -> float:
    """Return the best threshold of one peer on our own held-out questions; print what it reaches there."""
    from benchmarks.peers.nearest.threshold import best_threshold, held_out
    from tools.evaluate import figures

    best, rows = best_threshold(ranker(peer, work), Store.read(work / _STORE), held_out(Path("tests/questions")))
    print(f"{peer}: threshold {best:.3f}", *(f"{name} {value:.1%}" for name, value in figures(rows).items()), sep=", ")
    return best


def ranker(peer: str, work: Path) -> Rank:
    """Return the ranking of one peer."""
    found = Documents.read(work / _DOCUMENTS)
    score = _score(peer, found.texts, work)
    return lambda text: ranking(score(text), found.labels)


def _score(peer: str, texts: list[str], work: Path) -> Score:
    # Each imports what it needs and no more, so that memory and start are its own.
    if peer == "meaning":
        from benchmarks.peers.nearest.meaning import meaning

        return meaning(work / _VECTORS)
    from benchmarks.peers.nearest import words

    return words.bm25(texts) if peer == "bm25" else words.tfidf(texts)


def serve(peer: str, work: Path, port: int) -> None:
    """Serve one peer in the foreground."""
    from aiohttp import web

    from benchmarks.peers.rest import application

    threshold = json.loads((work / _THRESHOLDS).read_text(encoding="utf-8"))[peer]
    app = application(ranker(peer, work), threshold, Store.read(work / _STORE))
    web.run_app(app, host="127.0.0.1", port=port, access_log=None)


def main(arguments: list[str] | None = None) -> int:
    """Run one command; return the exit status."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--work", type=Path, default=NEAREST, help="the folder all is kept in")
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("prepare", help=prepare.__doc__)
    serving = commands.add_parser("serve", help=serve.__doc__)
    serving.add_argument("peer", choices=PEERS)
    serving.add_argument("--port", type=int, required=True)
    options = parser.parse_args(arguments)
    if options.command == "prepare":
        prepare(options.work)
    elif (options.work / _THRESHOLDS).exists():
        serve(options.peer, options.work, options.port)
    else:
        parser.error(f"{options.work} is not prepared; run `python -m benchmarks.peers.nearest prepare`")
    return 0


if __name__ == "__main__":
    sys.exit(main())
