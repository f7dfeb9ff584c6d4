"""``frontlist explain``: why a way of tracking works on a platform or not, and how that one suits a book."""

from argparse import Namespace
from collections.abc import Iterator

from planner.cli.lookup import find_option, find_platform
from planner.cli.plans import outdated_for, plan_of
from planner.core.alternatives import may_lead_to
from planner.core.catalog import Catalog, Platform
from planner.core.citations import sources_text
from planner.core.fit_words import explain_fit
from planner.core.freshness import Outdated, with_age
from planner.core.names import option_name
from planner.core.plan import Plan
from planner.core.situation import NOBODY, Situation
from planner.core.verdict_words import explain as explain_verdict
from planner.core.verdict_words import link_policy
from planner.core.verdicts import judge


def explain(options: Namespace) -> int:
    """Print the verdict on one option, or on all of them; for a plan, also how well the platform suits it."""
    from planner.storage.catalog_files import load_catalog

    catalog = load_catalog()
    platform = find_platform(catalog, options.platform)
    chosen = [find_option(catalog, options.option)] if options.option is not None else list(catalog.options)
    plan = plan_of(options)
    situation = Situation.of(plan, platform.id) if plan else NOBODY
    old = outdated_for(catalog, plan, may_lead_to(catalog, platform))
    if options.option is None:
        print(f"{platform.full_name} ({link_policy(catalog, platform)})")
        print(f"    {platform.links.text}\n    {with_age(sources_text(platform, [platform.links]), old)}")
        for line in fit_lines(catalog, platform, plan, old) if plan else ():
            print(line)
    for option in chosen:
        print("\n".join(lines(catalog, platform, option, situation, old)))
    return 0


def fit_lines(catalog: Catalog, platform: Platform, plan: Plan, old: Outdated) -> Iterator[str]:
    """How well a platform suits a plan's book, as lines of text."""
    words = explain_fit(catalog, platform, plan)
    yield f"{words.mark} {words.label}"
    yield f"    {words.why}"
    for heading, reasons in words.parts:
        yield f"    {heading}:"
        for reason in reasons:
            yield f"      - {' '.join(filter(None, (reason.text, with_age(reason.source, old))))}"


def lines(
    catalog: Catalog, platform: Platform, option: str, situation: Situation, old: Outdated
) -> Iterator[str]:
    """The verdict on an option, as lines of text."""
    verdict = judge(catalog, platform, option, situation)
    words = explain_verdict(catalog, platform, verdict, situation)
    yield f"{words.mark} {option_name(catalog, option)}: {words.label}"
    for sentence in filter(None, (words.reason, words.condition, with_age(words.source, old))):
        yield f"    {sentence}"
    for way in words.ways:
        yield f"    → {' '.join(filter(None, (way.text, with_age(way.source, old))))}"
