"""For every rule a plan that breaks it and one, as like it as can be, that does not."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any, NamedTuple

from planner.core.money import Money
from planner.core.plan import (
    Activity,
    ActivityKind,
    Aim,
    Book,
    Channel,
    Edition,
    EditionKind,
    Phase,
    Plan,
    Stance,
    State,
)
from tests.core.build import TODAY, account, channel, link, plan, work

LAUNCH = date(2027, 5, 5)
SHOP = "https://www.amazon.com/dp/B0EXAMPLE1"
APPLE = "https://books.apple.com/us/book/id1"
BOTH_TAGS = f"{SHOP}?maas=x&tag=y-20"
TAGS = {"utm_source": "letter", "utm_medium": "email", "utm_campaign": "launch"}
LOCAL: dict[str, Any] = {"languages": ("zh",), "local_help": True}


class Case(NamedTuple):
    """``day`` is the day on which the broken plan is checked; the clean one always is on ``TODAY``."""

    broken: Plan
    clean: Plan
    day: date = TODAY


def one(platform: str, *links: Any, **fields: Any) -> Plan:
    """A plan of one channel besides the author's own list."""
    return plan(channel(platform, *links, **fields))


def working(*, ends: int | None = None, preorder: int | None = None, **fields: Any) -> Plan:
    """A plan of one channel with one piece of work, in a phase that ends on a day."""
    busy = Channel(id="channel", platform="own-website", activities=(work(**fields),))
    lane = Phase(id="phase", name="Launch", ends=ends, channels=(busy,))
    return plan(launch=LAUNCH, phases=(lane,), book=Book(id="book", preorder=preorder))


def beauty(stance: Stance = Stance.EXPERIMENT, **said: Any) -> Plan:
    """A Chinese beauty book on Xiaohongshu, with what the author says of the account."""
    book = Book(id="book", genre="beauty", language="zh", markets=("CN",))
    ready = account("xiaohongshu", met=(NO_CLICKS,), **said)
    return plan(channel("xiaohongshu", stance=stance), book=book, accounts=(ready,))


NO_CLICKS = (
    "I accept that there will be no clicks to count, and sales only from readers who search for the title."
)


def tiktok(**said: Any) -> Plan:
    """A smart link in the bio of a TikTok account."""
    made = one("tiktok", link("bio", "smart-link"), tracking=("smart-link",))
    return replace(made, accounts=(account("tiktok", **said),))


def affiliate(platform: str, placement: str, disclosure: str = "I earn from this link.") -> Plan:
    """An affiliate link at a placement."""
    there = link(placement, "affiliate-tag", target=f"{SHOP}?tag=y-20")
    return one(platform, there, disclosure=disclosure)


def doing(platform: str, title: str) -> Plan:
    """A channel with one piece of work."""
    return one(platform, activities=(Activity(id="w", title=title),))


def sends(platform: str, count: int, type: str = "", list_size: int = 100) -> Plan:
    """As many sends in the month of the launch, from a list of some size."""
    made = [Activity(id=f"w{n}", title="A letter", kind=ActivityKind.SEND, due=n % 20) for n in range(count)]
    lane = Phase(id="phase", channels=(channel(platform, activities=tuple(made)),))
    own = account(platform, type=type, list_size=list_size)
    return plan(launch=LAUNCH, phases=(lane,), accounts=(own,))


def letters(**said: Any) -> Plan:
    """A letter to a list of which the author says something."""
    sends = (Activity(id="w", title="First letter", kind=ActivityKind.SEND),)
    return replace(one("substack", activities=sends), accounts=(account("substack", **said),))


def bookmark(**said: Any) -> Plan:
    """A code on a printed bookmark."""
    return one("offline-bookshop-library", link("print", "qr-code", **said))


def twice(first: str, second: str) -> Plan:
    """The same address at two placements."""
    links = (link(first, "smart-link", id="l1"), link(second, "smart-link", id="l2"))
    return one("instagram", *links)


def worth(amount: str, **fields: Any) -> Plan:
    """A channel with a budget, in a plan that has 100 dollars."""
    spending = channel("own-website", budget=Money.parse(amount))
    return plan(spending, budget=Money.parse("100 USD"), **fields)


def markets(*codes: str) -> Plan:
    """A plan for a book with these markets."""
    return plan(book=Book(id="book", markets=codes))


