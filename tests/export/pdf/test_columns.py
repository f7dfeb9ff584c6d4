"""Columns of tables: as wide as their words, and what the short ones do not fill goes to the long ones."""

from dataclasses import replace
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest

from planner.core.catalog import Catalog
from planner.core.rules import RuleBook
from planner.export.blocks import Align, Cell, Column, Document, Heading, Mark, Row, Run, Table, plain
from planner.export.languages import Languages
from planner.export.outline import outline
from planner.export.outline.channels import COLUMNS as CHANNELS
from planner.export.outline.context import row
from planner.export.pdf.boxes import Side, Stack, Text
from planner.export.pdf.columns import GUTTER, MARKED, column_places, widest_cells, widest_words
from planner.export.pdf.fonts import font_book
from planner.export.pdf.lines import break_lines
from planner.export.pdf.one_line import one_line
from planner.export.pdf.rows import Rows
from planner.export.pdf.style import CELL, HEAD_CELL
from planner.export.pdf.tables import table
from planner.export.pdf.typeset import Typesetter
from planner.export.pdf.writer import write_pdf
from planner.export.widths.shares import READABLE
from planner.storage.templates import SAMPLE, new_plan
from tests.export.parts import parts
from tests.export.pdf.conftest import DAY, document
from tests.export.pdf.test_layout import words
from tests.export.pdf.test_lines import said

LONG = "The tide turned before the ledger was dry, and nobody on the wharf would say who had moved it. "


@pytest.fixture(scope="module")
def setter() -> Typesetter:
    return Typesetter(font_book("en"), 487.0, Languages(Document("Title", "en", DAY, ())))


def widths(table: Table, setter: Typesetter) -> list[float]:
    measured = widest_words(table, setter), widest_cells(table, setter)
    return [width for _, width in column_places(table.columns, setter.width, *measured)]


def test_columns_are_as_wide_as_their_words_while_there_is_room(setter: Typesetter) -> None:
    columns = (Column("Channel", 6), Column("Stance", 1), Column("Aim", 1))
    table = Table(columns, (row("Newsletter", "experiment", "subscribers"),))
    needed = widest_words(table, setter)
    for (_, width), word in zip(column_places(columns, 300, needed), needed, strict=True):
        assert width >= word
    narrow = column_places(columns, 90, needed)
    assert sum(width for _, width in narrow) <= 90


def test_figures_stand_farther_from_the_words_beside_them_than_words_do() -> None:
    columns = (Column("Channel"), Column("Budget", align=Align.RIGHT), Column("Spent", align=Align.RIGHT))
    ends = column_places((*columns, Column("Next time")), 300)
    gaps = [right - left - width for (left, width), (right, _) in pairwise(ends)]
    assert gaps == pytest.approx([GUTTER, GUTTER, 2 * GUTTER])


@pytest.mark.parametrize("parted", [False, True])
@pytest.mark.parametrize("name", ["Newsletter", "公式アカウント"])
def test_a_word_has_room_for_the_dot_after_it(setter: Typesetter, name: str, parted: bool) -> None:
    runs = (Run(name, bold=True), Run(" · Relaunch")) if parted else (Run(f"{name} · Relaunch", bold=True),)
    table = Table((Column("Where"), Column("What")), (Row((Cell(runs), Cell(plain("-")))),))
    room, _ = widest_words(table, setter)
    above, below = break_lines(runs, CELL, room, setter.book)
    assert said(above).rstrip() == f"{name} ·"
    assert said(below) == "Relaunch"


def test_the_widest_of_long_words_is_waited_for_and_names_of_few_characters_too(setter: Typesetter) -> None:
    columns = (Column("One"), Column("Two"))
    (bookshops, _), (newsletter, _) = (
        widest_words(Table(columns, (row(word, ""),)), setter) for word in ("Bookshops", "Newsletter")
    )
    assert bookshops > newsletter
    (both, name) = widest_words(Table(columns, (row("Newsletter Bookshops", "公式アカウント"),)), setter)
    assert both == bookshops
    assert name > 7 * 8


