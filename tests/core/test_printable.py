"""Letters that no font of the program has are told, with their names and the field."""

import sys
from dataclasses import replace
from datetime import date
from time import process_time

import pytest
import uharfbuzz
from hypothesis import given
from hypothesis import strategies as st

from planner.core.catalog import Catalog
from planner.core.checks.checker import Checker
from planner.core.plan import Author, Book, Comp, Goal, Link, Person
from planner.core.printable import character_name, has_font, texts_of, without_font
from planner.core.resources import resource
from planner.core.rules import RuleBook
from tests.core.build import channel, findings, link, plan, work


def test_the_list_of_characters_is_in_step_with_the_fonts() -> None:
    fonts = (uharfbuzz.Face(path.read_bytes()) for path in resource("fonts").glob("*.ttf"))
    have = set().union(*(font.unicodes for font in fonts))
    assert {code for code in range(sys.maxunicode + 1) if has_font(chr(code))} == have


def test_every_language_of_the_bundle_has_its_letters() -> None:
    said = "盐 鹽 塩 소금 Đường Соль Αλάτι ملح מלח เกลือ नमक 🧂 ⚠ ☐ é ẞ ı ﷲ"
    assert without_font(said) == ()


def test_what_the_fonts_would_leave_blank_is_told() -> None:
    """A picture that was copied with its text leaves such a character."""
    assert without_font("before \ufffc after") == ("\ufffc",)


def test_ligatures_are_printed_as_their_letters_and_not_told() -> None:
    assert without_font("ﬁrst oﬀer, aﬄuent, ﬆ") == ()


def test_letters_of_other_scripts_are_named() -> None:
    assert without_font("ཀ and \u0378 and ཀ") == ("\u0378", "ཀ")
    assert character_name("ཀ") == "U+0F40 TIBETAN LETTER KA (ཀ)"
    assert character_name("\u0378") == "U+0378"


@given(st.text(alphabet=st.characters(categories=["Cc", "Cf", "Cs", "Zs"])))
def test_what_is_not_seen_is_not_told(text: str) -> None:
    assert without_font(text) == ()


def test_texts_are_found_by_their_fields() -> None:
    assert list(texts_of(Book(id="b", hook="ä", blurb="plain", markets=("é", "x")))) == [
        ("markets", "é"),
        ("hook", "ä"),
    ]
    assert list(texts_of(Link(id="l", label="plain"))) == []


def test_a_finding_names_the_record_as_well_as_the_field(catalog: Catalog, rules: RuleBook) -> None:
    """A plan has many names and texts."""
    made = plan(
        people=(Person(id="p", name="Jo", role="ཀ"), Person(id="q", contact="ཀ")),
        goals=(Goal(id="g", text="ཀ" * 50), Goal(id="h", text="ག" * 40), Goal(id="i", text=f"{'ང' * 39} ང")),
        book=Book(id="b", comps=(Comp(title="Sea", why="ཀ"),)),
    )
    made = replace(made, author=Author(id="a", name="ཀ"))
    found = Checker(catalog, rules, date(2027, 1, 5)).findings(made)
    without = [each for each in found if each.rule == "letter-without-font"]
    assert {each.subject for each in without} == {"p", "q", "g", "h", "i", "b", "a"}
    told = {each.gist.partition(", in the ")[2] for each in without}
    assert told == {
        "role of the person “Jo”.",
        "contact of the person.",
        f"text of the goal “{'ཀ' * 40}…”.",
        f"text of the goal “{'ག' * 40}”.",
        f"text of the goal “{'ང' * 39}…”.",
        "why of the comparable title “Sea”.",
        "name of the author.",
    }


@pytest.mark.parametrize(("role", "more"), [("ཀཁག", False), ("ཀཁགང", True)])
def test_the_first_few_letters_are_named_and_the_others_counted(
    catalog: Catalog, rules: RuleBook, role: str, more: bool
) -> None:
    made = plan(people=(Person(id="p", name="Jo", role=role),))
    (text,) = [each.text for each in findings(catalog, rules, made) if each.rule == "letter-without-font"]
    assert (" more" in text) is more


def test_what_stands_in_a_channel_is_told_where_it_is_written(catalog: Catalog, rules: RuleBook) -> None:
    made = plan(
        channel(
            "own-website",
            link("page", utm_campaign="ཀ"),
            copy="ཀ",
            role="ཀ",
            activities=(work(notes="ཀ"),),
        )
    )
    found = Checker(catalog, rules, date(2027, 1, 5)).findings(made)
    told = [each for each in found if each.rule == "letter-without-font"]
    assert {(each.subject, each.aspect, each.gist.partition(", in the ")[2]) for each in told} == {
        ("channel", "copy", "copy."),
        ("channel", "overview", "role."),
        ("work", "activities", "notes of the task “Post the cover”."),
        ("link", "links", "utm campaign of the link “Book page”."),
    }


@pytest.mark.parametrize(
    "text", ["word " * 400_000, "mots choisis où “l’on” va " * 80_000, "盐之路" * 230_000]
)
def test_two_megabytes_are_looked_through_at_once(text: str) -> None:
    start = process_time()
    assert without_font(text) == ()
    assert process_time() - start < 0.5
