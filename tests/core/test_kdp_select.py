"""A book in KDP Select: one finding for one cause, by the days of the term, and of e-books alone."""

from dataclasses import replace
from datetime import date

import pytest

from planner.core.catalog import Catalog
from planner.core.days import When
from planner.core.findings import Finding
from planner.core.kdp_select import in_select
from planner.core.plan import Activity, Book, Edition, Phase
from planner.core.rules import RuleBook
from planner.core.vocabulary import ActivityKind, Aim, EditionKind, Promo, State
from tests.core.build import channel, findings, link, plan

EBOOK, AUDIO, PRINT = (
    Edition(kind=kind) for kind in (EditionKind.EBOOK, EditionKind.AUDIOBOOK, EditionKind.PAPERBACK)
)
ROMANCE = Book(id="book", genre="romance", language="en", markets=("US",), kdp_select=True)
SPOKEN_OF = {
    *("kdp-select-sold-elsewhere", "kdp-select-shared", "kdp-select-renews", "kdp-select-linked-elsewhere"),
    *("kdp-select-begins", "condition-not-met"),
    "kdp-select-offered-here",
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
        ((AUDIO,), None, False),
        ((EBOOK, AUDIO), None, None),
    ],
)
def test_only_an_e_book_is_in_select(
    editions: tuple[Edition, ...], said: bool | None, answer: bool | None
) -> None:
    assert in_select(Book(id="b", kdp_select=said, editions=editions)) is answer


@pytest.mark.parametrize(
    ("starts", "says"),
    [
        (-21, ["kdp-select-begins"]),
        (-20, ["kdp-select-sold-elsewhere"]),
        (0, ["kdp-select-sold-elsewhere"]),
        (89, ["kdp-select-sold-elsewhere"]),
        (90, ["kdp-select-renews"]),
    ],
)
@pytest.mark.parametrize("platform", ["kobo", "apple-books"])
def test_one_cause_is_told_once_and_by_its_days(
    catalog: Catalog, rules: RuleBook, platform: str, starts: int, says: list[str]
) -> None:
    assert told(catalog, rules, platform, starts) == says


@pytest.mark.parametrize(
    ("since", "last"),
    [
        (date(2026, 11, 22), "19 February 2027"),
        (date(2026, 8, 25), "22 November 2026"),
        (date(2026, 8, 24), "19 February 2027"),
        (date(2025, 1, 1), "21 December 2026"),
    ],
)
def test_a_term_has_renewed_itself_until_today(
    catalog: Catalog, rules: RuleBook, since: date, last: str
) -> None:
    phase = Phase(id="phase", starts=date(2027, 4, 1), channels=(channel("kobo"),))
    made = plan(book=replace(ROMANCE, select_since=since), phases=(phase,))
    (tip,) = (each for each in findings(catalog, rules, made) if each.rule in SPOKEN_OF)
    assert tip.rule == "kdp-select-renews"
    assert f"runs until {last}, before" in tip.text


@pytest.mark.parametrize("options", [(), ("smart-link",)])
@pytest.mark.parametrize("platform", ["kobo", "apple-books"])
@pytest.mark.parametrize(("starts", "rule"), [(-21, "kdp-select-begins"), (0, "kdp-select-sold-elsewhere")])
def test_a_link_that_only_the_term_closes_is_not_told_beside_it(
    catalog: Catalog, rules: RuleBook, platform: str, starts: int, rule: str, options: tuple[str, ...]
) -> None:
    shop = channel(platform, link("print", *options), tracking=options)
    phase = Phase(id="phase", starts=starts, ends=starts + 20, channels=(shop,))
    made = plan(book=replace(ROMANCE, select_since=0), phases=(phase,), launch=date(2027, 5, 5))
    assert [each.rule for each in findings(catalog, rules, made) if each.rule in SPOKEN_OF] == [rule]


