"""The plan that a command is asked about, with what should be told of it, and the one that it writes."""

import os
import sys
from argparse import Namespace
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from planner.cli.errors import UserError
from planner.core.catalog import Catalog
from planner.core.days import day_now
from planner.core.freshness import Outdated, outdated
from planner.core.plan import Plan

if TYPE_CHECKING:
    from planner.storage.format import Opened


def opened_plan(path: Path) -> "Opened":
    """The plan in a file; what should be told of it goes to standard error."""
    from planner.storage.plan_file import open_plan

    opened = open_plan(path)
    for notice in opened.notices:
        print(notice, file=sys.stderr)
    return opened


def plan_of(options: Namespace) -> Plan | None:
    """The plan named by ``--plan``, or None."""
    return opened_plan(options.plan).plan if options.plan else None


def today_of(plan: Plan | None) -> date:
    """The day that it is for the author of a plan."""
    return day_now(plan.author.time_zone if plan else "")


def outdated_for(catalog: Catalog, plan: Plan | None, ids: Iterable[str]) -> Outdated:
    """What is out of date today of some platforms, but for what the author of a plan has looked up."""
    from planner.storage.rule_files import load_rules

    return outdated(catalog, load_rules(), plan.rechecks if plan else (), today_of(plan), ids)


def refuse_to_write(path: Path) -> None:
    """Raise UserError where no new plan may be written: in the place of a file, or called a document."""
    from planner.export.formats import FORMATS
    from planner.storage.errors import shown

    name = shown(path.name or str(path))
    if os.path.exists(path):  # noqa: PTH110  # the path's own raises where it may not look
        raise UserError(f"“{name}” is there already; choose another name with -o.")
    ending = path.suffix.lower()
    if any(ending == format.ending for format in FORMATS.values()):
        raise UserError(
            f"“{name}” would be a plan with the ending of a document; give it .frontlist, and then export it."
        )
