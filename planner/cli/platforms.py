"""``frontlist platforms``: the catalog with its verdicts."""

import sys
from argparse import Namespace

from planner.core.catalog import Catalog, Platform
from planner.core.fit import judge_fit
from planner.core.plan import Book, Plan
from planner.core.verdicts import NOBODY, Situation, judge_all
from planner.core.words import MARKS, explain, fit_reasons, link_policy, option_name


def platforms(options: Namespace) -> int:
    """Print every platform, judged for a plan or for an author of whom nothing is known."""
    from planner.storage.catalog_files import load_catalog
    from planner.storage.plan_file import open_plan

    catalog = load_catalog()
    opened = open_plan(options.plan) if options.plan else None
    for notice in opened.notices if opened else ():
        print(notice, file=sys.stderr)
    plan = opened.plan if opened else None
    if options.format == "json":
        _print_json(catalog, plan)
    else:
        for platform in catalog.platforms.values():
            _print_text(catalog, platform, plan)
    return 0


def _situation(platform: Platform, plan: Plan | None) -> Situation:
    return Situation.of(plan, platform.id) if plan else NOBODY


def _print_text(catalog: Catalog, platform: Platform, plan: Plan | None) -> None:
    situation = _situation(platform, plan)
    fit = f" · {judge_fit(catalog, platform, plan.book).kind}" if plan else ""
    print(f"{platform.full_name} [{platform.id}] · {link_policy(catalog, platform)}{fit}")
    verdicts = judge_all(catalog, platform, situation)
    print("    " + ", ".join(f"{MARKS[v.kind]} {option_name(catalog, v.option)} {v.kind}" for v in verdicts))


def _print_json(catalog: Catalog, plan: Plan | None) -> None:
    import json

    book = plan.book if plan else Book(id="book")
    rows = [_row(catalog, p, book, _situation(p, plan)) for p in catalog.platforms.values()]
    print(json.dumps(rows, ensure_ascii=False, indent=1))


def _row(catalog: Catalog, platform: Platform, book: Book, situation: Situation) -> dict[str, object]:
    fit = judge_fit(catalog, platform, book)
    return {
        "id": platform.id,
        "name": platform.name,
        "native_name": platform.native_name,
        "other_names": platform.other_names,
        "kind": platform.kind,
        "regions": platform.regions,
        "links": {"policy": platform.links.policy, "text": platform.links.text},
        "fit": {"verdict": fit.kind, "reasons": fit_reasons(catalog, platform, book, fit)},
        "tracking": [
            {
                "option": verdict.option,
                "verdict": verdict.kind,
                "met": verdict.met,
                "reason": words.reason,
                "condition": words.condition,
                "way_on": words.way_on,
                "source": words.source,
            }
            for verdict in judge_all(catalog, platform, situation)
            for words in [explain(catalog, platform, verdict, situation)]
        ],
    }
