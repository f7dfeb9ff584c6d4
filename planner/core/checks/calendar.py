"""Checks of the whole plan's calendar: days that turn round, and what falls on the same day."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import chain, count
from typing import NamedTuple

from planner.core import edits
from planner.core.catalog import Catalog, Platform
from planner.core.changes import Edit, Rewrite
from planner.core.checks.editions import of_two_editions
from planner.core.checks.other_work import of_one_book
from planner.core.checks.overview import Overview
from planner.core.checks.phrases import is_said
from planner.core.checks.terms_of_promotion import in_other_money
from planner.core.days import When, days_between, offset, resolve, when_text
from planner.core.findings import Fix, Hit
from planner.core.hours import exact_hours, with_hours
from planner.core.mailing_lists import has_list
from planner.core.markets import may_meet
from planner.core.phrasing import listed, some, upper_first
from planner.core.plan import Activity, Book, Channel, Phase
from planner.core.rule_ids import RuleId
from planner.core.tree import Tree
from planner.core.workload import ANY_LAUNCH

NAMED = 4
ON_ONE_DAY: RuleId = "sends-on-one-day"
Sent = tuple[Channel, Activity]


def turned_round(overview: Overview) -> Iterator[Hit]:
    """Phases that end before they begin, and a pre-order that opens after release."""
    plan, book = overview.plan, overview.plan.book
    ahead = days_between(book.preorder, book.release, plan.launch)
    if ahead is not None and ahead < 0:
        said = when_text(book.release, plan.launch)
        values = (("opens", when_text(book.preorder, plan.launch)), ("release", said))
        yield Hit(rule="preorder-after-release", subject=book.id, values=values)
    for phase in plan.phases:
        yield from ends_before_it_begins(phase, plan.launch)


def ends_before_it_begins(record: Phase | Activity, launch: date | None) -> Iterator[Hit]:
    """A phase or work whose last day lies before its first."""
    starts = record.starts if isinstance(record, Phase) else record.due
    days = days_between(starts, record.ends, launch)
    if days is not None and days < 0:
        name = record.name if isinstance(record, Phase) else record.title
        values = (
            ("name", name or "Something without a name"),
            ("starts", when_text(starts, launch)),
            ("ends", when_text(record.ends, launch)),
        )
        aspect = "overview" if isinstance(record, Phase) else "activities"
        rule: RuleId = "ends-before-it-begins"
        yield Hit(rule=rule, subject=record.id, aspect=aspect, values=values, fixes=(EXCHANGE,))


def _exchanged(tree: Tree, id: str) -> Edit:
    """Let something begin on the day on which it ends, and end on that on which it begins."""
    record = tree.find(id)
    assert isinstance(record, Phase | Activity)
    first, day = ("starts", record.starts) if isinstance(record, Phase) else ("due", record.due)
    return Edit(EXCHANGE.label, (Rewrite(id, {first: record.ends, "ends": day}),))


EXCHANGE = Fix("Exchange the two days", _exchanged)


def sends_on_one_day(overview: Overview) -> Iterator[Hit]:
    """Letters to the same list on one day; those after the first may move, each to a day that is free."""
    launch = overview.plan.launch or ANY_LAUNCH
    lists = {id for id, platform in overview.platforms.items() if has_list(overview.catalog, platform)}
    together: defaultdict[tuple[str, int], list[Sent]] = defaultdict(list)
    for channel, found in overview.digested:
        for send in found.sends if channel.platform in lists else ():
            due = offset(send.due, launch)
            if due is not None:
                together[channel.platform, due].append((channel, send))
    crowded = {day: crowd for day, sends in together.items() if (crowd := _to_the_same(overview, sends))}
    last_days = _last_days(overview) if crowded else {}
    for (platform, due), sends in crowded.items():
        free = (day for day in count(due + 1) if (platform, day) not in together)
        moved = [
            (send, day, last_days[channel.id]) for (channel, send), day in zip(sends[1:], free, strict=False)
        ]
        fits = all(last is None or day <= last for _, day, last in moved)
        days = {send.id: _same_kind(overview, send, day) for send, day, _ in moved}
        fixes = (_spread(days, overview.plan.launch),) if fits else ()
        yield _on_one_day(overview, overview.platforms[platform], [send for _, send in sends], fixes)


def _to_the_same(overview: Overview, sends: Sequence[Sent]) -> list[Sent]:
    """Those of some sends that share readers with another: one for a market or a part goes to its own."""
    rule = overview.rules.get(ON_ONE_DAY)
    if rule and len(sends) > 1:
        sends = [sent for sent in sends if not is_said(sent[1].title, rule.unless)]
    markets = [send.region or channel.region for channel, send in sends]
    shared = (
        any(may_meet(overview.catalog, market, other) for k, other in enumerate(markets) if k != n)
        for n, market in enumerate(markets)
    )
    return [send for send, is_shared in zip(sends, shared, strict=True) if is_shared]


def _last_days(overview: Overview) -> Mapping[str, int | None]:
    """The last day of each channel's phase, from launch."""
    plan, launch = overview.plan, overview.plan.launch or ANY_LAUNCH
    return {channel.id: offset(each.ends, launch) for each in plan.phases for channel in each.channels}


