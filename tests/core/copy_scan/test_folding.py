"""Folding undoes what hides words, and the way back leads to the author's own signs."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from planner.core.catalog import Catalog
from planner.core.copy_scan.folding import (
    ASCII,
    FEW,
    FEW_SIGNS,
    PART,
    fold,
    fold_word,
    fold_words,
    plain_sign,
)
from planner.storage.catalog_check.values import leaves


@pytest.mark.parametrize(
    ("text", "signs"),
    [
        ("", ""),
        ("Amazon", "amazon"),
        ("ＡＭＡＺＯＮ．ｃｏｍ", "amazon.com"),
        ("Ámàzön", "amazon"),
        ("A\u0301mazon", "amazon"),
        ("𝐀𝒎𝖆𝔷𝕠𝙣", "amazon"),
        ("ⓐ①", "a1"),
        ("①Ⓐ", "1a"),
        ("annaⓐvale Ⓐ", "anna@vale @"),
        ("ama\u200bzon", "amazon"),
        ("微\ufe0f信", "微信"),
        ("A m a z o n now", "amazon now"),
        ("on A.m.a.z.o.n now", "on amazon now"),
        ("a*b-c_d~e|f·g•h", "abcdefgh"),
        ("微 信", "微信"),
        ("微-信、微*信、微+信、微/信", "微信、微信、微信、微信"),
        ("two  blanks\t\tand tabs", "two blanks\tand tabs"),
        ("a big dog", "a big dog"),
        ("I saw a cat", "i saw a cat"),
        ("don't a b", "don't ab"),
        ("1 2 3", "1 2 3"),
        ("a 1", "a 1"),
        ("a/b c+d", "a/bc+d"),
        ("微信 abc", "微信 abc"),
        ("다 가", "다 가"),
        ("？！，。（）", "？！，。（）"),
        ("：＠＃／", ":@#/"),
        ("ガ", "ガ"),
        ("ß ﬁ", "ß ﬁ"),
        ("İ", "i"),
        ("a\nb", "a\nb"),
    ],
)
def test_a_text_is_folded(text: str, signs: str) -> None:
    assert fold(text).signs == signs


@pytest.mark.parametrize(
    ("text", "word", "written"),
    [
        ("on Ama\u200bzon now", "amazon", "Ama\u200bzon"),
        ("on A m a z o n now", "amazon", "A m a z o n"),
        ("去微 信见", "微信", "微 信"),
        ("\u200b\u200bA\u200b m\u200b a", "ama", "A\u200b m\u200b a"),
        ("𝔖 ａｂ", "ab", "ａｂ"),
        ("two  blanks", "two blanks", "two  blanks"),
    ],
)
def test_the_way_back_leads_to_what_was_written(text: str, word: str, written: str) -> None:
    folded = fold(text)
    start = folded.signs.index(word)
    assert text[slice(*folded.place(start, start + len(word)))] == written


def test_what_was_taken_out_is_not_in_what_was_written() -> None:
    folded = fold("A m\u200b A z")
    assert folded.written(0, 4) == "AmAz"
    assert folded.written(2, 4) == "Az"
    assert folded.written(3, 4) == "z"
    assert folded.written(4, 4) == ""


def test_the_vocabulary_of_a_long_text_has_each_word_once_and_no_chinese() -> None:
    long = "Salt, salt salt 盐abc路 " * (FEW // 10)
    assert sorted(fold(long).vocabulary.split("\n")) == ["abc", "salt", "salt,"]
    assert fold("Salt 盐abc路").vocabulary == "salt 盐abc路"
    assert fold("the dot").has("dot")
    assert fold("甲点乙").has("点")
    assert not fold("the point").has("dot")


@given(st.text(max_size=40))
@example("half a pair: \ud800")
def test_a_long_text_is_folded_as_a_short_one_is(text: str) -> None:
    short = fold(f"{text}\n")
    long = fold(f"{text}\n" * (FEW + 1))
    assert long.signs == short.signs * (FEW + 1)
    assert long.kinds >= short.kinds
    assert long.kinds - ASCII == short.kinds - ASCII


def test_the_words_of_a_long_text_are_parted_at_blanks_alone() -> None:
    words = [f"é{number}" for number in range(PART)]
    assert set(fold(" ".join(words)).vocabulary.split()) == {f"e{number}" for number in range(PART)}
    assert set(fold("\n".join(words)).vocabulary.split()) == {f"e{number}" for number in range(PART)}


def test_words_with_a_blank_between_them_are_found_in_texts_of_any_length() -> None:
    for text in ("fifty per cent off", "fifty per cent off. " * 500):
        assert fold(text).has("per cent")
        assert not fold(text).has("cent per")


@given(st.text() | st.text(st.sampled_from("ⓐⒶⓑ①a @.微\u200b")))
def test_every_sign_has_its_place_in_order(text: str) -> None:
    folded = fold(text)
    reached = 0
    for n in range(len(folded.signs)):
        start, end = folded.place(n, n + 1)
        assert reached <= start < end <= len(text)
        assert not any(map(plain_sign, text[start + 1 : end]))
        as_at = text[start] in "ⓐⒶ" and folded.signs[n] == "@"
        assert as_at or plain_sign(text[start]) == folded.signs[n]
        reached = end


def test_marks_on_the_last_sign_belong_to_a_place_and_signs_without_width_do_not() -> None:
    assert fold("a1\ufe0f\u20e3 b").place(1, 2) == (1, 4)
    assert fold("a1\u200b\u20e3 b").place(1, 2) == (1, 2)


@given(st.characters())
def test_a_sign_becomes_one_sign_or_none(sign: str) -> None:
    assert len(plain_sign(sign)) <= 1


@given(st.characters())
def test_what_is_plain_stays_as_it_is(sign: str) -> None:
    assert all(plain_sign(plain) == plain for plain in plain_sign(sign))


def test_many_kinds_of_signs_are_made_plain_as_few_are() -> None:
    styled = [chr(code) for code in range(0x1D400, 0x1D6A4) if plain_sign(chr(code)) != chr(code)]
    assert len(styled) > FEW_SIGNS
    assert fold("".join(styled)).signs == "".join(fold(sign).signs for sign in styled)


def test_words_of_the_lists_fold_alike_one_by_one_and_all_at_once(catalog: Catalog) -> None:
    records = (catalog.copy_words, *catalog.apps.values(), *catalog.platforms.values())
    texts = {value for record in records for _, value in leaves(record) if isinstance(value, str)}
    words = [text for text in texts if text and "\n" not in text]
    assert fold_words(words) == [fold_word(word) for word in words]
    assert fold_words(()) == []
