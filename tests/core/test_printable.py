"""Letters that no font of the program has are told, with their names and the field."""

from time import process_time

import pytest
import uharfbuzz
from hypothesis import given
from hypothesis import strategies as st

from planner.core.plan import Book, Link
from planner.core.printable import character_name, texts_of, without_font
from planner.core.resources import resource


def test_the_list_of_characters_is_in_step_with_the_fonts() -> None:
    fonts = (uharfbuzz.Face(path.read_bytes()) for path in resource("fonts").glob("*.ttf"))
    have = set().union(*(font.unicodes for font in fonts))
    listed: set[int] = set()
    for line in resource("fonts", "coverage.txt").read_text(encoding="ascii").split():
        first, last = (int(end, 16) for end in line.split("-"))
        listed.update(range(first, last + 1))
    assert listed == have


def test_every_language_of_the_bundle_has_its_letters() -> None:
    said = "盐 鹽 塩 소금 Đường Соль Αλάτι ملح מלח เกลือ नमक 🧂 ⚠ ☐ é ẞ ı ﷲ"
    assert without_font(said) == ()


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


@pytest.mark.parametrize(
    "text", ["word " * 400_000, "mots choisis où “l’on” va " * 80_000, "盐之路" * 230_000]
)
def test_two_megabytes_are_looked_through_at_once(text: str) -> None:
    start = process_time()
    assert without_font(text) == ()
    assert process_time() - start < 0.5
