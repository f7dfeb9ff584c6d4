"""Changes of every kind, and of every field that a record of the plan has."""

from datetime import date, time
from typing import Any, get_type_hints

from hypothesis import strategies as st

from planner.core.changes import Change, Insert, Move, Remove, Rewrite
from planner.core.days import When
from planner.core.money import Money
from planner.core.plan import Account, Activity, Comp, Edition, Link, Node, Phase, Plan, Recheck, Skipped
from planner.core.tree import EDITABLE, walk
from planner.core.vocabulary import (
    ActivityKind,
    Aim,
    EditionKind,
    LegalBasis,
    ListOrigin,
    Promo,
    Stance,
    State,
)
from planner.storage.catalog_files import load_catalog
from tests.core.build import TODAY, channel

CATALOG = load_catalog()
PLATFORMS = (
    "tiktok",
    "xiaohongshu",
    "wechat",
    "email-newsletter",
    "facebook-ads",
    "amazon-author",
    "hologram",
)
OPTIONS = ("smart-link", "utm", "qr-code", "ad-tracking", "conversion-pixel", "affiliate-tag", "telepathy")
TEXTS = (
    "",
    "Read on https://a.example, or search for my title.",
    "Buy now!",
    "在Amazon上",
    "A calm sentence, and one that the readers of this book will have read with her before.",
)
LANGUAGES = ("", "en", "zh", "de-AT")

some_days: st.SearchStrategy[Any] = (
    st.none() | st.integers(-60, 60) | st.dates(date(2026, 1, 1), date(2028, 1, 1))
)
some_money = st.sampled_from(["0 USD", "0.99 USD", "500 USD", "1 EUR"]).map(Money.parse)
some_flags = st.none() | st.booleans()


def some_of(words: Any) -> st.SearchStrategy[tuple[Any, ...]]:
    """A few of some words, each at most once."""
    return st.lists(st.sampled_from(tuple(words)), max_size=3, unique_by=str).map(tuple)


# Fields whose words the catalog knows; an odd one is among them.
BY_NAME: dict[str, st.SearchStrategy[Any]] = {
    "platform": st.sampled_from(PLATFORMS),
    "genre": st.sampled_from(["", "no such genre", *CATALOG.genres]),
    "met": some_of(each.text for id in PLATFORMS[:-1] for each in CATALOG.platforms[id].conditions),
    "tracking": some_of(OPTIONS),
    "options": some_of(OPTIONS),
    "placement": st.sampled_from(["", "bio", "post", "ad", "broadcast", "menu", "hologram"]),
    "Link.target": st.sampled_from(["", "https://a.example", "https://amazon.com/dp/1?tag=x", "nonsense"]),
    "address": st.sampled_from(["", "https://go.example/x", "https://amzn.to/x?y?z"]),
    "utm_medium": st.sampled_from(["", "social", "Carrier Pigeon"]),
    "language": st.sampled_from(LANGUAGES),
    "languages": some_of(LANGUAGES),
    "region": st.sampled_from(["", "US", "CN", "moon"]),
    "markets": some_of(["US", "GB", "CN", "moon"]),
    "type": st.sampled_from(["", "personal", "business", "service account", "subscription account"]),
    "mail_service": st.sampled_from(["", "mailerlite", "kit", "pigeon post"]),
    "time_zone": st.sampled_from(["", "Europe/London", "Asia/Seoul", "Nowhere/Land"]),
    "currency": st.sampled_from(["USD", "EUR"]),
    "hours": st.sampled_from([None, 1.0, 40.0]),
    "hours_a_week": st.sampled_from([None, 3.0]),
    "followers": st.sampled_from([None, 400, 2000, 100_000]),
    "list_size": st.sampled_from([None, 10, 100_000]),
    "lead_days": st.sampled_from([0, 30, 10**9]),
    "launch": st.sampled_from([None, date(2027, 5, 5), date(2026, 12, 1), date(1, 1, 2)]),
    "last_send": st.sampled_from([None, date(2024, 1, 1), date(2026, 11, 1)]),
    "release": some_days.filter(lambda day: day is not None),
    "editions": some_of(
        [
            Edition(kind=EditionKind.EBOOK, price=Money.parse("0.99 USD")),
            Edition(kind=EditionKind.EBOOK, isbn="1"),
            Edition(kind=EditionKind.AUDIOBOOK),
        ]
    ),
    "comps": some_of([Comp(title="A quiet quest"), Comp(title="\U0010ffff")]),
}
BY_TYPE: dict[Any, st.SearchStrategy[Any]] = {
    str: st.sampled_from(TEXTS),
    tuple[str, ...]: some_of(TEXTS),
    int | None: st.sampled_from([None, 0, 1, 300]),
    bool | None: some_flags,
    When: some_days,
    When | None: some_days,
    date | None: st.none() | st.dates(date(2025, 1, 1), date(2026, 12, 31)),
    time | None: st.sampled_from([None, time(21), time(12)]),
    Money | None: st.none() | some_money,
    Aim: st.sampled_from(Aim),
    Aim | None: st.sampled_from([None, *Aim]),
    Stance: st.sampled_from(Stance),
    State: st.sampled_from(State),
    ActivityKind: st.sampled_from(ActivityKind),
    Promo | None: st.sampled_from([None, *Promo]),
    ListOrigin | None: st.sampled_from([None, *ListOrigin]),
    LegalBasis | None: st.sampled_from([None, *LegalBasis]),
}


def values_of(kind: type[Node], field: str) -> st.SearchStrategy[Any]:
    """What a field may hold; a field of a sort that nobody has thought of fails here."""
    for name in (f"{kind.__name__}.{field}", field):
        if name in BY_NAME:
            return BY_NAME[name]
    return BY_TYPE[get_type_hints(kind)[field]]


@st.composite
def any_rewrite(draw: st.DrawFn, made: Plan) -> Change:
    """Another value for any field of a record of any kind, each kind as likely as the others."""
    kinds: dict[type[Node], list[Node]] = {}
    for node in walk(made):
        kinds.setdefault(type(node), []).append(node)
    node = draw(st.sampled_from(draw(st.sampled_from(list(kinds.values())))))
    field = draw(st.sampled_from(sorted(EDITABLE[type(node)])))
    return Rewrite(node.id, {field: draw(values_of(type(node), field))})


@st.composite
def any_change(draw: st.DrawFn, made: Plan, number: int) -> Change:
    """A change that may well fit, of any of the four kinds."""
    ids = [node.id for node in walk(made)]
    match draw(st.sampled_from(["rewrite"] * 5 + ["insert", "move", "remove"])):
        case "rewrite":
            return draw(any_rewrite(made))
        case "insert":
            return Insert(draw(st.sampled_from(ids)), 0, draw(st.sampled_from(new_records(number))))
        case "move":
            return Move(draw(st.sampled_from(ids)), draw(st.sampled_from(ids)), draw(st.integers(0, 1)))
        case _:
            return Remove(draw(st.sampled_from(ids)))


def new_records(number: int) -> list[Node]:
    """Records to put in, with ids of their own."""
    below = Link(id=f"l{number}", placement="bio", options=("smart-link",))
    busy = Activity(id=f"w{number}", title=TEXTS[1], due=10)
    return [
        Phase(id=f"p{number}", name="More"),
        channel("tiktok", below, id=f"c{number}", tracking=("utm",), activities=(busy,)),
        below,
        busy,
        Account(id=f"a{number}", platform="tiktok", followers=1),
        Recheck(id=f"r{number}", platform="tiktok", on=TODAY),
        Skipped(id=f"s{number}", platform="pinterest"),
    ]