def test_a_serial_may_run_until_the_term_begins(catalog: Catalog, rules: RuleBook) -> None:
    def said(ends: int) -> list[str]:
        phase = Phase(id="phase", ends=ends, channels=(channel("royalroad", link("article")),))
        book = replace(ROMANCE, genre="litrpg", select_since=0)
        found = findings(catalog, rules, plan(book=book, phases=(phase,), launch=date(2027, 5, 5)))
        return sorted(each.rule for each in found if "KDP Select" in each.text)

    assert said(-1) == ["kdp-select-begins"]
    assert said(0) == ["condition-not-known", "kdp-select-shared"]


@pytest.mark.parametrize(
    ("title", "due", "told"),
    [
        ("Stub book 1", -3, False),
        ("Take the e-book down", 0, True),
        ("Take the e-book down", None, True),
        ("Never take the e-book down", -3, True),
        ("Write down what sold", -3, True),
    ],
)
def test_work_that_takes_it_down_before_the_term_settles_it(
    catalog: Catalog, rules: RuleBook, title: str, due: int | None, told: bool
) -> None:
    work = Activity(id="a", title=title, due=due)
    linked = link("bio", target="https://www.kobo.com/ebook/a")
    for there in (channel("kobo", activities=(work,)), channel("instagram", linked, activities=(work,))):
        made = plan(
            book=replace(ROMANCE, select_since=0),
            phases=(Phase(id="phase", ends=-1, channels=(there,)),),
            launch=date(2027, 5, 5),
        )
        said = [each.rule for each in findings(catalog, rules, made) if each.rule in SPOKEN_OF]
        assert said == (["kdp-select-begins"] if told else [])


@pytest.mark.parametrize(
    ("platform", "titles", "told"),
    [
        ("wattpad", ("Serialise the prequel",), False),
        ("wattpad", ("Serialise the prequel", "Post chapter three"), True),
        ("wattpad", ("Early access to chapters",), True),
        ("wattpad", (), True),
        ("storyorigin-bookfunnel", ("Reader magnet: novella",), False),
        ("wattpad", ("Post a sample of 10 percent",), False),
        ("wattpad", ("Leseprobe hochladen",), False),
        ("wattpad", ("Post a sample", "Post chapter three"), True),
        ("kobo", ("Audiobook on Kobo",), False),
        ("kobo", ("Audiobook and e-book on Kobo",), True),
    ],
)
def test_other_texts_and_editions_may_be_shared(
    catalog: Catalog, rules: RuleBook, platform: str, titles: tuple[str, ...], told: bool
) -> None:
    work = tuple(Activity(id=title, title=title) for title in titles)
    made = plan(channel(platform, activities=work), book=replace(ROMANCE, editions=(EBOOK, AUDIO)))
    said = [each.rule for each in findings(catalog, rules, made) if each.rule in SPOKEN_OF]
    assert ("kdp-select-shared" in said) is told


@pytest.mark.parametrize(
    ("dues", "rule"),
    [
        ((30, 40), "kdp-select-renews"),
        ((29, 40), "kdp-select-sold-elsewhere"),
        ((30, None), "kdp-select-sold-elsewhere"),
        ((), "kdp-select-sold-elsewhere"),
    ],
)
def test_work_that_begins_after_the_term_goes_by_its_own_days(
    catalog: Catalog, rules: RuleBook, dues: tuple[int | None, ...], rule: str
) -> None:
    work = tuple(Activity(id=f"a{due}", title="Upload", due=due) for due in dues)
    book = replace(ROMANCE, select_since=-60)
    phase = Phase(id="phase", starts=20, ends=90, channels=(channel("kobo", activities=work),))
    made = plan(book=book, phases=(phase,), launch=date(2027, 5, 5))
    assert [each.rule for each in findings(catalog, rules, made) if each.rule in SPOKEN_OF] == [rule]


