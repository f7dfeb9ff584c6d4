"""A plan as authors make them, of as many channels as asked for, in Latin letters alone."""

from datetime import date
from decimal import Decimal

from planner.core.catalog import Catalog
from planner.core.money import Money
from planner.core.plan import Activity, Author, Book, Channel, Comp, Edition, Goal, Link, Person, Phase, Plan
from planner.core.vocabulary import Aim, EditionKind, Stance
from planner.export.presets import PRESETS

DAY = date(2027, 3, 1)
# With these sections, 20 channels make 12 to 14 pages.
KEPT = (
    "cover",
    "contents",
    "glance",
    "goals",
    "book",
    "positioning",
    "channels",
    "tracking",
    "links",
    "timeline",
    "budget",
)
LEFT_OUT = tuple(section for section in PRESETS["self"].sections if section not in KEPT)
PHASES = (("Foundation", -84, -29), ("Pre-launch", -28, -1), ("Launch", 0, 13), ("Sustain", 14, 90))
STANCES = tuple(Stance)
WORK = ("Write the texts", "Publish and answer comments")


def common_plan(catalog: Catalog, channels: int, edition: int = 0) -> Plan:
    """A plan of that many channels in four phases, over the platforms without a native name.

    Each edition says something else in every channel, so that no writer can answer from memory.
    """
    platforms = [id for id, platform in catalog.platforms.items() if not platform.native_name]
    each = -(-channels // len(PHASES))
    return Plan(
        id="plan",
        launch=date(2027, 5, 5),
        budget=Money(Decimal(2400), "USD"),
        hours_a_week=12,
        audience="Readers of slow, atmospheric fantasy who finish a long series and want the next one.",
        positioning="A quest told from the kitchen: the salt road as the cook of the caravan saw it.",
        book=Book(
            id="book",
            title="The Salt Road",
            genre="fantasy",
            markets=("US", "GB"),
            preorder=-60,
            hook="She was hired to cook for the caravan. Nobody told her what it carried.",
            blurb="A caravan, a cook and a cargo that must not get wet. " * 4,
            editions=(
                Edition(kind=EditionKind.EBOOK, price=Money(Decimal("4.99"), "USD")),
                Edition(kind=EditionKind.PAPERBACK, price=Money(Decimal("14.99"), "USD")),
            ),
            comps=(Comp(title="A quiet quest", why="The same pace and warmth"),),
        ),
        author=Author(
            id="author", name="A. Writer", bio="Writes at night.", website="https://writer.example"
        ),
        goals=(Goal(id="goal", text="Pre-orders before launch day", aim=Aim.PREORDERS, target=300, by=0),),
        people=(Person(id="person", name="An assistant", role="Posts and replies"),),
        phases=tuple(
            Phase(
                id=f"phase{number}",
                name=name,
                starts=starts,
                ends=ends,
                channels=tuple(
                    _channel(i, platforms[i % len(platforms)], starts, edition)
                    for i in range(number * each, min((number + 1) * each, channels))
                ),
            )
            for number, (name, starts, ends) in enumerate(PHASES)
        ),
    )


def _channel(number: int, platform: str, starts: int, edition: int) -> Channel:
    return Channel(
        id=f"channel{number}",
        platform=platform,
        role=f"Keep the readers of book {edition} warm and tell them when book {edition + 1} is there.",
        stance=STANCES[number % 3],
        aim=Aim.CLICKS,
        cadence="Twice a week",
        hours=0.5,
        budget=Money(Decimal(20 * (number % 4)), "USD"),
        owner="person",
        tracking=("smart-link", "utm"),
        copy=f"Road {edition} is open. Read the first chapter today and say where you stopped for the night.",
        activities=tuple(
            Activity(id=f"work{number}-{i}", title=title, due=starts + 4 + 3 * i, lead_days=3, hours=1)
            for i, title in enumerate(WORK)
        ),
        links=(
            Link(
                id=f"link{number}",
                label=f"First chapter, {edition}.{number + 1}",
                placement="post",
                target="https://writer.example/first-chapter",
                options=("smart-link", "utm"),
                utm_source="social",
                utm_medium="post",
                utm_campaign="salt-road",
                utm_content=f"channel-{number + 1}",
            ),
        ),
    )
