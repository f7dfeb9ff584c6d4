"""What the account is asked: only what its fields leave open."""

from typing import Any

import pytest

from planner.core.catalog import Catalog
from planner.core.plan import Book
from planner.core.situation import Situation
from planner.core.vocabulary import LegalBasis
from planner.gui.inspector.asks import open_questions
from tests.core.build import account

FIGURES = "You need an Official Account, as the figures belong to those alone."
OFFICIAL = "You need an Official Account."


@pytest.mark.parametrize(
    ("type", "asked"), [("", True), ("personal account", False), ("subscription account", False)]
)
def test_what_the_kind_of_account_tells_needs_no_tick(catalog: Catalog, type: str, asked: bool) -> None:
    situation = Situation(account("wechat", type=type))
    questions = open_questions(catalog, catalog.platforms["wechat"], situation)
    assert (FIGURES in questions) is asked
    assert (OFFICIAL in questions) is asked


def test_what_was_ticked_can_be_unticked(catalog: Catalog) -> None:
    situation = Situation(account("wechat", type="personal account", met=(FIGURES,)))
    assert FIGURES in open_questions(catalog, catalog.platforms["wechat"], situation)


def test_what_the_fields_of_an_account_answer_is_not_asked(catalog: Catalog) -> None:
    newsletter = catalog.platforms["email-newsletter"]
    asked = "I have recorded consent to e-mail from every reader in the UK and the EU."
    silent = account("email-newsletter")
    answered = account("email-newsletter", opt_in=True, legal_basis=LegalBasis.CONSENT)
    assert asked in open_questions(catalog, newsletter, Situation(silent))
    assert asked not in open_questions(catalog, newsletter, Situation(answered))


GROWN_UP = "I am 18 or older."
OWN_SITE = "I own the site that my Pinterest tag stands on."
PAID = "I have paid Weibo for the link feature."


@pytest.mark.parametrize(
    ("platform", "said", "question", "asked"),
    [
        ("pinterest", {}, OWN_SITE, True),
        ("pinterest", {"type": "business"}, OWN_SITE, True),
        ("pinterest", {"type": "personal"}, OWN_SITE, False),
        ("weibo", {"type": "personal"}, PAID, True),
        ("weibo", {"type": "enterprise verified"}, PAID, False),
        ("tiktok", {"type": "personal"}, GROWN_UP, True),
        ("tiktok", {"region": "US", "followers": 5000}, GROWN_UP, True),
        ("tiktok", {"region": "US", "followers": 4999}, GROWN_UP, False),
    ],
)
def test_what_could_change_nothing_as_the_account_is_is_not_asked(
    catalog: Catalog, platform: str, said: dict[str, Any], question: str, asked: bool
) -> None:
    situation = Situation(account(platform, **said))
    assert (question in open_questions(catalog, catalog.platforms[platform], situation)) is asked


@pytest.mark.parametrize(
    ("genre", "asked"), [("lifestyle-memoir", True), ("historical-fiction", False), ("", False)]
)
def test_an_exception_asks_only_those_whose_book_is_of_its_kinds(
    catalog: Catalog, genre: str, asked: bool
) -> None:
    situation = Situation(account("xiaohongshu"), Book(id="book", genre=genre))
    questions = open_questions(catalog, catalog.platforms["xiaohongshu"], situation)
    assert any("no clicks to count" in each for each in questions) is asked


def test_nobody_is_asked_for_what_limits_every_account_alike(catalog: Catalog) -> None:
    limit = "Only likes, reposts and replies are shown."
    bluesky = catalog.platforms["bluesky"]
    silent, answered = (account("bluesky", met=met) for met in ((), (limit,)))
    assert limit not in open_questions(catalog, bluesky, Situation(silent))
    assert limit in open_questions(catalog, bluesky, Situation(answered))
