"""To which day work may move, last day and all, so that no other rule minds it there."""

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from functools import lru_cache, partial

from planner.core.catalog import Platform
from planner.core.changes import Edit, Rewrite
from planner.core.checks import alerts, countdown, deals, preorders, terms
from planner.core.checks.background import Background
from planner.core.checks.calendar import may_clash, span_of
from planner.core.checks.judgement import Check
from planner.core.checks.scene import BUYING, Scene
from planner.core.days import When, day_after, days_between, offset, resolve, when_text
from planner.core.findings import Fix
from planner.core.mailing_lists import has_list
from planner.core.plan import Activity
from planner.core.tree import Tree
from planner.core.vocabulary import ActivityKind, Aim, State

LABEL = "Move activity"
REMEMBERED = 1000
BY_DAY: Mapping[ActivityKind, tuple[Check, ...]] = {
    ActivityKind.SEND: (*alerts.CHECKS, deals.groups),
    ActivityKind.PRICE_PROMOTION: (*countdown.CHECKS, *deals.CHECKS),
}
"""The checks of a channel to which the day of such work matters, but for those that offer to move it."""


def alike(scene: Scene, activity: Activity) -> tuple[Hashable, ...]:
    """What plain work of a phase shares that may move to the same days; nothing of what bears on more."""
    bears = activity.aim in BUYING or _checks(scene, activity)
    return () if bears else (activity.state, activity.lead_days)


def moves(scene: Scene, activity: Activity, days: Iterable[When]) -> tuple[Fix, ...]:
    """To move work to the first of some days that suits it, where there is one."""
    minding, launch = _minding(scene, activity), scene.background.launch
    for day in days:
        in_time = _leaves_time(scene, activity, resolve(day, launch))
        if in_time and not _meets_a_letter(scene, activity, day) and not minding(day):
            return _to(day, launch)
    return ()


@lru_cache(maxsize=REMEMBERED)
def _to(day: When, launch: date | None) -> tuple[Fix, ...]:
    return (Fix(f"Move it to {when_text(day, launch)}", partial(_moved, day)),)


def _moved(day: When, tree: Tree, record: str) -> Edit:
    activity = tree.get(record, Activity)
    there = _on(activity, day, tree.plan.launch)
    changed = {
        name: value
        for name, value in (("due", there.due), ("ends", there.ends))
        if getattr(activity, name) != value
    }
    return Edit(LABEL, (Rewrite(record, changed),) if changed else ())


def _on(activity: Activity, day: When, launch: date | None) -> Activity:
    """Work on another day, as long as it was: how long it is stays unknown where it was."""
    days = days_between(activity.due, activity.ends, launch)
    return (
        replace(activity, due=day) if days is None else replace(activity, due=day, ends=day_after(day, days))
    )


def _with(scene: Scene, activity: Activity) -> Scene:
    """The scene with work as it would be."""
    others = scene.channel.activities
    work = tuple(activity if each.id == activity.id else each for each in others)
    return replace(scene, channel=replace(scene.channel, activities=work))


def _minding(scene: Scene, activity: Activity) -> Callable[[When], bool]:
    """Whether a price or a check minds work on a day: none of them bears on most work."""
    checks = _checks(scene, activity)
    is_priced = activity.kind is ActivityKind.PRICE_PROMOTION and activity.price is not None
    if not checks and not is_priced:
        return lambda _: False
    before = frozenset(_minded(scene, checks))

    def minds(day: When) -> bool:
        there = _on(activity, day, scene.background.launch)
        if is_priced and _meets_another_price(scene, there):
            return True
        return not before.issuperset(_minded(_with(scene, there), checks))

    return minds


def _checks(scene: Scene, activity: Activity) -> tuple[Check, ...]:
    """The checks to which the day of a piece of work may matter."""
    return _checks_of(scene.platform, activity.kind, bool(activity.promo), activity.aim)


@lru_cache(maxsize=REMEMBERED)
def _checks_of(
    platform: Platform | None, kind: ActivityKind, has_promo: bool, aim: Aim | None
) -> tuple[Check, ...]:
    kinds = {kind, ActivityKind.PRICE_PROMOTION} if has_promo else {kind}
    by_kind = (check for kind, checks in BY_DAY.items() if kind in kinds for check in checks)
    ordered = (preorders.after_release,) if aim is Aim.PREORDERS else ()
    timed = (terms.windows,) if platform and _counts_days(platform) else ()
    return (*dict.fromkeys((*by_kind, *ordered, *timed)),)


def _counts_days(platform: Platform) -> bool:
    """Whether a platform says how early or late some work may be."""
    return any(limit.measure in terms.MEASURES for limit in platform.limits)


def _minded(scene: Scene, checks: Iterable[Check]) -> Iterator[tuple[str, str]]:
    """Which records of a channel break which rules of some checks."""
    return ((hit.subject, hit.rule) for check in checks for hit in check(scene))


def _leaves_time(scene: Scene, activity: Activity, due: date | None) -> bool:
    if due is None or activity.state is not State.TO_DO:
        return True
    return (due - scene.background.today).days >= (activity.lead_days or 0)


def _meets_a_letter(scene: Scene, activity: Activity, day: When) -> bool:
    if activity.kind is not ActivityKind.SEND or scene.platform is None:
        return False
    if not has_list(scene.catalog, scene.platform):
        return False
    letters = scene.background.once(_days_of_letters, scene.background, scene.channel.platform)
    return any(taken == scene.offset(day) for taken, id in letters if id != activity.id)


def _days_of_letters(background: Background, platform: str) -> tuple[tuple[int | None, str], ...]:
    return tuple(
        (offset(send.due, background.launch), send.id)
        for channel, found in background.digested
        if channel.platform == platform
        for send in found.sends
    )


def _meets_another_price(scene: Scene, activity: Activity) -> bool:
    background = scene.background
    mine = span_of(activity, scene.channel, background.launch)
    if mine is None:
        return False
    others = (
        span_of(deal, channel, background.launch)
        for channel, found in background.digested
        for deal in found.promotions
        if deal.id != activity.id
    )
    return any(
        other.first <= mine.last
        and mine.first <= other.last
        and may_clash(scene.catalog, background.book, mine, other)
        for other in others
        if other
    )
