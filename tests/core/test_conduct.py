"""Conduct is judged by what is planned: a warning against a practice, or ordinary work, is clean."""

import pytest

from planner.core.catalog import Catalog
from planner.core.checks.labels import has_label
from planner.core.plan import Activity, Book, Plan
from planner.core.rules import RuleBook
from planner.core.vocabulary import ActivityKind, State
from tests.core.build import account, channel, findings, link, plan

SHOP = "https://www.amazon.co.jp/dp/B0EXAMPLE1?tag=y-22"


def found(catalog: Catalog, rules: RuleBook, made: Plan) -> set[str]:
    return {finding.rule for finding in findings(catalog, rules, made)}


def planned(platform: str, title: str, **fields: object) -> Plan:
    work = Activity(id="w", title=title, **fields)  # type: ignore[arg-type]
    return plan(channel(platform, activities=(work,)))


BARRED = {"conduct", "conduct-unwise", "forbidden-workaround"}


@pytest.mark.parametrize(
    "title",
    [
        "Tell Amazon about the wrong page count",
        "Name the Kindle file correctly",
        "Name the WeChat moderators in the credits",
        "Scrape the old varnish off the stand",
        "Run two accounts of costs: print and ads",
        "Make several accounts of the shipwreck (blog series)",
        "Order followers' badges for Discord",
    ],
)
def test_ordinary_work_is_clean_where_most_is_barred(catalog: Catalog, rules: RuleBook, title: str) -> None:
    assert BARRED.isdisjoint(found(catalog, rules, planned("xiaohongshu", title)))


@pytest.mark.parametrize(
    "title",
    [
        "Tell readers it is on Amazon",
        "Mention the Kindle edition",
        "Name Taobao in the note",
        "Scrape the likes of rival notes",
        "Run two accounts that like each other's notes",
        "Open several accounts",
        "Buy followers",
    ],
)
def test_what_is_barred_is_still_found(catalog: Catalog, rules: RuleBook, title: str) -> None:
    assert BARRED & found(catalog, rules, planned("xiaohongshu", title))


def test_what_was_dropped_is_no_longer_planned(catalog: Catalog, rules: RuleBook) -> None:
    dropped = planned("instagram", "Review swap", state=State.DROPPED)
    assert "review-for-pay" not in found(catalog, rules, dropped)


def test_a_forbidden_phrase_in_the_text_has_its_place(catalog: Catalog, rules: RuleBook) -> None:
    text = "今天上市！转发抽奖。"
    made = plan(channel("wechat", copy=text))
    (finding,) = (f for f in findings(catalog, rules, made) if f.rule == "conduct")
    assert [text[slice(*span)] for span in finding.spans] == ["转发抽奖"]


@pytest.mark.parametrize(
    ("region", "markets", "copy", "missing"),
    [
        ("JP", (), "The Salt Road 塩の道", True),
        ("JP", (), "【PR】The Salt Road 塩の道", False),
        ("TW", (), "The Salt Road 鹽路", False),
        ("", ("JP", "US"), "The Salt Road 塩の道", True),
        ("", ("TW",), "The Salt Road 鹽路", False),
        ("JP", (), "", False),
    ],
)
def test_a_label_is_asked_for_in_its_market_alone(
    catalog: Catalog, rules: RuleBook, region: str, markets: tuple[str, ...], copy: str, missing: bool
) -> None:
    there = channel("line", link("broadcast", "affiliate-tag", target=SHOP), region=region, copy=copy)
    made = plan(there, book=Book(id="book", markets=markets))
    assert ("label-missing" in found(catalog, rules, made)) is missing


@pytest.mark.parametrize(
    ("platform", "kind", "missing"),
    [
        ("kakaotalk", ActivityKind.SEND, True),
        ("kakaotalk", ActivityKind.POST, False),
        ("vk", ActivityKind.POST, False),
    ],
)
def test_a_label_is_due_for_its_occasion(
    catalog: Catalog, rules: RuleBook, platform: str, kind: ActivityKind, missing: bool
) -> None:
    work = Activity(id="w", title="Tell readers", kind=kind)
    made = plan(channel(platform, activities=(work,), copy="소금길 Соляной путь"))
    assert ("label-missing" in found(catalog, rules, made)) is missing


