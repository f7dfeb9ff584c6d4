"""What rests on what has changed is worked out anew, each once and in the right order, and nothing else."""

from collections import Counter
from collections.abc import Iterable

from hypothesis import given
from hypothesis import strategies as st

from planner.core.checks.memory import NOTHING, Answer, Memory, Name


def named(names: Iterable[Name]) -> set[object]:
    """Names as they are given, and of answers what was asked of the function."""
    return {name.key[1:] if isinstance(name, Answer) else name for name in names}


class Sums:
    """Answers over given numbers, which note how often each is worked out."""

    def __init__(self, **given: int) -> None:
        self.memory = Memory()
        self.made: list[str] = []
        self.memory.give(given)

    def ask(self, name: str) -> int:
        return self.memory.once(self._made, name)

    def _made(self, name: str) -> int:
        self.made.append(name)
        match name:
            case "double":
                return 2 * self.size()
            case "chosen":
                return self.double() if self.memory.read("b") else self.size()
            case _:
                number: int = self.memory.read("a")
                return abs(number)

    def size(self) -> int:
        return self.ask("size")

    def double(self) -> int:
        return self.ask("double")

    def chosen(self) -> int:
        return self.ask("chosen")

    def changed(self, **given: int) -> set[object]:
        self.made.clear()
        return named(self.memory.give(given))


def test_an_answer_is_worked_out_once() -> None:
    sums = Sums(a=-3, b=1)
    assert [sums.chosen(), sums.chosen(), sums.double()] == [6, 6, 6]
    assert sums.made == ["chosen", "double", "size"]


def test_who_reads_an_answer_rests_on_it_and_not_on_what_it_read() -> None:
    sums = Sums(a=-3, b=1)
    sums.chosen()
    assert named(sums.memory.noted()) == {("chosen",)}
    assert sums.memory.noted() is NOTHING
    sums.double()
    sums.memory.read("b")
    assert named(sums.memory.noted()) == {("double",), "b"}


def test_an_answer_that_comes_out_the_same_ends_the_search() -> None:
    sums = Sums(a=-3, b=1)
    sums.chosen()
    assert sums.changed(a=3, b=1) == {"a"}
    assert sums.made == ["size"]


def test_what_an_answer_rests_on_is_brought_up_to_date_before_it() -> None:
    sums = Sums(a=-3, b=1)
    sums.chosen()
    assert sums.changed(a=5, b=1) == {"a", ("size",), ("double",), ("chosen",)}
    assert sums.made == ["size", "double", "chosen"]
    assert sums.chosen() == 10


def test_an_answer_may_come_to_rest_on_something_else() -> None:
    sums = Sums(a=-3, b=0)
    assert [sums.chosen(), sums.double()] == [3, 6]
    sums.changed(a=4, b=1)
    assert sums.chosen() == 8
    assert sorted(sums.made) == ["chosen", "double", "size"]
    sums.changed(a=6, b=1)
    assert sums.chosen() == 12


def test_what_is_no_longer_given_has_changed() -> None:
    sums = Sums(a=1, b=0)
    assert sums.changed(a=1) == {"b"}
    assert sums.memory.read("b") is None


def test_nothing_is_asked_where_nothing_has_changed() -> None:
    sums = Sums(a=1, b=0)
    sums.chosen()
    assert sums.changed(a=1, b=0) == set()
    assert sums.made == []


def test_only_what_is_still_read_is_kept(monkeypatch: object) -> None:
    sums = Sums(a=1, b=0)
    for number in range(20_000):
        sums.ask(f"unread {number}")
    sums.memory.noted()
    sums.chosen()
    sums.memory.tidy([sums.memory.noted()])
    assert len(sums.memory) == 3
    assert sums.changed(a=2, b=0) == {"a", ("size",), ("chosen",)}
    assert sums.made == ["size", "chosen"]


class Web:
    """Answers that rest on given numbers and on each other, on these or those as the numbers say."""

    def __init__(self, rows: list[tuple[int, list[int], list[int]]]) -> None:
        self.rows = [
            (number, [each % place for each in some if place], [each % place for each in others if place])
            for place, (number, some, others) in enumerate(rows)
        ]
        self.memory = Memory()
        self.given: list[int] = []
        self.made: Counter[int] = Counter()

    def afresh(self, place: int) -> int:
        number, some, others = self.rows[place]
        base = self.given[number]
        return (base + sum(self.afresh(each) for each in (some if base % 2 else others))) % 3

    def kept(self, place: int) -> int:
        return self.memory.once(self._made, place)

    def _made(self, place: int) -> int:
        self.made[place] += 1
        number, some, others = self.rows[place]
        base: int = self.memory.read(f"g{number}")
        read = some if base % 2 else others
        found = [self.kept(each) for each in read]
        assert found == [self.afresh(each) for each in read]
        return (base + sum(found)) % 3

    def turn_to(self, numbers: list[int]) -> set[object]:
        self.given = numbers
        self.made.clear()
        return named(self.memory.give({f"g{place}": number for place, number in enumerate(numbers)}))


FIVE = st.lists(st.integers(0, 3), min_size=5, max_size=5)
PLACES = st.lists(st.integers(0, 50), max_size=3)


@given(
    rows=st.lists(st.tuples(st.integers(0, 4), PLACES, PLACES), min_size=1, max_size=12),
    turns=st.lists(st.tuples(FIVE, st.integers(0, 11)), min_size=2, max_size=8),
)
def test_answers_are_those_of_a_fresh_start_and_each_is_worked_out_once(
    rows: list[tuple[int, list[int], list[int]]], turns: list[tuple[list[int], int]]
) -> None:
    web = Web(rows)
    known: dict[int, int] = {}
    for numbers, asked in turns:
        changed = web.turn_to(numbers)
        now = {place: web.kept(place) for place in known}
        assert {(place,) for place in known if known[place] != now[place]} <= changed
        known = {place: web.kept(place) for place in {*known, asked % len(rows)}}
        assert known == {place: web.afresh(place) for place in known}
        assert set(web.made.values()) <= {1}
