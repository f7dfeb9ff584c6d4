"""How tables are split between pages: their rows, their heads, and what leads to them."""

import pytest

from planner.export.pdf.boxes import SPARED, Anchor, Box, Side, Stack, Text
from planner.export.pdf.line import Line
from planner.export.pdf.rows import Rows
from planner.export.pdf.style import CELL
from tests.export.pdf.flowed import ROOM, drawing, flow, heights, text


def test_rows_repeat_their_head_and_stay_whole() -> None:
    rows = Rows([drawing(20)], [drawing(30) for _ in range(40)])
    pages = heights(flow(rows))
    assert len(pages) == 3
    assert all((height - 20) % 30 == 0 for page in pages for height in page)
    assert sum((height - 20) / 30 for page in pages for height in page) == 40


def test_short_rows_stay_on_one_page_and_no_last_row_stands_alone() -> None:
    rows = [drawing(30) for _ in range(5)]
    assert heights(flow(drawing(400), Rows([drawing(20)], rows, whole=200))) == [[400], [170]]
    assert heights(flow(drawing(350), Rows([drawing(20)], rows))) == [[350, 110], [80]]


def test_a_row_longer_than_a_page_flows_on() -> None:
    long_row = Side([(0, text(200)), (50, text(3))], padding=4)
    rows = Rows([drawing(20)], [drawing(30), long_row, drawing(30)])
    assert long_row.height > ROOM
    pages = flow(rows).pages
    assert len(pages) == 5
    assert sum(_lines(box) for page in pages for box, _ in page.boxes) == 203


def test_a_row_is_split_only_where_much_of_the_page_would_stay_white() -> None:
    row = Side([(0, text(30)), (50, text(3))])
    assert row.split(SPARED - 1) is None
    assert [half.height for half in row.split(SPARED) or ()] == [SPARED, 300 - SPARED]
    rows = Rows([drawing(20)], [row])
    assert heights(flow(drawing(ROOM - 100), rows)) == [[ROOM - 100], [320]]
    assert heights(flow(drawing(ROOM - 200), rows)) == [[ROOM - 200, 200], [140]]


def test_no_row_leaves_a_line_or_two_for_the_next_page() -> None:
    assert Side([(0, text(13))]).split(SPARED - 10) is None
    assert [half.height for half in Side([(0, text(14))]).split(SPARED + 10) or ()] == [100, 40]
    assert [half.height for half in Side([(0, text(30))]).split(290) or ()] == [260, 40]


def test_what_leads_to_a_row_that_cannot_be_split_goes_with_it() -> None:
    whole = Side([(0, drawing(SPARED + 40))])
    assert heights(flow(drawing(ROOM - SPARED - 30), drawing(20, keep=True), Rows([], [whole]))) == [
        [ROOM - SPARED - 30],
        [20, SPARED + 40],
    ]


def test_low_rows_do_not_go_to_the_last_page_by_ones_and_twos() -> None:
    rows = [drawing(18) for _ in range(29)]
    assert heights(flow(Rows([], rows))) == [[25 * 18], [4 * 18]]


def test_a_low_row_goes_with_the_last_one_where_it_leaves_little_white() -> None:
    rows = [drawing(ROOM - 80), drawing(20), drawing(50), drawing(90)]
    assert heights(flow(Rows([], rows))) == [[ROOM - 60], [140]]


def test_a_tall_row_before_the_last_one_stays_where_it_is() -> None:
    rows = [drawing(100), drawing(100), drawing(200), drawing(150)]
    assert heights(flow(Rows([], rows), drawing(10))) == [[400], [150, 10]]


