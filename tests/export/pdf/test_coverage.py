"""Which of several faces has all of a text."""

from planner.export.pdf.coverage import Coverage

FACES = ("abc", "bcd", "abcde")


def first(characters: str, wanted: int = 0) -> int | None:
    return Coverage([face.__contains__ for face in FACES]).first(characters, wanted)


def test_the_first_face_that_has_all_of_a_text_is_named() -> None:
    assert first("ab") == first("b") == 0
    assert first("bd") == first("d") == 1
    assert first("ae") == first("e") == 2
    assert first("x") is first("ax") is None
    assert first("") == 0
    assert Coverage([]).first("a") is Coverage([]).first("ab") is None


def test_the_one_that_is_wanted_is_named_if_it_has_the_text() -> None:
    assert first("b", wanted=1) == first("bc", wanted=1) == 1
    assert first("a", wanted=1) == first("ab", wanted=1) == 0
    assert first("e", wanted=1) == first("ae", wanted=1) == 2
    assert first("x", wanted=1) is first("ax", wanted=1) is None


def test_a_face_is_asked_once_for_a_character_of_longer_texts() -> None:
    asked: list[str] = []

    def covers(character: str) -> bool:
        asked.append(character)
        return True

    coverage = Coverage([covers])
    assert [coverage.first("aba"), coverage.first("ba")] == [0, 0]
    assert sorted(asked) == ["a", "b"]
