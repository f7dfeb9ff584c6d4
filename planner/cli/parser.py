"""What can be typed: the commands, their arguments, and the help."""

from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Collection, Sequence
from datetime import date
from pathlib import Path
from typing import NoReturn

from planner import __version__
from planner.cli.catalog import check_catalog, platform_schema
from planner.cli.check import check
from planner.cli.errors import UserError, unknown_name
from planner.cli.explain import explain
from planner.cli.export import ENDINGS_TEXT, TABLES, export
from planner.cli.new import new
from planner.cli.platforms import SORTS, platforms
from planner.cli.schema import schema
from planner.export.formats import EVERY_READER
from planner.export.presets import PAPER_NAMES, PRESETS, SECTION_NAMES, TEXT_SIZE_NAMES
from planner.storage.errors import shown

DESCRIPTION = "Frontlist plans the marketing of a book. Without a command it opens the window."
FORMATS = ("text", "json")
LONGEST = 300


class Parser(ArgumentParser):
    """An argument parser that refuses in one plain sentence."""

    def error(self, message: str) -> NoReturn:
        """Refuse what was typed."""
        said = shown(message, LONGEST)
        raise UserError(f"{said[:1].upper()}{said[1:]}. Try “{self.prog} --help”.")


def parse(arguments: Sequence[str]) -> Namespace:
    """The options that were typed, with the function to run as ``command``; raises UserError."""
    parser = Parser(
        prog="frontlist", description=DESCRIPTION, epilog="frontlist self-test checks the window."
    )
    parser.add_argument("--version", action="version", version=f"Frontlist {__version__}")
    commands = parser.add_subparsers(title="commands", required=True, metavar="COMMAND", parser_class=Parser)

    def command(name: str, run: Callable[[Namespace], int], help_text: str) -> ArgumentParser:
        added = commands.add_parser(name, help=help_text, description=help_text)
        added.set_defaults(command=run)
        return added

    made = command("new", new, "write a new plan")
    made.add_argument("--template", metavar="ID", help="what to begin with (default: an empty plan)")
    made.add_argument("--title", default="", help="the book's title")
    made.add_argument("--launch", type=_day, metavar="YYYY-MM-DD", help="the day of the launch")
    made.add_argument("-o", "--output", type=Path, required=True, metavar="FILE", help="where to write it")

    checked = command("check", check, "print what there is to look at in a plan")
    checked.add_argument("file", type=Path, metavar="FILE")
    checked.add_argument("--format", choices=FORMATS, default="text")

    _add_export_options(command("export", export, "write a plan as a document"))

    listed = command("platforms", platforms, "print the catalog with its verdicts")
    listed.add_argument("--plan", type=Path, metavar="FILE", help="judge for this plan's accounts and book")
    listed.add_argument("--sort", choices=SORTS, default=SORTS[0], help="best fit first (default: by kind)")
    listed.add_argument("--format", choices=FORMATS, default="text")

    explained = command("explain", explain, "print why a way of tracking works on a platform or not")
    explained.add_argument("platform", metavar="PLATFORM")
    explained.add_argument("option", nargs="?", metavar="OPTION")
    explained.add_argument("--plan", type=Path, metavar="FILE", help="judge for this plan's account and book")

    suggested = command("suggest", _suggest, "print a first set of channels for each phase of a plan")
    suggested.add_argument("file", type=Path, metavar="FILE")
    suggested.add_argument("--format", choices=FORMATS, default="text")
    suggested.add_argument("-o", "--output", type=Path, metavar="OUT", help="write the plan with all of them")

    command("schema", schema, "print the JSON Schema of the plan file")
    _add_catalog_commands(
        commands.add_parser("catalog", help="check the catalog's own files, for those who keep it")
    )
    return parser.parse_args(["--help"] if list(arguments) == ["help"] else arguments)


def _add_catalog_commands(catalog: ArgumentParser) -> None:
    """What can be asked of the catalog's own files."""
    kept = catalog.add_subparsers(required=True, metavar="COMMAND", parser_class=Parser)
    faults = kept.add_parser("check", help="name every fault of the platform and rule files")
    faults.add_argument("folder", nargs="?", type=Path, metavar="DIR", help="default: the one that ships")
    faults.set_defaults(command=check_catalog)
    described = kept.add_parser("schema", help="print the JSON Schema of a platform's file")
    described.set_defaults(command=platform_schema)


def _suggest(options: Namespace) -> int:
    """Suggest channels; what that takes no other command needs to load."""
    from planner.cli.suggest import suggest

    return suggest(options)


def _add_export_options(exported: ArgumentParser) -> None:
    """What an export can be told."""
    exported.add_argument("file", type=Path, metavar="FILE")
    exported.add_argument(
        "-o", "--output", type=Path, required=True, metavar="OUT", help=f"{ENDINGS_TEXT} file"
    )
    readers, papers = (*PRESETS, EVERY_READER), " or ".join(PAPER_NAMES)
    exported.add_argument(
        "--for",
        dest="preset",
        type=_known("reader", readers),
        metavar="READER",
        help=f"{', '.join(readers)}: OUT-READER for each (default: self)",
    )
    exported.add_argument(
        "--paper",
        type=_known("paper", PAPER_NAMES),
        metavar="PAPER",
        help=f"{papers}, for a PDF (default: a4)",
    )
    exported.add_argument(
        "--text-size",
        type=_known("size of text", TEXT_SIZE_NAMES),
        metavar="SIZE",
        help=f"{' or '.join(TEXT_SIZE_NAMES)}, for a PDF (default: normal)",
    )
    exported.add_argument(
        "--without",
        action="append",
        type=_known("section", SECTION_NAMES),
        metavar="SECTION",
        help=f"leave a section out, once for each: {', '.join(SECTION_NAMES)}",
    )
    exported.add_argument("--what", choices=TABLES, help="rows of a .csv table (default: links)")
    exported.add_argument(
        "--date", type=_day, metavar="YYYY-MM-DD", help="the date it carries (default: today)"
    )


def _known(kind: str, names: Collection[str]) -> Callable[[str], str]:
    """What takes one of the names as it was typed, in any case; else raises UserError with the nearest."""

    def find(text: str) -> str:
        if text.casefold() not in names:
            raise unknown_name(kind, text, names)
        return text.casefold()

    return find


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise UserError(f"“{shown(text)}” is no date; write it as 2027-05-05.") from None
