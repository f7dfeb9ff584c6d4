"""How boxes are flowed over pages and split between them."""

import pytest

from planner.export.pdf.boxes import Again, Anchor, Box, Elastic, Side, Stack, Text
from planner.export.pdf.flow import Break
from planner.export.pdf.line import Line
from planner.export.pdf.rows import Rows
from tests.export.pdf.flowed import ROOM, TEN, drawing, flow, heights, paragraph, text


def test_boxes_stand_one_under_the_other_with_the_larger_gap() -> None:
    (page,) = flow(text(2, after=8), text(2, before=20), text(2)).pages
    assert [top for _, top in page.boxes] == [550, 510, 490]


def test_a_text_is_split_with_two_lines_on_each_side() -> None:
    assert heights(flow(drawing(ROOM - 35), text(10))) == [[ROOM - 35, 30], [70]]
    assert heights(flow(drawing(ROOM - 35), text(4))) == [[ROOM - 35, 20], [20]]
    assert heights(flow(drawing(ROOM - 35), text(3))) == [[ROOM - 35, 30]]
    assert heights(flow(drawing(ROOM - 15), text(10))) == [[ROOM - 15], [100]]


@pytest.mark.parametrize(
    ("paragraphs", "parts"),
    [
        ((5, 6), [5, 6]),
        ((6, 5), [6, 5]),
        ((4, 7), [4, 7]),  # the first line of a paragraph goes with the second
        ((4, 1, 5), [6, 5]),
        ((3, 8), [6, 6]),
        ((0, 0, 9), [6, 5]),
    ],
)
def test_a_text_is_cut_between_paragraphs_and_no_page_begins_or_ends_with_an_empty_line(
    paragraphs: tuple[int, ...], parts: list[int]
) -> None:
    blank = Line([], [], 0.0, ends=True)
    made = Text([line for count in paragraphs for line in (*paragraph(count), blank)][:-1], TEN)
    assert [half.height / TEN.leading for half in made.split(64) or ()] == parts


@pytest.mark.parametrize(
    ("paragraphs", "parts"),
    [
        ((7, 3), [5, 5]),  # the last line of a paragraph stands on no page without the one before it
        ((5, 7), [5, 7]),  # nor the first one without the second
        ((4, 3, 3), [4, 6]),
        ((3, 4, 3), [5, 5]),
        ((4, 2, 3), [6, 3]),
        ((1, 1, 1, 1, 1, 1, 1, 1), [6, 2]),
    ],
)
def test_no_line_of_a_paragraph_stands_alone_where_the_next_follows_at_once(
    paragraphs: tuple[int, ...], parts: list[int]
) -> None:
    made = Text([line for count in paragraphs for line in paragraph(count)], TEN)
    assert [half.height / TEN.leading for half in made.split(64) or ()] == parts


def test_the_beginning_of_what_is_cut_stands_as_far_below_as_all_of_it_would() -> None:
    for cut in (text(40, before=20), Stack([text(40)], before=20)):
        page, rest = flow(drawing(ROOM - 205), cut).pages
        assert [top for _, top in page.boxes] == [550, 550 - (ROOM - 205) - 20]
        assert [top for _, top in rest.boxes] == [550]


def test_a_heading_is_never_left_behind() -> None:
    heading = drawing(20, keep=True)
    assert heights(flow(drawing(ROOM - 30), heading, text(10))) == [[ROOM - 30], [20, 100]]
    assert heights(flow(drawing(ROOM - 45), heading, text(10))) == [[ROOM - 45, 20, 20], [80]]


def test_a_heading_at_the_very_end_stands() -> None:
    assert heights(flow(drawing(20, keep=True))) == [[20]]


def test_what_stands_below_a_long_box_stays_with_its_last_part() -> None:
    rows = Rows([], [drawing(30) for _ in range(20)], keep=True)
    assert heights(flow(drawing(ROOM - 120), rows, text(3))) == [[ROOM - 120, 120], [420], [60, 30]]


