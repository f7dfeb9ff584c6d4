"""What platforms and laws bar is found in the plain words of a task, and ordinary work beside it is clean."""

import pytest

from planner.core.catalog import Catalog
from planner.core.checks.phrases import meant, wording_of
from planner.core.plan import Activity
from planner.core.rules import RuleBook
from tests.core.build import channel, findings, plan
from tests.core.ordinary_work import ORDINARY_WORK

BROUGHT_IN = (
    "Add all my Gmail contacts to Mailchimp",
    "Add the e-mail addresses of my LinkedIn contacts to the list",
    "Rent a list of club leaders",
    "Add the reviewers' e-mails to my newsletter",
    "Buy an email database of book lovers",
    "Get a mailing list from Fiverr",
    "Add my LinkedIn connections to the newsletter",
    "Purchase a romance reader list",
    "Scrape Instagram for e-mail addresses",
    "Import the contacts from LinkedIn",
    "Buy a list of 5,000 readers",
    "Scrape emails of book bloggers",
    "Swap subscriber lists with Jo",
    "Add all convention visitors to the list",
    "Add everyone who emailed me to the newsletter",
    "Import partner list",
    "Upload a bought list as custom audience",
    "Scrape e-mails of managers",
    "Add all phone contacts to a broadcast list",
    "Mass mail 500 podcast hosts",
    "Add friends without asking",
    "Rent a mailing list of romance readers",
    "Purchase email addresses from a broker",
    "Buy subscribers",
    "Harvest e-mail addresses from blogs",
    "Swap lists with three authors",
    "Import all contacts from Gmail",
    "Upload contacts from my phone",
    "Import the list from another author",
    "Add all giveaway entrants to the newsletter",
    "Add customers to my mailing list",
    "Subscribe my friends without their consent",
    "Bulk email 300 bloggers",
    "E-Mail-Liste kaufen",
)

OWN_LIST = (
    "Import contacts to MailerLite (migration from Mailchimp)",
    "Import reviewers' addresses to the list of parcel labels",
    "Add friends to Mailchimp test list",
    "Add the contacts page to my website",
    "Add the winners' addresses to the parcel labels",
    "Make a list of book club leaders to write to",
    "Import the subscribers who signed up at the fair to MailerLite",
    *ORDINARY_WORK,
    "Swap newsletter mentions with Jo",
    "Invite convention visitors to sign up",
    "Import my Mailchimp list",
    "Import sign-ups from BookFunnel",
    "Upload my newsletter list as a custom audience",
    "Clean the list",
    "Collect e-mail addresses at the fair, with a tick box",
    "Add everyone who signed up at the fair to the list",
    "Add all dates to the list",
    "Buy stamps for the mailing list postcards",
    "Buy a notebook for the list of readers",
    "Add a welcome letter for subscribers",
    "Ask visitors to join the mailing list",
    "Send the press release to journalists on my list",
    "Rent a stand, set out the mailing list",
    "Cold email 50 bookstores",
    "Export contacts from my old service to the new one",
    "Import buyers from my own shop who opted in",
    "Swap reading lists with Jo",
    "Exchange business cards with booksellers",
    "Order address labels",
    "Add my editor to the list of thanks",
    "Never add people without asking",
    "Ask people before adding them to the list",
    "Bring in readers from Instagram with a contest",
    "Load the e-reader with the ARC",
    "Trade contacts: write to booksellers",
    "Upload the cover to Goodreads",
    "Import the reviews from Goodreads to the website",
    "Add subscribers who asked to join to the newsletter",
)