def _same_kind(overview: Overview, send: Activity, day: int) -> When:
    """A day from launch as its letter has days: a date stays a date."""
    launch = overview.plan.launch or ANY_LAUNCH
    return resolve(day, launch) or day if isinstance(send.due, date) else day


def _on_one_day(
    overview: Overview, platform: Platform, sends: Sequence[Activity], fixes: tuple[Fix, ...]
) -> Hit:
    second = sends[1]
    names = [f"“{send.title}”" if send.title else "a send without a name" for send in sends]
    return Hit(
        rule=ON_ONE_DAY,
        subject=second.id,
        aspect="activities",
        values=(
            ("letters", upper_first(listed(some(names, NAMED)))),
            ("day", when_text(second.due, overview.plan.launch)),
            ("platform", platform.name),
        ),
        fixes=fixes,
    )


def _spread(days: Mapping[str, When], launch: date | None) -> Fix:
    """To move sends, each to a day of its own."""
    (first, *others) = days.values()
    label = "Move the others to free days" if others else f"Move it to {when_text(first, launch)}"

    def edit(tree: Tree, _: str) -> Edit:
        moves = [edits.set_field(tree, id, "due", when, label) for id, when in days.items()]
        return Edit(label, tuple(chain.from_iterable(move.changes for move in moves)))

    return Fix(label, edit)


class Span(NamedTuple):
    """From which day to which, from launch on, a promotion sets a price, and in which market, "" in all."""

    first: int
    last: int
    deal: Activity
    market: str


def span_of(deal: Activity, channel: Channel, launch: date | None) -> Span | None:
    """The days of a promotion in a channel, where they are known."""
    launch = launch or ANY_LAUNCH
    first = offset(deal.due, launch)
    last = first if deal.ends is None else offset(deal.ends, launch)
    return None if first is None or last is None else Span(first, last, deal, deal.region or channel.region)


def may_clash(catalog: Catalog, book: Book, one: Span, other: Span) -> bool:
    """Whether two promotions set two prices for one edition in one market, as far as is known."""
    if one.deal.price == other.deal.price or in_other_money(one.deal, other.deal):
        return False
    if not of_one_book(catalog, book, one.deal, other.deal):
        return False
    if of_two_editions(catalog, book, one.deal, other.deal):
        return False
    return may_meet(catalog, one.market, other.market)


def promotions_that_overlap(overview: Overview) -> Iterator[Hit]:
    """Two promotions that set different prices on the same day in one market."""
    launch, book = overview.plan.launch, overview.plan.book
    deals = ((channel, deal) for channel, found in overview.digested for deal in found.promotions)
    spans = [span for channel, deal in deals if (span := span_of(deal, channel, launch))]
    spans.sort(key=lambda span: (span.first, span.last))
    for place, span in enumerate(spans):
        for other in spans[place + 1 :]:
            if other.first > span.last:
                break
            if may_clash(overview.catalog, book, span, other):
                yield _two_prices(overview, other.deal, span.deal)


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
        values = (("asked", with_hours(exact_hours(hours))), ("allowed", exact_hours(plan.hours_a_week)))
        yield Hit(rule="launch-day-crowded", subject=plan.id, values=values)


CHECKS = (turned_round, sends_on_one_day, promotions_that_overlap, launch_day)
