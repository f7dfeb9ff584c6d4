"""Charts: their words keep off launch day and stay true; sentences without room stand below their row."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.core.catalog import Catalog
from planner.core.money import Money
from planner.core.plan import Activity, Phase, Plan
from planner.core.rules import RuleBook
from planner.export.blocks import Bar, BarChart, Document, Mark, Table, TimeBar, TimelineChart, WeekChart
from planner.export.chart_text import bars_text, weeks_text
from planner.export.languages import Languages
from planner.export.outline import outline
from planner.export.outline.channels import COLUMNS as CHANNELS
from planner.export.outline.context import row
from planner.export.pdf.amounts import label_parts
from planner.export.pdf.boxes import Side, Stack, Text
from planner.export.pdf.fonts import font_book
from planner.export.pdf.line import Line
from planner.export.pdf.rows import Rows
from planner.export.pdf.style import TONES, colour, on_white, pale
from planner.export.pdf.tables import table as made_table
from planner.export.pdf.timeline import Axis, note_beside, timeline
from planner.export.pdf.typeset import Typesetter
from planner.export.pdf.writer import write_pdf
from planner.storage.templates import SAMPLE, new_plan
from tests.core.build import channel, plan
from tests.export.pdf.conftest import document, read, text_of
from tests.export.pdf.tree import tree
from tests.export.test_outline import parts

DAY = date(2027, 1, 5)
WIDTH = 487.0


def new_setter() -> Typesetter:
    return Typesetter(font_book("en"), WIDTH, Languages(Document("Title", "en", DAY, ())))


@pytest.fixture(scope="module")
def setter() -> Typesetter:
    return new_setter()


@given(
    start=st.floats(0, 340),
    length=st.floats(3, 340),
    launch=st.none() | st.floats(0, 340),
    text=st.text(max_size=60),
)
def test_no_note_crosses_launch_day_or_leaves_the_chart(
    start: float, length: float, launch: float | None, text: str
) -> None:
    axis = Axis(DAY, 100, 140.0, 347.0)
    left = axis.left + start
    line = axis.left + launch if launch is not None else None
    note = note_beside(text, left, min(length, 347 - start), axis, new_setter(), line)
    if note:
        place, words = note
        assert place >= axis.left - 0.01
        assert place + words.width <= axis.left + axis.width + 0.01
        if line is not None:
            assert not place < line < place + words.width


def test_a_note_without_room_beside_its_bar_stands_whole_beyond_launch_day() -> None:
    axis, text = Axis(DAY, 100, 140.0, 347.0), "14 Jul – 23 Aug"
    place, words = note_beside(text, 420.0, 50.0, axis, new_setter(), 370.0) or (0.0, Line([], [], 0.0))
    assert "".join(piece.text for piece in words.pieces) == text
    assert place + words.width < 370


def weeks_of(made: Plan, catalog: Catalog, rules: RuleBook) -> WeekChart:
    (chart,) = [each for each in parts(outline(made, catalog, rules, DAY)) if isinstance(each, WeekChart)]
    return chart


def test_hours_are_added_up_week_by_week_and_held_against_the_brief(
    catalog: Catalog, rules: RuleBook
) -> None:
    early = Phase(id="1", name="Early", starts=-14, ends=-1, channels=(channel("tiktok", id="a", hours=7.0),))
    late = Phase(id="2", name="Late", starts=-4, ends=13, channels=(channel("tiktok", id="b", hours=14.0),))
    made = plan(phases=(early, late), launch=date(2027, 5, 5), hours_a_week=14.0)
    chart = weeks_of(made, catalog, rules)
    assert [week.first for week in chart.weeks] == [date(2027, 4, 21) + timedelta(weeks=n) for n in range(4)]
    assert [week.hours for week in chart.weeks] == [7, 7 + 14 * 4 / 7, 14, 14]
    assert chart.message == (
        "At most 15 hours a week, in the week of 28 April 2027; "
        "1 week asks for more than the 14 that the brief allows."
    )
    assert weeks_text(chart).endswith(
        "21 April 2027, 1 week: 7 h; 28 April 2027, 1 week: 15 h; 5 May 2027, 2 weeks: 14 h."
    )
    calm = weeks_of(replace(made, hours_a_week=15.0), catalog, rules)
    assert calm.message.endswith("no week asks for more than the 15 that the brief allows.")
    open_end = weeks_of(replace(made, hours_a_week=None), catalog, rules)
    assert open_end.message.endswith("the brief does not say how many there are.")


def test_money_by_phase_says_what_is_spent(catalog: Catalog, rules: RuleBook) -> None:
    paid = channel("tiktok", budget=Money(Decimal(90), "USD"), spent=Money(Decimal(30), "USD"))
    made = plan(phases=(Phase(id="1", name="Early", channels=(paid,)),))
    charts = [each for each in parts(outline(made, catalog, rules, DAY)) if isinstance(each, BarChart)]
    (bar,) = charts[0].bars
    assert (bar.value, bar.part, bar.text) == (90, 30, "$90 · $30 spent")
    assert charts[0].message == "Most money goes to Early ($90 · $30 spent)."
    assert charts[0].key == "The full part of a bar is spent."
    assert bars_text(charts[0]).endswith("Early: $90 · $30 spent.")
    assert charts[1].bars[0].mark


def test_days_that_something_is_due_on_stand_on_the_timeline(catalog: Catalog, rules: RuleBook) -> None:
    work = (Activity(id="1", due=-3), Activity(id="2", due=-3), Activity(id="3"))
    phase = Phase(id="1", name="Early", starts=-9, ends=0, channels=(channel("tiktok", activities=work),))
    made = plan(phases=(phase,), launch=date(2027, 5, 5))
    section = next(s for s in outline(made, catalog, rules, DAY).sections if s.title == "Timeline")
    (chart,) = [block for block in section.blocks if isinstance(block, TimelineChart)]
    assert [bar.days for bar in chart.bars] == [(), (date(2027, 5, 2),)]


def luminance(ink: tuple[float, float, float]) -> float:
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in ink]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: tuple[float, float, float], other: tuple[float, float, float]) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_all_colours_can_be_told_from_paper_in_grey(catalog: Catalog) -> None:
    white = (1.0, 1.0, 1.0)
    for platform in catalog.platforms.values():
        ink = on_white(platform.colour)
        assert contrast(ink, white) >= 4.5, platform.id
        assert contrast(ink, pale(ink)) >= 1.5, platform.id
    assert all(contrast(tone, white) >= 4.5 for tone in TONES.values())
    assert on_white("#12393a") == colour("#12393a")


@pytest.mark.parametrize(
    "role",
    [
        "The tide turned before the ledger was dry, and nobody would say who had moved the buoy.",
        "账本未干，潮水已退，码头上没有人肯说是谁移动了浮标；商人付了钱。",
    ],
)
def test_sentences_without_room_stand_below_the_other_cells_and_are_heard_after_them(
    setter: Typesetter, role: str
) -> None:
    cells = ("Newsletter", role, "supporting", "subscribers", "12.5 h", "$123,456,789.50")
    table = Table(CHANNELS, (row(*cells),))
    for width, kinds in ((WIDTH, [Text] * 6), (370.0, [Stack])):
        made = made_table(table, replace(setter, width=width))
        assert isinstance(made, Rows)
        for box in (*made.head, *made.rows):
            assert isinstance(box, Side)
            assert [type(each) for _, each in box.boxes] == kinds
    heard = tree(read(write_pdf(document(table), text_size="large")))
    assert [each.text for each in heard.all("TH")][:2] == ["Channel", "Stance"]
    assert [each.text for each in heard.all("TD")] == [*cells[2:], role]


@pytest.mark.parametrize(("times", "kind"), [(1, Text), (4, Stack)])
def test_sentences_stand_below_the_other_cells_where_rows_get_much_shorter(
    times: int, kind: type, setter: Typesetter
) -> None:
    role = "The tide turned before the ledger was dry, and nobody would say who had moved the buoy. " * times
    made = made_table(
        Table(CHANNELS, (row("Newsletter", role, "supporting", "subscribers", "12.5 h", "$123,456,789.50"),)),
        setter,
    )
    assert isinstance(made, Rows)
    assert all(isinstance(box, Side) and isinstance(box.boxes[0][1], kind) for box in made.rows)


def test_the_sample_says_every_platforms_name_beside_its_mark(catalog: Catalog, rules: RuleBook) -> None:
    made = new_plan(SAMPLE)
    document = outline(made, catalog, rules, DAY)
    tables = [each for each in parts(document) if isinstance(each, Table)]
    marked = [cell for table in tables for each in table.rows for cell in each.cells if cell.mark]
    assert marked
    names = {platform.full_name for platform in catalog.platforms.values()}
    assert all(cell.runs[0].text in names for cell in marked)


def test_phases_alone_may_part_anywhere_and_one_with_channels_stays_with_the_first(
    setter: Typesetter,
) -> None:
    bars = [TimeBar(f"{number}", DAY, DAY, strong=number in {0, 1, 4}) for number in range(6)]
    made = timeline(TimelineChart(DAY, DAY, (), tuple(bars)), setter)
    assert isinstance(made, Rows)
    assert [row.keep for row in made.rows[:6]] == [False, True, False, False, True, False]
    assert [row.height - made.rows[0].height for row in made.rows[:6]] == [0, 0, 0, 0, 6, 0]


@pytest.mark.parametrize(
    ("label", "shown"),
    [
        ("TikTok · Launch", ["TikTok · Launch"]),
        (
            "Bookshops and libraries of all towns at the sea · Foundation",
            ["Bookshops and…", "· Foundation"],
        ),
        (
            "TikTok · A phase whose name says more than a name should",
            ["TikTok", "· A phase whose name says…"],
        ),
        ("Phase 3, whose name says more than a name should", ["Phase 3, whose name says more…"]),
    ],
)
def test_what_stands_beside_a_name_is_not_lost_with_it(
    label: str, shown: list[str], setter: Typesetter
) -> None:
    parts = label_parts(Bar(label, 1.0, "1"), 140.0, setter)
    assert ["".join(piece.text for piece in line.pieces) for _, line in parts] == shown
    assert parts[-1][0] + parts[-1][1].width <= 140


@pytest.mark.parametrize(
    "phase", ["Foundation", "التحضير", "Pre-launch", "预售阶段", "Sustain", "A", "of it"]
)
@pytest.mark.parametrize("name", ["Bookshops and libraries", "Own website", "X"])
def test_the_longest_label_of_a_chart_is_whole(name: str, phase: str) -> None:
    chart = BarChart((Bar(f"{name} · {phase}", 1.0, "1", mark=Mark("B", "#334455")),))
    assert "…" not in text_of(chart)