def test_what_is_held_with_a_long_box_goes_with_its_beginning() -> None:
    rows = Rows([], [drawing(30) for _ in range(20)], keep=True)
    held = (drawing(20, keep=True), rows, text(3))
    assert heights(flow(drawing(ROOM - 70), *held)) == [[ROOM - 70], [20, 480], [120, 30]]
    assert heights(flow(drawing(ROOM - 80), *held))[0] == [ROOM - 80, 20, 60]


def test_breaks_begin_pages_but_never_empty_ones() -> None:
    assert heights(flow(Break(), drawing(5), Break(), Break(), drawing(5))) == [[5], [5]]


def test_a_panel_is_split_only_where_much_of_the_page_would_stay_white() -> None:
    panel = Stack([text(30)], panel=(0, 0, 0))
    assert heights(flow(drawing(ROOM - 100), panel)) == [[ROOM - 100], [300]]
    assert heights(flow(drawing(ROOM - 200), panel)) == [[ROOM - 200, 200], [100]]
    assert heights(flow(drawing(ROOM - 290), panel)) == [[ROOM - 290, 260], [40]]


def test_a_stack_is_split_between_its_boxes_and_inside_them() -> None:
    stack = Stack([text(3, keep=True), text(60)])
    assert heights(flow(drawing(100), stack)) == [[100, 400], [230]]


def test_a_stack_keeps_its_title_with_its_text() -> None:
    stack = Stack([drawing(100), drawing(20, keep=True), drawing(300), drawing(300)])
    assert [half.height for half in stack.split(ROOM) or ()] == [420, 300]
    assert [half.height for half in stack.split(300) or ()] == [100, 620]


def test_what_cannot_be_split_stands_alone_rather_than_nowhere() -> None:
    assert heights(flow(drawing(10), drawing(ROOM + 100), drawing(10))) == [[10], [ROOM + 100], [10]]


def test_anchors_know_their_page() -> None:
    first, second = text(2), text(2)
    first.anchor, second.anchor = Anchor("a", "A", 0), Anchor("b", "B", 0)
    assert flow(first, drawing(ROOM), second).page_of == {"a": 1, "b": 3}


def test_what_no_page_is_long_enough_for_begins_on_any() -> None:
    def chart(count: int) -> tuple[Box, Box]:
        return drawing(40, keep=True), Rows([], [drawing(20) for _ in range(count)], whole=ROOM)

    assert heights(flow(drawing(400), *chart(20))) == [[400], [40, 400]]
    assert heights(flow(drawing(200), *chart(25))) == [[200, 40, 260], [240]]


def test_what_goes_on_over_a_page_is_named_again_where_its_name_has_ended() -> None:
    again = Again(0, 50, lambda: drawing(12))
    row = Side([(0, text(2)), (50, text(30))], again=again)
    rest = (row.split(200) or (row, row))[1]
    assert isinstance(rest, Side)
    assert [(x, box.height) for x, box in rest.boxes] == [(0, 12), (0, 0), (50, 100)]
    still = Side([(0, text(30)), (50, text(30))], again=again)
    rest = (still.split(200) or (still, still))[1]
    assert isinstance(rest, Side)
    assert [box.height for _, box in rest.boxes] == [100, 100]
    stack = Stack([text(60)], again=again.make)
    assert heights(flow(drawing(ROOM - 200), stack)) == [[ROOM - 200, 200], [12 + 400]]


@pytest.mark.parametrize(("left", "cut"), [(0.2, False), (0.3, True)])
def test_a_tall_chart_is_cut_where_much_of_the_page_would_stay_white(left: float, cut: bool) -> None:
    heading, chart = drawing(20, keep=True), Rows([], [drawing(20) for _ in range(12)], whole=470)
    first, second = heights(flow(drawing((1 - left) * ROOM), heading, chart))
    assert first[1:] == ([20, 120] if cut else [])
    assert second == ([120] if cut else [20, 240])


@pytest.mark.parametrize(("fewest", "begun"), [(1, [20, 40]), (2, [20, 40]), (3, [])])
def test_a_chart_begins_with_a_few_rows_where_much_would_stay_white(fewest: int, begun: list[float]) -> None:
    heading, chart = drawing(20, keep=True), Rows([], [drawing(20) for _ in range(15)], 470, fewest)
    chart.before = 50
    assert heights(flow(drawing(ROOM - 125), heading, chart))[0][1:] == begun


