"""Whether a need is met by account and book, not met, or not known."""

from typing import Any

import pytest

from planner.core.catalog import Catalog
from planner.core.condition_words import IN_THE_ACCOUNT, IN_THE_BRIEF, where_to_say
from planner.core.conditions import condition_met
from planner.core.facts import Condition, Need
from planner.core.needs import all_of, any_of, need_met
from planner.core.plan import Account, Book, Edition
from planner.core.rules import RuleBook
from planner.core.situation import NOBODY, Situation
from planner.core.vocabulary import EditionKind, LegalBasis, ListOrigin
from tests.core.build import account, channel, findings, link, plan

YES, NO, OPEN = True, False, None


TABLE = [
    ((), YES, NO),
    ((YES,), YES, YES),
    ((NO,), NO, NO),
    ((OPEN,), OPEN, OPEN),
    ((YES, OPEN), OPEN, YES),
    ((OPEN, NO), NO, OPEN),
    ((YES, NO), NO, YES),
    ((YES, OPEN, NO), NO, YES),
]


@pytest.mark.parametrize(("answers", "every", "some"), TABLE)
def test_and_and_or_with_what_is_not_known(
    answers: tuple[bool | None, ...], every: bool | None, some: bool | None
) -> None:
    assert all_of(answers) is every
    assert any_of(answers) is some


def own(**fields: object) -> Situation:
    return Situation(Account(id="a", platform="p", **fields), Book(id="b", kdp_select=False))  # type: ignore[arg-type]


TYPES = ("business", "creator", "personal")
NEEDS = [
    (Need(), NOBODY, YES),
    (Need(account_type=("business",)), NOBODY, OPEN),
    (Need(account_type=("business",)), own(), OPEN),
    (Need(account_type=("business",)), own(type="personal"), NO),
    (Need(account_type=("business", "creator")), own(type="creator"), YES),
    (Need(account_type=("business", "creator")), own(type="Busines"), OPEN),
    (Need(followers_at_least=10), own(), OPEN),
    (Need(followers_at_least=10), own(followers=9), NO),
    (Need(followers_at_least=10), own(followers=10), YES),
    (Need(followers_by_region={"US": 10}), own(followers=100), OPEN),
    (Need(followers_by_region={"US": 10}), own(followers=100, region="FR"), OPEN),
    (Need(followers_by_region={"US": 10}), own(followers=9, region="US"), NO),
    (Need(followers_by_region={"US": 10}), own(followers=10, region="US"), YES),
    (Need(author_language="zh"), own(), OPEN),
    (Need(author_language="zh"), own(languages=("en",)), NO),
    (Need(author_language="zh"), own(languages=("en", "zh")), YES),
    (Need(local_help=True), own(), OPEN),
    (Need(local_help=True), own(local_help=False), NO),
    (Need(opt_in=True), own(opt_in=True), YES),
    (Need(opt_in=True), NOBODY, OPEN),
    (Need(kdp_select=True), own(), NO),
    (Need(kdp_select=False), own(), YES),
    (Need(kdp_select=True), NOBODY, OPEN),
    (Need(asks="I am 18."), own(), OPEN),
    (Need(asks="I am 18."), own(met=("I am 18.",)), YES),
    (Need(followers_at_least=10, opt_in=True), own(followers=9), NO),
    (Need(followers_at_least=10, opt_in=True), own(followers=10), OPEN),
]


@pytest.mark.parametrize(("need", "situation", "met"), NEEDS)
def test_a_need_is_met_not_met_or_not_known(need: Need, situation: Situation, met: bool | None) -> None:
    assert need_met(need, situation, TYPES) is met


def test_one_way_to_meet_a_condition_is_enough(catalog: Catalog) -> None:
    tiktok = catalog.platforms["tiktok"]
    ways = (Need(followers_at_least=10), Need(account_type=("business",)))
    condition = Condition(text="Ten followers or a business.", source=(), placement="bio", any_of=ways)
    assert condition_met(tiktok, condition, own(followers=3, type="business")) is True
    assert condition_met(tiktok, condition, own(followers=3, type="personal")) is False
    assert condition_met(tiktok, condition, own(followers=3, type="Busines")) is None
    assert condition_met(tiktok, condition, own(followers=3)) is None
    assert (
        condition_met(tiktok, condition, own(followers=3, type="x", met=("Ten followers or a business.",)))
        is True
    )


IN_PARTICULAR = "Readers in the UK and the EU must have agreed to e-mail in particular."


@pytest.mark.parametrize(
    ("fields", "asked"),
    [
        ({}, True),
        ({"opt_in": True}, True),
        ({"legal_basis": LegalBasis.CONSENT}, True),
        ({"opt_in": False, "legal_basis": LegalBasis.CONSENT}, True),
        ({"opt_in": True, "legal_basis": LegalBasis.CONSENT}, False),
        ({"legal_basis": LegalBasis.SOFT_OPT_IN}, True),
        ({"legal_basis": LegalBasis.SOFT_OPT_IN, "list_origin": ListOrigin.SIGN_UPS}, True),
        ({"legal_basis": LegalBasis.SOFT_OPT_IN, "list_origin": ListOrigin.BUYERS}, False),
    ],
    ids=str,
)
def test_what_an_account_says_of_its_list_answers_what_british_readers_must_have_agreed_to(
    catalog: Catalog, fields: dict[str, Any], asked: bool
) -> None:
    newsletter = catalog.platforms["email-newsletter"]
    (condition,) = [each for each in newsletter.conditions if each.text.startswith(IN_PARTICULAR)]
    situation = Situation(account("email-newsletter", **fields))
    assert condition_met(newsletter, condition, situation) is (None if asked else True)


@pytest.mark.parametrize(
    ("needs", "says"),
    [
        ([(Need(kdp_select=False),)], IN_THE_BRIEF),
        ([(Need(kdp_select=False), Need(opt_in=True))], IN_THE_ACCOUNT),
        ([(Need(kdp_select=False, asks="I have a page."),)], IN_THE_ACCOUNT),
        ([(Need(asks="I have a page."),)], IN_THE_ACCOUNT),
        ([()], IN_THE_ACCOUNT),
        ([(Need(opt_in=True),), (Need(kdp_select=False),)], f"{IN_THE_BRIEF} {IN_THE_ACCOUNT}"),
    ],
)
def test_what_the_brief_alone_can_answer_is_not_asked_of_the_account(
    needs: list[tuple[Need, ...]], says: str
) -> None:
    facts = [Condition(text="So it is.", source=("s",), placement="*", any_of=each) for each in needs]
    assert where_to_say(tuple(facts)) == says


def test_an_exclusive_e_book_is_asked_about_in_the_brief_and_of_no_audiobook(
    catalog: Catalog, rules: RuleBook
) -> None:
    def said(kind: EditionKind) -> list[str]:
        book = Book(id="book", genre="romance", markets=("US",), editions=(Edition(kind=kind),))
        made = channel(
            "apple-books", link("print", "qr-code", target="https://books.apple.com/us/book/a/id1")
        )
        found = findings(catalog, rules, plan(made, book=book))
        return [each.instead for each in found if each.rule == "condition-not-known"]

    assert said(EditionKind.EBOOK) == [IN_THE_BRIEF]
    assert said(EditionKind.AUDIOBOOK) == []
