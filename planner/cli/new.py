"""``frontlist new``: writes a new plan."""

from argparse import Namespace

from planner.cli.errors import unknown_name
from planner.cli.plans import refuse_to_write


def new(options: Namespace) -> int:
    """Write a plan from a template, or an empty one; never over a file that is there."""
    from planner.core.verdict_changes import rests_on
    from planner.storage.catalog_files import load_catalog
    from planner.storage.plan_file import save_plan
    from planner.storage.templates import list_templates, new_plan

    known = [template.id for template in list_templates()]
    if options.template is not None and options.template not in known:
        raise unknown_name("template", options.template, known)
    refuse_to_write(options.output)
    plan = new_plan(options.template, options.title, options.launch)
    save_plan(options.output, plan, rests_on(plan, load_catalog()))
    print(f"Wrote {options.output}.")
    return 0