def test_a_short_chart_is_not_cut() -> None:
    chart = Rows([], [drawing(18) for _ in range(10)], whole=470)
    assert heights(flow(drawing(0.7 * ROOM), chart)) == [[0.7 * ROOM], [180]]


@pytest.mark.parametrize(("white", "level", "begun"), [(0.29, 1, []), (0.31, 1, [20, 70]), (0.31, 0, [])])
def test_a_low_panel_is_split_where_very_much_would_stay_white_amid_a_section(
    white: float, level: int, begun: list[float]
) -> None:
    heading = drawing(20, keep=True)
    heading.anchor = Anchor("a", "A", level)
    filled = [drawing((1 - white) * ROOM), drawing(0.3 * ROOM - 90, keep=True)]
    panel = Stack([text(11)], panel=(0, 0, 0))
    assert heights(flow(*filled, heading, panel))[0][2:] == begun


def test_what_follows_a_parted_paragraph_that_is_itself_cut_stands_below_its_rest() -> None:
    heading, paragraph = drawing(120, keep=True), text(6, keep=True, loose=True)
    rows = Rows([drawing(20)], [drawing(80) for _ in range(4)])
    made = flow(drawing(ROOM - 165), heading, paragraph, rows)
    assert heights(made) == [[ROOM - 165, 120, 40], [20, 340]]


@pytest.mark.parametrize(("place", "cut", "named"), [(12, 12, 0), (7, 16, 1)])
def test_a_chart_is_cut_before_a_group_or_names_the_group_again(place: int, cut: int, named: int) -> None:
    rows = [drawing(20) for _ in range(30)]
    rows[place].group = lambda: drawing(9)
    made = flow(drawing(ROOM - 330), Rows([], rows))
    assert heights(made) == [[ROOM - 330, cut * 20], [named * 9 + (30 - cut) * 20]]


def test_what_a_heading_moved_closer_for_stays_with_it() -> None:
    for hundredths in range(400):
        heading, chart, message = drawing(17, keep=True), drawing(72, keep=True), drawing(11.2)
        heading.before, heading.after, chart.before, chart.after = 18, 5, 6, 6
        made = flow(drawing(ROOM - 130 + hundredths / 100), heading, chart, message)
        assert len(heights(made)[-1]) >= 3


@pytest.mark.parametrize(("over", "moved"), [(0, True), (8, True), (12, False)])
def test_a_heading_moves_closer_where_much_of_the_page_would_stay_white_for_a_trifle(
    over: float, moved: bool
) -> None:
    heading, card = drawing(20, keep=True), drawing(120)
    heading.before = 20
    first, *_ = flow(drawing(ROOM - 160 + over), heading, card).pages
    assert [round(top) for _, top in first.boxes[1:]] == ([190, 170] if moved else [])


@pytest.mark.parametrize(
    ("room", "drawn"), [(141, 100), (131, 100), (130, 99.8), (110, 79.8), (100.1, 69.9), (99.9, None)]
)
def test_a_picture_is_drawn_lower_where_little_is_missing_on_a_page(room: float, drawn: float | None) -> None:
    heading, chart = drawing(20, keep=True), Elastic(100, 69, lambda pen, x, top, height: None)
    heading.before = 20
    made = flow(drawing(ROOM - room), heading, chart)
    assert [round(height, 1) for height in heights(made)[0][1:]] == ([20, drawn] if drawn else [])
    assert (len(made.pages) == 1) is bool(drawn)


@pytest.mark.parametrize(("after", "fits"), [(10, True), (40, False)])
def test_a_picture_is_as_tall_as_ever_where_drawing_it_lower_would_not_do(after: float, fits: bool) -> None:
    above, heading = drawing(ROOM - 130), drawing(20, keep=True)
    above.after, heading.before = after, 20
    chart = Elastic(100, 90, lambda pen, x, top, height: None)
    made = flow(above, heading, chart)
    assert len(made.pages) == (1 if fits else 2)
    assert (chart.height == 100) is not fits
