"""The files that are handed out as they are: read once, gzipped once, and never looked up on disk again."""

from __future__ import annotations

import gzip
import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from sanic.request import Request
from sanic.response import HTTPResponse

from assistant.web.headers import FOR_EVERYONE

STATIC = Path(__file__).with_name("static")
WIDGET = Path(__file__).resolve().parents[2] / "widget"
TYPES = {
    ".js": "text/javascript; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".svg": "image/svg+xml; charset=utf-8",
    ".json": "application/json",
}
"""What is handed out; a file of any other kind beside them is not."""


@dataclass(frozen=True)
class Asset:
    """One file in memory, with its gzipped form and the tag by which a browser knows that it has it."""

    body: bytes
    kind: str
    headers: Mapping[str, str] = field(default_factory=dict)
    packed: bytes = field(init=False)
    tag: str = field(init=False)

    def __post_init__(self) -> None:
        # Without a time in it, the same file is the same bytes.
        object.__setattr__(self, "packed", gzip.compress(self.body, 9, mtime=0))
        object.__setattr__(self, "tag", f'"{hashlib.sha256(self.body).hexdigest()[:20]}"')

    def answer(self, request: Request) -> HTTPResponse:
        """Return the file, gzipped if the browser can, or only that it has not changed."""
        headers = {"ETag": self.tag, "Cache-Control": "no-cache", "Vary": "Accept-Encoding", **self.headers}
        if self.tag in request.headers.get("if-none-match", ""):
            return HTTPResponse(status=304, headers=headers)
        if "gzip" in request.headers.get("accept-encoding", "") and len(self.packed) < len(self.body):
            headers["Content-Encoding"] = "gzip"
            return HTTPResponse(self.packed, headers=headers, content_type=self.kind)
        return HTTPResponse(self.body, headers=headers, content_type=self.kind)


def widget_files(folder: Path = WIDGET) -> dict[str, Asset]:
    """Return the files of the widget by path below its folder, for any site to load."""
    return dict(_read(folder, FOR_EVERYONE))


def static_files() -> dict[str, Asset]:
    """Return the style and the script of our own pages, by name."""
    return dict(_read(STATIC, {}))


def pictures(content: Path, language: str) -> dict[str, Asset]:
    """Return the drawings of a language by name, e.g. `stages.svg`, for any site to show."""
    return {name: file for name, file in _read(content / language / "pictures", FOR_EVERYONE) if name.endswith(".svg")}


def _read(folder: Path, headers: Mapping[str, str]) -> Iterator[tuple[str, Asset]]:
    for path in sorted(folder.rglob("*")):
        if path.is_file() and path.suffix in TYPES:
            yield path.relative_to(folder).as_posix(), Asset(path.read_bytes(), TYPES[path.suffix], headers)
