"""Writes the first page and the widget into a folder, to be hosted anywhere. `python -m assistant.web.export FOLDER`.

A clinic's own web server can show this page, also while the guide's server is down: the numbers stand in it.
"""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path
from urllib.parse import urlsplit

from answers.errors import AnswersError
from answers.places import live
from assistant.web.headers import POLICY
from assistant.web.site import Site

# A page cannot set this one by itself; who hosts it must (docs/tasks/put-it-on-your-site.md).
_ONLY_AS_HEADER = "; frame-ancestors 'none'"


def main(arguments: list[str] | None = None) -> int:
    """Write the files; return the exit status."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, help="where to; it is made if need be")
    parser.add_argument("--server", default="", help="where the guide answers, e.g. https://guide.clinic.example")
    options = parser.parse_args(arguments)
    server = options.server.rstrip("/")
    parts = urlsplit(server)
    if server and (parts.scheme not in ("http", "https") or not parts.netloc or parts.path):
        print(f'--server: "{options.server}" is no address such as https://guide.clinic.example', file=sys.stderr)
        return 1
    content = Path(os.environ.get("GUIDE_CONTENT") or "content")
    language = os.environ.get("GUIDE_LANGUAGE") or "en"
    try:
        site = Site(content, language, live(content, language).current)
    except AnswersError as error:
        print(error, file=sys.stderr)
        return 1
    count = export(site, options.folder, server)
    print(f"{count} files in {options.folder}")
    return 0


def export(site: Site, folder: Path, server: str) -> int:
    """Write the page and everything it loads; return the number of files."""
    files = {
        "index.html": site.first_page(root="", server=server, policy=policy_for(server)).encode(),
        "widget-settings.json": site.settings().body,
        **{name: file.body for name, file in site.static.items()},
        **{f"pictures/{name}": file.body for name, file in site.pictures.items()},
        **{f"widget/{name}": file.body for name, file in site.widget.items()},
    }
    if "guide.js" in site.widget:
        files["guide.js"] = site.widget["guide.js"].body
    for name, body in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(body)
    return len(files)


def policy_for(server: str) -> str:
    """Return the content security policy of the page hosted elsewhere: as here, and the guide's server beside it."""
    policy = POLICY.removesuffix(_ONLY_AS_HEADER)
    for name in ("script-src", "style-src", "img-src", "connect-src", "form-action"):
        policy = policy.replace(f"{name} 'self'", f"{name} 'self' {server}".rstrip())
    return policy


if __name__ == "__main__":
    sys.exit(main())
