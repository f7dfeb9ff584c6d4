"""An overfull plan: more channels, longer texts and more of everything than any page was laid out for."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from itertools import cycle, islice

from planner.core import plan as p
from planner.core import vocabulary as v
from planner.core.catalog import Catalog
from planner.core.money import Money
from planner.core.plan import Plan

SENTENCE = (
    "The tide turned before the ledger was dry, and nobody on the wharf would say who had moved the buoy. "
)


def overfull_plan(catalog: Catalog, *, channels: int = 300, words: int = 3000) -> Plan:
    """A plan of so many channels over the catalog's platforms, with texts of about so many words."""
    text = " ".join((SENTENCE * (words // 15)).split()[:words])
    short = text[:240]
    platforms = list(islice(cycle(catalog.platforms), channels))
    phases = tuple(
        p.Phase(
            id=f"phase-{number}",
            name=f"Phase {number}, whose name says more than a name should",
            purpose=short,
            starts=-200 + 30 * number,
            ends=-160 + 30 * number,
            channels=tuple(
                _channel(f"{number}-{place}", platform, short)
                for place, platform in enumerate(platforms[number::12])
            ),
        )
        for number in range(12)
    )
    book = p.Book(
        id="book",
        title="The Unabridged and Annotated History of Every Harbour " * 8,
        subtitle=short,
        series="A series with a name that does not stop when it should",
        series_number=12,
        genre=next(iter(catalog.genres)),
        markets=tuple(catalog.regions),
        editions=tuple(_edition(kind) for kind in v.EditionKind) * 5,
        preorder=-90,
        kdp_select=False,
        bisac=tuple(f"FIC0{n:05d} Fiction / A subject with a long name" for n in range(20)),
        hook=text,
        blurb="\n\n".join([text] * 4),
        comps=tuple(p.Comp(title=f"Title {n} {short}", author=short, why=text) for n in range(40)),
    )
    author = p.Author(
        id="author",
        name=short,
        bio=text,
        website="https://author.example/",
        email="a@b.example",
        platform=text,
    )
    return replace(
        Plan(id="plan", title=short, book=book, author=author),
        status=short,
        launch=date(2027, 5, 5),
        budget=Money(Decimal(10), "USD"),
        hours_a_week=1,
        audience=text,
        positioning=text,
        assumptions=text,
        notes=text,
        goals=tuple(p.Goal(id=f"g{n}", text=short, target=10**20, by=30, aim=v.Aim.SALES) for n in range(30)),
        people=tuple(p.Person(id=f"h{n}", name=short, role=text, contact=short) for n in range(30)),
        skipped=tuple(p.Skipped(id=f"s{n}", platform=id, reason=text) for n, id in enumerate(platforms[:20])),
        phases=phases,
    )


def _channel(id: str, platform: str, text: str) -> p.Channel:
    """A channel with a task and a link."""
    return p.Channel(
        id=f"c{id}",
        platform=platform,
        role=text,
        cadence=text,
        aim=v.Aim.SUBSCRIBERS,
        hours=12.5,
        budget=Money(Decimal("123456789.50"), "USD"),
        tracking=("utm", "qr-code", "coupon-code"),
        copy=text,
        notes=text,
        activities=(p.Activity(id=f"a{id}", title=text, kind=v.ActivityKind.EVENT, due=-14),),
        links=(
            p.Link(
                id=f"l{id}", label=text, placement="bio", target=f"https://author.example/{'deep/' * 30}{id}"
            ),
        ),
    )


def _edition(kind: v.EditionKind) -> p.Edition:
    return p.Edition(kind=kind, price=Money(Decimal("999999.99"), "USD"), isbn="978-0-00-000000-0")
