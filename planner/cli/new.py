"""``frontlist new``: writes a new plan."""

import os
from argparse import Namespace

from planner.cli.errors import UserError, unknown_name


def new(options: Namespace) -> int:
    """Write a plan from a template, or an empty one; never over a file that is there."""
    from planner.core.rested import rests_on
    from planner.storage.catalog_files import load_catalog
    from planner.storage.errors import shown
    from planner.storage.plan_file import save_plan
    from planner.storage.templates import list_templates, new_plan

    known = [template.id for template in list_templates()]
    if options.template is not None and options.template not in known:
        raise unknown_name("template", options.template, known)
    if os.path.exists(options.output):  # noqa: PTH110  # the path's own raises where it may not look
        name = shown(options.output.name or str(options.output))
        raise UserError(f"“{name}” is there already; choose another name with -o.")
    plan = new_plan(options.template, options.title, options.launch)
    save_plan(options.output, plan, rests_on(plan, load_catalog()))
    print(f"Wrote {options.output}.")
    return 0
