"""Checks of the whole plan's calendar: days that turn round, and what falls on the same day."""

from collections.abc import Iterator
from datetime import date

from planner.core import edits
from planner.core.checks.overview import Overview
from planner.core.days import offset, resolve, when_text
from planner.core.findings import Fix, Hit
from planner.core.fit import overlap
from planner.core.plan import Activity, Channel, Phase
from planner.core.verdicts import has_list
from planner.core.workload import exact_hours


def turned_round(overview: Overview) -> Iterator[Hit]:
    """Phases and work that end before they begin, and a pre-order that opens after release."""
    plan, book = overview.plan, overview.plan.book
    opens, release = offset(book.preorder, plan.launch), offset(book.release, plan.launch)
    if opens is not None and release is not None and opens > release:
        said = when_text(book.release, plan.launch)
        values = (("opens", when_text(book.preorder, plan.launch)), ("release", said))
        yield Hit(rule="preorder-after-release", subject=book.id, values=values)
    for phase in plan.phases:
        yield from _turned(overview, phase)
    for _, found in overview.digested:
        for activity in found.lasting:
            yield from _turned(overview, activity)


def _turned(overview: Overview, record: Phase | Activity) -> Iterator[Hit]:
    launch = overview.plan.launch
    starts = record.starts if isinstance(record, Phase) else record.due
    first, last = offset(starts, launch), offset(record.ends, launch)
    if first is not None and last is not None and last < first:
        name = record.name if isinstance(record, Phase) else record.title
        values = (
            ("name", name or "Something without a name"),
            ("starts", when_text(starts, launch)),
            ("ends", when_text(record.ends, launch)),
        )
        aspect = "overview" if isinstance(record, Phase) else "activities"
        yield Hit(rule="ends-before-it-begins", subject=record.id, aspect=aspect, values=values)


def sends_on_one_day(overview: Overview) -> Iterator[Hit]:
    """Two letters to the same list on one day; those after the first, which may move to the next day."""
    listed = {id for id, platform in overview.platforms.items() if has_list(overview.catalog, platform)}
    first: dict[tuple[str, int], Activity] = {}
    for channel, send in [(channel, send) for channel, found in overview.digested for send in found.sends]:
        due = offset(send.due, overview.plan.launch)
        if due is None or channel.platform not in listed:
            continue
        other = first.setdefault((channel.platform, due), send)
        if other is not send:
            yield _two_sends(overview, channel, send, other, due)


def _two_sends(overview: Overview, channel: Channel, send: Activity, other: Activity, due: int) -> Hit:
    launch = overview.plan.launch
    next_day = resolve(due + 1, launch) if isinstance(send.due, date) else None
    when = next_day or due + 1
    return Hit(
        rule="sends-on-one-day",
        subject=send.id,
        aspect="activities",
        values=(
            ("activity", send.title or "A send"),
            ("other", other.title or "a send"),
            ("day", when_text(send.due, launch)),
            ("platform", overview.platforms[channel.platform].name),
        ),
        fixes=(
            Fix(
                "Move it to the next day",
                lambda tree, send: edits.set_field(tree, send, "due", when, "Move send to the next day"),
            ),
        ),
    )


def promotions_that_overlap(overview: Overview) -> Iterator[Hit]:
    """Two promotions that set different prices on the same day in one market."""
    launch = overview.plan.launch
    spans: list[tuple[int, int, Activity, str]] = []
    for channel, promotion in [
        (each, deal) for each, found in overview.digested for deal in found.promotions
    ]:
        first = offset(promotion.due, launch)
        last = first if promotion.ends is None else offset(promotion.ends, launch)
        if first is not None and last is not None and promotion.price is not None:
            spans.append((first, last, promotion, promotion.region or channel.region))
    spans.sort(key=lambda span: span[:2])
    for place, (_, last, promotion, market) in enumerate(spans):
        for start, _, other, its_market in spans[place + 1 :]:
            if start > last:
                break
            apart = market and its_market and not overlap(overview.catalog, market, its_market)
            if other.price != promotion.price and not apart:
                yield _two_prices(overview, other, promotion)


def _two_prices(overview: Overview, promotion: Activity, other: Activity) -> Hit:
    assert promotion.price is not None
    assert other.price is not None
    return Hit(
        rule="promotions-overlap",
        subject=promotion.id,
        aspect="activities",
        values=(
            ("activity", promotion.title or "A promotion"),
            ("price", promotion.price.text),
            ("other", other.title or "another one"),
            ("other_price", other.price.text),
            ("day", when_text(promotion.due, overview.plan.launch)),
        ),
    )


def launch_day(overview: Overview) -> Iterator[Hit]:
    """More hours of work on launch day alone than the brief has for its whole week."""
    plan = overview.plan
    if plan.hours_a_week is None:
        return
    hours = sum(load.on_launch for load in overview.loads)
    if hours > plan.hours_a_week:
        values = (("asked", exact_hours(hours)), ("allowed", exact_hours(plan.hours_a_week)))
        yield Hit(rule="launch-day-crowded", subject=plan.id, values=values)


CHECKS = (turned_round, sends_on_one_day, promotions_that_overlap, launch_day)
