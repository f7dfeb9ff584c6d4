"""Which face a character is set in, and how words are measured."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.core.resources import resource
from planner.export.pdf.clusters import clusters
from planner.export.pdf.faces import BOX
from planner.export.pdf.fonts import FontBook, font_book
from planner.export.pdf.pieces import Word
from planner.export.pdf.words import Look

PLAIN = Look()
LETTERS = (
    "abfi1.éжλ盐書\u4e02길がابلر-שלᄀ\u0301ﬁ…한ヴለᏣ㎏\ue000\U00020000\U00050000नक་ཀ◐、“（ーम"
    "\u3099\u1ade\u200b\U0001f468"
)


def content(word: Word) -> list[object]:
    """All that is set of a word; glyphs are made anew each time."""
    pieces = [
        (
            piece.face,
            [(each.number, each.text, each.before, each.after, each.composite) for each in piece.glyphs],
            piece.text,
            piece.width,
            piece.thickened,
        )
        for piece in word.pieces
    ]
    return [pieces, word.width]


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
        ("髙", "NotoSansSC-Regular"),
        ("﨑", "NotoSansSC-Regular"),
        ("镕", "NotoSansSC-Regular"),
        ("瑄", "NotoSansSC-Regular"),
        ("姵", "NotoSansSC-Regular"),
        ("熢", "NotoSansSC-Regular"),
        ("㈱", "NotoSansSC-Regular"),
        ("ｶ", "NotoSansSC-Regular"),
        ("길", "NotoSansKR-Regular"),
        ("ش", "NotoSansArabic-Regular"),
        ("ש", "NotoSansHebrew-Regular"),
        ("ก", "NotoSansThai-Regular"),
        ("ड", "NotoSansDevanagari-Regular"),
        ("📚", "NotoEmoji-Regular"),
        ("👨‍👩‍👧", "NotoEmoji-Regular"),
        ("❤️", "NotoEmoji-Regular"),
        ("◐", "DejaVuSans"),
        ("◷", "DejaVuSans"),
        ("⊘", "DejaVuSans"),
        ("☐", "DejaVuSans"),
    ],
)
def test_face_of_a_character(book: FontBook, character: str, face: str) -> None:
    (piece,) = book.word(character, PLAIN).pieces
    assert piece.face.name == face
    assert piece.face.covers(character[0])


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


@pytest.mark.parametrize(("bold", "italic"), [(False, False), (True, False), (False, True), (True, True)])
def test_a_hyphen_among_tabular_digits_is_no_wider_than_elsewhere(
    book: FontBook, bold: bool, italic: bool
) -> None:
    usual, tabular = (book.word("-", Look(bold, italic, figures)).width for figures in (False, True))
    assert tabular == usual


def test_text_is_not_changed_by_ligatures(book: FontBook) -> None:
    word = book.word("office->fi", PLAIN)
    assert [glyph.text for piece in word.pieces for glyph in piece.glyphs] == list("office->fi")


def test_a_missing_character_is_drawn_as_a_box_and_keeps_its_text(book: FontBook) -> None:
    (piece,) = book.word("\u0378", PLAIN).pieces
    (glyph,) = piece.glyphs
    assert glyph.text == "\u0378"
    assert glyph.number == piece.face.box == book.word(BOX, PLAIN).pieces[0].glyphs[0].number
    assert piece.width > 0


def test_words_are_remembered_unless_they_are_long(book: FontBook) -> None:
    assert book.word("remembered", PLAIN) is book.word("remembered", PLAIN)
    assert book.word("a" * 100, PLAIN) is not book.word("a" * 100, PLAIN)


@pytest.mark.parametrize("cluster", ["e\u0323\u0302", "ผู้", "क्षि", "لُّ", "שָׁ", "👍🏽", "🇫🇷", "1️⃣"])
def test_a_cluster_is_one_glyph_with_all_of_its_text(book: FontBook, cluster: str) -> None:
    rtl = cluster[0] in "لש"
    glyphs = [glyph for piece in book.word(cluster, Look(rtl=rtl)).pieces for glyph in piece.glyphs]
    said = "".join(glyph.text for glyph in glyphs)
    assert (said[::-1] if rtl else said) == cluster
    assert len(glyphs) == 1


def test_endless_marks_become_several_glyphs_and_lose_nothing(book: FontBook) -> None:
    text = "e" + "\u0301" * 5000
    glyphs = [glyph for piece in book.word(text, PLAIN).pieces for glyph in piece.glyphs]
    assert "".join(glyph.text for glyph in glyphs) == text
    assert max(len(glyph.text) for glyph in glyphs) <= 40


@pytest.mark.parametrize(
    ("language", "face"),
    [
        ("", "NotoSansSC-Regular"),
        ("zh-Hans", "NotoSansSC-Regular"),
        ("zh-Hans-HK", "NotoSansSC-Regular"),
        ("ko", "NotoSansSC-Regular"),
        ("zh-Hant", "NotoSansTC-Regular"),
        ("zh-TW", "NotoSansTC-Regular"),
        ("zh-hk", "NotoSansTC-Regular"),
        ("yue-Hant", "NotoSansTC-Regular"),
        ("ja-JP", "NotoSansJP-Regular"),
    ],
)
@pytest.mark.parametrize("character", "骨述")
def test_each_language_has_its_own_shapes(language: str, face: str, character: str) -> None:
    (piece,) = font_book(language).word(character, PLAIN).pieces
    assert piece.face.name == face


def test_all_faces_together_stay_small() -> None:
    assert sum(path.stat().st_size for path in resource("fonts").iterdir()) < 11_700_000


def test_what_is_written_alike_comes_from_one_face() -> None:
    for language in ("zh-Hans", "zh-Hant", "ja"):
        (piece,) = font_book(language).word("一", PLAIN).pieces
        assert piece.face.name == "NotoSansSC-Regular"


def test_a_language_that_is_no_tag_is_none() -> None:
    assert font_book("<x>\0") is font_book()


def test_a_language_has_one_book_whose_words_stay_measured() -> None:
    assert font_book("ja") is font_book("ja") is not font_book()


@pytest.mark.parametrize("look", [Look(), Look(bold=True), Look(rtl=True), Look(tabular=True)])
@pytest.mark.parametrize("language", ["en", "ja", "ar"])
@given(words=st.lists(st.text(st.sampled_from(LETTERS), min_size=1, max_size=6)))
def test_words_learnt_together_are_those_learnt_one_by_one(
    look: Look, language: str, words: list[str]
) -> None:
    together, one_by_one = (FontBook(language).words(look) for _ in range(2))
    together.learn("\n".join(words))
    for word in words:
        assert content(together[word]) == content(one_by_one[word])


@pytest.mark.parametrize("look", [Look(), Look(bold=True), Look(rtl=True)])
@given(text=st.text(st.sampled_from(LETTERS), min_size=1, max_size=20))
def test_so_are_clusters(look: Look, text: str) -> None:
    together, one_by_one = (FontBook("").words(look) for _ in range(2))
    parts = clusters(text)
    together.learn("\n".join(parts), clusters=True)
    for part in parts:
        assert content(together[part]) == content(one_by_one[part])


def test_what_runs_in_a_direction_is_learnt_together() -> None:
    known = FontBook("").words(PLAIN)
    known.learn("plan\n盐\n길\nplan\n盐길\nשלום\n\u4e02\n" + 65 * "x")
    assert known.keys() == {"plan", "盐", "길", "盐길", "\u4e02"}