@pytest.mark.parametrize(
    ("platform", "work", "rule"),
    [
        ("storyorigin-bookfunnel", ((-20, None),), "kdp-select-begins"),
        ("storyorigin-bookfunnel", ((-20, -1), (-5, None)), "kdp-select-begins"),
        ("storyorigin-bookfunnel", ((-20, 0),), "kdp-select-shared"),
        ("storyorigin-bookfunnel", ((-20, None), (None, None)), "kdp-select-shared"),
        ("kobo", ((-20, None),), "kdp-select-sold-elsewhere"),
    ],
)
def test_what_is_over_before_the_term_is_shared_before_it(
    catalog: Catalog,
    rules: RuleBook,
    platform: str,
    work: tuple[tuple[int | None, int | None], ...],
    rule: str,
) -> None:
    activities = tuple(
        Activity(id=f"a{n}", title="Send ARCs", due=due, ends=ends) for n, (due, ends) in enumerate(work)
    )
    there = channel(platform, activities=activities)
    phase = Phase(id="phase", starts=-60, ends=30, channels=(there,))
    made = plan(book=replace(ROMANCE, select_since=0), phases=(phase,), launch=date(2027, 5, 5))
    assert [each.rule for each in findings(catalog, rules, made) if each.rule in SPOKEN_OF] == [rule]


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


@pytest.mark.parametrize(
    ("since", "launch", "last"),
    [
        (0, date(2027, 5, 5), "2 August 2027"),
        (date(2027, 5, 5), date(2027, 5, 5), "2 August 2027"),
        (0, None, "T+89"),
    ],
)
def test_a_link_to_another_shop_goes_by_the_days_of_the_term_too(
    catalog: Catalog, rules: RuleBook, since: When, launch: date | None, last: str
) -> None:
    def said(starts: int) -> list[Finding]:
        shop = channel("instagram", link("bio", target="https://www.kobo.com/ebook/a"))
        phase = Phase(id="phase", name="Phase", starts=starts, channels=(shop,))
        book = replace(ROMANCE, select_since=since, editions=(EBOOK,))
        found = findings(catalog, rules, plan(book=book, phases=(phase,), launch=launch))
        return [each for each in found if each.rule in SPOKEN_OF]

    assert [each.rule for each in said(89)] == ["kdp-select-linked-elsewhere"]
    (tip,) = said(90)
    assert (tip.rule, tip.subject, tip.aspect) == ("kdp-select-renews", "link", "links")
    assert f"runs until {last}, before" in tip.text
    assert "not on Kobo" in tip.text


@pytest.mark.parametrize(
    ("title", "says"),
    [
        ("Sell the e-book in my shop", ["kdp-select-offered-here"]),
        ("Selling my ebook direct, at a lower price", ["kdp-select-offered-here"]),
        ("Give the ebook away for free", ["kdp-select-offered-here"]),
        ("Publish every chapter for members", ["kdp-select-offered-here"]),
        ("Sell the paperback in my shop", []),
        ("Sell signed copies, with the e-book on my Kindle page beside them", []),
        ("Never give the e-book away", []),
        ("Share the e-book cover", []),
        ("Post the full book trailer", []),
        ("Publish every chapter title", []),
        ("Hand out e-book bookmarks", []),
        ("Share the entire book on my blog", ["kdp-select-offered-here"]),
        ("Post the first chapter", []),
        ("Give away an e-book of the prequel", []),
        ("Tell readers of the free days of the e-book", []),
    ],
)
@pytest.mark.parametrize("platform", ["own-website", "patreon", "email-newsletter", "substack"])
def test_what_authors_sell_themselves_is_another_place_too(
    catalog: Catalog, rules: RuleBook, platform: str, title: str, says: list[str]
) -> None:
    made = channel(platform, activities=(Activity(id="a", title=title),))
    found = findings(catalog, rules, plan(made, book=ROMANCE))
    assert [each.rule for each in found if each.rule in SPOKEN_OF] == says


