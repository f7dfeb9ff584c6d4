"""What an account is and what the book is decide: the same platform, another answer."""

from datetime import date
from typing import Any

import pytest

from planner.core.catalog import Catalog
from planner.core.conditions import condition_met
from planner.core.document import Document
from planner.core.facts import VerdictKind
from planner.core.fit import FitKind, judge_fit
from planner.core.money import Money
from planner.core.plan import Activity, Book, Edition, Plan
from planner.core.rules import RuleBook, Severity
from planner.core.situation import Situation
from planner.core.vocabulary import ActivityKind, EditionKind, Stance
from tests.core.build import account, channel, findings, link, plan, verdict

LOCAL: dict[str, Any] = {"languages": ("zh",), "local_help": True}
NO_CLICKS = (
    "I accept that there will be no clicks to count, and sales only from readers who search for the title."
)
BEAUTY = Book(id="book", genre="beauty", language="zh", markets=("CN",))


def rules_of(catalog: Catalog, rules: RuleBook, made: Plan) -> set[str]:
    return {finding.rule for finding in findings(catalog, rules, made) if finding.subject != "own"}


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ({"type": "personal", "followers": 400}, VerdictKind.LIMITED),
        ({"type": "personal", "followers": 999}, VerdictKind.LIMITED),
        ({"type": "personal", "followers": 1000}, VerdictKind.AVAILABLE),
        ({"type": "personal", "followers": 2000}, VerdictKind.AVAILABLE),
        ({"type": "business", "followers": 400}, VerdictKind.AVAILABLE),
        ({"type": "business"}, VerdictKind.AVAILABLE),
    ],
)
def test_a_link_in_tiktoks_bio_hangs_on_followers_or_a_business_account(
    catalog: Catalog, said: dict[str, Any], kind: VerdictKind
) -> None:
    found = verdict(catalog, "tiktok", "smart-link", "bio", **said)
    assert found.kind is kind
    assert found.met is (kind is VerdictKind.AVAILABLE)


ICP = "I have an https page on a domain with a Chinese ICP filing."


@pytest.mark.parametrize(
    ("type", "met", "article", "menu", "read_more"),
    [
        ("", (), None, None, True),
        ("subscription account", (), False, False, True),
        ("verified subscription account", (), False, True, True),
        ("service account", (), False, True, True),
        ("verified service account", (), None, True, True),
        ("verified service account", (ICP,), True, True, True),
        ("verified company subscription account", (ICP,), True, True, True),
    ],
)
def test_wechats_kinds_of_account_open_one_place_after_the_other(
    catalog: Catalog,
    type: str,
    met: tuple[str, ...],
    article: bool | None,
    menu: bool | None,
    read_more: bool,
) -> None:
    said: dict[str, Any] = {"type": type, "met": met}
    assert verdict(catalog, "wechat", "smart-link", "article", **said).met is article
    assert verdict(catalog, "wechat", "smart-link", "menu", **said).met is menu
    assert verdict(catalog, "wechat", "smart-link", "read-more-link", **said).usable is read_more


PAID = "I have paid Weibo for the link feature."
LISTED = (
    "I have a website of my own that Weibo has put on its whitelist,"
    " with the business licence and ICP filing it asks for."
)


@pytest.mark.parametrize(
    ("type", "ticked", "met"),
    [
        ("", (), None),
        ("personal", (), None),
        ("personal", (PAID,), True),
        ("personal", (LISTED,), None),
        ("enterprise verified", (), None),
        ("enterprise verified", (PAID,), None),
        ("enterprise verified", (LISTED,), True),
    ],
)
def test_weibo_opens_links_for_verified_companies_and_those_who_pay(
    catalog: Catalog, type: str, ticked: tuple[str, ...], met: bool | None
) -> None:
    weibo = catalog.platforms["weibo"]
    at_posts = next(each for each in weibo.conditions if each.placement == "post")
    assert condition_met(weibo, at_posts, Situation(account("weibo", type=type, met=ticked))) is met


@pytest.mark.parametrize("placement", ["bio", "comment"])
def test_a_site_on_weibos_whitelist_is_not_told_to_be_off_it(
    catalog: Catalog, rules: RuleBook, placement: str
) -> None:
    own = account("weibo", type="enterprise verified", met=(LISTED,), domains=("author.example",))
    told = findings(catalog, rules, plan(channel("weibo", link(placement)), accounts=(own,)))
    (found,) = [each for each in told if each.subject == "link"]
    assert (found.rule, found.severity) == ("option-in-doubt", Severity.TIP)
    assert "No source says whether one " in found.text


