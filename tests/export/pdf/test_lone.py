"""Characters that look at none beside them, and the words of these."""

import sys
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.core.resources import resource
from planner.export.pdf.chain import MAIN, faces
from planner.export.pdf.faces import Face
from planner.export.pdf.lone import LONE, LoneWords
from planner.export.pdf.shaping import Shaping

FIRST_BOX = 0xE000
HAD = "\u4e02"


def lone_words(lines: Sequence[str]) -> list[str]:
    """The lone words among some in a document in English, whose computer has some characters."""
    chain = faces(resource("fonts")).chain(bold=False, italic=False, language="en")
    main, chinese, korean = chain[:3]
    others = Face("Other", Path("other.ttf"), foreign=True)
    face_of = {"a": main, "b": main, "书": chinese, "길": korean, "、": chinese, HAD: others}
    return [
        *LoneWords(chain, lambda each: face_of.get(each, main), lambda: [ord(HAD)]).among("\n".join(lines))
    ]


def assert_alone(face: Face, text: str) -> None:
    """The text has the glyphs that each of its characters has by itself."""
    shaping = Shaping(face, language="en")
    whole, _ = shaping.shape_whole(text)
    alone = [shaping.shape(each)[0][0] for each in text]
    assert [(each.number, each.text) for each in whole] == [(each.number, each.text) for each in alone]


@pytest.mark.parametrize("name", ["chinese", "traditional", "japanese", "korean"])
@given(data=st.data())
def test_a_lone_character_has_one_glyph_whatever_is_beside_it(name: str, data: st.DataObject) -> None:
    face: Face = getattr(faces(resource("fonts")), name)
    had = [chr(code) for code in face.file.unicodes if LONE[code]]
    assert_alone(face, data.draw(st.text(st.sampled_from(had), min_size=1, max_size=4)))


@pytest.mark.parametrize("look", MAIN)
@given(data=st.data())
def test_so_has_what_is_a_box(look: tuple[bool, bool], data: st.DataObject) -> None:
    face = faces(resource("fonts")).main[look]
    boxes = st.integers(FIRST_BOX, sys.maxunicode).filter(LONE.__getitem__).map(chr)
    assert_alone(face, data.draw(st.text(boxes.filter(lambda each: not face.covers(each)), min_size=1)))


def test_a_lone_word_has_no_two_letters_that_look_at_each_other() -> None:
    words = [
        "书",
        "길길",
        "a길b书",
        "a\u4e04",
        "ab",
        "길a\u0301",
        "书、",
        "a길 ",
        "\u1100길",
        "ཀམ",
        "길\u1ade",
    ]
    assert lone_words(words) == ["书", "길길", "a길b书", "a\u4e04", "ཀམ"]


def test_letters_of_the_computers_fonts_are_not_lone() -> None:
    words = [HAD, HAD + HAD, f"{HAD}\U00050000{HAD}", "\U00050000\U00050000"]
    assert lone_words(words) == [HAD, f"{HAD}\U00050000{HAD}", "\U00050000\U00050000"]