def test_a_word_longer_than_words_are_takes_no_other_columns_room(setter: Typesetter) -> None:
    columns = (Column("One", 1), Column("Two", 1))
    table = Table(columns, (row("a" * 5000, "short"),))
    (_, first), (_, second) = column_places(columns, 300, widest_words(table, setter))
    assert abs(first - second) < 40


def test_a_mark_stays_with_its_word(setter: Typesetter) -> None:
    columns = (Column("Channel", 6), Column("", 1))
    parted, held = (Table(columns, (row("Newsletter", f"▲{space}warning"),)) for space in " \u00a0")
    assert widest_words(held, setter)[1] > widest_words(parted, setter)[1]


@pytest.mark.parametrize(
    ("said", "marked", "lines"), [("Soon", True, 2), ("Soon", False, 3), (2 * LONG, True, 3)]
)
def test_a_name_beside_a_mark_has_two_lines_where_rows_are_low(
    setter: Typesetter, said: str, marked: bool, lines: int
) -> None:
    name = Cell(plain("Bookshops and libraries"), Mark("B", "#336699") if marked else None)
    block = Table((Column("Channel", 6), Column("", 1)), (Row((name, Cell(plain(said)))),))
    room = widest_words(block, setter)[0] - (MARKED if marked else 0.0)
    cell = setter.text((Run("Bookshops and libraries", bold=True),), CELL, room)
    assert isinstance(cell, Text)
    assert len(cell.lines) == lines


def test_a_name_no_longer_than_a_line_of_others_has_one_and_a_few_sentences_change_nothing(
    setter: Typesetter,
) -> None:
    names = ("Bookshops and libraries", "Own website", "BookBub Ads")
    cells = [Cell(plain(name), Mark("B", "#336699")) for name in names]
    rows = [Row((cell, Cell(plain(2 * LONG if cell is cells[0] else "Soon")))) for cell in cells]
    room = widest_words(Table((Column("Channel", 6), Column("", 1)), tuple(rows)), setter)[0] - MARKED
    made = [setter.text((Run(name, bold=True),), CELL, room) for name in names]
    assert [len(each.lines) for each in made if isinstance(each, Text)] == [2, 1, 1]


def test_a_column_is_as_wide_as_the_widest_of_numbers_of_as_many_digits(setter: Typesetter) -> None:
    block = Table((Column("Phase"), Column("")), tuple(row(f"Our week {week}", "") for week in range(10, 31)))
    needed = one_line("Our week 20", replace(CELL, bold=True), 100, setter.book).width
    assert widest_cells(block, setter)[0] >= needed


@pytest.mark.parametrize("counts", ["元", "USD", "دينار"])
def test_a_number_stays_with_what_it_counts(setter: Typesetter, counts: str) -> None:
    columns = (Column("Price", 6), Column("", 1))
    alone, counted = (
        widest_words(Table(columns, (row(text, ""),)), setter)[0] for text in ("12.50", f"12.50 {counts}")
    )
    assert counted > alone + 8


def test_a_figure_stays_with_what_is_said_of_it() -> None:
    setter = Typesetter(font_book("en"), 400.0, Languages(Document("Title", "en", DAY, ())))
    columns = (
        Column("Phase", 1.3),
        Column("Dates", 1.5),
        Column("Channels", 3.2),
        Column("Hours a week", 1.4, Align.RIGHT),
        Column("Budget", 1, Align.RIGHT),
    )
    told = (
        ("Newsletter, Own website, Goodreads, BookBub, Bookshops and libraries", "11.5"),
        ("Newsletter, BookSirens, TikTok, Podcast guesting, BookBub Ads, Instagram", "13.5"),
        ("Newsletter, TikTok, Meta Ads, Xiaohongshu", "▲ 21, over by 7"),
        ("Newsletter, Own website, Amazon Ads", "6"),
    )
    table = Table(columns, tuple(row("Foundation", "28 Apr – 19 May", *each, "$540") for each in told))
    needed, texts = widest_words(table, setter), widest_cells(table, setter)
    assert column_places(columns, setter.width, needed, texts, table.rows)[3][1] >= texts[3] - 1


