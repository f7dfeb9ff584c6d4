"""Characters that look at none beside them, and the words of these."""

import sys
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.export.pdf.chain import MAIN, faces
from planner.export.pdf.faces import Face
from planner.export.pdf.lone_words import LONE, LoneWords
from planner.export.pdf.shaping import Shaping

FIRST_BOX = 0xE000
HAD = "\u4e02"


def lone_words() -> LoneWords:
    """Those of a document in English, whose computer has some characters."""
    chain = faces().chain(bold=False, italic=False, language="en")
    main, chinese, korean = chain[:3]
    others = Face("Other", Path("other.ttf"), foreign=True)
    face_of = {"a": main, "b": main, "书": chinese, "길": korean, "、": chinese, HAD: others}
    return LoneWords(chain, lambda each: face_of.get(each, main), lambda: [ord(HAD)])


def parts_of(words: Sequence[str]) -> dict[str, list[str]]:
    """The parts of words in such a document."""
    return {word: [*parts] for word, parts in lone_words().among("\n".join(words))}


def assert_alone(face: Face, text: str) -> None:
    """The text has the glyphs that each of its characters has by itself."""
    shaping = Shaping(face, language="en")
    whole, _ = shaping.shape_whole(text)
    alone = [shaping.shape(each)[0][0] for each in text]
    assert [(each.number, each.text) for each in whole] == [(each.number, each.text) for each in alone]


@pytest.mark.parametrize("name", ["chinese", "traditional", "japanese", "korean"])
@given(data=st.data())
def test_a_lone_character_has_one_glyph_whatever_is_beside_it(name: str, data: st.DataObject) -> None:
    face: Face = getattr(faces(), name)
    had = [chr(code) for code in face.file.unicodes if LONE[code]]
    assert_alone(face, data.draw(st.text(st.sampled_from(had), min_size=1, max_size=4)))


@pytest.mark.parametrize("look", MAIN)
@given(data=st.data())
def test_so_has_what_is_a_box(look: tuple[bool, bool], data: st.DataObject) -> None:
    face = faces().main[look]
    boxes = st.integers(FIRST_BOX, sys.maxunicode).filter(LONE.__getitem__).map(chr)
    assert_alone(face, data.draw(st.text(boxes.filter(lambda each: not face.covers(each)), min_size=1)))


def test_characters_that_look_at_none_are_parts() -> None:
    words = ["书", "길길", "a길b书", "a\u4e04", "ཀམ"]
    assert parts_of(words) == {word: [*word] for word in words}


def test_words_of_lone_characters_of_one_face_are_known_by_it() -> None:
    words = ["길길", "书书书", "\U00050000\U00050001", "길书", "길", "a길", "ab", "길\u0301", HAD + HAD]
    found = lone_words().alike("\n".join(words)).items()
    assert [(face.name[:10], those) for face, those in found] == [
        ("NotoSansKR", ["길길"]),
        ("NotoSansSC", ["书书书"]),
        ("Inter-Regu", ["\U00050000\U00050001"]),
    ]


def test_letters_of_a_face_are_one_part() -> None:
    parts = {"ab길ab书": ["ab", "길", "ab", "书"], "ab": ["ab"], f"{HAD}ab": [HAD, "ab"]}
    assert parts_of([*parts]) == parts


def test_a_word_with_marks_is_measured_as_a_whole() -> None:
    assert parts_of(["길a\u0301", "书、", "a길 ", "\u1100길", "길\u1ade", "\u200d"]) == {}


def test_letters_of_the_computers_fonts_may_look_at_each_other() -> None:
    words = [HAD + HAD, f"{HAD}\U00050000{HAD}", "\U00050000\U00050000"]
    assert [*parts_of(words).values()] == [[HAD + HAD], [HAD, "\U00050000", HAD], ["\U00050000"] * 2]


def test_faces_beyond_counting_are_measured_as_they_always_were() -> None:
    chain = faces().chain(bold=False, italic=False, language="en")
    others = {chr(code): Face(str(code), Path("other.ttf")) for code in range(0x100, 0x180)}
    known = LoneWords(chain, others.__getitem__, list)
    assert len([*known.among("\n".join(others))]) == 96
