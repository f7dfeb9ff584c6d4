"""Which of several faces have all of a text."""

from planner.export.pdf.coverage import Coverage

FACES = ("abc", "bcd", "abcde")


def places(characters: str, wanted: int = 0) -> list[int]:
    return list(Coverage([face.__contains__ for face in FACES]).places(characters, wanted))


def test_the_faces_that_have_all_of_a_text_are_named_in_order() -> None:
    assert places("ab") == [0, 2]
    assert places("bc") == [0, 1, 2]
    assert places("ae") == [2]
    assert places("ad") == [2]
    assert places("x") == places("ax") == []
    assert places("") == [0, 1, 2]
    assert list(Coverage([]).places("a")) == list(Coverage([]).places("ab")) == []


def test_the_one_that_is_wanted_is_named_first_if_it_has_the_text() -> None:
    for text in ("b", "bc"):
        assert places(text, wanted=1)[0] == 1
        assert set(places(text, wanted=1)) == {0, 1, 2}
    assert places("ab", wanted=1) == [0, 2]


def test_a_face_is_asked_once_for_a_character_of_longer_texts() -> None:
    asked: list[str] = []

    def covers(character: str) -> bool:
        asked.append(character)
        return True

    coverage = Coverage([covers])
    assert [*coverage.places("aba"), *coverage.places("ba")] == [0, 0]
    assert asked == ["a", "b"]


def test_the_first_face_that_has_all_of_a_text_is_the_first_of_them() -> None:
    coverage = Coverage([face.__contains__ for face in FACES])
    for text in ("a", "d", "e", "ab", "ad", "ae", "x", "ax", ""):
        assert coverage.first(text) == next(coverage.places(text), None)
