"""Lawful work whose words come near what a rule is about, and the unlawful work that stands close to it."""

import pytest

from planner.core.catalog import Catalog
from planner.core.checks.phrases import meant, wording_of
from planner.core.plan import Activity, Book
from planner.core.rules import RuleBook
from tests.core.build import channel, findings, plan

SELECT = Book(id="book", genre="romance", language="en", markets=("US",), kdp_select=True, series_number=2)
LAWFUL = {
    "list-brought-in": (
        "Exchange contacts with other authors at the fair",
        "Trade contacts with the illustrator",
        "Swap addresses with a pen friend",
        "Import Gmail contacts into my phone",
        "Upload contacts from Gmail to the calendar",
        "Copy contacts from Outlook to my address book",
        "Scrape together launch-team contacts",
        "Add everyone who ticks the box to the list",
        "Add visitors to the list who sign the sheet",
        "Add attendees to the list who gave consent",
        "Add everyone on the waiting list to the list of attendees",
        "Add everyone in the credits to the list of thanks",
        "Add contacts to the list of book shops",
        "Buy links for all subscribers",
        "Purchase subscribers' gift wrap",
        "Buy a list of bookshops from the booksellers association",
        "Buy addresses labels",
        "Swap lists with Jo? No, swap mentions",
        "Adressen kaufen wir nicht",
        "Purchase MailerLite plan for 2,500 subscribers",
        "Buy the 5,000 subscribers plan of MailerLite",
        "Buy Robin Reads slot for thriller subscribers",
        "Buy ads that bring subscribers",
        "Buy subscribers a coffee at the meet-up",
        "Buy the plan of Brevo for 10,000 contacts",
        "Add everybody who joined by the form to the newsletter",
        "Add customers to the list only if they ticked the box",
        "Add everyone to the list of ARC readers who applied",
        "Import the press contacts from my address book into the press list",
        "Add journalists' contacts to the list of media",
        "Add bookshops' contacts to my list of stockists",
        "Swap contacts with other stallholders",
        "Buy a list of UK bookshops with contacts",
        "Bulk email rules of Gmail for people who send 5,000 a day",
    ),
    "review-for-pay": (
        "Free copy to readers who review regularly",
        "Free ARC for bloggers who review",
        "Insist on honest reviews",
        "Friends of the library: ask for a review in their bulletin",
        "Family magazine: pitch for a review",
        "Ask mum bloggers for an honest review",
        "Write to kids' librarians for a review",
        "Discount for teachers who review the guide",
        "Order reviews by date on the site",
        "Order of reviews on the page",
        "Watch for paid reviews and report them",
        "Beware of review swaps",
        "Hire a designer to write a review page template",
        "レビュー交換はしないと書く",
        "レビューを買わない",
        "レビュー交換はお断り",
        "Rezensionen tauschen wir nicht",
        "Keine Rezensionen kaufen",
        "Ne pas acheter des avis",
        "Nunca comprar reseñas",
        "Non comprare recensioni",
        "Não comprar avaliações",
        "리뷰 알바 금지 안내",
        "리뷰 품앗이는 하지 않음",
        "拒绝刷好评",
        "刷好评违规，写进守则",
        "Review swap? No: honest reviews only",
        "Amazon takes down reviews by family, so tell them not to post any.",
        "Gift cards are not for reviews, only for the raffle of the list.",
        "If a reader offers a review in exchange for money, say no.",
        "Someone offered paid reviews. Declined.",
        "Scam mail: $50 for a review. Ignore.",
        "Readers who review get nothing for it.",
        "Hire a reviewer of contracts",
        "Ask Family Circle for a review",
        "Buy a review journal",
        "Review pool of photos",
        "Review exchange rates",
        "Review trade discounts with Ingram",
        "Free ARC to everyone who reviewed book 1? No, to anyone who asks",
        "Friends-to-lovers blogs: ask for a review",
        "Friends to lovers: pitch for a review",
        "Ask friends-to-lovers readers to write a review",
        "Family saga blogs: pitch for a review",
        "Family saga: ask bloggers for a review",
        "Dad jokes blog: ask for a review",
        "Sister store: ask for a review",
        "Single dad romance: ask bloggers for a review",
        "Keine Bewertungen kaufen",
        "Gegen gekaufte Rezensionen: Beitrag",
        "Contre l'échange d'avis : billet",
        "Sin comprar reseñas",
        "Niente scambio di recensioni",
        "Turn down review exchanges",
        "Leave the review-swap group",
        "Warn family against leaving reviews",
        "Article: the trouble with paid reviews",
        "Paid reviews: why not",
        "Read Amazon's rules on paid reviews",
        "Debate on paid reviews at the guild",
    ),
}
BARRED = {
    "list-brought-in": (
        "Swap subscribers with other authors",
        "Exchange reader addresses with two authors",
        "Import the contacts from LinkedIn",
        "Scrape contacts of bloggers",
        "Add everyone who emailed me to the newsletter",
        "Add followers to the mailing list",
        "Buy 500 subscribers",
        "Buy subscribers",
        "Buy 500 subscribers a week",
        "Add everyone who joined the chat to the newsletter",
        "Buy e-mail addresses of readers",
        "Purchase contacts of fans",
        "Rent addresses",
        "Buy a list of reader contacts",
        "Buy a list of 5,000 readers",
    ),
    "review-for-pay": (
        "Free paperback to everyone who reviews",
        "Free book for readers who leave a review",
        "Bonus chapter for readers who review",
        "Insist on a review from every ARC reader",
        "Ask friends for a review",
        "Ask mum and dad for a review",
        "Order 20 reviews",
        "Hire a writer to write a review",
        "レビュー交換を始める",
        "Rezensionen tauschen",
        "Gutschein gegen Rezensionen",
        "Rezensionen kaufen, nicht zu viele",
        "리뷰 알바 구하기",
        "刷好评，不要停",
        "Get paid reviews",
        "Pay readers for reviews, ignore the rules",
        "Buy reviews\nNo letters this week",
        "Do not forget to buy reviews",
        "Nicht vergessen: Rezensionen kaufen",
    ),
}
LAWFUL_THERE = (
    ("own-website", "kdp-select-offered-here", "Sell the German e-book in my shop"),
    ("own-website", "kdp-select-offered-here", "Upload the e-book file to Vellum"),
    ("own-website", "kdp-select-offered-here", "Download the epub proof"),
    ("own-website", "kdp-select-offered-here", "Download the epub"),
    ("own-website", "kdp-select-offered-here", "Post the whole novel's timeline"),
    ("own-website", "kdp-select-offered-here", "Free epub of the first story"),
    ("own-website", "kdp-select-offered-here", "Take the free epub off the site"),
    ("own-website", "kdp-select-offered-here", "End the giveaway of the e-book before Select"),
    ("kickstarter", "kdp-select-offered-here", "Turn the e-book tier off"),
    ("own-website", "kdp-select-offered-here", "Take the e-book down from my shop"),
    ("own-website", "kdp-select-offered-here", "No ebook giveaway during Select"),
    ("own-website", "kdp-select-offered-here", "Pirate sites: report free downloads of the epub"),
    ("kickstarter", "kdp-select-offered-here", "Digital rewards: wallpapers"),
    ("kickstarter", "kdp-select-offered-here", "Digital reward: name in the book"),
    (
        "own-website",
        "kdp-select-offered-here",
        "Offer the e-book for readers of the series at a lower price",
    ),
    ("storygraph", "nowhere-to-post", "Add a link on my website to StoryGraph"),
    ("storygraph", "nowhere-to-post", "Write an update to librarians"),
    ("storygraph", "nowhere-to-post", "Publish an update to the content warnings"),
    ("wattpad", "conduct", "Message followers of my profile"),
    ("kickstarter", "conduct", "Message backers of others who wrote to me"),
    ("xiaohongshu", "forbidden-workaround", "Type the title into the note"),
    ("xiaohongshu", "forbidden-workaround", "Look for the title font"),
    ("xiaohongshu", "forbidden-workaround", "Look up the title's spelling"),
    ("xiaohongshu", "forbidden-workaround", "Google the title to check that it is free"),
    ("xiaohongshu", "forbidden-workaround", "Code in the picture book: proofread"),
    ("xiaohongshu", "forbidden-workaround", "Find a designer on Douyin"),
    ("xiaohongshu", "forbidden-workaround", "Search for cover ideas on Douyin"),
    ("wattpad", "conduct", "Answer messages from readers of other stories"),
    ("wattpad", "conduct", "Write to followers of mine on my board"),
    ("wattpad", "conduct", "Write to fans of similar books on my blog"),
    ("kickstarter", "conduct", "Pay for shipping of pledges"),
    ("kickstarter", "conduct", "Buying mailers for backers"),
    ("kickstarter", "conduct", "Service for pledges after the campaign: BackerKit"),
    ("kickstarter", "conduct", "Pay for the backers' tea"),
    ("kickstarter", "conduct", "Buy backers' stickers"),
    ("kickstarter", "conduct", "Paid backers' tier art"),
    ("kickstarter", "conduct", "Email backers of other books of mine"),
    ("kickstarter", "conduct", "Buy boxes for backers"),
    ("kickstarter", "conduct", "Pay for printing of pledges"),
    ("wechat", "conduct", "她转发了那封信，红包还在桌上"),
    ("wechat", "conduct", "安装书架，领取快递"),
    ("wechat", "conduct", "分享会上抽奖送书"),
    ("wechat", "conduct", "下载量突破一万，我奖励自己一顿火锅。"),
    ("wechat", "conduct", "主角安装了假肢以后领取了自己的身份证"),
    ("wechat", "conduct", "转发有奖规则学习（不做）"),
)
BARRED_THERE = (
    ("own-website", "kdp-select-offered-here", "Sell the e-book in my shop"),
    ("own-website", "kdp-select-offered-here", "Free download of the epub"),
    ("own-website", "kdp-select-offered-here", "Sell the e-book direct during Select"),
    ("own-website", "kdp-select-offered-here", "Post the whole novel"),
    ("storygraph", "nowhere-to-post", "Add a link on our page"),
    ("wattpad", "conduct", "Message followers of bigger writers"),
    ("wattpad", "conduct", "Write to fans of similar books"),
    ("kickstarter", "conduct", "Pay for pledges"),
    ("kickstarter", "conduct", "Buy 200 backers"),
    ("kickstarter", "conduct", "Email backers of other books"),
    ("xiaohongshu", "forbidden-workaround", "Write: find the book on Douyin"),
    ("xiaohongshu", "forbidden-workaround", "Put the QR code into the image"),
    ("xiaohongshu", "forbidden-workaround", "Ask readers to google the title"),
    ("xiaohongshu", "forbidden-workaround", "Look up the title wherever you buy books"),
    ("xiaohongshu", "forbidden-workaround", "Ask readers to search on Douyin"),
    ("kickstarter", "conduct", "Pay for real backers"),
    ("wechat", "conduct", "集赞领取签名书"),
    ("wechat", "conduct", "下载本文，奖励红包"),
    ("wechat", "conduct", "转发有奖，不要错过"),
)


