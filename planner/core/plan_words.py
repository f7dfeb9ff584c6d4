"""The words for what stands in a plan: whose role is told, what was looked up, and what promotions offer."""

from collections.abc import Iterator
from datetime import date

from planner.core.catalog import Catalog
from planner.core.days import day_text, when_text
from planner.core.names import markets_said
from planner.core.phrasing import counted, listed
from planner.core.plan import Activity, Goal, Person, Phase, Plan, Recheck
from planner.core.vocabulary import ActivityKind

NAMELESS_PHASE = "a phase without a name"


def phase_label(phase: Phase) -> str:
    """What a phase is called where it is shown by itself."""
    return phase.name or "Unnamed phase"


def phase_said(phase: Phase) -> str:
    """What a phase is called in a sentence."""
    return phase.name or NAMELESS_PHASE


def activity_label(activity: Activity) -> str:
    """What a piece of work is called where it is shown by itself."""
    return activity.title or str(activity.kind).capitalize()


def goal_label(goal: Goal) -> str:
    """What a goal is called where it is shown by itself."""
    return goal.text or str(goal.aim).capitalize()


def beside_release(days: int) -> str:
    """So many days before release in words, or after it where they are negative."""
    if not days:
        return "on the day of release"
    return f"{counted(abs(days), 'day')} {'before' if days > 0 else 'after'} release"


def recheck_text(recheck: Recheck) -> str:
    """What the author has looked up, and when: "I checked on 22 November 2026: still 1,000 followers"."""
    said = f"I checked on {day_text(recheck.on)}" if recheck.on else "To be checked"
    facts = f" ({' '.join(f'“{fact}”' for fact in recheck.facts)})" if recheck.facts else ""
    return f"{said}{facts}: {recheck.note}" if recheck.note else f"{said}{facts}."


def needs_role(plan: Plan, person: Person) -> bool:
    """Whether a person's role has to be told, as they have no name, or one that others have as well."""
    return sum(each.name == person.name for each in plan.people) > 1 or not person.name


def is_offer(activity: Activity) -> bool:
    """Whether a piece of work offers the book under terms of its own; other work may last some days too."""
    return bool(activity.promo or activity.price) or activity.kind is ActivityKind.PRICE_PROMOTION


def offer_text(catalog: Catalog, activity: Activity, launch: date | None) -> str:
    """What a promotion offers, to whom and until when: "price cut, $0.99 instead of $4.99, until T+4"."""
    ends = when_text(activity.ends, launch)
    terms = _terms(catalog, activity) if is_offer(activity) else ()
    return ", ".join(filter(None, (*terms, f"until {ends}" if ends else "")))


def _terms(catalog: Catalog, activity: Activity) -> Iterator[str]:
    price, before = activity.price, activity.list_price
    yield str(activity.promo or "")
    yield f"{price.text} instead of {before.text}" if price and before else price.text if price else ""
    yield f"in {counted(activity.steps, 'step')}" if activity.steps else ""
    yield region_text(catalog, activity.region)


def region_text(catalog: Catalog, region: str) -> str:
    """For which market alone something is, "" where it is for all."""
    return f"in {listed(markets_said(catalog, (region,)))} only" if region else ""


def side_terms(catalog: Catalog, activity: Activity) -> Iterator[str]:
    """What is told beside a piece of work: for whom it is, and whether money or gifts are behind it."""
    if activity.region and not is_offer(activity):
        yield region_text(catalog, activity.region)
    if activity.boosted:
        yield "paid to be shown"
    if activity.gifted:
        yield "paid for or a gift"
