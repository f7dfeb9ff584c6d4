"""Checks of activities against the calendar: the phase, the lead time, and when there is something to buy."""

from collections.abc import Iterator
from datetime import date
from functools import partial

from planner.core import edits
from planner.core.addresses import retailer_of
from planner.core.catalog import SELLS_AHEAD
from planner.core.checks.background import Background
from planner.core.checks.scene import BUYING, Scene, called
from planner.core.days import When, offset, when_text
from planner.core.findings import Fix, Hit
from planner.core.plan import Activity, ActivityKind, Promo, State
from planner.core.rule_ids import RuleId


def before_there_is_a_book(scene: Scene) -> Iterator[Hit]:
    """Activities that ask readers (outreach does not) to buy before the book can be ordered."""
    for activity in filter(_asks_to_buy, scene.selling):
        first = _first_day_to_buy(scene, activity.due)
        if first is not None and not orders_ahead(scene):
            said = when_text(first, scene.background.launch)
            ends = scene.days_between(first, scene.phase.ends)
            fixes = () if ends is not None and ends < 0 else (_move(first, f"Move it to {said}"),)
            yield _hit(scene, "promotion-before-book", activity, ("first", said), fixes=fixes)


def _asks_to_buy(activity: Activity) -> bool:
    if activity.kind is ActivityKind.PRICE_PROMOTION:
        return activity.promo is not Promo.GROUP_FREE
    return activity.aim in BUYING and activity.kind is not ActivityKind.OUTREACH


def _first_day_to_buy(scene: Scene, due: When | None) -> When | None:
    """The first day on which there is something to order, where that is still to come on a day."""
    book = scene.background.book
    waits = {day: scene.days_between(due, day) for day in (book.release, book.preorder)}
    known = {day: days for day, days in waits.items() if days is not None}
    first = min(known, key=known.__getitem__, default=None)
    return first if first is not None and known[first] > 0 else None


def orders_ahead(scene: Scene) -> bool:
    """Whether readers order here, or where a link of the channel leads, before there is a book."""
    if scene.platform and SELLS_AHEAD in scene.platform.traits:
        return True
    shops = (retailer_of(scene.catalog, link.target) for link in scene.channel.links)
    return any(shop and shop.sells_ahead for shop in shops)


def outside_the_phase(scene: Scene) -> Iterator[Hit]:
    """Activities that are due after their phase has ended."""
    phase = scene.phase
    when, ends = phase.ends, scene.offset(phase.ends)
    if ends is None:
        return
    late = [work for work in scene.open_work if (due := scene.offset(work.due)) is not None and due > ends]
    if late:
        said = when_text(ends, scene.background.launch)
        values = (("phase", phase.name), ("ends", said))
        move = _move(when, f"Move it to {said}")
        too_early = _first_day_to_buy(scene, when) is not None and not orders_ahead(scene)
    for activity in late:
        fixes = () if too_early and _asks_to_buy(activity) else (move,)
        yield _hit(scene, "activity-after-phase", activity, *values, fixes=fixes)


def too_late_to_begin(scene: Scene) -> Iterator[Hit]:
    """Activities that should have been begun before today, or are overdue."""
    if not any(_has_passed(scene, day) for day in scene.begins):
        return
    today = scene.background.today
    for activity in scene.open_work:
        due = scene.day(activity.due)
        if due is None or activity.state is not State.TO_DO:
            continue
        if due < today:
            yield _hit(scene, "activity-overdue", activity)
        elif activity.lead_days and (due - today).days < activity.lead_days:
            values = (("lead", str(activity.lead_days)), ("left", str((due - today).days)))
            yield _hit(scene, "activity-too-late", activity, *values)


def _has_passed(scene: Scene, day: When) -> bool:
    background = scene.background
    return background.memory.once(("has passed", day), partial(_passed, background, day))


def _passed(background: Background, day: When) -> bool:
    if isinstance(day, date):
        return day < background.today
    since_launch = offset(background.today, background.launch)
    return since_launch is not None and day < since_launch


def _move(when: When | None, label: str) -> Fix:
    return Fix(label, lambda tree, activity: edits.set_field(tree, activity, "due", when, "Move activity"))


def _hit(
    scene: Scene, rule: RuleId, activity: Activity, *values: tuple[str, str], fixes: tuple[Fix, ...] = ()
) -> Hit:
    known = (
        ("activity", called(activity)),
        ("due", when_text(activity.due, scene.background.launch)),
    )
    return Hit(rule=rule, subject=activity.id, aspect="activities", values=(*known, *values), fixes=fixes)


CHECKS = (before_there_is_a_book, outside_the_phase, too_late_to_begin)
