"""Who has read what, held against a list of all that was noted."""

from hypothesis import given
from hypothesis import strategies as st

from planner.core.checks.readers import Readers

NAMES = st.frozensets(st.sampled_from("abcd"))
Note = tuple[str, int, frozenset[str]]
NOTES = st.lists(st.tuples(st.sampled_from("xyz"), st.integers(0, 3), NAMES), max_size=20)


@given(NOTES, st.data(), NAMES)
def test_those_are_found_who_read_one_of_the_names(
    notes: list[Note], data: st.DataObject, changed: frozenset[str]
) -> None:
    gone = data.draw(st.lists(st.sampled_from(notes))) if notes else []
    readers: Readers[str] = Readers()
    for reader, number, reads in notes:
        readers.note(reader, number, reads)
    for reader, number, reads in gone:
        readers.forget(reader, number, reads)
    left = {note for note in notes if note[2]} - set(gone)
    found = sorted((reader, number) for reader, numbers in readers.of(changed).items() for number in numbers)
    assert found == sorted((reader, number) for reader, number, reads in left if reads & changed)
    assert set(readers.reads) == {reads for _, _, reads in left}


def test_who_has_read_nothing_is_not_kept() -> None:
    readers: Readers[str] = Readers()
    readers.note("x", 1, frozenset())
    readers.forget("x", 1, frozenset())
    readers.forget("x", 2, frozenset("a"))
    assert not [*readers.reads]
    assert not readers.of("a")
