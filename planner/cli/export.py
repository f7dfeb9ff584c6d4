"""``frontlist export``: writes a plan as a document."""

import sys
from argparse import Namespace
from datetime import date
from pathlib import Path

from planner.cli.errors import UserError

ENDING = ".pdf"


def export(options: Namespace) -> int:
    """Write the document for a reader, whole or not at all; never over the plan."""
    from planner.storage.errors import shown
    from planner.storage.paths import same_file

    if options.output.suffix.lower() != ENDING:
        name = shown(options.output.name or str(options.output))
        raise UserError(f"“{name}” cannot be written; give it the ending {ENDING}.")
    if same_file(options.file, options.output):
        raise UserError(f"“{shown(options.output.name)}” is the plan itself; choose another name with -o.")
    from planner.export.outline import outline
    from planner.export.pdf.writer import write_pdf
    from planner.export.text import unprintable_text
    from planner.storage.catalog_files import load_catalog
    from planner.storage.plan_file import open_plan
    from planner.storage.rule_files import load_rules

    opened = open_plan(options.file)
    for notice in opened.notices:
        print(notice, file=sys.stderr)
    day = options.date or date.today()
    document = outline(opened.plan, load_catalog(), load_rules(), day, options.preset)
    missing: list[str] = []
    _write(options.output, write_pdf(document, paper=options.paper, unprintable=missing.append))
    if missing:
        print(unprintable_text(missing[0]), file=sys.stderr)
    print(f"Wrote {options.output}.")
    return 0


def _write(path: Path, data: bytes) -> None:
    from planner.storage.atomic import write_atomically
    from planner.storage.errors import not_written

    try:
        write_atomically(path, data)
    except (OSError, ValueError) as error:
        raise UserError(not_written(path, error)) from None
