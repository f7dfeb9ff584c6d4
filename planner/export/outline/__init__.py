"""From a plan to neutral blocks: every word of an exported document is decided here."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import replace
from datetime import date
from itertools import chain

from planner.core.alternatives import may_lead_to
from planner.core.catalog import Catalog
from planner.core.checks.checker import Checker
from planner.core.days import day_text
from planner.core.freshness import Outdated, outdated
from planner.core.plan import Plan
from planner.core.rules import RuleBook
from planner.export.blocks import Document, Section
from planner.export.isolates import SEPARATOR
from planner.export.languages import language_tag, with_characters
from planner.export.outline.ads import ads
from planner.export.outline.audience import audience
from planner.export.outline.author import author
from planner.export.outline.book import basics, positioning
from planner.export.outline.budget import budget
from planner.export.outline.channels import channels, duties
from planner.export.outline.checks import checks
from planner.export.outline.context import Context
from planner.export.outline.fit import fit
from planner.export.outline.glossary import glossary
from planner.export.outline.goals import goals
from planner.export.outline.hours import hours
from planner.export.outline.links import links
from planner.export.outline.opening import contents, cover, glance
from planner.export.outline.people import people
from planner.export.outline.review import review
from planner.export.outline.skipped import skipped
from planner.export.outline.sources import sources
from planner.export.outline.summary import summary
from planner.export.outline.tasks import publicity, tasks
from planner.export.outline.texts import copy, texts
from planner.export.outline.timeline import timeline
from planner.export.outline.tip_sheet import tip_sheet
from planner.export.outline.tracking import tracking
from planner.export.outline.work import work
from planner.export.overlong import readable, with_short_names
from planner.export.own_words import own_words
from planner.export.picture import BROKEN
from planner.export.presets import PRESETS, plan_for

SECTIONS: Mapping[str, Callable[[Context], Section | None]] = {
    "cover": cover,
    "contents": contents,
    "glance": glance,
    "book": basics,
    "positioning": positioning,
    "audience": audience,
    "author": author,
    "goals": goals,
    "channels": channels,
    "fit": fit,
    "texts": texts,
    "tracking": tracking,
    "links": links,
    "timeline": timeline,
    "budget": budget,
    "hours": hours,
    "tasks": tasks,
    "people": people,
    "checks": checks,
    "skipped": skipped,
    "review": review,
    "glossary": glossary,
    "sources": sources,
    "work": work,
    "copy": copy,
    "duties": duties,
    "publicity": publicity,
    "ads": ads,
    "tip-sheet": tip_sheet,
    "summary": summary,
}


def outline(
    plan: Plan,
    catalog: Catalog,
    rules: RuleBook,
    day: date,
    preset: str = "self",
    without: Collection[str] = (),
) -> Document:
    """The document of a plan for a reader, dated ``day``, ``without`` the sections with these ids.

    Sections with nothing to say are left out as well.
    """
    shown: Plan = readable(plan_for(plan, preset, catalog))
    findings = Checker(catalog, rules, day).findings(with_short_names(plan))
    context = Context(shown, catalog, findings, day, _old(plan, catalog, rules, day))
    kind = PRESETS[preset].kind
    made = (SECTIONS[section](context) for section in PRESETS[preset].sections if section not in without)
    sections = tuple(section for section in made if section)
    head_end = f"{SEPARATOR}{kind}{SEPARATOR}{day_text(day)}"
    document = Document(
        title=f"{shown.name}: {kind}",
        language=language_tag(plan.language),
        date=day,
        sections=sections,
        subject=kind.capitalize(),
        running_head=f"{shown.name}{head_end}",
        head_end=head_end,
        names=_native_names(catalog),
        own_words=own_words(shown),
        book_language=shown.book.language,
    )
    if plan.book.cover and document.cover and document.cover.picture is None:
        document = replace(document, told=(BROKEN,))
    return with_characters(document)


def _old(plan: Plan, catalog: Catalog, rules: RuleBook, day: date) -> Outdated:
    """What is out of date of the platforms in a plan, and of those that may be named instead."""
    used = dict.fromkeys(channel.platform for channel in plan.channels)
    known = (catalog.platforms[id] for id in used if id in catalog.platforms)
    ids = chain.from_iterable(may_lead_to(catalog, platform) for platform in known)
    return outdated(catalog, rules, plan.rechecks, day, ids)


def _native_names(catalog: Catalog) -> dict[str, str]:
    """What platforms are called by those who use them, with the language that most of them speak."""
    known = catalog.platforms.values()
    return {each.native_name: each.languages[0] for each in known if each.native_name and each.languages}
