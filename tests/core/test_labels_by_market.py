"""On a post that was paid for, each market's own labels and sentences count, and no part of another word."""

import pytest

from planner.core.catalog import Catalog
from planner.core.document import Document
from planner.core.plan import Activity, Book
from planner.core.rules import RuleBook
from planner.core.vocabulary import ActivityKind
from tests.core.build import channel, findings, link, plan

LABELLED = {
    "JP": (
        "本ページはプロモーションが含まれています",
        "【宣伝】新刊出ました",
        "提供：出版社",
        "タイアップ投稿",
        "出版社様から無料で本を提供いただきました",
        "献本いただきました",
        "PR新刊です",
    ),
    "KR": (
        "#협찬",
        "[협찬] 신간",
        "유료광고 포함",
        "이 영상은 유료광고를 포함하고 있습니다",
        "출판사로부터 책을 무료로 받았습니다",
        "소정의 원고료를 받아 작성했습니다",
    ),
    "CN": ("【廣告】新書", "本文含广告"),
    "RU": ("На правах рекламы", "#реклама", "[Реклама] соль и дорога", "Соль и дорога (реклама), роман"),
}
NOT_LABELLED = {
    "JP": (
        "プロモーションビデオの撮影",
        "宣伝部の女",
        "宣伝はしていません",
        "提供者の秘密",
        "本の提供は受けていません",
        "PR活動の日々",
        "APRIL 新刊です",
    ),
    "KR": ("협찬 아님", "책을 제공받지 않았습니다", "체험단으로 참여", "광고판", "그는 정보를 제공받았다"),
    "CN": ("她讨厌广告牌", "廣告公司的故事", "赞助内容"),
    "RU": ("Рекламация по книге", "Не реклама"),
}
PLATFORMS = {"JP": "x", "KR": "instagram", "CN": "douban", "RU": "vk"}


def told(catalog: Catalog, rules: RuleBook, platform: str, market: str, copy: str) -> set[str]:
    gift = Activity(id="w", title="Post", kind=ActivityKind.POST, gifted=True)
    made = plan(
        channel(platform, activities=(gift,), region=market, copy=copy), book=Book(id="b", markets=(market,))
    )
    found = {finding.rule for finding in findings(catalog, rules, made)}
    return found & {"label-missing", "disclosure-not-first"}


@pytest.mark.parametrize(
    ("market", "copy", "labelled"),
    [
        *((market, copy, True) for market, copies in LABELLED.items() for copy in copies),
        *((market, copy, False) for market, copies in NOT_LABELLED.items() for copy in copies),
    ],
)
def test_labels_in_lawful_use(
    catalog: Catalog, rules: RuleBook, market: str, copy: str, labelled: bool
) -> None:
    missing = "label-missing" in told(catalog, rules, PLATFORMS[market], market, copy)
    assert missing is not labelled


@pytest.mark.parametrize(
    ("market", "copy"), [(market, copy) for market, copies in LABELLED.items() for copy in copies]
)
def test_what_the_law_takes_for_a_label_discloses_a_link_too(
    catalog: Catalog, rules: RuleBook, market: str, copy: str
) -> None:
    tagged = link("post", target="https://www.amazon.com/dp/B0EXAMPLE1?tag=me-20")
    made = plan(
        channel(PLATFORMS[market], tagged, region=market, copy=copy), book=Book(id="b", markets=(market,))
    )
    found = {finding.rule for finding in findings(catalog, rules, made)}
    assert not found & {"label-missing", "affiliate-without-disclosure"}


@pytest.mark.parametrize(
    ("copy", "found"),
    [
        ("[광고] 신간", set()),
        ("(광고) 신간", set()),
        ("광고\n신간 소개", set()),
        ("이 글은 광고입니다", set()),
        ("출판사에서 책을 제공받아 쓴 글입니다.\n신간", set()),
        ("이 링크로 구매하시면 수수료를 받습니다.\n신간", set()),
        ("신간 소개\n[광고]", {"disclosure-not-first"}),
        ("광고판 아래의 신간", {"label-missing"}),
        ("책을 제공받지 않았습니다", {"label-missing"}),
    ],
)
def test_a_gift_is_said_in_the_first_lines_of_a_korean_blog(
    catalog: Catalog, rules: RuleBook, copy: str, found: set[str]
) -> None:
    assert told(catalog, rules, "naver-blog", "KR", copy) == found


@pytest.mark.parametrize(
    ("copy", "first"),
    [
        ("(광고) 신간", True),
        ("（광고） 신간", True),
        (" \n(광고)신간", True),
        ("신간 (광고)", False),
        ("신간\n(광고)", False),
        ("★(광고) 신간", False),
    ],
)
def test_a_message_in_korea_begins_with_its_label(
    catalog: Catalog, rules: RuleBook, copy: str, first: bool
) -> None:
    send = Activity(id="w", title="Message", kind=ActivityKind.SEND)
    made = plan(channel("kakaotalk", activities=(send,), copy=copy), book=Book(id="b", markets=("KR",)))
    found = [finding for finding in findings(catalog, rules, made) if finding.rule == "disclosure-not-first"]
    assert bool(found) is not first
    assert all("at its very beginning" in finding.text for finding in found)


@pytest.mark.parametrize(
    ("platform", "market", "copy", "disclosure", "after"),
    [
        ("vk", "RU", "соль и дорога", "", ("[Реклама] соль и дорога", "")),
        ("note-jp", "JP", "\n塩の道", "x", ("[広告] 塩の道", "x")),
        ("zhihu", "CN", " ", "盐路", (" ", "[广告] 盐路")),
        ("naver-blog", "KR", "소금길\n이야기", "", ("[광고] 소금길\n이야기", "")),
        ("kakaotalk", "KR", "소금길", "", ("(광고) 소금길", "")),
    ],
)
def test_a_button_begins_the_text_with_the_label(
    catalog: Catalog,
    rules: RuleBook,
    platform: str,
    market: str,
    copy: str,
    disclosure: str,
    after: tuple[str, str],
) -> None:
    kinds = (ActivityKind.POST, ActivityKind.SEND)
    work = tuple(Activity(id=kind.name, title="Post", kind=kind, gifted=True) for kind in kinds)
    there = channel(platform, activities=work, region=market, copy=copy, disclosure=disclosure)
    document = Document(plan(there, book=Book(id="b", markets=(market,))))
    (told,) = (each for each in findings(catalog, rules, document.plan) if each.rule == "label-missing")
    document.apply(told.fixes[0].edit(document.tree, told.subject))
    made = document.plan.channels[0]
    assert (made.copy, made.disclosure) == after
    left = {each.rule for each in findings(catalog, rules, document.plan)}
    assert left.isdisjoint({"label-missing", "disclosure-not-first"})
