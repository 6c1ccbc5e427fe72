"""Write the state of the content as one HTML page: coverage, review, readability, evidence."""

from __future__ import annotations

import argparse
import datetime
from pathlib import Path

from jinja2 import FileSystemLoader

from answers.commands import add_content, load
from answers.environment import LAYOUTS, html_environment
from answers.figures import GRADE_LIMIT, SHOWN, Report
from answers.report import report_of

PAGES = LAYOUTS.with_name("pages")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add this command's options."""
    add_content(parser)
    parser.add_argument("--out", type=Path, default=Path("build/content-report.html"), help="the page to write")


def run(arguments: argparse.Namespace) -> int:
    """Write the page and say where it is."""
    text = page(report_of(load(arguments), datetime.date.today()))
    arguments.out.parent.mkdir(parents=True, exist_ok=True)
    arguments.out.write_text(text, encoding="utf-8")
    print(f"wrote {arguments.out}")
    return 0


def page(report: Report) -> str:
    """Return the report as one self-contained HTML page."""
    # An overlay keeps what html_environment settled: sandboxed, escaped, strict.
    environment = html_environment().overlay(loader=FileSystemLoader(PAGES))
    template = environment.get_template("report.html.j2")
    return template.render(report=report, limit=GRADE_LIMIT, shown=SHOWN)