@pytest.mark.parametrize(("kind", "missing"), [(ActivityKind.POST, True), (ActivityKind.OUTREACH, False)])
def test_who_is_given_a_book_has_to_say_so_and_not_who_gives_it(
    catalog: Catalog, rules: RuleBook, kind: ActivityKind, missing: bool
) -> None:
    work = Activity(id="w", title="样书寄给博主", kind=kind, gifted=True)
    made = plan(channel("xiaohongshu", activities=(work,), region="CN", copy="新书封面来了！"))
    assert ("label-missing" in found(catalog, rules, made)) is missing


@pytest.mark.parametrize(("said", "told"), [(None, False), (True, False), (False, True)])
def test_consent_is_missed_only_where_the_author_says_so(
    catalog: Catalog, rules: RuleBook, said: bool | None, told: bool
) -> None:
    work = Activity(id="w", title="Letter", kind=ActivityKind.SEND)
    made = plan(channel("whatsapp", activities=(work,)), accounts=(account("whatsapp", opt_in=said),))
    assert ("mail-without-consent" in found(catalog, rules, made)) is told


@pytest.mark.parametrize(
    ("label", "text", "stands"),
    [
        ("PR", "APRIL 新刊です", False),
        ("PR", "SPRING SALE", False),
        ("PR", "PRESENT", False),
        ("PR", "PR", True),
        ("PR", "PR新刊です", True),
        ("PR", "新刊です #pr", True),
        ("PR", "ＰＲ：新刊です", True),
        ("PR", "【PR】The Salt Road", True),
        ("PR", "Not PR, just love", False),
        ("PR", "PRではありません", False),
        ("PR", "PR はなこの新刊です", True),
        ("PR", "PR: free copy from the author", True),
        ("PR", "新刊（The Salt Road）PR", True),
        ("広告", "これは広告ではありません", False),
        ("広告", "広告ではありません", False),
        ("広告", "広告代理店の物語", False),
        ("広告", "求人広告です", False),
        ("広告", "広告", True),
        ("広告", "【広告】新刊です", True),
        ("広告", "新刊です\n広告", True),
        ("広告", "この投稿は広告です", True),
        ("広告", "広告を含みます", True),
        ("広告", "広告を含みません", False),
        ("广告", "广告商的故事", False),
        ("广告", "不是广告", False),
        ("广告", "I earn from this. 广告", True),
        ("广告", "我讨厌垃圾。广告商很多", False),
        ("广告", "新书上市 #广告", True),
        ("广告", "（广告）新书上市", True),
        ("广告", "本文为广告", True),
        ("广告", "新书上市，本文为广告。", True),
        ("广告", "本视频包含商业广告", True),
        ("广告", "以下内容是一则广告：新书上市", True),
        ("广告", "这是广告内容，不是故事", True),
        ("广告", "付费广告", True),
        ("广告", "本文不是广告", False),
        ("广告", "本文不是商业广告", False),
        ("广告", "本文不含广告", False),
        ("广告", "本文为广告商而写", False),
        ("广告", "本文作者的工作是广告", False),
        ("广告", "她的爱好是广告", False),
        ("広告", "本記事はアフィリエイト広告を利用しています", True),
        ("広告", "アフィリエイト広告の歴史", False),
        ("광고", "광고판", False),
        ("광고", "#광고 소금길", True),
        ("광고", "이 글은 광고입니다", True),
        ("광고", "광고가 아닙니다", False),
        ("(광고)", "（광고） 소금길", True),
        ("(광고)", "광고 소금길", False),
        ("Реклама", "РЕКЛАМА. Соляной путь", True),
        ("Реклама", "Рекламация", False),
        ("Реклама", "Это не реклама", False),
    ],
)
def test_a_label_stands_as_a_word_of_its_own(catalog: Catalog, label: str, text: str, stands: bool) -> None:
    assert has_label(catalog.copy_words, text, label) is stands