# By platform: what is ordinary, and what is barred.
CONDUCT = {
    "goodreads": (
        (
            "Answer questions in Ask the Author",
            "Run a giveaway",
            "Flag abusive review",
            "Thank the librarian who fixed the edition",
            "Join one group and talk about books",
            "Thank reviewers in the newsletter",
            "Accept friend requests from readers",
            "Answer friend requests from readers",
            "Comment in the group I moderate",
            "Share a quote in one group",
            "Announce the book on my author blog",
            "Message my friends about dinner",
            "Ask a friend to read the group rules",
            "Review the group rules",
        ),
        (
            "Reply to one-star reviews",
            "Thank each reviewer in a comment",
            "Message everybody who shelved the book",
            "Write to giveaway entrants",
            "Post the launch in 20 groups",
            "Friend request 500 fantasy readers and send them the link",
            "Comment under critical reviews",
            "Send friend requests to readers of Sanderson",
            "Announce the release in ten groups",
            "DM readers who added the book",
            "Comment beneath bad reviews",
            "Thank reviewers under their reviews",
        ),
    ),
    "kickstarter": (
        (
            "Write an update to backers",
            "Ask friends to share",
            "Cross-promote with another creator in updates",
            "Pay for the backers' parcels",
            "Buy envelopes for backers' rewards",
            "Message backers with the survey",
            "Thank backers one by one",
            "Find backers for my project among subscribers",
            "Hire a printing service for backer rewards",
            "Boost the project post",
        ),
        (
            "Comment on other projects with our link",
            "Message strangers about the campaign",
            "Buy a backer list",
            "Use a paid pledge booster service",
            "DM backers of similar campaigns",
            "Purchase a list of backers",
            "Hire an agency that brings backers",
            "Backer booster for the last week",
            "Pay for pledges",
        ),
    ),
    "librarything": (
        (
            "Early Reviewers giveaway",
            "Join a discussion on maps",
            "Answer a thread in Hobnob with Authors",
            "Talk about books in a group",
            "Catalogue my own library",
            "Read the group's rules",
            "Share my favourite maps in the group",
            "Announce the giveaway on my blog",
        ),
        (
            "Announce the book in five groups",
            "Post about my book in the group",
            "AI-written review of the book",
            "Share the launch in Talk",
            "Mention my novel in a group",
            "Drop the link in groups",
            "Post my new book to the groups",
        ),
    ),
    "wattpad": (
        (
            "Post chapter 3",
            "Answer comments on my story",
            "Comment back on readers of my story",
            "Message readers who asked for updates",
            "Answer direct messages",
            "Post an announcement on my own message board",
            "Thank readers of my story",
        ),
        (
            "Leave a comment on popular stories with my link",
            "Post on message boards of strangers",
            "DM readers of similar stories to read mine",
            "Message fans of other writers",
            "Write to random users",
        ),
    ),
    "wechat": (
        (
            "Write long articles",
            "Group chat with readers",
            "她分享了童年和红包的故事",
            "邀请三位好友来签售会",
            "点个关注，下期继续聊书",
            "留言告诉我们你最喜欢的一章",
            "她关注的画家去了巴黎",
            "分享你的读后感",
            "Invite three friends to the reading",
            "关注花开的声音",
            "分享我在书店的一天，领奖台的故事",
        ),
        (
            "Run a draw among those who share the article",
            "邀请三位好友，免费领取电子书",
            "分享本文到朋友圈领红包",
            "转发集赞送优惠券",
            "关注公众号抽奖送书",
            "集赞38个免费领书",
            "转发朋友圈可领签名书",
            "Invite three friends and get the e-book",
            "拉三个朋友入群，免费送试读",
            "Prize draw for everyone who follows",
        ),
    ),
}


@pytest.mark.parametrize("title", BROUGHT_IN)
def test_people_who_never_signed_up_are_not_brought_in(rules: RuleBook, title: str) -> None:
    assert list(meant(title, wording_of(rules["list-brought-in"])))


@pytest.mark.parametrize("title", OWN_LIST)
def test_ordinary_work_on_a_list_is_clean(rules: RuleBook, title: str) -> None:
    assert list(meant(title, wording_of(rules["list-brought-in"]))) == []


def against(catalog: Catalog, rules: RuleBook, platform: str, title: str) -> set[str]:
    made = plan(channel(platform, activities=(Activity(id="w", title=title),)))
    return {f.rule for f in findings(catalog, rules, made)} & {"conduct", "conduct-unwise", "nowhere-to-post"}


@pytest.mark.parametrize(
    ("platform", "title"), [(id, title) for id, (_, barred) in CONDUCT.items() for title in barred]
)
def test_what_a_platform_bars_is_found(catalog: Catalog, rules: RuleBook, platform: str, title: str) -> None:
    assert against(catalog, rules, platform, title)


@pytest.mark.parametrize(
    ("platform", "title"), [(id, title) for id, (ordinary, _) in CONDUCT.items() for title in ordinary]
)
def test_ordinary_work_on_a_platform_is_clean(
    catalog: Catalog, rules: RuleBook, platform: str, title: str
) -> None:
    assert against(catalog, rules, platform, title) == set()


@pytest.mark.parametrize(
    ("title", "told"),
    [
        ("Claim the author profile", True),
        ("Post an update", True),
        ("Place the link on our page", True),
        ("Check the book's data", False),
        ("Link the editions of the book", False),
        ("Read the updates of StoryGraph", False),
    ],
)
def test_what_needs_a_page_is_told_where_there_is_none(
    catalog: Catalog, rules: RuleBook, title: str, told: bool
) -> None:
    assert ("nowhere-to-post" in against(catalog, rules, "storygraph", title)) is told
