"""Lists of words may hold signs in brackets, of which any may stand there."""

from planner.core.copy_scan.patterns import every


def test_each_sign_in_brackets_is_taken_once() -> None:
    assert list(every(["a", "[斗豆]音", "[ab][cd]"])) == ["a", "斗音", "豆音", "ac", "ad", "bc", "bd"]


def test_what_a_bar_parts_stays_whole() -> None:
    assert list(every(["扫[码碼|ma]", "[二|er]码"])) == ["扫码", "扫碼", "扫ma", "二码", "er码"]
