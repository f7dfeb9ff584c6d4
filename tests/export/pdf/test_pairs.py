"""Words put together from pairs of letters are those that HarfBuzz makes of the whole."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.core.resources import resource
from planner.export.pdf import pairs
from planner.export.pdf.chain import MAIN, faces
from planner.export.pdf.faces import Face, Glyph

LETTERS = (*map(chr, (*range(33, 127), *range(0xA1, 0x180), *range(0x370, 0x500))), "\u0301", "ﬁ", "盐")
WORDS = st.text(st.sampled_from(LETTERS), min_size=1, max_size=12)


def main_face(bold: bool, italic: bool) -> Face:
    return faces(resource("fonts")).main[bold, italic]


def content(made: tuple[Sequence[Glyph], float]) -> list[object]:
    """Glyphs and width; composites are made anew each time."""
    return [[(g.number, g.text, g.before, g.after, g.composite) for g in made[0]], made[1]]


@pytest.mark.parametrize("look", MAIN, ids=MAIN.values())
@pytest.mark.parametrize("language", ["en", "tr", ""])
@given(word=WORDS, tabular=st.booleans())
def test_pairs_make_the_same_word(look: tuple[bool, bool], language: str, word: str, tabular: bool) -> None:
    face = main_face(*look)
    made = face.shape(word, tabular=tabular, language=language)
    assert content(made) == content(face.shape_whole(word, tabular=tabular, language=language))


@pytest.mark.parametrize("bold", [False, True])
@given(
    word=st.text(
        st.sampled_from([*map(chr, range(0x5D0, 0x5EB)), "\u05b0", "2", "."]), min_size=1, max_size=12
    )
)
def test_pairs_make_the_same_word_of_hebrew(bold: bool, word: str) -> None:
    face = next(face for face in faces(resource("fonts")).joined[bold] if "Hebrew" in face.name)
    for rtl in (True, False):
        assert content(face.shape(word, rtl=rtl)) == content(face.shape_whole(word, rtl=rtl))


@pytest.mark.parametrize("name", ["chinese", "traditional", "japanese", "korean"])
@given(word=st.text(st.sampled_from("书書図国한글각힣ぁんがヴカ゚、“a0\u3099\u302a"), min_size=1, max_size=12))
def test_letters_that_stand_alone_make_the_same_word(name: str, word: str) -> None:
    face: Face = getattr(faces(resource("fonts")), name)
    assert content(face.shape(word, language="ja")) == content(face.shape_whole(word, language="ja"))


def test_a_known_word_is_not_shaped_again() -> None:
    asked: list[str] = []

    def pair(letters: str) -> tuple[Glyph, int]:
        asked.append(letters)
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


def test_pairs_are_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pairs, "_MOST", 2)
    known = pairs.Pairs(lambda _: (Glyph(1, "", 0.0, 0.0), 1), pairs.EUROPEAN)
    assert known.word("ab")
    assert known.word("ac") is None
    assert known.word("ab")
