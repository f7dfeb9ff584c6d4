"""The days of a book's term in KDP Select: terms renew by themselves, and days before the first are free."""

from collections.abc import Iterator
from typing import NamedTuple

from planner.core.catalog import SERVES_KINDLE
from planner.core.checks.background import Background
from planner.core.checks.other_work import is_for_another
from planner.core.checks.phrases import keeps_in_the_plan
from planner.core.checks.scene import Scene
from planner.core.days import When, day_after
from planner.core.facts import Condition
from planner.core.needs import is_met_outside_select
from planner.core.plan import Activity
from planner.core.rule_ids import RuleId
from planner.core.vocabulary import Promo

DAYS_OF_A_TERM = 90
RENEWS: RuleId = "kdp-select-renews"


class Term(NamedTuple):
    """The first day of the term that runs now, or comes first, and the last that is known to be in Select.

    A term renews itself, which is known once it has done so, or where a deal of the plan needs it.
    """

    first: When
    last: When


def term_of(scene: Scene) -> Term | None:
    """The term, or None while the author has not said when one began."""
    return scene.background.once(_term, scene.background)


def _term(background: Background) -> Term | None:
    since = background.book.select_since
    if since is None:
        return None
    begun = background.day(since)
    passed = (background.today - begun).days if begun else 0
    deals = _deals(background)
    needed = (background.days_between(since, each.ends or each.due) or 0 for each in deals)
    renewed = max(0, passed, *needed) // DAYS_OF_A_TERM
    return Term(since, day_after(since, (renewed + 1) * DAYS_OF_A_TERM - 1))


def _deals(background: Background) -> Iterator[Activity]:
    """What the plan offers on Kindle that only a book in Select may have."""
    catalog = background.catalog
    for channel, found in background.digested:
        platform = catalog.platforms.get(channel.platform)
        kindle = platform is not None and SERVES_KINDLE in platform.traits
        for deal in found.priced:
            in_select = deal.promo is Promo.COUNTDOWN or (kindle and deal.promo is Promo.FREE_DAYS)
            if in_select and not is_for_another(catalog, background.book, deal):
                yield deal


def leaves_select(scene: Scene) -> bool:
    """Whether work of the plan says that the e-book leaves KDP Select, so that the term renews no more."""
    return keeps_in_the_plan(scene.background, RENEWS)


def term_after(scene: Scene, last: When | None) -> Term | None:
    """The term that begins only after a day, as far as both are known."""
    term = term_of(scene)
    days = scene.days_between(last, term.first) if term else None
    return term if days is not None and days > 0 else None


def term_before(scene: Scene, first: When | None) -> Term | None:
    """The term that is over before a day, as far as both are known."""
    term = term_of(scene)
    days = scene.days_between(term.last, first) if term else None
    return term if days is not None and days > 0 else None


def is_lifted(scene: Scene, condition: Condition) -> bool:
    """Whether a condition is met outside KDP Select, and the phase meets no day of a term that is known."""
    if not is_met_outside_select(condition):
        return False
    return bool(term_after(scene, scene.phase.ends) or term_before(scene, scene.phase.starts))