@pytest.mark.parametrize("count", [20_000])
def test_many_rows_are_flowed(count: int) -> None:
    pages = flow(Rows([drawing(20)], [drawing(20) for _ in range(count)])).pages
    assert len(pages) == -(-count // 24)


def _lines(box: Box) -> int:
    match box:
        case Text():
            return len(box.lines)
        case Rows():
            return sum(map(_lines, box.rows))
        case Side():
            return sum(_lines(inner) for _, inner in box.boxes)
        case _:
            return 0


def test_tall_rows_begin_a_table_by_ones_and_low_ones_by_twos() -> None:
    for height, room, begun in ((75, 90, [85]), (30, 55, []), (30, 75, [70]), (50, 95, [])):
        rows = Rows([drawing(10)], [drawing(height) for _ in range(8)])
        assert heights(flow(drawing(ROOM - room), rows))[0][1:] == begun


def test_no_low_row_begins_a_table_without_the_taller_one_after_it() -> None:
    for room, begun in ((95, []), (99.9, []), (100.1, [40])):
        rows = Rows([drawing(10)], [drawing(30), *(drawing(85) for _ in range(8))])
        assert heights(flow(drawing(ROOM - room), drawing(0, keep=True), rows))[0][2:] == begun


def test_a_table_begins_with_the_names_of_its_first_row_and_two_lines_below_them() -> None:
    lines = [Text([Line([], [], 0.0)] * count, CELL) for count in (1, 6)]
    deep = Stack([Side([(0, lines[0])], keep=True), Stack([lines[1]], before=3)])
    rows = Rows([drawing(20)], [Side([(0, deep)], padding=4.6)])
    rows.let_go(paired=False)
    assert rows.least == 69.5
    assert rows.split(69.5)


def test_where_a_name_takes_two_lines_its_row_begins_a_table_all_the_same() -> None:
    lines = [Text([Line([], [], 0.0)] * count, CELL) for count in (2, 6)]
    deep = Stack([Side([(0, lines[0])], keep=True), Stack([lines[1]], before=3)])
    rows = Rows([drawing(20)], [Side([(0, deep)], padding=4.6)])
    rows.let_go(paired=False)
    assert rows.least == 69.5 + CELL.leading
    assert rows.split(rows.least)


@pytest.mark.parametrize(("white", "level", "kept"), [(0.29, 1, 0), (0.31, 1, 2), (0.31, 0, 0)])
def test_a_short_table_is_cut_where_much_of_a_page_would_stay_white_amid_a_section(
    white: float, level: int, kept: int
) -> None:
    heading = drawing(20, keep=True)
    heading.anchor = Anchor("a", "A", level)
    rows = Rows([drawing(10)], [drawing(30) for _ in range(3)])
    filled = drawing((1 - white) * ROOM)
    pages = heights(flow(filled, drawing(50, keep=True), heading, rows))
    assert pages[0][1:] == ([50, 20, 10 + kept * 30] if kept else [])


@pytest.mark.parametrize(("white", "begun"), [(0.44, []), (0.46, [150, 70])])
def test_a_short_table_of_a_new_section_is_cut_where_nearly_half_of_a_page_would_stay_white(
    white: float, begun: list[float]
) -> None:
    heading = drawing(150, keep=True)
    heading.anchor = Anchor("a", "A", 0)
    rows = Rows([drawing(10)], [drawing(30) for _ in range(3)])
    assert heights(flow(drawing((1 - white) * ROOM), heading, rows))[0][1:] == begun


@pytest.mark.parametrize(
    ("white", "level", "begun"),
    [(0.19, 1, []), (0.21, 1, [50, 44]), (0.29, 0, []), (0.31, 0, [50, 44])],
)
def test_a_table_begins_with_one_row_where_much_would_stay_white_and_in_a_new_section_very_much(
    white: float, level: int, begun: list[float]
) -> None:
    rows = Rows([drawing(10)], [drawing(34), drawing(62), *(drawing(34) for _ in range(6))])
    heading = drawing(50, keep=True)
    heading.anchor = Anchor("a", "A", level)
    assert heights(flow(drawing((1 - white) * ROOM), heading, rows))[0][1:] == begun


def test_a_table_begins_with_a_part_of_its_first_row_where_much_would_stay_white() -> None:
    for white, begun in ((0.19, []), (0.29, [20, 100])):
        rows = Rows([], [Side([(0, text(14))]) for _ in range(3)])
        heading = drawing(20, keep=True)
        assert heights(flow(drawing((1 - white) * ROOM), heading, rows))[0][1:] == begun


def test_a_low_table_begins_with_a_row_rather_than_be_parted_from_its_paragraph() -> None:
    heading, paragraph = drawing(20, keep=True), text(3, keep=True, loose=True)
    rows = Rows([drawing(20)], [drawing(40) for _ in range(3)])
    assert heights(flow(drawing(0.75 * ROOM), heading, paragraph, rows))[0][1:] == [20, 30, 60]


@pytest.mark.parametrize(
    ("white", "level", "parted"),
    [(0.19, 1, False), (0.29, 1, False), (0.31, 1, True), (0.31, 0, False), (0.5, 0, False)],
)
def test_a_paragraph_is_parted_from_its_table_where_very_much_would_stay_white_amid_a_section(
    white: float, level: int, parted: bool
) -> None:
    heading, paragraph = drawing(20, keep=True), text(3, keep=True, loose=True)
    heading.anchor = Anchor("a", "A", level)
    rows = Rows([drawing(20)], [drawing(200) for _ in range(4)])
    above, *first = heights(flow(drawing((1 - white) * ROOM), heading, paragraph, rows))[0]
    assert first == ([20, 30] if parted else [])
    loose = text(3, keep=True, loose=True)
    assert heights(flow(drawing(above), loose, text(3)))[0][1:] == [30, 30]


@pytest.mark.parametrize(("group", "begun"), [(5, 5), (6, 4), (7, 5), (4, 3)])
def test_no_row_of_a_group_stands_alone_below_its_name_on_the_next_page(group: int, begun: int) -> None:
    rows = [drawing(20) for _ in range(30)]
    for row in rows[::group]:
        row.group = lambda: drawing(9)
    room = 115 if group > 4 else 75
    chart = Rows([], rows, whole=0, fewest=3)
    assert heights(flow(drawing(ROOM - room), chart))[0][1:] == [begun * 20]


def test_no_name_of_a_group_stands_alone_so_that_no_row_does() -> None:
    rows = [drawing(60) for _ in range(30)]
    for row in rows[::3]:
        row.group = lambda: drawing(9)
    chart = Rows([], rows, whole=0, fewest=3)
    assert heights(flow(drawing(ROOM - 305), chart))[0][1:] == [5 * 60]


def test_a_row_that_cannot_be_cut_early_is_cut_where_it_could_be_before() -> None:
    row = Side([(0, text(30)), (50, Stack([drawing(80), text(20)]))])
    before = row.least
    row.begin_early((49.5, 61.9))
    assert row.least == before == SPARED
