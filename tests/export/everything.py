"""A plan in which every field of every record is filled in, each with words or a number of its own."""

from base64 import b64encode
from datetime import date, time
from decimal import Decimal
from io import BytesIO
from typing import Any

from PIL import Image

from planner.core import plan as p
from planner.core import vocabulary as v
from planner.core.addresses import UTM_FIELDS
from planner.core.money import Money
from planner.core.plan import Node, Plan

LAUNCH = date(2027, 5, 4)


def money(amount: int) -> Money:
    return Money(Decimal(amount), "USD")


def _texts(kind: type[Node], number: int, *names: str) -> dict[str, Any]:
    """A text for each field that no other field of the plan has."""
    return {name: f"{kind.__name__} {number} {name.replace('_', ' ')}" for name in names}


def _tags(number: int) -> dict[str, Any]:
    return {name: f"{name}{number}" for name in UTM_FIELDS}


def link(number: int) -> p.Link:
    """A link; the first of them has an address from a service."""
    return p.Link(
        id=f"link{number}",
        placement=("page", "article")[number % 2],
        options=("utm",),
        target=f"https://author.example/target{number}",
        address="" if number else "https://short.example/address",
        dynamic_qr=True,
        expires=-21,
        owner="person0",
        **_texts(p.Link, number, "label", "notes"),
        **_tags(number),
    )


def _activity(number: int) -> p.Activity:
    return p.Activity(
        id=f"activity{number}",
        kind=v.ActivityKind.GIVEAWAY,
        aim=v.Aim.REVIEWS,
        due=-301 - number,
        at=time(7, 31 + number),
        ends=-281 - number,
        lead_days=407 + number,
        hours=30.25 + number,
        owner="person3" if number == 3 else "person1",
        state=v.State.DOING,
        promo=v.Promo.COUNTDOWN,
        price=money(71 + number),
        list_price=money(81 + number),
        steps=4,
        region="Activity region",
        boosted=True,
        gifted=True,
        cleared=(f"Activity {number} cleared",),
        title=f"Activity {number} title" if number else "",
        notes=f"Activity {number} notes",
    )


def _channel(number: int) -> p.Channel:
    return p.Channel(
        id=f"channel{number}",
        platform=("own-website", "email-newsletter", "instagram", "tiktok")[number],
        stance=v.Stance.EXPERIMENT,
        aim=v.Aim.CLICKS,
        hours=2.25 + number * 1.5,
        budget=money(1009 + 10 * number),
        spent=money(3011 + 10 * number),
        owner=f"person{number}",
        tracking=("utm",),
        activities=(_activity(number),),
        links=(link(number),) if number < 2 else (),
        **_texts(p.Channel, number, "role", "cadence", "region", "disclosure", "copy", "notes"),
        cleared=(f"Channel {number} cleared",),
    )


def _phase(number: int, *channels: p.Channel) -> p.Phase:
    first = -611 + 100 * number
    texts = _texts(p.Phase, number, "name", "purpose")
    return p.Phase(id=f"phase{number}", starts=first, ends=first + 71, channels=channels, **texts)


def _cover() -> tuple[str, ...]:
    """A picture of two dots."""
    written = BytesIO()
    Image.new("RGB", (1, 2)).save(written, "JPEG")
    return (b64encode(written.getvalue()).decode("ascii"),)


def _book() -> p.Book:
    editions = tuple(
        p.Edition(kind=kind, price=money(20 + n), isbn=f"isbn{n}", asin=f"asin{n}")
        for n, kind in enumerate((v.EditionKind.EBOOK, v.EditionKind.HARDBACK))
    )
    comps = tuple(
        p.Comp(title=f"comp{n} title", author=f"comp{n} author", why=f"comp{n} why") for n in (0, 1)
    )
    return p.Book(
        id="book",
        series_number=77,
        genre="historical-fiction",
        language="uk",
        markets=("JP",),
        editions=editions,
        comps=comps,
        release=13,
        preorder=-211,
        kdp_select=True,
        select_since=-37,
        final_file=-41,
        bisac=("FIC014000",),
        cover=_cover(),
        **_texts(p.Book, 0, "title", "subtitle", "series", "hook", "blurb"),
    )


def _goals() -> tuple[p.Goal, ...]:
    """Five goals, the second of which has no number, and the third no words."""
    return tuple(
        p.Goal(
            id=f"goal{n}",
            text="" if n == 2 else f"Goal {n} text",
            aim=v.Aim.SUBSCRIBERS,
            target=None if n == 1 else 70001 + n,
            by=-501 - n,
        )
        for n in range(5)
    )


def _people() -> tuple[p.Person, ...]:
    """Five people, the last but one of whom has no name."""
    return tuple(
        p.Person(
            id=f"person{n}",
            name="" if n == 3 else f"Person {n} name",
            role=f"Person {n} role",
            contact=f"Person {n} contact",
        )
        for n in range(5)
    )


def everything() -> Plan:
    """The plan: two phases of two channels, each with work, the first two with a link."""
    account = p.Account(
        id="account",
        platform="pinterest",
        followers=90017,
        list_size=90023,
        languages=("fr",),
        domains=("domain.example",),
        met=("met",),
        local_help=True,
        opt_in=True,
        mail_service="Account service",
        list_origin=v.ListOrigin.BOUGHT,
        legal_basis=v.LegalBasis.CONSENT,
        last_send=date(2026, 3, 9),
        **_texts(p.Account, 0, "handle", "type", "region"),
    )
    channels = [_channel(number) for number in range(4)]
    return Plan(
        id="plan",
        launch=LAUNCH,
        budget=money(55001),
        hours_a_week=41.75,
        book=_book(),
        author=p.Author(
            id="author", **_texts(p.Author, 0, "name", "bio", "website", "email", "platform", "time_zone")
        ),
        goals=_goals(),
        people=_people(),
        accounts=(account,),
        skipped=(p.Skipped(id="skipped", platform="snapchat", reason="Skipped 0 reason"),),
        rechecks=tuple(
            p.Recheck(
                id=f"recheck{number}",
                platform=platform,
                on=date(2026, 7, 7),
                note=f"Recheck {number} note",
                facts=(f"Recheck {number} facts",),
            )
            for number, platform in enumerate(("tiktok", "snapchat"))
        ),
        phases=(_phase(0, *channels[:2]), _phase(1, *channels[2:])),
        **_texts(Plan, 0, "title", "status", "audience", "positioning", "assumptions", "notes"),
    )
