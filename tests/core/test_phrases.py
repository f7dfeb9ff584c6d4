"""Phrases of two parts stand for every pair of their words that is close together in one sentence."""

import pytest

from planner.core.catalog import Catalog
from planner.core.checks.phrase_prefilter import Prefilter
from planner.core.checks.phrases import meant, phrases_of
from planner.core.checks.word_groups import WordGroups
from planner.core.copy_scan.folding import fold
from planner.core.plan import Activity
from planner.core.rules import RuleBook
from tests.core.build import channel, findings, plan

BOUGHT = ("fake account", "buy | bought … likes | reviews")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Buy 500 likes", ["Buy 500 likes"]),
        ("We bought reviews and likes", ["bought reviews", "bought reviews and likes"]),
        ("A fake account each, and buy likes", ["fake account", "buy likes"]),
        ("Never buy 500 likes", []),
        ("Buy paper. Likes come by themselves", []),
        ("Buy paper for all who have asked for it, likes or not", []),
        ("Likes buy nothing", []),
        ("Buy paper, no likes", []),
        ("Buy paper without any likes", []),
        ("Buy not only paper but likes", ["Buy not only paper but likes"]),
        ("buyer likes", []),
    ],
)
def test_pairs_of_words(text: str, found: list[str]) -> None:
    assert [text[start:end] for start, end in meant(text, phrases_of(BOUGHT))] == found


def test_a_prefilter_has_the_last_long_or_longest_latin_words_and_the_phrases_without_one() -> None:
    prefilter = Prefilter.of(("Buy LIKES", "买赞", "加v", "stars for all", "write five stars", "a big fan"))
    assert prefilter == Prefilter(frozenset({"likes", "v", "stars", "fan"}), ("买赞",))
    texts = ["He likes it", "Star of all", "别买赞", "+V", "买个赞"]
    assert [prefilter.may_match(fold(text)) for text in texts] == [True, False, True, True, False]


def test_a_phrase_with_groups_is_ruled_out_by_the_part_that_tells_most() -> None:
    groups = WordGroups(
        {"gift": ("voucher", "signed book card"), "who": ("readers", "all"), "of": ("to", "by")}
    )
    prefilter = Prefilter.of(("a {gift} {of}", "rate {gift?} {who}", "{of} us", "{of} 你"), groups)
    assert prefilter.latin == {"voucher", "signed", "rate", "to", "by", "us"}


CLOSE = ("pay | pay for .. reviews | likes",)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Pay for 1,000 good likes", ["Pay for 1,000 good likes"]),
        ("Pay the printer and collect reviews", []),
        ("Pay the printer, collect reviews", []),
        ("Pay Ann to read the reviews", []),
        ("Stop: never pay for likes", []),
        ("Instead of paying or trying to pay for likes, write", []),
        ("别 pay for likes", []),
    ],
)
def test_close_pairs_have_only_describing_words_between_them(text: str, found: list[str]) -> None:
    assert [text[start:end] for start, end in meant(text, phrases_of(CLOSE))] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Pay for reviews", 1),
        ("Pay for reviews by Kirkus", 0),
        ("At Reader’s Choice we pay for reviews", 0),
        ("Read Kirkus. Pay for reviews", 1),
        ("Pay for reviews! Read Kirkus", 1),
        ("Read Kirkus\nPay for reviews\nRead Kirkus", 1),
    ],
)
def test_a_word_of_its_sentence_excuses_a_phrase(text: str, found: int) -> None:
    assert sum(1 for _ in meant(text, phrases_of(CLOSE, ("Kirkus", "Reader's Choice")))) == found


@pytest.mark.parametrize("unless", [(), ("Kirkus",)])
def test_pairs_are_found_in_linear_time(unless: tuple[str, ...]) -> None:
    assert sum(1 for _ in meant("buy likes " * 20_000, phrases_of(BOUGHT, unless))) == 20_000


