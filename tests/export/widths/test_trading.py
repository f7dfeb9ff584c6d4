"""Columns trade room where the names of a table take many lines."""

from hypothesis import given
from hypothesis import strategies as st

from planner.export.blocks import Column
from planner.export.outline.context import row
from planner.export.pdf.columns import column_places
from planner.export.widths.row_lines import cell_widths, lines_taken
from planner.export.widths.trading import traded

SIZES = st.lists(st.floats(20, 400), min_size=3, max_size=3)


def test_a_column_of_short_texts_gives_room_to_names_of_many_lines() -> None:
    cells = [(150.0, 70.0, 190.0)] * 5
    before = [40.0, 70.0, 100.0]
    after = traded(before, [30.0, 70.0, 60.0], cells)
    assert lines_taken(cells, after)[0] < lines_taken(cells, before)[0]
    assert after[1] == 70.0


def test_what_saves_no_line_stays() -> None:
    widths = [100.0, 100.0]
    assert traded(widths, [30.0, 30.0], [(90.0, 90.0)] * 3) is widths


@given(SIZES, SIZES, st.lists(SIZES, min_size=1, max_size=24))
def test_no_line_more_is_taken_no_floor_broken_and_no_room_lost(
    widths: list[float], floors: list[float], cells: list[list[float]]
) -> None:
    after = traded(widths, floors, cells)
    assert lines_taken(cells, after) <= lines_taken(cells, widths)
    assert abs(sum(after) - sum(widths)) < 1e-6
    assert all(new >= min(old, floor) for new, old, floor in zip(after, widths, floors, strict=True))


def test_names_of_many_lines_have_room_beside_sentences() -> None:
    columns = (Column("Phase", 1), Column("Dates", 1), Column("Channels", 3), Column("Budget", 1))
    said = (
        "A phase whose name says more than names do",
        "4 May – 3 Jun",
        "Weibo, Medium, VK, X and " * 2,
        "$370",
    )
    words, texts = [30.0, 46.0, 60.0, 75.0], [153.0, 46.0, 196.0, 75.0]
    (_, name), (_, dates), (_, channels), _ = column_places(columns, 288.0, words, texts, [row(*said)] * 6)
    assert name > 153.0 / 3
    assert dates >= 46.0
    assert channels >= 60.0


def test_a_cell_as_wide_as_its_column_takes_one_line_whatever_its_number_of_letters() -> None:
    for letters in range(1, 60):
        cells = cell_widths([""], [row("a" * letters)], [105.5])
        assert lines_taken(cells, [105.5])[0] == len(cells), letters
