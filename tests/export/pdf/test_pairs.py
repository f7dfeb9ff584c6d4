"""Words put together from pairs of letters are those that HarfBuzz makes of the whole."""

from collections.abc import Sequence
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.export.pdf import pairs
from planner.export.pdf.chain import MAIN, faces
from planner.export.pdf.faces import Face, Glyph
from planner.export.pdf.shaping import Shaping

LETTERS = (*map(chr, (*range(33, 127), *range(0xA1, 0x180), *range(0x370, 0x500))), "\u0301", "ﬁ", "盐")
ARABIC = (
    *map(chr, (*range(0x621, 0x64F), 0x66E, 0x671, 0x67E, 0x686, 0x698, 0x6A9, 0x6AF, 0x6CC, 0x200D)),
    *"ءبرلالاه",
)
WORDS = st.text(st.sampled_from(LETTERS), min_size=1, max_size=12)


def main_face(bold: bool, italic: bool) -> Face:
    return faces().main[bold, italic]


def content(made: tuple[Sequence[Glyph], float]) -> list[object]:
    """Glyphs and width; composites are made anew each time."""
    return [[(g.number, g.text, g.before, g.after, g.composite) for g in made[0]], made[1]]


@cache
def shaping_of(face: Face, *, tabular: bool = False, rtl: bool = False, language: str = "") -> Shaping:
    """One for all words of a manner, so that most letters are known from others."""
    return Shaping(face, tabular=tabular, rtl=rtl, language=language)


@pytest.mark.parametrize("look", MAIN, ids=MAIN.values())
@pytest.mark.parametrize("language", ["en", "tr", ""])
@given(word=WORDS, tabular=st.booleans())
def test_pairs_make_the_same_word(look: tuple[bool, bool], language: str, word: str, tabular: bool) -> None:
    face = main_face(*look)
    shaping = shaping_of(face, tabular=tabular, language=language)
    assert content(shaping.shape(word)) == content(shaping.shape_whole(word))


@pytest.mark.parametrize("bold", [False, True])
@given(
    word=st.text(
        st.sampled_from([*map(chr, range(0x5D0, 0x5EB)), "\u05b0", "2", "."]), min_size=1, max_size=12
    )
)
def test_pairs_make_the_same_word_of_hebrew(bold: bool, word: str) -> None:
    face = next(face for face in faces().joined[bold] if "Hebrew" in face.name)
    for rtl in (True, False):
        shaping = shaping_of(face, rtl=rtl)
        assert content(shaping.shape(word)) == content(shaping.shape_whole(word))


@pytest.mark.parametrize("bold", [False, True])
@pytest.mark.parametrize("language", ["en", "ar", "fa", "ur"])
@given(word=st.text(st.sampled_from(ARABIC), min_size=1, max_size=12))
def test_letters_that_join_make_the_same_word(bold: bool, language: str, word: str) -> None:
    face = next(face for face in faces().joined[bold] if "Arabic" in face.name)
    for rtl in (True, False):
        shaping = shaping_of(face, rtl=rtl, language=language)
        assert content(shaping.shape(word)) == content(shaping.shape_whole(word))


def test_a_known_word_is_not_shaped_again() -> None:
    asked: list[str] = []

    def pair(letters: pairs.Beside) -> tuple[Glyph, int]:
        asked.append("".join(letters).removesuffix(pairs.END))
        return Glyph(1, letters[0], 0.0, 0.0), 500

    known = pairs.Pairs(pair, pairs.EUROPEAN)
    made = known.word("abab")
    assert made
    assert made[1] == 4 * 500
    assert known.word("ba")
    assert asked == ["ab", "ba", "b", "a"]


def test_what_is_more_than_letters_is_shaped_whole() -> None:
    known = pairs.Pairs(
        lambda letters: None if letters == "fi" else (Glyph(1, "", 0.0, 0.0), 1), pairs.EUROPEAN
    )
    assert known.word("fi") is known.word("afib") is None
    assert known.word("a\u0301") is known.word("盐") is None
    assert known.word("if")


def test_many_words_are_put_together_at_once() -> None:
    known = pairs.Pairs(
        lambda letters: None if letters == "fi" else (Glyph(1, letters[0], 0.0, 0.0), ord(letters[0])),
        pairs.EUROPEAN,
    )
    found = [
        word and ("".join(glyph.text for glyph in word[0]), word[1])
        for word in known.words(["ab", "fi", "c"])
    ]
    assert found == [("ab", ord("a") + ord("b")), None, ("c", ord("c"))]


def test_pairs_are_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pairs, "_MOST", 2)
    known = pairs.Pairs(lambda _: (Glyph(1, "", 0.0, 0.0), 1), pairs.EUROPEAN)
    assert known.word("ab")
    assert known.word("ac") is None
    assert known.word("ab")