def test_one_tick_on_weibos_whitelist_opens_tagged_links_too_and_only_to_declared_sites(
    catalog: Catalog, rules: RuleBook
) -> None:
    def found(*domains: str) -> set[str]:
        own = account("weibo", type="enterprise verified", met=(LISTED,), domains=domains)
        tagged = link("post", "utm", target="https://shop.a.example/book")
        told = findings(catalog, rules, plan(channel("weibo", tagged), accounts=(own,)))
        return {each.rule for each in told if each.subject == "link"}

    assert not found() & {"condition-not-known", "condition-not-met", "site-not-declared"}
    assert "site-not-declared" in found("other.example")
    for declared in ("a.example", "www.a.example", "https://A.example/", "shop.a.example"):
        assert found("other.example", declared) == found()


def xiaohongshu(book: Book, stance: Stance = Stance.EXPERIMENT, **said: Any) -> Plan:
    return plan(channel("xiaohongshu", stance=stance), book=book, accounts=(account("xiaohongshu", **said),))


def test_xiaohongshus_exception_opens_for_its_books_and_with_its_prerequisites(
    catalog: Catalog, rules: RuleBook
) -> None:
    novel = Book(id="book", genre="historical-fiction", language="zh", markets=("CN",))
    ready = {**LOCAL, "met": (NO_CLICKS,)}
    assert "poor-fit" in rules_of(catalog, rules, xiaohongshu(novel, **ready))
    assert "exception-not-met" in rules_of(
        catalog, rules, xiaohongshu(BEAUTY, languages=("en",), local_help=True, met=(NO_CLICKS,))
    )
    assert "exception-not-known" in rules_of(catalog, rules, xiaohongshu(BEAUTY, **LOCAL))
    opened = rules_of(catalog, rules, xiaohongshu(BEAUTY, **ready))
    assert not opened & {"poor-fit", "exception-not-met", "exception-not-known", "exception-is-experiment"}


@pytest.mark.parametrize(
    ("said", "rule", "named", "left_out"),
    [
        ({"languages": ("en",)}, "exception-not-met", "writes Chinese", "local help"),
        ({"languages": ("en",), "local_help": False}, "exception-not-met", "local help", NO_CLICKS),
        ({**LOCAL, "met": ()}, "exception-not-known", NO_CLICKS, "local help"),
        ({"languages": ("zh",)}, "exception-not-known", "local help", "writes Chinese"),
    ],
)
def test_the_exception_names_the_prerequisites_that_are_open(
    catalog: Catalog, rules: RuleBook, said: dict[str, Any], rule: str, named: str, left_out: str
) -> None:
    (found,) = (f for f in findings(catalog, rules, xiaohongshu(BEAUTY, **said)) if f.rule == rule)
    assert named in f"{found.text} {found.instead}"
    assert left_out not in f"{found.text} {found.instead}"


def test_the_exception_is_an_experiment_and_tracking_stays_impossible(
    catalog: Catalog, rules: RuleBook
) -> None:
    ready = {**LOCAL, "met": (NO_CLICKS,)}
    assert "exception-is-experiment" in rules_of(catalog, rules, xiaohongshu(BEAUTY, Stance.CORE, **ready))
    for option in catalog.options.values():
        found = verdict(catalog, "xiaohongshu", option.id, book=BEAUTY, **ready)
        assert found.usable is option.inside_only


def test_language_and_market_rule_a_platform_out(catalog: Catalog) -> None:
    weibo = catalog.platforms["weibo"]
    fits = [
        judge_fit(catalog, weibo, Book(id="b", genre="memoir", language=language, markets=markets)).kind
        for language, markets in (("zh", ("CN",)), ("en", ("CN",)), ("zh", ("US",)))
    ]
    assert fits[0] is not FitKind.POOR
    assert fits[1:] == [FitKind.POOR, FitKind.POOR]


@pytest.mark.parametrize(
    ("book", "broken"),
    [
        (Book(id="b", kdp_select=True), {"kdp-select-sold-elsewhere"}),
        (Book(id="b", kdp_select=None), set()),
        (Book(id="b", kdp_select=False), set()),
        (
            Book(
                id="b",
                kdp_select=True,
                editions=(Edition(kind=EditionKind.EBOOK), Edition(kind=EditionKind.AUDIOBOOK)),
            ),
            {"kdp-select-shared"},
        ),
        (Book(id="b", kdp_select=True, editions=(Edition(kind=EditionKind.AUDIOBOOK),)), set()),
        (Book(id="b", preorder=-366), {"preorder-too-early"}),
        (Book(id="b", preorder=-365), set()),
        (Book(id="b", preorder=-30, final_file=-9), {"final-file-late"}),
        (Book(id="b", preorder=-30, final_file=date(2027, 4, 25)), set()),
        (
            Book(
                id="b", preorder=-30, editions=(Edition(kind=EditionKind.EBOOK, price=Money.parse("0 USD")),)
            ),
            {"preorder-not-offered"},
        ),
        (
            Book(
                id="b", preorder=None, editions=(Edition(kind=EditionKind.EBOOK, price=Money.parse("0 USD")),)
            ),
            set(),
        ),
    ],
)
def test_select_pre_order_price_and_format_reach_the_shops_rules(
    catalog: Catalog, rules: RuleBook, book: Book, broken: set[str]
) -> None:
    made = plan(channel("apple-books"), book=book, launch=date(2027, 5, 5))
    terms = {"kdp-select-sold-elsewhere", "kdp-select-shared", "preorder-too-early", "final-file-late"}
    assert rules_of(catalog, rules, made) & (terms | {"preorder-not-offered"}) == broken


