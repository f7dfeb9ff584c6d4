"""When a phase lies, counted from launch, sale and release, and what it is too early or too late for."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from planner.core.catalog import SELLS_AHEAD, Platform
from planner.core.catalog_lists import Effort, Stage
from planner.core.days import When, offset
from planner.core.kdp_select import is_closed_to
from planner.core.plan import Book, Plan
from planner.core.preorders import limits_taking_none
from planner.core.vocabulary import Aim

DAYS_AFTER_RELEASE = "days-after-release"


class PhaseTiming(NamedTuple):
    """A phase's first and last day and those of a book, from launch; None where they are not known.

    From ``for_sale`` on the book can be bought or pre-ordered; ``select`` begins its term of KDP Select.
    """

    stage: Stage
    starts: int | None
    ends: int | None
    release: int | None
    for_sale: int | None
    select: int | None
    book: Book

    @property
    def is_out(self) -> bool:
        """Whether the book is out when the phase begins; where no days say it, after the launch it is."""
        if self.release is None or self.starts is None:
            return self.stage is Stage.AFTER
        return self.starts >= self.release

    @property
    def stages(self) -> frozenset[Stage]:
        """All that the phase counts as: as long as the book is still to come, what is worth it before is."""
        return frozenset({self.stage, Stage.BEFORE} if self._too_early(self.release) else {self.stage})

    def rules_out(self, platform: Platform, aim: Aim) -> bool:
        """Whether an aim makes no sense then: pre-orders that nobody can or does take, sales of nothing."""
        if aim is Aim.PREORDERS:
            return self.is_out or self._takes_no_pre_order(platform)
        waits = aim is Aim.SALES and SELLS_AHEAD not in platform.traits
        return waits and self._too_early(self._sold_on(platform))

    def _takes_no_pre_order(self, platform: Platform) -> bool:
        """Whether none is taken there: of no edition, or not yet, where the brief says from when on."""
        if SELLS_AHEAD in platform.traits:
            return False
        not_yet = self.book.preorder is not None and self._too_early(self.for_sale)
        return not_yet or bool(limits_taking_none(platform, self.book))

    def suits(self, platform: Platform, effort: Effort) -> bool:
        """Whether it is neither too early for a kind of platform nor too late for this one's own terms."""
        early = effort.ahead is not None and self._too_early(self._sold_on(platform), effort.ahead)
        windows = [limit.at_most for limit in platform.limits if limit.measure == DAYS_AFTER_RELEASE]
        return not early and not any(self._out_for(most) for most in windows if most is not None)

    def closes(self, platform: Platform) -> bool:
        """Whether a platform is closed to the book then, because its e-book is in KDP Select."""
        return is_closed_to(platform, self.book) and not self._too_early(self.select)

    def _sold_on(self, platform: Platform) -> int | None:
        """From when a platform sells the book: its release, where it takes no pre-order of such editions."""
        return self.release if limits_taking_none(platform, self.book) else self.for_sale

    def _too_early(self, day: int | None, ahead: int = 0) -> bool:
        """Whether the phase is over more than some days before a day."""
        return day is not None and self.ends is not None and day - self.ends > ahead

    def _out_for(self, days: float) -> bool:
        """Whether the book has been out for more than some days when the phase begins."""
        return self.release is not None and self.starts is not None and self.starts - self.release > days


def timing_of(plan: Plan, place: int) -> PhaseTiming:
    """When the phase at a place in the row lies."""
    phase, book = plan.phases[place], plan.book
    whens = (phase.starts, phase.ends, book.release, book.preorder, book.select_since)
    starts, ends, release, preorder, select = _counted(whens, plan.launch)
    return PhaseTiming(
        stage=stage_of(plan, place),
        starts=starts,
        ends=ends,
        release=release,
        for_sale=min((day for day in (release, preorder) if day is not None), default=None),
        select=select,
        book=book,
    )


def _counted(whens: Sequence[When | None], launch: date | None) -> list[int | None]:
    """Days as numbers from launch; without a launch dates can be told from each other, and from no number."""
    dates = [when for when in whens if isinstance(when, date)] if launch is None else []
    if not dates:
        return [offset(when, launch) for when in whens]
    return [offset(when, dates[0]) if isinstance(when, date) else None for when in whens]


def stage_of(plan: Plan, place: int) -> Stage:
    """Whether a phase lies before, around or after the launch; without days, by its place in the row."""
    phase = plan.phases[place]
    starts, ends = offset(phase.starts, plan.launch), offset(phase.ends, plan.launch)
    if starts is None and ends is None:
        return (Stage.BEFORE, Stage.LAUNCH, Stage.AFTER)[min(2, 3 * place // len(plan.phases))]
    if ends is not None and ends < 0:
        return Stage.BEFORE
    return Stage.AFTER if starts is not None and starts > 0 else Stage.LAUNCH
