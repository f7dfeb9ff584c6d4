"""Checks of activities against the calendar: the phase, the lead time, and when there is something to buy."""

from collections.abc import Hashable, Iterator
from dataclasses import dataclass, field
from datetime import date
from operator import itemgetter
from typing import Final

from planner.core.checks.background import Background
from planner.core.checks.calendar import ends_before_it_begins
from planner.core.checks.calls_to_buy import (
    PERHAPS_BEFORE_BOOK,
    Asking,
    asking,
    asks_to_buy,
    first_day_to_buy,
    orders_ahead,
)
from planner.core.checks.cleared import clearing
from planner.core.checks.other_work import (
    Meant,
    is_for_another,
    may_be_for_an_earlier_book,
    meant,
    needs_the_number,
)
from planner.core.checks.rescheduling import alike, moves
from planner.core.checks.scene import Scene, called
from planner.core.days import When, day_after, offset, when_text
from planner.core.findings import Fix, Hit
from planner.core.phrasing import counted
from planner.core.plan import Activity
from planner.core.plan_words import phase_said
from planner.core.rule_ids import RuleId
from planner.core.vocabulary import State

NUMBER_MISSING: Final = "Write into the brief which number of its series this book is."
LOOKED_AT: Final = 30
"""How many days are looked at for one to which work could move."""
WITH_BUTTONS: Final = 50
"""For how many pieces of a channel's work: each is held against all the others."""


def before_there_is_a_book(scene: Scene) -> Iterator[Hit]:
    """Activities that ask readers (outreach does not) to buy before the book can be ordered."""
    for n, asked in enumerate(asking(scene)):
        first = first_day_to_buy(scene, asked.activity.due)
        if first is not None and not orders_ahead(scene, asked.activity.due):
            yield from _too_early(scene, asked, first, can_move=n < WITH_BUTTONS)


def _too_early(scene: Scene, asked: Asking, first: When, *, can_move: bool) -> Iterator[Hit]:
    """Work that asks readers to buy before the first day for that, unless it is for something else."""
    catalog, book, activity = scene.catalog, scene.background.book, asked.activity
    what = meant(catalog, book, activity)
    if what is Meant.OTHER:
        return
    sure = asked.sure and what is Meant.THIS and not may_be_for_an_earlier_book(catalog, book, activity)
    rule: RuleId = "promotion-before-book" if sure else PERHAPS_BEFORE_BOOK
    say = NUMBER_MISSING if needs_the_number(catalog, book, activity) else ""
    values = (("first", when_text(first, scene.background.launch)), ("say", say))
    moved = moves(scene, activity, _days_from(scene, first)) if can_move else ()
    cleared = (clearing(asked.words),) if asked.words else ()
    yield _hit(scene, rule, activity, *values, fixes=(*moved, *cleared))


def _days_from(scene: Scene, first: When) -> Iterator[When]:
    """A day and those after it, as far as the phase goes."""
    left = scene.days_between(first, scene.phase.ends)
    return (day_after(first, n) for n in range(LOOKED_AT if left is None else min(left + 1, LOOKED_AT)))


def outside_the_phase(scene: Scene) -> Iterator[Hit]:
    """Activities that are due after their phase has ended."""
    phase = scene.phase
    late = [work for work in scene.open_work if (scene.days_between(phase.ends, work.due) or 0) > 0]
    ends = when_text(phase.ends, scene.background.launch) if late else ""
    for n, activity in enumerate(late):
        fixes = _moves_back(scene, activity, can_move=n < WITH_BUTTONS)
        values = (("phase", phase_said(phase)), ("ends", ends))
        yield _hit(scene, "activity-after-phase", activity, *values, fixes=fixes)


def _moves_back(scene: Scene, activity: Activity, *, can_move: bool) -> tuple[Fix, ...]:
    """To move work back into its phase, which is found once for all plain work."""
    shared = alike(scene, activity)
    if shared:
        return scene.background.once(_moves_of_alike, _Alike(scene.phase_id, shared, scene, activity))
    return moves(scene, activity, _days_back(scene, activity)) if can_move else ()


@dataclass(frozen=True)
class _Alike:
    """Plain work of a phase, equal to all that shares what its moves depend on."""

    phase: str
    shared: tuple[Hashable, ...]
    scene: Scene = field(compare=False)
    activity: Activity = field(compare=False)


def _moves_of_alike(work: _Alike) -> tuple[Fix, ...]:
    return moves(work.scene, work.activity, _days_back(work.scene, work.activity))


def _days_back(scene: Scene, activity: Activity) -> Iterator[When]:
    """The last day of a phase and those before it, while there is something to buy for who is asked to."""
    last = scene.phase.ends
    if last is None:
        return
    book = scene.background.book
    needs_a_book = asks_to_buy(activity) and not is_for_another(scene.catalog, book, activity)
    for n in range(LOOKED_AT):
        day = day_after(last, -n)
        if needs_a_book and first_day_to_buy(scene, day) is not None and not orders_ahead(scene, day):
            return
        if n and (scene.days_between(scene.phase.starts, day) or 0) < 0:
            return
        yield day


def turned_round(scene: Scene) -> Iterator[Hit]:
    """Work that ends before it begins."""
    for activity in scene.channel.activities:
        if activity.ends is not None:
            yield from ends_before_it_begins(activity, scene.background.launch)


def too_late_to_begin(scene: Scene) -> Iterator[Hit]:
    """Activities that should have been begun before today, and the first of those that are overdue."""
    if not any(_has_passed(scene, day) for day in scene.begins):
        return
    today = scene.background.today
    overdue: list[tuple[date, Activity]] = []
    for activity in scene.open_work:
        due = scene.day(activity.due)
        if due is None or activity.state is not State.TO_DO:
            continue
        if due < today:
            overdue.append((due, activity))
        elif activity.lead_days and (due - today).days < activity.lead_days:
            left = f"in {counted((due - today).days, 'day')}" if due > today else "today"
            values = (("lead", counted(activity.lead_days, "day")), ("left", left))
            yield _hit(scene, "activity-too-late", activity, *values)
    if overdue:
        _, first = min(overdue, key=itemgetter(0))
        yield _overdue(scene, first, len(overdue) - 1)


def _overdue(scene: Scene, first: Activity, others: int) -> Hit:
    """That work is overdue, told once for all of a channel."""
    rest = counted(others, "other overdue activity", "other overdue activities")
    more = f", nor {'has' if others == 1 else 'have'} {rest} of this channel" if others else ""
    return _hit(scene, "activity-overdue", first, ("more", more), ("them", "them" if others else "it"))


def _has_passed(scene: Scene, day: When) -> bool:
    background = scene.background
    return background.once(_passed, background, day)


def _passed(background: Background, day: When) -> bool:
    if isinstance(day, date):
        return day < background.today
    since_launch = offset(background.today, background.launch)
    return since_launch is not None and day < since_launch


def _hit(
    scene: Scene, rule: RuleId, activity: Activity, *values: tuple[str, str], fixes: tuple[Fix, ...] = ()
) -> Hit:
    known = (
        ("activity", called(activity)),
        ("due", when_text(activity.due, scene.background.launch)),
    )
    return Hit(rule=rule, subject=activity.id, aspect="activities", values=(*known, *values), fixes=fixes)


CHECKS = (before_there_is_a_book, turned_round, outside_the_phase, too_late_to_begin)
