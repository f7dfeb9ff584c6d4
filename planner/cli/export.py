"""``frontlist export``: writes a plan as a document."""

import sys
from argparse import Namespace
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from planner.cli.errors import UserError
from planner.core.plan import Plan

if TYPE_CHECKING:
    from planner.export.blocks import Document
    from planner.export.choices import Choices
    from planner.export.outline.context import Context

FOR_YOURSELF = "self"
USUAL_PAPER = "a4"
LINKS, TASKS = TABLES = ("links", "tasks")


def export(options: Namespace) -> int:
    """Write the document for a reader, whole or not at all; never over the plan."""
    from planner.storage.errors import shown
    from planner.storage.paths import same_file

    make = _maker(options)
    if same_file(options.file, options.output):
        raise UserError(f"“{shown(options.output.name)}” is the plan itself; choose another name with -o.")
    from planner.storage.plan_file import open_plan

    opened = open_plan(options.file)
    for notice in opened.notices:
        print(notice, file=sys.stderr)
    _write(options.output, make(opened.plan, options))
    print(f"Wrote {options.output}.")
    return 0


def _maker(options: Namespace) -> "Maker":
    """What makes such a file; raises UserError where there is none, or an option says nothing about it."""
    from planner.storage.errors import shown

    ending = options.output.suffix.lower()
    if ending not in MAKERS:
        name = shown(options.output.name or str(options.output))
        raise UserError(f"“{name}” cannot be written; give it the ending {ENDINGS}.")
    for flag, name, endings in ONLY_FOR:
        if getattr(options, name) is not None and ending not in endings:
            raise UserError(f"{flag} says nothing about a {ending} file; leave it out.")
    return MAKERS[ending]


def _pdf(plan: Plan, options: Namespace) -> bytes:
    from planner.export.pdf.writer import write_pdf
    from planner.export.text import unprintable_text

    missing: list[str] = []
    document = _document(plan, options)
    made = write_pdf(document, paper=options.paper or USUAL_PAPER, unprintable=missing.append)
    if missing:
        print(unprintable_text(missing[0]), file=sys.stderr)
    return made


def _html(plan: Plan, options: Namespace) -> bytes:
    from planner.export.html.writer import write_html

    return write_html(_document(plan, options))


def _markdown(plan: Plan, options: Namespace) -> bytes:
    from planner.export.markdown import write_markdown

    return write_markdown(_document(plan, options))


def _docx(plan: Plan, options: Namespace) -> bytes:
    from planner.export.word import write_word

    return write_word(_document(plan, options))


def _csv(plan: Plan, options: Namespace) -> bytes:
    from planner.export.spreadsheet import links_csv, tasks_csv

    return (tasks_csv if options.what == TASKS else links_csv)(_context(plan, options))


def _ics(plan: Plan, options: Namespace) -> bytes:
    from planner.export.calendar import calendar

    return calendar(_context(plan, options))


def _document(plan: Plan, options: Namespace) -> "Document":
    from planner.export.fitting import fitted
    from planner.storage.catalog_files import load_catalog
    from planner.storage.rule_files import load_rules

    choices = _choices(options)
    document = fitted(plan, load_catalog(), load_rules(), _day(options), choices)
    for sentence in document.shortened:
        print(sentence, file=sys.stderr)
    return document


def _choices(options: Namespace) -> "Choices":
    """What was chosen; raises UserError where no section is left."""
    from planner.export.choices import Choices

    without = frozenset(options.without or ())
    choices = Choices(options.preset or FOR_YOURSELF, options.paper or USUAL_PAPER, without)
    if not choices.sections:
        raise UserError("Every section of this document was left out; use --without for fewer of them.")
    return choices


def _context(plan: Plan, options: Namespace) -> "Context":
    from planner.export.outline.context import Context
    from planner.storage.catalog_files import load_catalog

    return Context(plan, load_catalog(), (), _day(options))


def _day(options: Namespace) -> date:
    day: date | None = options.date
    return day or date.today()


def _write(path: Path, data: bytes) -> None:
    from planner.storage.atomic import write_atomically
    from planner.storage.errors import not_written

    try:
        write_atomically(path, data)
    except (OSError, ValueError) as error:
        raise UserError(not_written(path, error)) from None


Maker = Callable[[Plan, Namespace], bytes]

DOCUMENTS: Mapping[str, Maker] = {".pdf": _pdf, ".html": _html, ".md": _markdown, ".docx": _docx}
MAKERS: Mapping[str, Maker] = {**DOCUMENTS, ".csv": _csv, ".ics": _ics}
ENDINGS = f"{', '.join(list(MAKERS)[:-1])} or {list(MAKERS)[-1]}"
ONLY_FOR = (
    ("--for", "preset", tuple(DOCUMENTS)),
    ("--without", "without", tuple(DOCUMENTS)),
    ("--paper", "paper", (".pdf",)),
    ("--what", "what", (".csv",)),
)
