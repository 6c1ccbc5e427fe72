"""Trains a model if what it learns from has changed, and says so in few words. `python -m assistant.train`."""

from __future__ import annotations

from assistant.quiet import hush

hush()

import argparse  # noqa: E402 warnings must be off before anything below is imported
import ast  # noqa: E402
import contextlib  # noqa: E402
import hashlib  # noqa: E402
import io  # noqa: E402
import json  # noqa: E402
import re  # noqa: E402
import sys  # noqa: E402
import time  # noqa: E402
from collections.abc import Iterator  # noqa: E402
from pathlib import Path  # noqa: E402

from answers import AnswersError, Library, training  # noqa: E402
from answers.checks import run_checks  # noqa: E402

ROOTS = ("config.yml", "domain.yml", "data", "requirements.lock")
MODEL = "guide"


def main(arguments: list[str] | None = None) -> int:
    """Train when needed; return the exit status."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--force", action="store_true", help="train even if nothing changed")
    parser.add_argument("--models", type=Path, default=Path("models"))
    options = parser.parse_args(arguments)
    model, mark = options.models / f"{MODEL}.tar.gz", options.models / f"{MODEL}.json"
    wanted = fingerprint()
    if not options.force and model.exists() and mark.exists() and json.loads(mark.read_text()) == wanted:
        return 0
    # The guards stand before Rasa's silence: what is wrong with the words is said before they are learned.
    problems = sorted(run_checks(Library.load(Path("content"))))
    if problems:
        print(*problems, sep="\n", file=sys.stderr)
        return 1
    print("Training on content and data (about a minute) …", flush=True)
    started = time.perf_counter()
    if not train(options.models):
        return 1
    mark.write_text(json.dumps(wanted), encoding="utf-8")
    print(f"Trained in {time.perf_counter() - started:.0f} s.", flush=True)
    return 0


def fingerprint() -> str:
    """Return a hash over all that a model is made from."""
    # Of content only what is taught: a corrected sentence needs no new model.
    library = Library.load(Path("content"))
    digest = hashlib.sha256(repr((list(training.examples(library)), training.lookups(library))).encode())
    digest.update(repr(training.patterns(library)).encode())
    for path in sorted({*_files(ROOTS), *_learning_modules(), Path("assistant/encoder_adapter.safetensors")}):
        digest.update(path.as_posix().encode())
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def _learning_modules() -> set[Path]:
    """Return the modules that config.yml names and all of `assistant` that they import: what makes the model."""
    waiting = re.findall(r"(assistant\.[a-z_.]+)\.[A-Z]", Path("config.yml").read_text(encoding="utf-8"))
    found: set[Path] = set()
    while waiting:
        path = Path(*waiting.pop().split(".")).with_suffix(".py")
        if path in found or not path.exists():
            continue
        found.add(path)
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("assistant"):
                waiting += [str(node.module), *(f"{node.module}.{alias.name}" for alias in node.names)]
    return found


def _files(roots: tuple[str, ...]) -> Iterator[Path]:
    for root in map(Path, roots):
        found = [root] if root.is_file() else root.rglob("*")
        yield from (path for path in found if path.is_file() and path.suffix in {".yml", ".md", ".py", ".lock"})


def train(models: Path) -> bool:
    """Train into `models`; print what went wrong, if it did, and return whether it went well."""
    from rasa.model_training import train as rasa_train

    noise = io.StringIO()
    try:
        with contextlib.redirect_stderr(noise), contextlib.redirect_stdout(noise):
            result = rasa_train(
                "domain.yml",
                "config.yml",
                ["data"],
                output=str(models),
                fixed_model_name=MODEL,
                force_training=False,
            )
    except Exception as error:  # noqa: BLE001 whatever it was, the person at the terminal must read it
        print(f"Training failed: {error}", file=sys.stderr)
        return False
    if result.code != 0 or not result.model:
        print(noise.getvalue()[-4000:], file=sys.stderr)
        return False
    return True


if __name__ == "__main__":
    try:
        sys.exit(main())
    except AnswersError as error:
        sys.exit(str(error))