def test_sales_of_the_only_edition_that_the_own_shop_counts_are_told_once(
    catalog: Catalog, rules: RuleBook
) -> None:
    def said(
        *, titles: tuple[str, ...] = (), editions: tuple[Edition, ...] = (EBOOK,), starts: int = 0
    ) -> list[str]:
        work = tuple(Activity(id=title, title=title) for title in titles)
        shop = channel("own-website", aim=Aim.SALES, tracking=("native-analytics",), activities=work)
        phase = Phase(id="phase", name="Phase", starts=starts, channels=(shop,))
        book = replace(ROMANCE, select_since=0, editions=editions)
        found = findings(catalog, rules, plan(book=book, phases=(phase,), launch=date(2027, 5, 5)))
        return [each.rule for each in found if each.rule in SPOKEN_OF]

    assert said() == ["kdp-select-shared"]
    assert said(titles=("Give the e-book away",)) == ["kdp-select-offered-here"]
    assert said(starts=89) == ["kdp-select-shared"]
    assert said(starts=90) == ["kdp-select-renews"]
    assert said(editions=(EBOOK, PRINT)) == said(editions=()) == []


@pytest.mark.parametrize(
    ("title", "due", "deal", "rule"),
    [
        ("Sell the e-book in my shop", 90, None, "kdp-select-renews"),
        ("Sell the e-book in my shop", 95, (91, Promo.COUNTDOWN), "kdp-select-offered-here"),
        ("Sell the e-book in my shop", 91, (95, Promo.FREE_DAYS), "kdp-select-offered-here"),
        ("Sell the e-book in my shop", 180, (95, Promo.FREE_DAYS), "kdp-select-renews"),
        ("Sell the e-book in my shop", 95, (91, Promo.PRICE_CUT), "kdp-select-renews"),
        ("Sell the e-book in my shop", -1, (95, Promo.COUNTDOWN), ""),
        ("Sell the paperback in my shop", 95, (91, Promo.COUNTDOWN), ""),
    ],
)
def test_a_deal_for_books_in_select_shows_that_the_term_has_renewed(
    catalog: Catalog, rules: RuleBook, title: str, due: int, deal: tuple[int, Promo] | None, rule: str
) -> None:
    shop = channel("own-website", activities=(Activity(id="a", title=title, due=due),))
    days, promo = deal or (0, None)
    offer = Activity(
        id="deal", kind=ActivityKind.PRICE_PROMOTION, promo=promo, due=days, state=State.DONE, title="Deal"
    )
    kindle = channel("amazon-author", id="kindle", activities=(offer,) if deal else ())
    phase = Phase(id="phase", starts=-30, channels=(shop, kindle))
    made = plan(book=replace(ROMANCE, select_since=0), phases=(phase,), launch=date(2027, 5, 5))
    said = [each.rule for each in findings(catalog, rules, made) if each.rule in SPOKEN_OF]
    assert said == ([rule] if rule else [])


@pytest.mark.parametrize(
    ("title", "told"),
    [
        ("Leave KDP Select", False),
        ("Switch off the automatic renewal", False),
        ("Turn auto-renew off", False),
        ("Go wide", False),
        ("Switch the renewal off", False),
        ("Take book 1 out of KU", False),
        ("Do not leave KDP Select", True),
        ("Take screenshots of the KU rank", True),
        ("Cancel the domain's renewal", True),
        ("Leave a day to select the cover", True),
        ("End of the Kindle Unlimited promo: say thanks", True),
        ("Write to the list", True),
    ],
)
def test_work_that_leaves_select_lets_the_term_end(
    catalog: Catalog, rules: RuleBook, title: str, told: bool
) -> None:
    leaving = channel("amazon-author", id="kindle", activities=(Activity(id="b", title=title, due=80),))
    linked = channel("instagram", link("bio", target="https://www.kobo.com/ebook/a"), id="linked")
    offer = Activity(id="a", title="Sell the e-book in my shop", due=91)
    later = (channel("kobo", id="shop"), linked, channel("own-website", id="own", activities=(offer,)))
    phases = (Phase(id="one", starts=0, channels=(leaving,)), Phase(id="two", starts=90, channels=later))
    made = plan(book=replace(ROMANCE, select_since=0), phases=phases, launch=date(2027, 5, 5))
    said = [each.rule for each in findings(catalog, rules, made) if each.rule in SPOKEN_OF]
    assert said == (["kdp-select-renews"] * 3 if told else [])