@pytest.mark.parametrize(("copy", "missing"), [("APRIL 新刊です", True), ("#PR 新刊です", False)])
@pytest.mark.parametrize("disclosure", ["I earn money", "PRESENT", "これは広告ではありません"])
def test_a_label_that_is_part_of_a_word_or_denied_is_missing(
    catalog: Catalog, rules: RuleBook, copy: str, disclosure: str, missing: bool
) -> None:
    tagged = link("broadcast", "affiliate-tag", target=SHOP)
    made = plan(channel("line", tagged, region="JP", copy=copy, disclosure=disclosure))
    assert ("label-missing" in found(catalog, rules, made)) is missing


@pytest.mark.parametrize(
    ("disclosure", "silent"),
    [
        *((text, True) for text in ("", " ", "no", "None.", "N/A", "-", "—", "なし", "无", "нет")),
        *(
            (text, False)
            for text in ("I earn from this link.", "#ad", "广告", "Affiliate link: no cost to you")
        ),
    ],
)
def test_none_is_no_disclosure(catalog: Catalog, rules: RuleBook, disclosure: str, silent: bool) -> None:
    made = plan(channel("instagram", link("bio", "affiliate-tag", target=SHOP), disclosure=disclosure))
    assert ("affiliate-without-disclosure" in found(catalog, rules, made)) is silent


@pytest.mark.parametrize(
    ("copy", "disclosed"),
    [
        *(
            (text, True)
            for text in (
                "As an Amazon Associate I earn from qualifying purchases.",
                "#ad My new book",
                "A ghost story. #affiliate",
                "My new book (affiliate link)",
                "Out now [ad]",
                "Anzeige: Mein neues Buch",
                "Mein neues Buch\nWerbung",
                "Als Amazon-Partner verdiene ich an qualifizierten Verkäufen.",
                "Lien affilié",
                "Enlace de afiliado",
                "アフィリエイトリンクです",
                "#PR 新刊",
                "广告",
                "Реклама. Моя книга",
            )
        ),
        *(
            (text, False)
            for text in (
                "",
                "My new book is out",
                "I add commas",
                "#adventure",
                "Ad-free reading",
                "#ad-free",
                "No affiliate links here",
                "Keine Affiliate-Links",
                "这不是广告",
                "Sie erstattet Anzeige gegen ihn.",
                "An ad in the paper changes her life.",
            )
        ),
    ],
)
def test_a_label_in_the_text_discloses_an_affiliate_link(
    catalog: Catalog, rules: RuleBook, copy: str, disclosed: bool
) -> None:
    made = plan(channel("instagram", link("bio", "affiliate-tag", target=SHOP), copy=copy))
    assert ("affiliate-without-disclosure" in found(catalog, rules, made)) is not disclosed


@pytest.mark.parametrize(
    ("platform", "followers", "told"),
    [
        ("tiktok", 499, {"affiliate-site-small"}),
        ("tiktok", 500, set()),
        ("tiktok", None, set()),
        ("own-website", 3, set()),
        ("bluesky", 3, {"affiliate-site-unlisted"}),
    ],
)
def test_amazon_asks_for_followers_where_it_takes_its_tags(
    catalog: Catalog, rules: RuleBook, platform: str, followers: int | None, told: set[str]
) -> None:
    spot = {"own-website": "article", "bluesky": "post"}.get(platform, "bio")
    target = "https://www.amazon.com/dp/B0EXAMPLE1?tag=y-20"
    made = plan(
        channel(platform, link(spot, "affiliate-tag", target=target), disclosure="#ad"),
        accounts=(account(platform, followers=followers),),
    )
    assert {each for each in found(catalog, rules, made) if each.startswith("affiliate-site")} == told
