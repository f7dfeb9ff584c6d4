"""Rows of words for digits are read as numbers, unless they count or beat time."""

import pytest

from planner.core.catalog import Catalog
from planner.core.copy_scan.contacts import Phones
from planner.core.copy_scan.digits import SpelledDigits
from planner.core.copy_scan.folding import fold


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("five five five one two three four", ["5551234"]),
        ("call FIVE-five-five, oh one four three!", ["5550143"]),
        ("two one two, triple five, oh one double nine", ["2125550199"]),
        ("five five five one two three", ["555123"]),
        ("one two three four five six seven", []),
        ("nine eight seven six five four three", []),
        ("three four three four three four three four", []),
        ("seven one x nine five three one two", ["95312"]),
        ("fivefive five one two three four", ["51234"]),
        ("three four, they said, and six one eight five five two nine it was", ["6185529"]),
    ],
)
def test_rows_are_read(catalog: Catalog, text: str, expected: list[str]) -> None:
    words = catalog.copy_words
    rows = SpelledDigits(words.digit_words, words.ten_words, words.digit_again).rows(fold(text))
    assert [digits for _, _, digits, _ in rows] == expected


def test_a_number_is_read_however_far_behind_other_words_it_stands(catalog: Catalog) -> None:
    words = catalog.copy_words
    digits = SpelledDigits(words.digit_words, words.ten_words, words.digit_again)
    for between in range(1, 200):
        text = f"three four {'x' * between} three five {'z' * between} five five five one two three four"
        assert [row[2] for row in digits.rows(fold(text))][-1:] == ["5551234"], between


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("call five five five one two three four", ["five five five one two three four"]),
        ("five five five one two three four", []),
        (
            "zero two zero seven nine four six zero nine five eight",
            ["zero two zero seven nine four six zero nine five eight"],
        ),
        ("call five five one two three four", []),
        ("call " + "four nine seven " * 300, []),
    ],
)
def test_a_number_has_its_digits_or_a_word_before_it(
    catalog: Catalog, text: str, expected: list[str]
) -> None:
    folded = fold(text)
    phones = [text[start:end] for _, start, end in Phones(catalog.copy_words).places(folded)]
    assert phones == expected


@pytest.mark.parametrize(
    "number",
    [
        "一三八，零零一三，五六七八",
        "衣三八零零衣三八零零零",
        "공일공 일이삼사 오육칠팔",
        "l38 OOl3 8OOO",
        "138_0013_8000",
        "138🌸0013🌸8000",
        "0451/123456",
        "oh seven seven double-oh nine double-oh three one two",
        "zéro six, douze, trente-quatre, cinquante-six, soixante-dix-huit",
        "null eins fünf eins, zwei drei vier fünf sechs sieben",
        "oh one seven two eight, 555, oh one four",
        "null-vier-null 5 55 01 23",
        "555 eight six seven 5309",
        "seis, doce, treinta y cuatro, cincuenta y seis, setenta y ocho",
    ],
)
def test_a_number_is_found_in_the_signs_and_words_of_many_languages(catalog: Catalog, number: str) -> None:
    text = f"Dial {number} !"
    folded = fold(text)
    places = Phones(catalog.copy_words).places(folded)
    assert [text[slice(*folded.place(start, end))] for _, start, end in places] == [number]


@pytest.mark.parametrize(
    "text",
    [
        "She was fifty-two, thirty-one, and her sons seven, six and five.",
        "一、二、三、四、五、六、七、八、九、十",
        "他们走了三十里，一九三八年八月，七个人",
        "Twenty, thirty, forty, fifty, sixty: he counted the sheep.",
        "이 일 오 사 이 삼",
        "In 1914–1918 and 1939/1945",
        "Read 05/05/1913 and 12_11_1944",
        "Scores of five six, 21 and 17 14 12",
        "Chapters five, six, 7, 8 and nine, then 10 and 11",
        "She called at seven, five of them at nine, 12 in all",
    ],
)
def test_ages_counts_and_years_are_no_numbers(catalog: Catalog, text: str) -> None:
    assert list(Phones(catalog.copy_words).places(fold(text))) == []
