"""What rests on what has changed is worked out anew, each once and in the right order, and nothing else."""

from collections.abc import Callable

from planner.core.checks.memory import NOTHING, Memory


class Sums:
    """Answers over given numbers, which note how often each is worked out."""

    def __init__(self, **given: int) -> None:
        self.memory = Memory()
        self.made: list[str] = []
        self.memory.give(given)

    def ask(self, name: str, make: Callable[[], int]) -> int:
        def noting() -> int:
            self.made.append(name)
            return make()

        return self.memory.once((name,), noting)

    def size(self) -> int:
        return self.ask("size", lambda: abs(self.memory.read("a")))

    def double(self) -> int:
        return self.ask("double", lambda: 2 * self.size())

    def chosen(self) -> int:
        return self.ask("chosen", lambda: self.double() if self.memory.read("b") else self.size())

    def changed(self, **given: int) -> set[object]:
        self.made.clear()
        return set(self.memory.give(given))


def test_an_answer_is_worked_out_once() -> None:
    sums = Sums(a=-3, b=1)
    assert [sums.chosen(), sums.chosen(), sums.double()] == [6, 6, 6]
    assert sums.made == ["chosen", "double", "size"]


def test_who_reads_an_answer_rests_on_it_and_not_on_what_it_read() -> None:
    sums = Sums(a=-3, b=1)
    sums.chosen()
    assert sums.memory.noted() == {("chosen",)}
    assert sums.memory.noted() is NOTHING
    sums.double()
    sums.memory.read("b")
    assert sums.memory.noted() == {("double",), "b"}


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
        sums.ask(f"unread {number}", lambda: sums.memory.read("a"))
    sums.memory.noted()
    sums.chosen()
    sums.memory.tidy([sums.memory.noted()])
    assert len(sums.memory) == 3
    assert sums.changed(a=2, b=0) == {"a", ("size",), ("chosen",)}
    assert sums.made == ["size", "chosen"]