@pytest.mark.parametrize(("figure", "least"), [("▲ 37.5, over by 36.5", 0.2), ("$987,654,321,987.65", 0.99)])
def test_a_figure_longer_than_words_are_is_broken_at_its_spaces_or_not_at_all(
    setter: Typesetter, figure: str, least: float
) -> None:
    table = Table((Column("", 6), Column("", 1, Align.RIGHT)), (row("", figure),))
    share = widest_words(table, setter)[1] / widest_cells(table, setter)[1]
    assert least <= share < least + 0.1


def test_a_date_beside_names_of_many_lines_has_two() -> None:
    columns = (Column("Goal", 3), Column("By", 1.8), Column("Target", 1, Align.RIGHT))
    words, texts = [29.0, 29.0, 88.0], [1022.0, 82.0, 132.0]
    rows = [row("The tide " * 22, "4 June 2027 (T+30)", "100,000,000,000,000")] * 6
    _, (_, by), _ = column_places(columns, 260.0, words, texts, rows)
    assert by > 0.61 * texts[1]


def test_a_column_may_have_more_than_its_share_where_there_is_room() -> None:
    columns = (Column("A"), Column("B"), Column("C", align=Align.RIGHT))
    assert column_places(columns, 300, [110, 30, 30])[0][1] >= 110
    some = column_places(columns, 300, [140, 80, 80])
    assert some[0][1] > some[1][1]
    assert column_places(columns, 300, [30, 30, 110])[2][1] >= 110
    assert sum(width for _, width in column_places(columns, 300, [300, 300, 300])) <= 300


def test_what_short_cells_do_not_fill_goes_to_the_long_ones(setter: Typesetter) -> None:
    columns = (Column("Name", 1), Column("Link", 1), Column("Owner", 1))
    table = Table(columns, (row("Medium", LONG, "-"),))
    name, link, owner = widths(table, setter)
    assert link > 2 * name
    assert link > 4 * owner
    assert name > widest_cells(table, setter)[0] - 1
    assert abs(name + link + owner + 24 - 487) < 0.5


def test_long_cells_of_one_row_end_at_about_the_same_line(setter: Typesetter) -> None:
    columns = (Column("Name", 1), Column("What", 2.4), Column("How often", 1.6))
    _, what, often = widths(Table(columns, (row("Medium", LONG * 2, LONG * 2),)), setter)
    assert abs(what - often) < 5
    _, much, little = widths(Table(columns, (row("Medium", LONG * 8, LONG),)), setter)
    assert much > 2 * little > 160


def test_a_name_of_many_lines_gets_room_from_a_column_of_two(setter: Typesetter) -> None:
    columns = (Column("Phase", 1), Column("Channels", 3), Column("Budget", 1, Align.RIGHT))
    name, names = "A phase whose name says more than a name should", "Newsletter, Own website, " * 3
    table = Table(columns, (row(name, names, "$370,370,368.50"),))
    phase, channels, _ = (
        needed / given
        for needed, given in zip(widest_cells(table, setter), widths(table, setter), strict=True)
    )
    assert phase < 2.2
    assert abs(phase - channels) < 0.1


def test_a_column_of_one_line_has_its_room_where_the_rows_then_have_fewer_lines(setter: Typesetter) -> None:
    columns = (Column("Channel", 2.6), Column("Next time", 2.2))
    names = ("Newsletter", "Own website", "TikTok", "Bookshops and libraries of all the towns by the sea")
    for choice, in_one_line in (("repeat it, change it or drop it then", True), (LONG, False)):
        table = Table(columns, tuple(row(name, choice) for name in names))
        texts = widest_cells(table, setter)
        (_, channel), (_, given) = column_places(columns, 300, (), texts, table.rows)
        assert (given >= texts[1]) == in_one_line
        assert channel < texts[0]