def test_a_shop_of_another_market_hangs_on_the_channels_region(catalog: Catalog, rules: RuleBook) -> None:
    def at(region: str) -> set[str]:
        there = link("bio", target="https://www.amazon.de/dp/B0EXAMPLE1")
        return rules_of(catalog, rules, plan(channel("instagram", there, region=region)))

    assert "shop-other-market" in at("US")
    assert not {"shop-other-market"} & (at("DE") | at("EU") | at(""))


@pytest.mark.parametrize(
    ("region", "markets", "told"),
    [
        ("", ("DE",), True),
        ("", ("DE", "AT"), True),
        ("", ("DE", "US"), False),
        ("", ("AT",), False),
        ("", ("WORLD",), False),
        ("US", ("DE",), False),
    ],
)
def test_where_the_channel_has_no_region_a_shop_is_held_against_the_books_markets(
    catalog: Catalog, rules: RuleBook, region: str, markets: tuple[str, ...], told: bool
) -> None:
    def found(target: str) -> set[str]:
        there = channel("instagram", link("bio", target=target), region=region)
        return rules_of(catalog, rules, plan(there, book=Book(id="book", markets=markets)))

    assert ("shop-other-market" in found("https://www.amazon.com/dp/B0EXAMPLE1")) is told
    assert ("attribution-other-market" in found("https://www.amazon.com/dp/B0EXAMPLE1?maas=x")) is told


@pytest.mark.parametrize(
    ("platform", "placement", "said", "rule"),
    [
        ("tiktok", "bio", {"type": "personal", "followers": 400}, "condition-not-met"),
        ("tiktok", "bio", {"type": "personal", "followers": 2000}, ""),
        ("tiktok", "bio", {"type": "business", "followers": 10}, ""),
        ("tiktok", "bio", {}, "condition-not-known"),
        ("wechat", "menu", {"type": "subscription account"}, "condition-not-met"),
        ("wechat", "menu", {"type": "verified subscription account"}, ""),
        ("wechat", "menu", {"type": "service account"}, ""),
        ("wechat", "read-more-link", {"type": "subscription account"}, ""),
        ("weibo", "article", {"type": "personal"}, "condition-not-met"),
        ("weibo", "article", {"type": "enterprise verified"}, "condition-not-known"),
    ],
)
def test_a_link_that_nothing_counts_hangs_on_the_account_too(
    catalog: Catalog, rules: RuleBook, platform: str, placement: str, said: dict[str, Any], rule: str
) -> None:
    made = plan(channel(platform, link(placement)), accounts=(account(platform, **said),))
    judged = {"condition-not-met", "condition-not-known"}
    assert rules_of(catalog, rules, made) & judged == ({rule} if rule else set())


def test_a_plain_link_moves_to_where_the_account_may_place_it(catalog: Catalog, rules: RuleBook) -> None:
    subscription = account("wechat", type="subscription account")
    made = plan(channel("wechat", link("menu")), accounts=(subscription,))
    (found,) = [each for each in findings(catalog, rules, made) if each.rule == "condition-not-met"]
    assert "You need a service account, or a subscription account that is verified (not met)." in found.text
    assert found.instead.endswith("Here it works in: read-more link or direct message.")
    assert found.fix is not None
    document = Document(made)
    document.apply(found.fix.edit(document.tree, found.subject))
    assert document.plan.phases[0].channels[0].links[0].placement == "read-more-link"
    assert "condition-not-met" not in rules_of(catalog, rules, document.plan)


def test_a_plan_with_markets_aims_at_those_alone(catalog: Catalog, rules: RuleBook) -> None:
    def gateway_missed(*markets: str) -> bool:
        book = Book(id="book", language="zh", markets=markets)
        return "market-without-gateway" in rules_of(catalog, rules, plan(channel("zhihu"), book=book))

    assert [gateway_missed(), gateway_missed("CN"), gateway_missed("US", "CN")] == [True, True, True]
    assert not gateway_missed("US")


