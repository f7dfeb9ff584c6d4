"""Which links and addresses of a plan can be followed and scanned in a document."""

import re
from dataclasses import replace
from datetime import date

import pytest

from planner.core.catalog import Catalog
from planner.core.plan import Author, Person
from planner.core.rules import RuleBook
from planner.export.blocks import LinkCards, Note, Run, Table
from planner.export.outline import outline
from planner.export.outline.links import NO_ADDRESS, NOT_SAFE, TOO_LONG
from planner.storage.templates import SAMPLE, new_plan
from tests.core.build import channel, link, plan
from tests.export.parts import links, parts, texts

DAY = date(2027, 1, 5)


def test_further_ways_are_on_or_lead_to_the_reason_why_not(catalog: Catalog, rules: RuleBook) -> None:
    made = outline(new_plan(SAMPLE), catalog, rules, DAY)
    (section,) = [section for section in made.sections if section.eyebrow == "Tracking"]
    _, further = [block for block in section.blocks if isinstance(block, Table)]
    said = ["".join(run.text for each in row.cells for run in each.runs) for row in further.rows]
    assert "Newsletter · Foundation✓\u00a0UTM; ✓\u00a0In-app\u00a0numbers–" in said
    reasons = {
        point.label: point for block in section.blocks if isinstance(block, Note) for point in block.points
    }
    numbers = [number for row in said for number in re.findall(r"(?:impossible|forbidden)\s(\d+)", row)]
    assert numbers
    assert set(numbers) <= set(reasons)


def test_no_line_ends_within_the_short_name_of_a_way_of_measuring(catalog: Catalog, rules: RuleBook) -> None:
    made = outline(new_plan(SAMPLE), catalog, rules, DAY)
    (section,) = [section for section in made.sections if section.title == "Link ledger"]
    (table,) = [block for block in section.blocks if isinstance(block, Table)]
    beside = {run.text for row in table.rows for run in row.cells[1].runs}
    names = {" · Smart\u00a0link", " · UTM\u00a0tags", " · Retailer attribution"}
    assert names | {" · Smart\u00a0link (impossible)"} <= beside


def test_a_mail_address_is_a_link_with_a_code_and_nothing_else_is(catalog: Catalog, rules: RuleBook) -> None:
    targets = ("mailto:a@b.example?subject=Hello", "MAILTO:a@b.example", "mailto:a b", "javascript:alert(1)")
    every = [link("page", id=f"l{n}", target=target) for n, target in enumerate(targets)]
    made = outline(plan(channel("own-website", *every)), catalog, rules, DAY, "assistant")
    assert set(targets[:2]) <= {part.link for part in parts(made) if isinstance(part, Run)}
    (cards,) = [part for part in parts(made) if isinstance(part, LinkCards)]
    assert [card.address for card in cards.cards] == [*targets[:3]]
    assert [NOT_SAFE in card.note for card in cards.cards] == [False, False, True]


@pytest.mark.parametrize(
    ("website", "email", "addresses"),
    [
        ("www.annauthor.com", "Ann Author <ann@x.org>", {"https://www.annauthor.com", "mailto:ann@x.org"}),
        ("annauthor.com/news", "ann@x.org", {"https://annauthor.com/news", "mailto:ann@x.org"}),
        (
            "http://ann.example",
            "www.ann.example/mail",
            {"http://ann.example", "https://www.ann.example/mail"},
        ),
        ("javascript:alert(1)", "Ann <ann@x.org> or Bob <bob@x.org>", set()),
        ("not yet", "on.request", set()),
    ],
)
@pytest.mark.parametrize("preset", ["tip-sheet", "publicist"])
def test_what_authors_type_to_be_found_by_can_be_followed(
    preset: str, website: str, email: str, addresses: set[str], catalog: Catalog, rules: RuleBook
) -> None:
    who = Author(id="author", name="Ann", bio="Ann writes.", website=website, email=email)
    made = outline(replace(plan(), author=who), catalog, rules, DAY, preset)
    assert {part.link for part in parts(made) if isinstance(part, Run) and part.link} == addresses


def test_a_link_that_works_can_be_followed_and_scanned(catalog: Catalog, rules: RuleBook) -> None:
    there = link("page", "utm", utm_source="letter", utm_medium="email", utm_campaign="book")
    document = outline(plan(channel("own-website", there)), catalog, rules, DAY)
    address = "https://author.example/book?utm_source=letter&utm_medium=email&utm_campaign=book"
    assert address in links(document)
    cards = [part for part in parts(document) if isinstance(part, LinkCards)]
    assert [card.address for each in cards for card in each.cards] == [address]


@pytest.mark.parametrize(("platform", "placement"), [("lemon8", "bio"), ("bookbub", "profile")])
def test_no_code_is_printed_where_none_can_stand(
    platform: str, placement: str, catalog: Catalog, rules: RuleBook
) -> None:
    wanted, other = link(placement, "qr-code"), link(placement, id="other")
    fact = catalog.platforms[platform].tracking_fact("qr-code")
    assert fact is not None
    for links_of, told in (((wanted, other), True), ((other,), False)):
        made = outline(plan(channel(platform, *links_of)), catalog, rules, DAY, "assistant")
        assert not any(isinstance(part, LinkCards) for part in parts(made))
        assert (fact.text in texts(made)) is told


@pytest.mark.parametrize("typed", ["www.example.com/book", "javascript:alert(1)", "\\\\evil\\share"])
def test_a_link_that_is_no_address_says_so(typed: str, catalog: Catalog, rules: RuleBook) -> None:
    made = outline(plan(channel("own-website", link("page", target=typed))), catalog, rules, DAY)
    assert any(text.strip() == NO_ADDRESS for text in texts(made))


@pytest.mark.parametrize(
    ("address", "why"),
    [
        ("https://books.example/" + "x" * 3000, TOO_LONG),
        ("https://user:secret@books.example/", NOT_SAFE),
        ("https://books.example/" + "x" * 1900, ""),
    ],
)
def test_an_address_without_a_code_says_why(
    address: str, why: str, catalog: Catalog, rules: RuleBook
) -> None:
    made = outline(plan(channel("own-website", link("page", target=address))), catalog, rules, DAY)
    (cards,) = [
        block for section in made.sections for block in section.blocks if isinstance(block, LinkCards)
    ]
    (card,) = cards.cards
    assert card.note.endswith(f" · {why}") if why else "no code" not in card.note


def test_a_link_that_cannot_work_is_told_why_and_never_printed(catalog: Catalog, rules: RuleBook) -> None:
    document = outline(plan(channel("xiaohongshu", link("bio", "utm"))), catalog, rules, DAY)
    reason = catalog.platforms["xiaohongshu"].links.text
    assert reason in texts(document)
    assert not any("author.example" in text for text in texts(document))
    assert not any(isinstance(part, LinkCards) for part in parts(document))


def test_whom_to_write_to_can_be_followed(catalog: Catalog, rules: RuleBook) -> None:
    made = plan(people=(Person(id="p", name="Jo", contact="jo@mail.example"),))
    made = replace(made, author=replace(made.author, bio="Writes.", email="a@b.example", website="not yet"))
    assert links(outline(made, catalog, rules, DAY)) >= {"mailto:jo@mail.example", "mailto:a@b.example"}
    assert "not yet" not in links(outline(made, catalog, rules, DAY))