def test_one_long_cell_takes_no_room_from_names_in_all_other_rows(setter: Typesetter) -> None:
    columns = (Column("Where", 1), Column("What", 3))
    name = "Newsletter, in a phase whose name says more than a name should"
    table = Table(columns, (*[row(name, "No link is counted.")] * 20, row("Plan", LONG * 12)))
    measured = widest_words(table, setter), widest_cells(table, setter)
    (_, narrow), _ = column_places(columns, setter.width, *measured)
    (_, wide), _ = column_places(columns, setter.width, *measured, table.rows)
    assert narrow < 100
    assert wide > 0.9 * measured[1][0]
    _, (_, sentences) = column_places(columns, 260, *measured, table.rows)
    assert sentences >= READABLE


def test_columns_that_lack_little_are_made_wide_enough_first(setter: Typesetter) -> None:
    columns = (Column("A", 1), Column("Hours a week", 1.4), Column("C", 4), Column("D", 2))
    table = Table(columns, (row("Tide", "21, over by seven, say", LONG, "-"),))
    assert widths(table, setter)[1] >= widest_cells(table, setter)[1]


def test_the_column_with_most_to_spare_gives_the_point_that_a_date_lacks() -> None:
    columns = (Column("Due", 1.95), Column("Task", 4.4), Column("Channel", 1.7), Column("Owner", 1.1))
    words, texts = (44.0, 78.0, 71.0, 70.0), (81.0, 195.0, 116.0, 70.0)
    due, task, _, owner = (width for _, width in column_places(columns, 430, words, texts))
    assert (due, owner) == (81.0, 70.0)
    assert 78 < task < 195


def test_no_name_of_a_column_takes_two_lines_for_the_usual_cells_below_it(setter: Typesetter) -> None:
    columns = (Column("Channel", 2), Column("On", 1), Column("Link goes in", 1))
    rows = [row("Newsletter, in a phase of a long name", "-", "ad") for _ in range(12)]
    table = Table(columns, (*rows, row("Own website", "-", "website field of the profile that is shown")))
    measured = widest_words(table, setter), widest_cells(table, setter)
    *_, (_, width) = column_places(columns, 250, *measured, table.rows)
    assert width >= one_line("Link goes in", HEAD_CELL, 250, setter.book).width


def test_names_of_columns_above_dashes_take_no_room_that_others_need(setter: Typesetter) -> None:
    columns = (Column("Channels", 3), Column("Hours a week", 1.4), Column("Budget", 1))
    table = Table(columns, (row("Amazon author and book pages, Own website, Goodreads", "6", "-"),) * 4)
    measured = widest_words(table, setter), widest_cells(table, setter)
    (_, channels), *_ = column_places(columns, 380, *measured, table.rows)
    assert channels >= measured[1][0]


def test_of_ways_with_as_many_lines_the_one_that_breaks_fewer_cells_is_taken(
    setter: Typesetter, catalog: Catalog, rules: RuleBook
) -> None:
    in_one_year = replace(new_plan(SAMPLE), launch=date(2027, 8, 1))
    tables = (part for part in parts(outline(in_one_year, catalog, rules, DAY)) if isinstance(part, Table))
    table = next(table for table in tables if table.columns[1].title == "Dates")
    measured = widest_words(table, setter), widest_cells(table, setter)
    _, (_, dates), *_ = column_places(table.columns, 374.8, *measured, table.rows)
    assert dates >= measured[1][1]


