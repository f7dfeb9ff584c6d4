"""The plan that a command is asked about; what should be told of it goes to standard error."""

import sys
from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from planner.core.plan import Plan

if TYPE_CHECKING:
    from planner.storage.format import Opened


def opened_plan(path: Path) -> "Opened":
    """The plan in a file, once what should be told of it is told."""
    from planner.storage.plan_file import open_plan

    opened = open_plan(path)
    for notice in opened.notices:
        print(notice, file=sys.stderr)
    return opened


def plan_of(options: Namespace) -> Plan | None:
    """The plan named by ``--plan``, or None."""
    return opened_plan(options.plan).plan if options.plan else None
