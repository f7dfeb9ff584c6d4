"""Small plans for tests: one channel with what matters, and everything else as plain as can be."""

from datetime import date
from typing import Any

from planner.core.catalog import Catalog
from planner.core.checks.checker import Checker
from planner.core.findings import Finding
from planner.core.fit import FitKind, judge_fit
from planner.core.plan import Account, Activity, Author, Book, Channel, Link, Phase, Plan
from planner.core.resources import resource
from planner.core.rules import RuleBook
from planner.core.situation import NO_BOOK, Situation
from planner.core.verdicts import Verdict, judge

TODAY = date(2026, 11, 22)
PLATFORM_IDS = sorted(path.stem for path in resource("platforms").glob("*.toml"))
ENGLISH = Situation(book=Book(id="b", genre="historical-fiction", language="en", markets=("GB",)))
CHINESE = Situation(book=Book(id="b", genre="history", language="zh", markets=("CN",)))


def plan(*channels: Channel, book: Book | None = None, **fields: Any) -> Plan:
    """A plan with the channels in one phase, and an author's own list so that no check of the whole minds."""
    own = Channel(id="own", platform="email-newsletter")
    fields.setdefault("phases", (Phase(id="phase", name="Launch", channels=(*channels, own)),))
    return Plan(id="plan", book=book or Book(id="book"), author=Author(id="author"), **fields)


def channel(platform: str, *links: Link, id: str = "channel", **fields: Any) -> Channel:
    """A channel with links."""
    return Channel(id=id, platform=platform, links=links, **fields)


def link(placement: str, *options: str, id: str = "link", **fields: Any) -> Link:
    """A link to a page of the author's own, which carries options."""
    fields.setdefault("target", "https://author.example/book")
    return Link(id=id, label="Book page", placement=placement, options=options, **fields)


def work(**fields: Any) -> Activity:
    """A piece of work."""
    return Activity(id="work", title="Post the cover", **fields)


def account(platform: str, **fields: Any) -> Account:
    """The author's account on a platform."""
    return Account(id=f"account-{platform}", platform=platform, **fields)


def findings(catalog: Catalog, rules: RuleBook, made: Plan, today: date = TODAY) -> tuple[Finding, ...]:
    """What a fresh checker has to say of a plan."""
    return Checker(catalog, rules, today).findings(made)


def verdict(
    catalog: Catalog, platform: str, option: str, placement: str = "", book: Book = NO_BOOK, **fields: Any
) -> Verdict:
    """The verdict for an account with these fields; without any, for nobody."""
    own = account(platform, **fields) if fields else None
    return judge(catalog, catalog.platforms[platform], option, Situation(own, book), placement)


def fit(catalog: Catalog, platform: str, **fields: object) -> FitKind:
    """How well a platform suits a book with some fields."""
    return judge_fit(catalog, catalog.platforms[platform], Book(id="b", **fields)).kind  # type: ignore[arg-type]
