"""Coined names are parted everywhere but where that makes words."""

from planner.core.copy_scan.parted import parted, spaced


def test_a_name_is_parted_at_each_place_that_leaves_two_letters() -> None:
    assert list(parted(["Amazon"], [])) == ["Am azon", "Am-azon", "Ama zon", "Ama-zon", "Amaz on", "Amaz-on"]


def test_words_are_left_out_however_they_are_written() -> None:
    assert not {"Good reads", "Good-reads"} & set(parted(["Goodreads"], ["good Reads"]))
    assert "Goo dreads" in parted(["Goodreads"], ["good Reads"])


def test_short_names_small_ones_and_those_of_several_words_stay_whole() -> None:
    assert list(parted(["Kobo", "pixiv1", "pixiva", "Apple Books", "Yes24", "微信微信微信"], [])) == []


def test_syllables_of_japanese_and_korean_are_set_apart() -> None:
    assert list(spaced(["쿠팡", "インスタ", "微信", "Kobo", "톡"])) == [
        "쿠 팡",
        "쿠・팡",
        "イ ン ス タ",
        "イ・ン・ス・タ",
    ]
