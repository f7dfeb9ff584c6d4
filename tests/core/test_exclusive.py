"""A book in KDP Select: one finding for one cause, by the days of the term, and of e-books alone."""

from dataclasses import replace
from datetime import date

import pytest

from planner.core.catalog import Catalog
from planner.core.exclusive import in_select
from planner.core.plan import Book, Edition, EditionKind, Phase
from planner.core.rules import RuleBook
from tests.core.build import channel, findings, link, plan

EBOOK, AUDIO, PRINT = (
    Edition(kind=kind) for kind in (EditionKind.EBOOK, EditionKind.AUDIOBOOK, EditionKind.PAPERBACK)
)
ROMANCE = Book(id="book", genre="romance", language="en", markets=("US",), kdp_select=True)
SPOKEN_OF = {
    *("kdp-select-sold-elsewhere", "kdp-select-shared", "kdp-select-renews", "kdp-select-linked-elsewhere"),
    "poor-fit",
}


def told(catalog: Catalog, rules: RuleBook, platform: str, starts: int = 0, **book: object) -> list[str]:
    """What is said of exclusive e-books and of the fit in a phase on a platform."""
    sold = replace(ROMANCE, select_since=0, **book)  # type: ignore[arg-type]
    phase = Phase(id="phase", name="Phase", starts=starts, ends=starts + 20, channels=(channel(platform),))
    found = findings(catalog, rules, plan(book=sold, phases=(phase,), launch=date(2027, 5, 5)))
    return [each.rule for each in found if each.rule in SPOKEN_OF]


@pytest.mark.parametrize(
    ("editions", "said", "answer"),
    [
        ((), None, None),
        ((), False, False),
        ((), True, True),
        ((EBOOK, AUDIO), True, True),
        ((AUDIO,), True, False),
        ((PRINT, AUDIO), True, False),
        ((AUDIO,), None, None),
    ],
)
def test_only_an_e_book_is_in_select(
    editions: tuple[Edition, ...], said: bool | None, answer: bool | None
) -> None:
    assert in_select(Book(id="b", kdp_select=said, editions=editions)) is answer


@pytest.mark.parametrize(
    ("starts", "says"),
    [(0, ["kdp-select-sold-elsewhere"]), (89, ["kdp-select-sold-elsewhere"]), (90, ["kdp-select-renews"])],
)
@pytest.mark.parametrize("platform", ["kobo", "apple-books"])
def test_one_cause_is_told_once_and_by_its_days(
    catalog: Catalog, rules: RuleBook, platform: str, starts: int, says: list[str]
) -> None:
    assert told(catalog, rules, platform, starts) == says


def test_another_reason_against_the_platform_is_still_told(catalog: Catalog, rules: RuleBook) -> None:
    assert sorted(told(catalog, rules, "kobo", markets=("CN",))) == ["kdp-select-sold-elsewhere", "poor-fit"]


@pytest.mark.parametrize("platform", ["kobo", "apple-books", "wattpad"])
def test_an_audiobook_alone_may_go_anywhere(catalog: Catalog, rules: RuleBook, platform: str) -> None:
    assert not {"kdp-select-sold-elsewhere", "kdp-select-shared"} & {
        *told(catalog, rules, platform, editions=(AUDIO,))
    }
    to_shop = plan(
        channel("instagram", link("bio", target="https://www.kobo.com/audiobook/a")),
        book=replace(ROMANCE, editions=(AUDIO,)),
    )
    assert SPOKEN_OF.isdisjoint(each.rule for each in findings(catalog, rules, to_shop))
