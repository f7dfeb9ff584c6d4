"""Names of which a circle or a box hides a sign are found, and nothing that only has a circle in it."""

import pytest

from planner.core.copy_scan.folding import fold
from planner.core.copy_scan.masked import MaskedNames

NAMES = ("インスタ", "フェイスブック", "メルカリ", "네이버", "쿠팡", "微信", "Kobo")


def found(text: str) -> list[str]:
    folded = fold(text)
    places = MaskedNames("rival-name", NAMES).places(folded)
    return [text[slice(*folded.place(start, end))] for _, start, end in places]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("感想はイ○スタに、絵はメル◯リに", ["イ○スタ", "メル◯リ"]),
        ("フェイス●ックとフェ□イスブック", ["フェイス●ック", "フェ□イスブック"]),
        ("네○버에서 연재하고 쿠○팡에서 팔아요", ["네○버", "쿠○팡"]),
        ("イ○○タ、○ンスタ、インスタ○", []),
        ("彼は○○町に住む。答えは○か×か", []),
        ("쿠○는 두 글자라서", []),
        ("微○信 K○bo", []),
        ("イスタンブール", []),
    ],
)
def test_a_name_is_found_with_one_sign_masked_or_a_mask_between_two(text: str, expected: list[str]) -> None:
    assert found(text) == expected
