"""``frontlist suggest``: a first set of channels for each phase of a plan."""

import sys
from argparse import Namespace
from collections.abc import Iterator
from typing import TYPE_CHECKING

from planner.cli.plans import opened_plan, outdated_for, refuse_to_write, today_of
from planner.core.catalog import Catalog
from planner.core.freshness import Outdated
from planner.core.plan import Plan
from planner.core.plan_words import phase_label
from planner.core.suggest import Candidate, ForPhase, channel_of
from planner.core.suggest import suggest as suggestions
from planner.core.suggest_words import (
    ASSUMED,
    NO_PHASES,
    NOTHING,
    ORDER,
    OVER,
    asks_text,
    basis_text,
    left_out_text,
    left_text,
    phase_totals,
    reasons,
)

if TYPE_CHECKING:
    from planner.storage.format import Opened


def suggest(options: Namespace) -> int:
    """Print what is suggested and what was left out; with ``-o``, write the plan with all of it."""
    from planner.storage.catalog_files import load_catalog

    catalog, opened = load_catalog(), opened_plan(options.file)
    plan = opened.plan
    made = suggestions(catalog, plan, today_of(plan))
    old = outdated_for(catalog, plan, catalog.platforms)
    if options.output:
        _write(options, catalog, opened, made)
    if options.format == "json":
        _print_json(catalog, plan, made, old)
    else:
        for line in lines(catalog, plan, made, old):
            print(line)
    if options.output:
        print(f"Wrote {options.output}.", file=sys.stderr)
    return 0


def lines(catalog: Catalog, plan: Plan, made: tuple[ForPhase, ...], old: Outdated) -> Iterator[str]:
    """What is suggested for a plan, as lines of text."""
    yield f"{plan.name}: {basis_text(catalog, plan)} {left_text(plan)}"
    yield ASSUMED
    yield ORDER if made else NO_PHASES
    totals = phase_totals(plan, [each.chosen for each in made])
    for each, total in zip(made, totals, strict=True):
        yield f"\n{phase_label(each.phase)}: {total}"
        if not each.chosen:
            yield f"  {OVER if each.over else NOTHING}"
        for candidate in each.chosen:
            yield f"  + {candidate.platform.full_name}: {asks_text(candidate)}"
            for text, source in reasons(catalog, plan, candidate, old):
                yield f"      {' '.join(filter(None, (text, source)))}"
        for left_out in each.left_out:
            yield f"  - {left_out_text(left_out, plan)}"


def _print_json(catalog: Catalog, plan: Plan, made: tuple[ForPhase, ...], old: Outdated) -> None:
    import json

    rows = [
        {
            "phase": each.phase.id,
            "name": each.phase.name,
            "channels": [_row(catalog, plan, candidate, old) for candidate in each.chosen],
            "left_out": [
                {
                    "platform": left_out.candidate.platform.id,
                    "want": left_out.want,
                    "reason": left_out_text(left_out, plan),
                }
                for left_out in each.left_out
            ],
        }
        for each in made
    ]
    print(json.dumps({"assumed": ASSUMED, "phases": rows}, ensure_ascii=False, indent=1))


def _row(catalog: Catalog, plan: Plan, candidate: Candidate, old: Outdated) -> dict[str, object]:
    return {
        "platform": candidate.platform.id,
        "hours": candidate.effort.hours,
        "money": str(candidate.cost) if candidate.cost else None,
        "aim": candidate.aim,
        "tracking": candidate.option or None,
        "fit": candidate.fit,
        "reasons": [
            {"text": text, "source": source} for text, source in reasons(catalog, plan, candidate, old)
        ],
    }


def _write(options: Namespace, catalog: Catalog, opened: "Opened", made: tuple[ForPhase, ...]) -> None:
    """Write the plan with all that is suggested; never over a file that is there."""
    from planner.core import edits
    from planner.core.document import Document
    from planner.core.verdict_changes import rests_on
    from planner.storage.plan_file import save_plan

    refuse_to_write(options.output)
    document = Document(opened.plan)
    wanted = [(each.phase.id, channel_of(candidate)) for each in made for candidate in each.chosen]
    if wanted:
        document.apply(edits.add_suggested(document.tree, wanted))
    save_plan(options.output, document.plan, rests_on(document.plan, catalog), opened.beside)
