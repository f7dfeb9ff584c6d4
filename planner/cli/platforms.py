"""``frontlist platforms``: the catalog with its verdicts."""

from argparse import Namespace

from planner.cli.plans import plan_of
from planner.core.catalog import Catalog, Platform
from planner.core.fit import FIT_ORDER
from planner.core.fit_words import ORDER, FitExplanation, Reason, explain_fit
from planner.core.names import option_name
from planner.core.normalization import folded
from planner.core.plan import Author, Plan
from planner.core.situation import NO_BOOK, NOBODY, Situation
from planner.core.verdict_words import MARKS, explain, link_policy
from planner.core.verdicts import judge_all

BY_KIND, BY_FIT = SORTS = ("kind", "fit")
NO_PLAN = Plan(id="plan", book=NO_BOOK, author=Author(id="author"))


def platforms(options: Namespace) -> int:
    """Print every platform, judged for a plan or for an author of whom nothing is known."""
    from planner.storage.catalog_files import load_catalog

    catalog = load_catalog()
    plan = plan_of(options)
    listed = sorted_by(catalog, plan, options.sort)
    if options.format == "json":
        _print_json(catalog, listed, plan)
        return 0
    if options.sort == BY_FIT:
        print(ORDER)
    for platform in listed:
        _print_text(catalog, platform, plan)
    return 0


def sorted_by(catalog: Catalog, plan: Plan | None, sort: str) -> list[Platform]:
    """The platforms by kind, as the catalog has them, or the best fit for a plan's book first."""
    platforms = list(catalog.platforms.values())
    if sort == BY_FIT:
        platforms.sort(key=lambda p: (FIT_ORDER.index(_fit(catalog, p, plan).kind), folded(p.name)))
    return platforms


def _fit(catalog: Catalog, platform: Platform, plan: Plan | None) -> FitExplanation:
    return explain_fit(catalog, platform, plan or NO_PLAN)


def _situation(platform: Platform, plan: Plan | None) -> Situation:
    return Situation.of(plan, platform.id) if plan else NOBODY


def _print_text(catalog: Catalog, platform: Platform, plan: Plan | None) -> None:
    situation = _situation(platform, plan)
    fit = f" · {_fit(catalog, platform, plan).kind}" if plan else ""
    print(f"{platform.full_name} [{platform.id}] · {link_policy(catalog, platform)}{fit}")
    verdicts = judge_all(catalog, platform, situation)
    print("    " + ", ".join(f"{MARKS[v.kind]} {option_name(catalog, v.option)} {v.kind}" for v in verdicts))


def _print_json(catalog: Catalog, listed: list[Platform], plan: Plan | None) -> None:
    import json

    rows = [_row(catalog, platform, plan) for platform in listed]
    print(json.dumps(rows, ensure_ascii=False, indent=1))


def _row(catalog: Catalog, platform: Platform, plan: Plan | None) -> dict[str, object]:
    fit, situation = _fit(catalog, platform, plan), _situation(platform, plan)
    return {
        "id": platform.id,
        "name": platform.name,
        "native_name": platform.native_name,
        "other_names": platform.other_names,
        "kind": platform.kind,
        "regions": platform.regions,
        "not_regions": platform.not_regions,
        "links": {"policy": platform.links.policy, "text": platform.links.text},
        "fit": {
            "verdict": fit.kind,
            "why": fit.why,
            "for": _reasons(fit.speaks_for),
            "against": _reasons(fit.speaks_against),
            "to_know": _reasons(fit.to_know),
            "changes": fit.changes,
            "source": fit.source,
        },
        "tracking": [
            {
                "option": verdict.option,
                "verdict": verdict.kind,
                "met": verdict.met,
                "reason": words.reason,
                "condition": words.condition,
                "way_on": words.way_on,
                "ways": [{"text": way.text, "source": way.source} for way in words.ways],
                "source": words.source,
            }
            for verdict in judge_all(catalog, platform, situation)
            for words in [explain(catalog, platform, verdict, situation)]
        ],
    }


def _reasons(reasons: tuple[Reason, ...]) -> list[dict[str, str]]:
    return [{"text": reason.text, "source": reason.source} for reason in reasons]