FORBIDDEN = {
    "wechat": [
        *(
            "Win a gift: everyone who follows gets a coupon",
            "转发有奖",
            "关注即可抽奖",
            "分享领优惠券",
            "转发朋友圈集赞送书",
            "Everyone who shares the article gets a free chapter",
            "分享文章抽奖",
            "Follow us for a coupon",
        ),
        *("A small gift for sharing", "Share this article and get a coupon"),
        *("Send a red packet to everyone who shares the article", "Give a free chapter to those who follow"),
    ],
    "xiaohongshu": [
        *(
            "Buy 500 likes",
            "Order 1,000 likes",
            "Post from many accounts",
            "Register three accounts",
            "刷点赞",
        ),
        *("Let a crawler count the notes", "Swap comments with Mei", "Ask for third-party analytics"),
        *("Exchange saves with other authors", "Two accounts that comment on each other"),
    ],
    "goodreads": [
        "Write to all the entrants",
        "Email everyone who entered",
        "Share the link in all groups",
        "Spam the groups",
    ],
    "wattpad": [
        *(
            "Advertise in comments",
            "Plug the book on strangers’ boards",
            "Write to followers of bigger writers",
        ),
        "Post ads on others' profiles",
        *("Comment on new stories with a link", "Drop links in other people's comments", "Exchange votes"),
    ],
    "librarything": [
        "Advertise my book in three groups",
        *("Promote the giveaway in Talk", "Let ChatGPT write a review", "Invite everyone to the group"),
        *("Open another account", "Talk up my own book in the Talk groups"),
    ],
    "kickstarter": [
        "Post my link in other projects' comments",
        *("Write to people who backed other novels", "Post on others’ projects", "Buy an email list"),
        *("Post a link under another project", "Comment on someone else's campaign"),
        *("Pay for backers", "DM strangers", "Use a rented list", "Mail a list that I bought"),
    ],
}
ALLOWED = {
    "wechat": [
        "Share the cover",
        "Share the prize with Ann",
        "Sharing is welcome, no prizes",
        "分享，没有奖品，不抽奖",
        "Thank all who share",
        "关注新书",
        "分享读书心得",
        "Follow-up with the gift shop",
    ],
    "xiaohongshu": ["Read the creator figures", "Order prints for the photo", "Answer comments"],
    "goodreads": ["Write to the winners", "Post in one group", "Answer a reader's question"],
    "wattpad": ["Answer comments under my story", "Post chapter five", "Vote for a friend's story"],
    "librarything": [
        "Join three groups",
        "Join Talk and chat about salt",
        "Another account of the flood",
        "Review a book that I loved",
        "List the giveaway",
    ],
    "kickstarter": [
        "Write to my backers",
        "Comment on my own project",
        "Post an update under my project",
        "Email my own list",
        "Pay for the video",
    ],
}


def cases(titles: dict[str, list[str]]) -> list[tuple[str, str]]:
    return [(platform, title) for platform, rows in titles.items() for title in rows]


def broken(catalog: Catalog, rules: RuleBook, platform: str, **fields: str) -> set[str]:
    """The rules that a task breaks."""
    task = Activity(id="task", **fields)  # type: ignore[arg-type]
    made = plan(channel(platform, activities=(task,)))
    return {finding.rule for finding in findings(catalog, rules, made)}


@pytest.mark.parametrize(("platform", "title"), cases(FORBIDDEN))
def test_what_a_platform_forbids_is_found_in_other_words(
    catalog: Catalog, rules: RuleBook, platform: str, title: str
) -> None:
    assert "conduct" in broken(catalog, rules, platform, notes=title)


def test_each_task_is_told_once_with_its_first_words(catalog: Catalog, rules: RuleBook) -> None:
    titles = ("", "Swap votes", "Post chapter five", "a", "Vote swap and swap votes", "x")
    tasks = tuple(Activity(id=f"task{n}", title=title) for n, title in enumerate(titles))
    found = findings(catalog, rules, plan(channel("wattpad", activities=tasks)))
    told = [(each.subject, dict(each.hit.values)["found"]) for each in found if each.rule == "conduct"]
    assert told == [("task1", "Swap votes"), ("task4", "Vote swap")]


@pytest.mark.parametrize(("platform", "title"), cases(ALLOWED))
def test_ordinary_work_is_clean(catalog: Catalog, rules: RuleBook, platform: str, title: str) -> None:
    assert "conduct" not in broken(catalog, rules, platform, notes=title)


