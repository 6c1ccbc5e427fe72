"""Where each peer is kept, and `seconds.json` there: what making it took, for the comparison to read."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

NEAREST = Path("build/peers/nearest")
RASA_DEFAULT = Path("build/peers/rasa-default")
_SECONDS = "seconds.json"


def read_seconds(work: Path) -> dict[str, Any]:
    """Return what making a peer took, and with which settings; nothing if it never was made."""
    path = work / _SECONDS
    return json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}


def write_seconds(work: Path, seconds: dict[str, Any]) -> None:
    """Write what making a peer took, in place of what stands there."""
    rounded = {name: round(value, 1) if isinstance(value, float) else value for name, value in seconds.items()}
    (work / _SECONDS).write_text(json.dumps(rounded, indent=1) + "\n", encoding="utf-8")
