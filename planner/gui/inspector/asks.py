"""What an account is asked: the fields that can change something, and what conditions ask beyond them."""

from collections.abc import Iterable, Iterator

from planner.core.catalog import Catalog, Platform
from planner.core.conditions import condition_met, option_met
from planner.core.facts import Need, VerdictKind
from planner.core.fit import fit_for
from planner.core.mailing_lists import list_matters
from planner.core.needs import need_met, needs_of
from planner.core.plan import Account, Plan
from planner.core.situation import Situation
from planner.core.verdicts import GREY
from planner.gui.inspector.tables import FOR_LISTS


def open_questions(catalog: Catalog, platform: Platform, situation: Situation) -> tuple[str, ...]:
    """The sentences to tick: those that decide something and are not known yet, or ticked already."""
    ticked = situation.account.met if situation.account else ()
    asked = dict.fromkeys(
        (
            *_from_conditions(platform, situation),
            *_from_fit(catalog, platform, situation),
            *_from_tracking(catalog, platform, situation),
        )
    )
    return tuple(dict.fromkeys((*asked, *ticked)))


def moot_fields(
    catalog: Catalog, platform: Platform | None, plan: Plan, account: Account | None
) -> Iterator[str]:
    """The fields of an account that can change nothing on a known platform, and of which nothing is said."""
    if platform is None:
        return
    exception = platform.fit.exception
    needs = [need for fact in (*platform.conditions, *platform.tracking) for need in needs_of(fact)]
    needs += exception.needs if exception else ()
    for names, matters in (
        (("type",), bool(platform.account_types)),
        (("local_help",), any(need.local_help is not None for need in needs)),
        (FOR_LISTS, list_matters(catalog, platform, plan)),
    ):
        said = any(getattr(account, name, None) not in (None, "") for name in names)
        if not (matters or said):
            yield from names


def _from_conditions(platform: Platform, situation: Situation) -> Iterator[str]:
    for condition in platform.conditions:
        met = condition_met(platform, condition, situation)
        yield from _left_open(platform, condition.any_of, condition.text, met, situation)
    yield from (rule.asks for rule in platform.promotion_rules if rule.asks)


def _from_fit(catalog: Catalog, platform: Platform, situation: Situation) -> Iterator[str]:
    """What the exception asks for, where the book is of its kinds."""
    if exception := fit_for(catalog, platform, situation).exception:
        yield from (need.asks for need in exception.needs if need.asks)


def _from_tracking(catalog: Catalog, platform: Platform, situation: Situation) -> Iterator[str]:
    """Conditions of options that no field can decide."""
    for fact in platform.tracking:
        option = catalog.options.get(fact.option)
        if not fact.condition or fact.for_all or fact.verdict in GREY or option is None:
            continue
        if fact.any_of:
            met = option_met(platform, fact, situation)
            yield from _left_open(platform, fact.any_of, fact.condition, met, situation)
        elif not option.needs_click or (fact.verdict is VerdictKind.LIMITED and not fact.where):
            yield fact.condition


def _left_open(
    platform: Platform, needs: tuple[Need, ...], text: str, met: bool | None, situation: Situation
) -> Iterator[str]:
    """What a condition asks beyond the account's fields, or else itself; nothing once it is met."""
    if met:
        return
    if any(need.asks for need in needs):
        yield from _still_possible(platform, needs, situation)
    elif met is None:
        yield text


def _still_possible(platform: Platform, needs: Iterable[Need], situation: Situation) -> Iterator[str]:
    """What needs ask for, of those that the account's fields do not rule out."""
    types = platform.account_types
    return (need.asks for need in needs if need.asks and need_met(need, situation, types) is not False)
