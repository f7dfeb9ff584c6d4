"""To which day work may move, last day and all, so that no other rule minds it there."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from functools import partial

from planner.core.changes import Edit, Rewrite
from planner.core.checks import alerts, countdown, deals, preorders, terms
from planner.core.checks.background import Background
from planner.core.checks.clashes import may_clash, span_of
from planner.core.checks.judgement import Check
from planner.core.checks.scene import Scene
from planner.core.days import When, day_after, offset, when_text
from planner.core.findings import Fix
from planner.core.plan import Activity, ActivityKind, State
from planner.core.tree import Tree
from planner.core.verdicts import has_list

LABEL = "Move activity"
BY_DAY: tuple[Check, ...] = (
    *(*preorders.CHECKS, *alerts.CHECKS, *countdown.CHECKS, *deals.CHECKS),
    terms.windows,
)
"""The checks of a channel to which a day matters, but for those that offer to move work."""


def moves(scene: Scene, activity: Activity, days: Iterable[When]) -> tuple[Fix, ...]:
    """To move work to the first of some days that suits it, where there is one."""
    before = frozenset(_minded(scene))
    for day in days:
        there = _on(activity, day, scene.background.launch)
        if _suits(scene, there) and before.issuperset(_minded(_with(scene, there))):
            said = when_text(day, scene.background.launch)
            return (Fix(f"Move it to {said}", partial(_moved, day)),)
    return ()


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
    first, last = offset(activity.due, launch), offset(activity.ends, launch)
    if first is None or last is None:
        return replace(activity, due=day)
    return replace(activity, due=day, ends=day_after(day, last - first))


def _with(scene: Scene, activity: Activity) -> Scene:
    """The scene with work as it would be."""
    others = scene.channel.activities
    work = tuple(activity if each.id == activity.id else each for each in others)
    return replace(scene, channel=replace(scene.channel, activities=work))


def _minded(scene: Scene) -> Iterator[tuple[str, str]]:
    """Which records of a channel break which rules by their days."""
    return ((hit.subject, hit.rule) for check in BY_DAY for hit in check(scene))


def _suits(scene: Scene, activity: Activity) -> bool:
    """Whether there is time for work on its day, no letter to the same list, and no other price."""
    return (
        _leaves_time(scene, activity)
        and not _meets_a_letter(scene, activity)
        and not _meets_another_price(scene, activity)
    )


def _leaves_time(scene: Scene, activity: Activity) -> bool:
    day = scene.day(activity.due)
    if day is None or activity.state is not State.TO_DO:
        return True
    return (day - scene.background.today).days >= (activity.lead_days or 0)


def _meets_a_letter(scene: Scene, activity: Activity) -> bool:
    if activity.kind is not ActivityKind.SEND or scene.platform is None:
        return False
    if not has_list(scene.catalog, scene.platform):
        return False
    make = partial(_days_of_letters, scene.background, scene.channel.platform)
    letters = scene.situation.once(("days of letters",), make)
    return any(day == scene.offset(activity.due) for day, id in letters if id != activity.id)


def _days_of_letters(background: Background, platform: str) -> tuple[tuple[int | None, str], ...]:
    return tuple(
        (offset(send.due, background.launch), send.id)
        for channel, found in background.digested
        if channel.platform == platform
        for send in found.sends
    )


def _meets_another_price(scene: Scene, activity: Activity) -> bool:
    background = scene.background
    mine = span_of(activity, scene.channel, background.launch) if activity.price else None
    if mine is None or activity.kind is not ActivityKind.PRICE_PROMOTION:
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
