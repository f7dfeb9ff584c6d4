"""What can be typed: the commands, their arguments, and the help."""

import os
from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import NoReturn

from planner import __version__
from planner.cli.errors import UserError, unknown_name
from planner.core.days import day_said
from planner.core.phrasing import upper_first
from planner.storage.errors import shown

DESCRIPTION = "Frontlist plans the marketing of a book. Without a command it opens the window."
FORMATS = ("text", "json")
LONGEST = 300


class Parser(ArgumentParser):
    """An argument parser that refuses in one plain sentence."""

    def error(self, message: str) -> NoReturn:
        """Refuse what was typed."""
        said = shown(message, LONGEST)
        raise UserError(f"{upper_first(said)}. Try “{self.prog} --help”.")


def parse(arguments: Sequence[str]) -> Namespace:
    """The options that were typed, with the function to run as ``command``; raises UserError."""
    parser = Parser(
        prog="frontlist", description=DESCRIPTION, epilog="frontlist self-test checks the window."
    )
    parser.add_argument("--version", action="version", version=f"Frontlist {__version__}")
    commands = parser.add_subparsers(
        title="commands", required=True, metavar="COMMAND", parser_class=Parser, prog="frontlist"
    )
    # A command that was typed needs to load no other.
    typed = arguments[0] if arguments and arguments[0] in COMMANDS else None
    for name in (typed,) if typed else COMMANDS:
        help_text, fill = COMMANDS[name]
        fill(commands.add_parser(name, help=help_text, description=help_text))
    return parser.parse_args(["--help"] if list(arguments) == ["help"] else arguments)


def _new(command: ArgumentParser) -> None:
    from planner.cli.new import new

    command.set_defaults(command=new)
    command.add_argument("--template", metavar="ID", help="what to begin with (default: an empty plan)")
    command.add_argument("--title", default="", help="the book's title")
    command.add_argument("--launch", type=_day, metavar="YYYY-MM-DD", help="the day of the launch")
    command.add_argument(
        "-o", "--output", type=_target, required=True, metavar="FILE", help="where to write it"
    )


def _check(command: ArgumentParser) -> None:
    from planner.cli.check import check

    command.set_defaults(command=check)
    command.add_argument("file", type=Path, metavar="FILE")
    command.add_argument("--format", choices=FORMATS, default="text")


def _export(command: ArgumentParser) -> None:
    from planner.cli.export import ENDINGS_TEXT, TABLES, USUAL, export
    from planner.export.formats import EVERY_READER
    from planner.export.presets import PAPER_NAMES, PRESETS, SECTION_NAMES, TEXT_SIZE_NAMES

    command.set_defaults(command=export)
    command.add_argument("file", type=Path, metavar="FILE")
    command.add_argument(
        "-o", "--output", type=_target, required=True, metavar="OUT", help=f"{ENDINGS_TEXT} file"
    )
    readers, papers = (*PRESETS, EVERY_READER), " or ".join(PAPER_NAMES)
    command.add_argument(
        "--for",
        dest="preset",
        type=_known("reader", readers),
        metavar="READER",
        help=f"{', '.join(readers)}: OUT-READER for each (default: {USUAL.preset})",
    )
    command.add_argument(
        "--paper",
        type=_known("paper", PAPER_NAMES),
        metavar="PAPER",
        help=f"{papers}, for a PDF (default: {USUAL.paper})",
    )
    command.add_argument(
        "--text-size",
        type=_known("size of text", TEXT_SIZE_NAMES),
        metavar="SIZE",
        help=f"{' or '.join(TEXT_SIZE_NAMES)}, for a PDF (default: {USUAL.text_size})",
    )
    command.add_argument(
        "--without",
        action="append",
        type=_known("section", SECTION_NAMES),
        metavar="SECTION",
        help=f"leave a section out, once for each: {', '.join(SECTION_NAMES)}",
    )
    command.add_argument("--what", choices=TABLES, help=f"rows of a .csv table (default: {TABLES[0]})")
    command.add_argument(
        "--date", type=_day, metavar="YYYY-MM-DD", help="the date it carries (default: today)"
    )


def _platforms(command: ArgumentParser) -> None:
    from planner.cli.platforms import SORTS, platforms

    command.set_defaults(command=platforms)
    command.add_argument("--plan", type=Path, metavar="FILE", help="judge for this plan's accounts and book")
    command.add_argument("--sort", choices=SORTS, default=SORTS[0], help="best fit first (default: by kind)")
    command.add_argument("--format", choices=FORMATS, default="text")


def _explain(command: ArgumentParser) -> None:
    from planner.cli.explain import explain

    command.set_defaults(command=explain)
    command.add_argument("platform", metavar="PLATFORM")
    command.add_argument("option", nargs="?", metavar="OPTION")
    command.add_argument("--plan", type=Path, metavar="FILE", help="judge for this plan's account and book")


def _suggest(command: ArgumentParser) -> None:
    from planner.cli.suggest import suggest

    command.set_defaults(command=suggest)
    command.add_argument("file", type=Path, metavar="FILE")
    command.add_argument("--format", choices=FORMATS, default="text")
    command.add_argument(
        "-o", "--output", type=_target, metavar="OUT", help="write the plan with all of them"
    )


def _schema(command: ArgumentParser) -> None:
    from planner.cli.schema import schema

    command.set_defaults(command=schema)


def _catalog(command: ArgumentParser) -> None:
    from planner.cli.catalog import check_catalog, platform_schema

    kept = command.add_subparsers(required=True, metavar="COMMAND", parser_class=Parser)
    faults = kept.add_parser("check", help="name every fault of the platform and rule files")
    faults.add_argument("folder", nargs="?", type=Path, metavar="DIR", help="default: the one that ships")
    faults.set_defaults(command=check_catalog)
    described = kept.add_parser("schema", help="print the JSON Schema of a platform's file")
    described.set_defaults(command=platform_schema)


# What each command is for, and what fills in its options.
COMMANDS: Mapping[str, tuple[str, Callable[[ArgumentParser], None]]] = {
    "new": ("write a new plan", _new),
    "check": ("print what there is to look at in a plan", _check),
    "export": ("write a plan as a document", _export),
    "platforms": ("print the catalog with its verdicts", _platforms),
    "explain": ("print why a way of tracking works on a platform or not", _explain),
    "suggest": ("print a first set of channels for each phase of a plan", _suggest),
    "schema": ("print the JSON Schema of the plan file", _schema),
    "catalog": ("check the catalog's own files, for those who keep it", _catalog),
}


def _known(kind: str, names: Collection[str]) -> Callable[[str], str]:
    """What takes one of the names as it was typed, in any case; else raises UserError with the nearest."""

    def find(text: str) -> str:
        if text.casefold() not in names:
            raise unknown_name(kind, text, names)
        return text.casefold()

    return find


def _target(text: str) -> Path:
    """A file to write; a path drops the slash by which a folder is named."""
    if text.endswith(tuple(filter(None, (os.sep, os.altsep)))):
        raise UserError(f"“{shown(text)}” names a folder; add a name for the file.")
    return Path(text)


def _day(text: str) -> date:
    try:
        return day_said(text, f"“{shown(text)}” is no date; write it as 2027-05-05.")
    except ValueError as error:
        raise UserError(str(error)) from None
