"""Plans for property tests: valid ones, with the oddest texts, amounts and days that a plan may hold."""

from dataclasses import replace
from decimal import Decimal
from typing import Any, TypeVar

from hypothesis import strategies as st

from planner.core import plan as p
from planner.core import vocabulary as v
from planner.core.money import LARGEST, Money
from planner.core.plan import Node, Plan
from planner.core.tree import CHILD_SLOTS, walk

N = TypeVar("N", bound=Node)

ODD = (
    "",
    " ",
    "a\tb\nc",
    "</b>&amp;<para>",
    '<img src="file:///etc/passwd">',
    "javascript:alert(1)",
    "小红书 微信",
    "👩‍🚀🏳️‍🌈",
    "\u202eright to left\u202c",
    "\u2028\u2029\ufeff\ufffe",
    "e\u0301é",
    "\\u0000 \\ \" ' / {}",
    "null",
    "2027-05-05",
    "12.50 USD",
    "\U0010ffff",
)

texts = st.sampled_from(ODD) | st.text(
    st.characters(exclude_categories=("Cs", "Cc"), include_characters="\n\t"), max_size=20
)
zones = st.sampled_from(("", "Europe/London", "Pacific/Apia", "../etc/passwd", "Nowhere/Land"))
names = st.sampled_from(("", "tiktok", "xiaohongshu", "no-such-platform")) | texts
ids = st.text(st.characters(min_codepoint=33, max_codepoint=126), min_size=1, max_size=8)
counts = st.none() | st.integers(0, 10**20)
days = st.dates()
clocks = st.none() | st.times().map(lambda clock: clock.replace(second=0, microsecond=0))
whens = days | st.integers(-(10**6), 10**6)
hours = st.none() | st.integers(0, 168).map(float) | st.floats(0, 168)
endless_hours = hours | st.floats(0, allow_infinity=False, allow_nan=False)
flags = st.none() | st.booleans()
amounts = st.none() | st.builds(
    Money,
    st.decimals(0, LARGEST - 1, allow_nan=False, allow_infinity=False) | st.integers(0, 10**6).map(Decimal),
    st.sampled_from(("USD", "EUR", "CNY")),
)


def _many(each: st.SearchStrategy[Any], at_most: int = 3) -> st.SearchStrategy[tuple[Any, ...]]:
    return st.lists(each, max_size=at_most).map(tuple)