def test_days_and_hours_have_two_lines_where_names_beside_them_would_have_eight(setter: Typesetter) -> None:
    columns = (
        *(Column("Phase", 1.3), Column("Dates", 1.5), Column("Channels", 3.2)),
        *(Column("Hours a week", 1.4, Align.RIGHT), Column("Budget", 1, Align.RIGHT)),
    )
    cells = (
        "16\u00a0Nov – 26\u00a0Dec",
        "Newsletter, TikTok, Instagram",
        "▲ 37.5, over by 36.5",
        "$370,370,368.50",
    )
    table = Table(columns, (row("A phase whose name says more than a name should", *cells),) * 3)
    measured = widest_words(table, setter), widest_cells(table, setter)
    (_, phase), (_, dates), *_ = column_places(columns, 374.8, *measured, table.rows)
    assert measured[1][0] / phase < 4
    assert measured[1][1] / 2 < dates < measured[1][1]


def test_of_ways_with_as_many_lines_the_one_that_breaks_fewer_names_is_taken(setter: Typesetter) -> None:
    columns = (Column("Title", 3), Column("Author", 2.1), Column("Why", 5.1))
    cells = (
        ("《罂粟海》", "阿米塔夫·高希", "从自己的海岸看到的印度洋，人物众多，语言鲜活。我们的读者会熟悉它。"),
        ("《雅各布·德佐特的千秋》", "大卫·米切尔", "世界边缘的荷兰东印度公司。"),
        ("《诱拐》", "罗伯特·路易斯·史蒂文森", "语调的典范：逃亡、潮汐与分裂的忠诚。"),
    )
    table = Table(columns, tuple(row(*each) for each in cells))
    measured = widest_words(table, setter), widest_cells(table, setter)
    (_, title), *_ = column_places(columns, 374.8, *measured, table.rows)
    assert title >= measured[1][0]


def test_columns_of_which_one_is_narrow_for_its_words_fill_the_frame_too(setter: Typesetter) -> None:
    columns = (Column("A", 1), Column("B", 3), Column("C", 1, Align.RIGHT))
    table = Table(columns, (row("A name that is longer than its column", "-", "1"), row("B", "-", "2")))
    measured = widest_words(table, setter), widest_cells(table, setter)
    *_, (left, width) = column_places(columns, 487, *measured, table.rows)
    assert abs(left + width - 487) < 0.5


def test_columns_whose_cells_all_fit_keep_their_weights(setter: Typesetter) -> None:
    columns = (Column("A", 3), Column("B", 1))
    first, second = widths(Table(columns, (row("one", "two"),)), setter)
    assert abs(first - 3 * second) < 1


def test_tables_of_a_section_under_the_same_columns_stand_in_line(tmp_path: Path) -> None:
    tables = [
        Table(CHANNELS, (row("Newsletter", LONG, "core", "sales", "1 h", "$1"),)),
        Table(CHANNELS, (row("X", "Short", "experiment", "subscribers", "12.5 h", "$123,456"),)),
    ]
    (page,) = words(write_pdf(document(tables[0], Heading("Next"), tables[1])), tmp_path)
    names = ("Channel", "Role", "Stance", "Aim")
    heads = [[word.left for word in page if word.text == name] for name in names]
    assert all(len(lefts) == 2 and lefts[0] == lefts[1] for lefts in heads)


def test_the_names_of_columns_stand_on_their_rule(setter: Typesetter) -> None:
    columns = (Column("From launch", 0.1, Align.RIGHT), Column("Task", 9))
    made = table(Table(columns, (row("T-9", "Post the cover to all"),)), replace(setter, width=110.0))
    assert isinstance(made, Rows)
    (head,) = made.head
    assert isinstance(head, Side)
    (two_lines, one_line_lower) = (box for _, box in head.boxes)
    assert two_lines.height == one_line_lower.height == 2 * HEAD_CELL.leading
    assert isinstance(one_line_lower, Stack)
    assert one_line_lower.padding.top == HEAD_CELL.leading
