"""``frontlist export``: writes a plan as a document."""

import sys
from argparse import Namespace
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from planner.cli.errors import UserError
from planner.cli.plans import opened_plan, today_of
from planner.core.catalog import Catalog
from planner.core.phrasing import listed
from planner.export.choices import Choices
from planner.export.formats import EVERY_READER, FORMATS, path_for
from planner.export.left_out import left_out_text
from planner.export.presets import PRESETS
from planner.storage.errors import shown
from planner.storage.paths import same_file

if TYPE_CHECKING:
    from planner.press.orders import Order

USUAL = Choices()
TABLES = ("links", "tasks")
ENDINGS = tuple(dict.fromkeys(format.ending for format in FORMATS.values()))
ENDINGS_TEXT = listed(ENDINGS, last="or")
WITH_SECTIONS = tuple(format.ending for format in FORMATS.values() if format.sections)
WITH_PAGES = tuple(format.ending for format in FORMATS.values() if format.pages)
ONLY_FOR = (
    ("--for", "preset", WITH_SECTIONS),
    ("--without", "without", WITH_SECTIONS),
    ("--paper", "paper", WITH_PAGES),
    ("--text-size", "text_size", WITH_PAGES),
    ("--what", "what", (FORMATS[TABLES[0]].ending,)),
)


def export(options: Namespace) -> int:
    """Write the document for a reader, or one for each, whole or not at all; never over the plan."""
    from planner.press.make import Maker
    from planner.press.orders import ExportRefused, Order

    format = _format(options)
    wanted = list(_wanted(options))
    opened = opened_plan(options.file)
    plan = opened.plan
    maker, day = Maker(), options.date or today_of(plan)
    refused: list[str] = []
    for choices, path in wanted:
        order = Order(plan, choices, day, path, format, opened.beside)
        try:
            made = maker.make(order, lambda _share: None, lambda: False)
        except ExportRefused as error:
            refused.append(str(error))
            continue
        of_which = f"{shown(path.name)}: " if len(wanted) > 1 else ""
        for said in filter(None, (_left_out(order, maker.catalog), made.said)):
            print(f"{of_which}{said}", file=sys.stderr)
        print(f"Wrote {path}.")
    if refused:
        raise UserError("\n".join(refused))
    return 0


def _left_out(order: "Order", catalog: Catalog) -> str:
    """What a reader's document leaves out; tables and calendars are for no one reader."""
    kind = FORMATS[order.format]
    if not kind.sections:
        return ""
    return left_out_text(order.plan, order.choices, catalog, order.day, inside=kind.pages)


def _format(options: Namespace) -> str:
    """What to write; raises UserError where that is nothing, or an option says nothing about it."""
    ending = options.output.suffix.lower()
    if ending not in ENDINGS:
        name = shown(options.output.name or str(options.output))
        raise UserError(f"“{name}” cannot be written; give it the ending {ENDINGS_TEXT}.")
    for flag, name, endings in ONLY_FOR:
        if getattr(options, name) is not None and ending not in endings:
            raise UserError(f"{flag} says nothing about a {ending} file; leave it out.")
    return options.what or next(id for id, format in FORMATS.items() if format.ending == ending)


def _wanted(options: Namespace) -> Iterator[tuple[Choices, Path]]:
    """What is wanted for each reader, and where; raises UserError where that cannot be."""
    several = options.preset == EVERY_READER
    presets = tuple(PRESETS) if several else (options.preset or USUAL.preset,)
    without, size = frozenset(options.without or ()), options.text_size or USUAL.text_size
    strange = sorted(without.difference(*(PRESETS[preset].sections for preset in presets)))
    if strange:
        sections = listed(PRESETS[presets[0]].sections)
        raise UserError(f"--without {strange[0]}: this document has no such section; it has {sections}.")
    for preset in presets:
        path = Path(path_for(str(options.output), preset)) if several else options.output
        choices = Choices(preset, options.paper or USUAL.paper, without, size)
        if not choices.sections:
            which = f"the document “{PRESETS[preset].name}”" if several else "this document"
            raise UserError(f"Every section of {which} was left out; use --without for fewer of them.")
        if same_file(options.file, path):
            raise UserError(f"“{shown(path.name)}” is the plan itself; choose another name with -o.")
        yield choices, path