def titles(cases: dict[str, tuple[str, ...]]) -> list[tuple[str, str]]:
    return [(rule, title) for rule, rows in cases.items() for title in rows]


@pytest.mark.parametrize(("rule", "title"), titles(LAWFUL))
def test_lawful_work_is_clean(rules: RuleBook, rule: str, title: str) -> None:
    assert list(meant(title, wording_of(rules[rule]))) == []


@pytest.mark.parametrize(("rule", "title"), titles(BARRED))
def test_what_stands_close_to_it_is_still_found(rules: RuleBook, rule: str, title: str) -> None:
    assert list(meant(title, wording_of(rules[rule])))


def told(catalog: Catalog, rules: RuleBook, platform: str, title: str) -> set[str]:
    """The rules that a task with a title breaks on a platform."""
    made = plan(channel(platform, activities=(Activity(id="a", title=title),)), book=SELECT)
    return {finding.rule for finding in findings(catalog, rules, made)}


@pytest.mark.parametrize(("platform", "rule", "title"), LAWFUL_THERE)
def test_lawful_work_on_a_platform_is_clean(
    catalog: Catalog, rules: RuleBook, platform: str, rule: str, title: str
) -> None:
    assert rule not in told(catalog, rules, platform, title)


@pytest.mark.parametrize(("platform", "rule", "title"), BARRED_THERE)
def test_what_stands_close_to_it_on_a_platform_is_still_found(
    catalog: Catalog, rules: RuleBook, platform: str, rule: str, title: str
) -> None:
    assert rule in told(catalog, rules, platform, title)