@pytest.mark.parametrize(
    ("platform", "title", "told"),
    [
        ("xiaohongshu", "QR code in the image", True),
        ("xiaohongshu", "Add a QR-code to the third photo", True),
        ("xiaohongshu", "Photo with a QR code", True),
        ("xiaohongshu", "DM me for the link", True),
        ("xiaohongshu", "Tell readers to DM for the link", True),
        ("xiaohongshu", "Put the WeChat ID on the cover", True),
        ("xiaohongshu", "Put my WeChat in the bio", True),
        ("xiaohongshu", "评论区留下公众号名字", True),
        ("xiaohongshu", "回复评论区的问题", False),
        ("xiaohongshu", "简介写清楚书名和作者", False),
        ("xiaohongshu", "Say in the video that it is on Amazon", True),
        ("xiaohongshu", "Say hello at the Amazon stand", False),
        ("xiaohongshu", "Say thanks to the Kindle team", False),
        ("xiaohongshu", "Say it is on Kindle", True),
        ("xiaohongshu", "图中放二维码", True),
        ("xiaohongshu", "Hire an agency for trackable links", True),
        ("xiaohongshu", "Sign the photo with my website", True),
        ("xiaohongshu", "Screenshot of the Amazon page", True),
        ("xiaohongshu", "No QR code in the image", False),
        ("xiaohongshu", "不放二维码", False),
        ("xiaohongshu", "Photo of the cover on a beach", False),
        ("xiaohongshu", "Compare with Amazon's page", False),
        ("douyin", "Video with a QR code", True),
        ("douyin", "Video of the cover", False),
        ("lemon8", "Photo with a QR code", False),
    ],
)
def test_a_task_that_plans_what_a_text_may_not_hold_is_found(
    catalog: Catalog, rules: RuleBook, platform: str, title: str, told: bool
) -> None:
    for fields in ({"title": title}, {"notes": title}):
        assert ("forbidden-workaround" in broken(catalog, rules, platform, **fields)) is told


@pytest.mark.parametrize(
    ("title", "told"),
    [
        ("Trade reviews with Tom", True),
        ("Buy ten Amazon reviews", True),
        ("Get my sister to review it", True),
        ("Ask close friends to post reviews", True),
        ("Guarantee five stars from the team", True),
        ("Voucher for each reviewer", True),
        ("Pay bloggers 20 euros for a good review", True),
        ("Hire a team of reviewers", True),
        ("Offer readers a refund for a review", True),
        ("Send ARCs only for five stars", True),
        ("Bonus chapter for each review", True),
        ("Buy a review from Kirkus", False),
        ("Pay for the Publishers Weekly BookLife review", False),
        ("Order review copies", False),
        ("Buy Ann's book and leave a review", False),
        ("Buy the New York Review of Books", False),
        ("Pay the reviewer's postage", False),
        ("Pay for NetGalley to get reviews", False),
        ("Ask friends to review the cover draft", False),
        ("Ask for an honest review", False),
        ("Post the quote: five stars for The Salt Road", False),
        ("Send galleys for trade reviews", False),
        ("Family review blogs", False),
    ],
)
def test_reviews_for_pay_are_told_from_editorial_ones_and_ordinary_work(
    catalog: Catalog, rules: RuleBook, title: str, told: bool
) -> None:
    assert ("review-for-pay" in broken(catalog, rules, "facebook-groups", title=title)) is told


LOOSE = ("gift ~ who review",)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("A gift to all who review", ["gift to all who review"]),
        ("A gift with a card for those who review", ["gift with a card for those who review"]),
        ("A gift, and thank who review", []),
        ("A gift and thanks to who review", []),
        ("No gift for who review", []),
    ],
)
def test_loose_pairs_may_say_for_whom_in_between(text: str, found: list[str]) -> None:
    assert [text[start:end] for start, end in meant(text, phrases_of(LOOSE))] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Enviar o e-book para a lista", ["e-book"]),
        ("Send a E-Book, then another", ["E-Book"]),
        ("Send the ebook", ["ebook"]),
        ("Write one e-book-letter", ["e-book"]),
    ],
)
def test_a_letter_with_a_hyphen_begins_its_word(text: str, found: list[str]) -> None:
    assert [text[start:end] for start, end in meant(text, phrases_of(("e-book",)))] == found