editions = st.builds(p.Edition, kind=st.sampled_from(v.EditionKind), price=amounts, isbn=texts, asin=texts)
comps = st.builds(p.Comp, title=texts, author=texts, why=texts)
books = st.builds(
    p.Book,
    id=ids,
    title=texts,
    series_number=st.none() | st.integers(),
    genre=names,
    markets=_many(names),
    editions=_many(editions),
    release=whens,
    preorder=st.none() | whens,
    kdp_select=flags,
    select_since=st.none() | whens,
    final_file=st.none() | whens,
    bisac=_many(texts),
    blurb=texts,
    comps=_many(comps),
    cover=_many(texts),
)
authors = st.builds(p.Author, id=ids, name=texts, bio=texts, website=texts, time_zone=zones)
goals = st.builds(
    p.Goal,
    id=ids,
    text=texts,
    aim=st.sampled_from(v.Aim),
    target=counts,
    by=st.none() | whens,
)
people = st.builds(p.Person, id=ids, name=texts, role=texts, contact=texts)
accounts = st.builds(
    p.Account,
    id=ids,
    platform=names,
    handle=texts,
    followers=counts,
    languages=_many(names),
    local_help=flags,
    list_size=counts,
    opt_in=flags,
    mail_service=st.sampled_from(("", "mailerlite", "kit", "pigeon post")),
    list_origin=st.none() | st.sampled_from(v.ListOrigin),
    legal_basis=st.none() | st.sampled_from(v.LegalBasis),
    last_send=st.none() | days,
    met=_many(texts),
)
skipped = st.builds(p.Skipped, id=ids, platform=names, reason=texts)
rechecks = st.builds(
    p.Recheck,
    id=ids,
    platform=names,
    on=st.none() | days,
    note=texts,
    facts=st.lists(texts, max_size=2).map(tuple),
)
activities = st.builds(
    p.Activity,
    id=ids,
    title=texts,
    kind=st.sampled_from(v.ActivityKind),
    aim=st.none() | st.sampled_from(v.Aim),
    due=st.none() | whens,
    at=clocks,
    ends=st.none() | whens,
    promo=st.none() | st.sampled_from(v.Promo),
    price=amounts,
    list_price=amounts,
    steps=counts,
    region=names,
    boosted=flags,
    gifted=flags,
    cleared=st.lists(texts, max_size=2).map(tuple),
    lead_days=st.integers(0, 400),
    hours=endless_hours,
    owner=ids | st.just(""),
    state=st.sampled_from(v.State),
    notes=texts,
)
links = st.builds(
    p.Link,
    id=ids,
    label=texts,
    placement=names,
    target=texts,
    options=_many(names),
    utm_source=texts,
    dynamic_qr=flags,
    expires=st.none() | whens,
)
channels = st.builds(
    p.Channel,
    id=ids,
    platform=names,
    stance=st.sampled_from(v.Stance),
    aim=st.none() | st.sampled_from(v.Aim),
    hours=hours,
    budget=amounts,
    spent=amounts,
    tracking=_many(names),
    copy=texts,
    activities=_many(activities, 2),
    links=_many(links, 2),
)
phases = st.builds(
    p.Phase,
    id=ids,
    name=texts,
    starts=st.none() | whens,
    ends=st.none() | whens,
    channels=_many(channels, 2),
)
_plans = st.builds(
    Plan,
    id=ids,
    title=texts,
    launch=st.none() | days,
    budget=amounts,
    hours_a_week=hours,
    notes=texts,
    extract=names,
    book=books,
    author=authors,
    goals=_many(goals, 2),
    people=_many(people, 2),
    accounts=_many(accounts, 2),
    skipped=_many(skipped, 2),
    rechecks=_many(rechecks, 2),
    phases=_many(phases, 2),
)


def numbered(plan: Plan) -> Plan:
    """The plan with the ids of records that share one told apart by a number."""
    taken: set[str] = set()

    def own(id: str) -> str:
        while id in taken:
            id = f"{id[:8]}~{len(taken)}"
        taken.add(id)
        return id

    def told_apart(node: N) -> N:
        values: dict[str, Any] = {"id": own(node.id)}
        if isinstance(node, Plan):
            values |= {"book": told_apart(node.book), "author": told_apart(node.author)}
        for slot in CHILD_SLOTS.get(type(node), ()):
            values[slot] = tuple(told_apart(child) for child in getattr(node, slot))
        return replace(node, **values)

    return told_apart(plan)


plans: st.SearchStrategy[Plan] = _plans.map(numbered)
"""Whole plans whose records all have ids of their own."""


def big_plan(channel_count: int = 1000, activity_count: int = 10) -> Plan:
    """A plan of many channels, each with as many activities: ids count up, so that it is always the same."""
    per_phase = -(-channel_count // 4)

    def channel(number: int) -> p.Channel:
        work = tuple(
            p.Activity(id=f"a{number}-{each}", title=f"Post number {each}", due=each - 30, hours=1.5)
            for each in range(activity_count)
        )
        return p.Channel(
            id=f"c{number}", platform="tiktok", hours=2.0, budget=Money(Decimal(10), "USD"), activities=work
        )

    lanes = tuple(
        p.Phase(
            id=f"p{lane}",
            name=f"Phase {lane}",
            channels=tuple(map(channel, range(lane * per_phase, min((lane + 1) * per_phase, channel_count)))),
        )
        for lane in range(4)
    )
    made = Plan(id="plan", title="Big", book=p.Book(id="book"), author=p.Author(id="author"), phases=lanes)
    assert sum(1 for _ in walk(made)) == 3 + 4 + channel_count * (1 + activity_count)
    return made
