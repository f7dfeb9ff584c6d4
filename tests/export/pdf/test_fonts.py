"""Which face a character is set in, and how words are measured."""

import pytest

from planner.export.pdf.fonts import BOX, FontBook, Look, font_book

PLAIN = Look()


@pytest.fixture
def book() -> FontBook:
    return font_book()


@pytest.mark.parametrize(
    ("character", "face"),
    [
        ("a", "Inter-Regular"),
        ("ệ", "Inter-Regular"),
        ("ж", "Inter-Regular"),
        ("λ", "Inter-Regular"),
        ("✓", "Inter-Regular"),
        ("书", "NotoSansSC-Regular"),
        ("書", "NotoSansSC-Regular"),
        ("の", "NotoSansSC-Regular"),
        ("길", "NotoSansKR-Regular"),
        ("◐", "DejaVuSans"),
        ("◷", "DejaVuSans"),
        ("⊘", "DejaVuSans"),
        ("☐", "DejaVuSans"),
    ],
)
def test_face_of_a_character(book: FontBook, character: str, face: str) -> None:
    (piece,) = book.word(character, PLAIN).pieces
    assert piece.face.name == face
    assert piece.face.covers(character)


def test_a_word_is_cut_where_the_face_changes(book: FontBook) -> None:
    pieces = book.word("WeChat微信", PLAIN).pieces
    assert [(piece.face.name, piece.text) for piece in pieces] == [
        ("Inter-Regular", "WeChat"),
        ("NotoSansSC-Regular", "微信"),
    ]


def test_bold_and_italic_have_faces_of_their_own(book: FontBook) -> None:
    faces = {
        book.word("word", Look(bold, italic)).pieces[0].face.name
        for bold in (False, True)
        for italic in (False, True)
    }
    assert len(faces) == 4


def test_only_letters_without_a_bold_face_are_thickened(book: FontBook) -> None:
    bold = Look(bold=True)
    assert book.word("书", bold).pieces[0].thickened
    assert not book.word("书", PLAIN).pieces[0].thickened
    assert not book.word("word", bold).pieces[0].thickened
    assert not book.word("◐", bold).pieces[0].thickened


def test_pairs_are_kerned(book: FontBook) -> None:
    apart = book.word("A", PLAIN).width + book.word("V", PLAIN).width
    assert book.word("AV", PLAIN).width < apart


def test_tabular_digits_have_one_width(book: FontBook) -> None:
    tabular = Look(tabular=True)
    assert len({book.word(digit, tabular).width for digit in "0123456789"}) == 1
    assert len({book.word(digit, PLAIN).width for digit in "0123456789"}) > 1


def test_text_is_not_changed_by_ligatures(book: FontBook) -> None:
    word = book.word("office->fi", PLAIN)
    assert [glyph.text for piece in word.pieces for glyph in piece.glyphs] == list("office->fi")


def test_a_missing_character_is_drawn_as_a_box_and_keeps_its_text(book: FontBook) -> None:
    (piece,) = book.word("\u0e01", PLAIN).pieces
    (glyph,) = piece.glyphs
    assert glyph.text == "\u0e01"
    assert glyph.number == piece.face.box == book.word(BOX, PLAIN).pieces[0].glyphs[0].number
    assert piece.width > 0


def test_words_are_remembered_unless_they_are_long(book: FontBook) -> None:
    assert book.word("remembered", PLAIN) is book.word("remembered", PLAIN)
    assert book.word("a" * 100, PLAIN) is not book.word("a" * 100, PLAIN)
