"""A plan far larger than anybody's, to be slow with."""

from datetime import date
from decimal import Decimal

from planner.core.catalog import Catalog
from planner.core.money import Money
from planner.core.plan import Account, Activity, Author, Book, Channel, Link, Phase, Plan
from planner.core.vocabulary import Aim, State

PHASES = 10
CHANNELS = 1000
ACTIVITIES = 10_000


def large_plan(catalog: Catalog) -> Plan:
    """A plan of 1,000 channels over all platforms, with 10,000 activities and 1,000 links."""
    platforms = list(catalog.platforms)
    options = tuple(catalog.options)
    each = CHANNELS // PHASES
    return Plan(
        id="plan",
        title="Everything at once",
        launch=date(2027, 5, 5),
        budget=Money(Decimal(100_000), "USD"),
        hours_a_week=40,
        book=Book(id="book", title="The Long Book", genre=next(iter(catalog.genres)), markets=("US", "GB")),
        author=Author(id="author", name="A. Writer"),
        accounts=tuple(Account(id=f"account{i}", platform=p) for i, p in enumerate(platforms)),
        phases=tuple(
            Phase(
                id=f"phase{p}",
                name=f"Phase {p + 1}",
                starts=p * 14 - 70,
                ends=p * 14 - 57,
                channels=tuple(
                    _channel(i, platforms[i % len(platforms)], options, p * 14 - 70)
                    for i in range(p * each, (p + 1) * each)
                ),
            )
            for p in range(PHASES)
        ),
    )


def _channel(number: int, platform: str, options: tuple[str, ...], starts: int) -> Channel:
    carried = options[number % len(options)]
    return Channel(
        id=f"channel{number}",
        platform=platform,
        role=f"What channel {number} is for",
        hours=0.5,
        budget=Money(Decimal(number % 50), "USD"),
        aim=Aim.CLICKS,
        tracking=(carried, options[(number + 3) % len(options)]),
        copy=f"Read the first chapter of The Long Book today, number {number}: a story of salt and roads.",
        activities=tuple(_activity(number, i, starts) for i in range(ACTIVITIES // CHANNELS)),
        links=(
            Link(
                id=f"link{number}",
                label=f"Link {number}",
                target=f"https://books.example.com/the-long-book?n={number}",
                options=(carried,),
                utm_source="source",
                utm_medium="social",
                utm_campaign=f"campaign-{number}",
            ),
        ),
    )


def _activity(channel: int, number: int, starts: int) -> Activity:
    return Activity(
        id=f"activity{channel}-{number}",
        title=f"Write and post piece {number} for channel {channel}",
        due=starts + number,
        lead_days=number % 5,
        hours=0.25,
        state=State.DONE if number % 3 == 0 else State.TO_DO,
        notes="Ask for a picture of the cover.",
    )