CASES: Mapping[str, Case] = {
    "copy-removed": Case(
        one("xiaohongshu", copy="The Salt Road, also on Amazon."), one("xiaohongshu", copy="The Salt Road.")
    ),
    "copy-sales-words": Case(
        one("amazon-author", copy="Buy now and weep."),
        one("amazon-author", copy="She is free in a new land."),
    ),
    "forbidden-workaround": Case(
        one("xiaohongshu", activities=(Activity(id="w", title="Tell readers to search for my title"),)),
        one("xiaohongshu", activities=(Activity(id="w", title="Answer comments"),)),
    ),
    "conduct": Case(
        doing("kickstarter", "Message strangers who back novels"),
        doing("kickstarter", "Never message strangers"),
    ),
    "shop-unwelcome": Case(
        one("offline-bookshop-library", link("print", "qr-code", target=SHOP)),
        one("offline-bookshop-library", link("print", "qr-code", target="https://bookshop.org/a")),
    ),
    "review-for-pay": Case(
        doing("email-newsletter", "Review swap with Ann"), doing("email-newsletter", "Name swap with Ann")
    ),
    "mail-without-consent": Case(letters(opt_in=False), letters(opt_in=True)),
    "label-missing": Case(
        affiliate("note-jp", "article"), affiliate("note-jp", "article", "PR: I earn from this link.")
    ),
    "sends-over-limit": Case(sends("line", 3, "communication plan"), sends("line", 2, "communication plan")),
    "sends-perhaps-over-limit": Case(sends("whatsapp", 36), sends("whatsapp", 35)),
    "list-over-limit": Case(sends("whatsapp", 1, list_size=257), sends("whatsapp", 1, list_size=256)),
    "copy-too-long": Case(
        one("bluesky", copy="salt " * 61), one("bluesky", link("article"), copy="salt " * 60)
    ),
    "hashtags-over-limit": Case(one("instagram", copy="#salt " * 6), one("instagram", copy="#salt " * 5)),
    "links-over-limit": Case(
        one("tiktok", link("bio"), link("bio", id="l2", target="https://a.example/2")),
        one("tiktok", link("bio"), link("bio", id="l2")),
    ),
    "kdp-select-sold-elsewhere": Case(
        plan(channel("kobo"), book=Book(id="book", kdp_select=True)),
        plan(channel("kobo"), book=Book(id="book", kdp_select=False)),
    ),
    "kdp-select-shared": Case(
        plan(channel("wattpad"), book=Book(id="book", kdp_select=True)),
        plan(channel("instagram"), book=Book(id="book", kdp_select=True)),
    ),
    "isbn-missing": Case(
        plan(channel("netgalley"), book=Book(id="book", editions=(Edition(kind=EditionKind.EBOOK),))),
        plan(channel("netgalley"), book=Book(id="book")),
    ),
    "preorder-too-early": Case(
        plan(channel("apple-books"), book=Book(id="book", preorder=-366)),
        plan(channel("apple-books"), book=Book(id="book", preorder=-365)),
    ),
    "too-long-after-release": Case(
        one("booksirens", activities=(work(due=31),)), one("booksirens", activities=(work(due=30),))
    ),
    "approval-not-planned": Case(
        one("royalroad", activities=(work(kind=ActivityKind.AD),)),
        one("royalroad", activities=(work(kind=ActivityKind.AD, lead_days=1),)),
    ),
    "nowhere-to-post": Case(
        one("storygraph", activities=(work(kind=ActivityKind.POST),)),
        one("storygraph", activities=(work(kind=ActivityKind.GIVEAWAY),)),
    ),
    "copy-not-in-language": Case(
        one("wechat", copy="The salt road is out today."),
        one("wechat", copy="The Salt Road《盐路》今天上市。"),
    ),
    "promotion-before-book": Case(
        working(due=-30, aim=Aim.SALES, kind=ActivityKind.POST, preorder=-14),
        working(due=-14, aim=Aim.PREORDERS, kind=ActivityKind.POST, preorder=-14),
    ),
    "activity-after-phase": Case(working(due=8, ends=7), working(due=7, ends=7)),
    "activity-overdue": Case(
        working(due=date(2026, 11, 21)), working(due=date(2026, 11, 21), state=State.DONE)
    ),
    "activity-too-late": Case(
        working(due=date(2026, 11, 30), lead_days=9), working(due=date(2026, 11, 30), lead_days=8)
    ),
    "platform-unknown": Case(one("hologram"), one("tiktok")),
    "poor-fit": Case(
        plan(channel("tiktok"), book=Book(id="book", genre="business")),
        plan(channel("tiktok"), book=Book(id="book", genre="romance")),
    ),
    "exception-not-met": Case(beauty(languages=("en",), local_help=True), beauty(**LOCAL)),
    "exception-not-known": Case(beauty(languages=("zh",)), beauty(**LOCAL)),
    "exception-is-experiment": Case(beauty(Stance.CORE, **LOCAL), beauty(**LOCAL)),
    "disputed-fact": Case(one("tiktok", link("bio")), one("tiktok", link("ad"))),
    "stale-fact": Case(one("tiktok"), one("tiktok"), day=date(2030, 1, 1)),
    "links-blocked": Case(one("xiaohongshu", link("post")), one("xiaohongshu")),
    "placement-not-offered": Case(one("tiktok", link("menu")), one("tiktok", link("bio"))),
    "placement-not-clickable": Case(one("tiktok", link("post")), one("tiktok", link("bio"))),
    "link-without-destination": Case(
        one("instagram", link("bio", target=" ")),
        one("instagram", link("bio", target="", address="https://a.example")),
    ),
    "link-no-address": Case(
        one("instagram", link("bio", target="javascript:alert(1)")), one("instagram", link("bio"))
    ),
    "pixel-on-retailer": Case(
        one("facebook-ads", link("ad", target=SHOP), tracking=("conversion-pixel",)),
        one("facebook-ads", link("ad"), link("ad", id="l2", target=SHOP), tracking=("conversion-pixel",)),
    ),
    "utm-on-retailer": Case(
        one("instagram", link("bio", "utm", target=SHOP, **TAGS)),
        one("instagram", link("bio", "utm", **TAGS)),
    ),
    "attribution-and-affiliate": Case(
        one("instagram", link("bio", target=BOTH_TAGS)),
        one("instagram", link("bio", target=f"{SHOP}?maas=x")),
    ),
    "affiliate-without-disclosure": Case(affiliate("instagram", "bio", " "), affiliate("instagram", "bio")),
    "affiliate-offline": Case(
        affiliate("offline-bookshop-library", "print"), affiliate("own-website", "article")
    ),
    "affiliate-in-mail": Case(
        affiliate("email-newsletter", "broadcast"),
        replace(
            affiliate("email-newsletter", "broadcast"), accounts=(account("email-newsletter", opt_in=True),)
        ),
    ),
    "affiliate-in-ad": Case(affiliate("facebook-ads", "ad"), affiliate("instagram", "bio")),
    "utm-incomplete": Case(
        one("instagram", link("bio", "utm", utm_source="instagram")),
        one(
            "instagram",
            link("bio", "utm", target="https://a.example/?utm_source=i&utm_medium=s&utm_campaign=l"),
        ),
    ),
    "utm-untidy": Case(
        one("instagram", link("bio", "utm", **{**TAGS, "utm_campaign": "Salt Road"})),
        one("instagram", link("bio", "utm", **TAGS)),
    ),
    "attribution-other-market": Case(
        one("instagram", link("bio", target=f"{SHOP}?maas=x"), region="DE"),
        one("instagram", link("bio", target="https://www.amazon.de/dp/B0EXAMPLE1?maas=x"), region="EU"),
    ),
    "attribution-malformed": Case(
        one("instagram", link("bio", target=f"{APPLE}?ct={'long' * 11}")),
        one("instagram", link("bio", target=f"{APPLE}?ct={'long' * 10}")),
    ),
    "referral-tag-missing": Case(
        one("instagram", link("bio", target="https://www.kickstarter.com/projects/a/b")),
        one("instagram", link("bio", target="https://www.kickstarter.com/projects/a/b?ref=ig")),
    ),
    "qr-static-in-print": Case(bookmark(dynamic_qr=False), bookmark(dynamic_qr=True)),
    "options-clash": Case(
        one("line", link("broadcast", "conversion-pixel", "smart-link")),
        one("line", link("broadcast", "conversion-pixel"), link("broadcast", "smart-link", id="l2")),
    ),
    "link-used-twice": Case(twice("bio", "story"), twice("bio", "bio")),
    "hours-over": Case(
        plan(channel("own-website", hours=9), hours_a_week=8.5),
        plan(channel("own-website", hours=8), hours_a_week=8),
    ),
    "budget-over": Case(worth("100.01 USD"), worth("100 USD")),
    "budget-other-currency": Case(worth("5 EUR"), worth("5 USD")),
    "market-without-gateway": Case(markets("US", "CN"), markets("US")),
    "no-owned-channel": Case(
        plan(phases=(Phase(id="phase", channels=(channel("tiktok"),)),)),
        plan(phases=(Phase(id="phase", channels=(channel("own-website"),)),)),
    ),
    "option-impossible": Case(
        one("xiaohongshu", tracking=("smart-link",)), one("xiaohongshu", tracking=("native-analytics",))
    ),
    "option-forbidden": Case(one("xiaohongshu", tracking=("qr-code",)), one("wechat", tracking=("qr-code",))),
    "option-not-yet": Case(
        one("tiktok", tracking=("ad-tracking",)), one("facebook-ads", tracking=("ad-tracking",))
    ),
    "option-unknown": Case(
        one("tiktok", tracking=("telepathy",)), one("tiktok", tracking=("native-analytics",))
    ),
    "option-in-doubt": Case(
        one("tiktok", tracking=("traffic",)), one("tiktok", tracking=("native-analytics",))
    ),
    "condition-not-met": Case(tiktok(type="personal", followers=400), tiktok(type="business")),
    "condition-not-known": Case(tiktok(), tiktok(followers=1000)),
    "placement-not-served": Case(
        one("tiktok", link("ad", "smart-link")), one("tiktok", link("bio", "smart-link"))
    ),
    "option-without-link": Case(
        one("instagram", tracking=("smart-link",)),
        one("instagram", link("bio", "smart-link"), tracking=("smart-link",)),
    ),
    "goal-not-measured": Case(
        one("instagram", aim=Aim.CLICKS), one("instagram", aim=Aim.CLICKS, tracking=("smart-link",))
    ),
    "goal-not-measurable": Case(one("xiaohongshu", aim=Aim.SALES), one("xiaohongshu", aim=Aim.AWARENESS)),
}
