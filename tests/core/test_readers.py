"""Who has read what, held against a list of all that was noted."""

from hypothesis import given
from hypothesis import strategies as st

from planner.core.checks.readers import Readers

NAMES = st.frozensets(st.sampled_from("abcd"))
NOTES = st.lists(st.tuples(st.integers(0, 5), NAMES), max_size=20)


@given(NOTES, st.data(), NAMES)
def test_those_are_found_who_read_one_of_the_names(
    notes: list[tuple[int, frozenset[str]]], data: st.DataObject, changed: frozenset[str]
) -> None:
    gone = data.draw(st.lists(st.sampled_from(notes))) if notes else []
    readers: Readers[int] = Readers()
    for reader, reads in notes:
        readers.note(reader, reads)
    for reader, reads in gone:
        readers.forget(reader, reads)
    left = {(reader, reads) for reader, reads in notes if reads} - set(gone)
    touched = readers.touched(changed)
    assert touched == {reads for _, reads in left if reads & changed}
    assert readers.of(touched) == {reader for reader, reads in left if reads & changed}
    assert set(readers.reads) == {reads for _, reads in left}


def test_who_has_read_nothing_is_not_kept() -> None:
    readers: Readers[int] = Readers()
    readers.note(1, frozenset())
    readers.forget(1, frozenset())
    readers.forget(2, frozenset("a"))
    assert not [*readers.reads]
    assert not readers.of(readers.touched("a"))
