"""The plan that a command is asked to judge for."""

import sys
from argparse import Namespace

from planner.core.plan import Plan


def plan_of(options: Namespace) -> Plan | None:
    """The plan named by ``--plan``, or None; what should be told of it goes to standard error."""
    from planner.storage.plan_file import open_plan

    opened = open_plan(options.plan) if options.plan else None
    for notice in opened.notices if opened else ():
        print(notice, file=sys.stderr)
    return opened.plan if opened else None