def test_what_opens_a_market_is_not_added_to_a_book_that_it_does_not_suit(
    catalog: Catalog, rules: RuleBook
) -> None:
    made = plan(channel("email-newsletter"), book=Book(id="book", language="en", markets=("CN",)))
    (found,) = (each for each in findings(catalog, rules, made) if "gateway" in each.rule)
    assert (found.rule, found.fixes) == ("gateway-does-not-suit", ())
    assert "Readers here read Chinese, and the book is in English." in found.text
    assert found.instead.startswith("What would change it: A Chinese edition.")


@pytest.mark.parametrize(
    ("type", "placement", "options", "rule"),
    [
        ("personal account", "article-qr-image", ("qr-code",), "condition-not-met"),
        ("subscription account", "article-qr-image", ("qr-code",), ""),
        ("", "article-qr-image", ("qr-code",), "condition-not-known"),
        ("personal account", "read-more-link", (), "condition-not-met"),
        ("personal account", "menu", (), "condition-not-met"),
        ("personal account", "direct-message", (), ""),
        ("personal account", "post", (), "option-in-doubt"),
        ("personal account", "post", ("smart-link",), "option-in-doubt"),
        ("personal account", "post", ("qr-code",), "option-in-doubt"),
        ("personal account", "post", ("coupon-code",), ""),
        ("subscription account", "read-more-link", ("smart-link",), ""),
    ],
)
def test_what_a_personal_account_of_wechat_cannot_do_is_found_and_what_nobody_knows_is_said(
    catalog: Catalog, rules: RuleBook, type: str, placement: str, options: tuple[str, ...], rule: str
) -> None:
    made = plan(
        channel("wechat", link(placement, *options)), book=BEAUTY, accounts=(account("wechat", type=type),)
    )
    told = [each for each in findings(catalog, rules, made) if each.subject == "link"]
    assert [each.rule for each in told] == ([rule] if rule else [])


@pytest.mark.parametrize(
    ("platform", "option", "open_to", "closed_to"),
    [
        ("instagram", "native-analytics", ("business", "creator"), ("personal",)),
        ("pinterest", "native-analytics", ("business",), ("personal",)),
        ("snapchat", "native-analytics", ("public profile",), ("personal",)),
        ("goodreads", "native-analytics", ("claimed author profile",), ("member",)),
        ("facebook-groups", "native-analytics", ("group admin",), ("member",)),
        ("weibo", "conversion-pixel", ("enterprise verified",), ("personal",)),
        ("x", "native-analytics", ("premium",), ()),
        ("linkedin", "native-analytics", ("company page",), ()),
        ("whatsapp", "native-analytics", ("business platform", "channel admin"), ()),
        ("whatsapp", "conversion-pixel", (), ("personal", "business app", "channel admin")),
        ("pinterest", "conversion-pixel", (), ("personal",)),
    ],
)
def test_what_an_option_asks_of_the_account_is_decided_by_its_kind(
    catalog: Catalog,
    rules: RuleBook,
    platform: str,
    option: str,
    open_to: tuple[str, ...],
    closed_to: tuple[str, ...],
) -> None:
    assert verdict(catalog, platform, option).met is None
    for type in catalog.platforms[platform].account_types:
        answer = verdict(catalog, platform, option, type=type)
        assert answer.met is (True if type in open_to else False if type in closed_to else None)
        assert answer.usable
        made = plan(channel(platform, tracking=(option,)), accounts=(account(platform, type=type),))
        told = {each.rule for each in findings(catalog, rules, made) if each.subject == "channel"}
        assert ("condition-not-met" in told) is (type in closed_to)


@pytest.mark.parametrize(
    ("platform", "kind", "type", "count", "told"),
    [
        ("x", ActivityKind.POST, "personal", 51, "sends-over-limit"),
        ("x", ActivityKind.POST, "personal", 50, ""),
        ("x", ActivityKind.POST, "verified", 51, ""),
        ("x", ActivityKind.POST, "premium", 201, ""),
        ("whatsapp", ActivityKind.SEND, "business app", 36, "sends-perhaps-over-limit"),
        ("whatsapp", ActivityKind.SEND, "", 36, "sends-perhaps-over-limit"),
        ("whatsapp", ActivityKind.SEND, "personal", 36, ""),
        ("whatsapp", ActivityKind.SEND, "business platform", 36, ""),
    ],
)
def test_a_limit_holds_for_the_accounts_that_it_names(
    catalog: Catalog, rules: RuleBook, platform: str, kind: ActivityKind, type: str, count: int, told: str
) -> None:
    work = [Activity(id=f"a{n}", kind=kind, due=0) for n in range(count)]
    made = plan(
        channel(platform, activities=tuple(work)),
        accounts=(account(platform, type=type),),
        launch=date(2027, 5, 5),
    )
    found = {each.rule for each in findings(catalog, rules, made) if each.rule.startswith("sends-")}
    assert found - {"sends-on-one-day"} == ({told} if told else set())
