"""Charts: their words keep off launch day and stay true; sentences without room stand below their row."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest

from planner.core.catalog import Catalog
from planner.core.money import Money
from planner.core.plan import Activity, Phase, Plan
from planner.core.rules import RuleBook
from planner.core.vocabulary import State
from planner.export.blocks import Bar, BarChart, Mark, Table, Tick, TimeBar, TimelineChart, WeekChart
from planner.export.chart_text import bars_text, timeline_rows, timeline_text, weeks_text
from planner.export.html.writer import write_html
from planner.export.outline import outline
from planner.export.outline.ads import COLUMNS as ADS
from planner.export.outline.channels import COLUMNS as CHANNELS
from planner.export.outline.context import row
from planner.export.pdf.bars import label_parts
from planner.export.pdf.boxes import SPARED, Elastic, Side, Stack, Text
from planner.export.pdf.rows import Rows
from planner.export.pdf.style import CHART_QUIET, CHART_ROW, TEXT_SIZES, TONES, colour, on_white, pale
from planner.export.pdf.tables import table as made_table
from planner.export.pdf.timeline import labels_width, timeline
from planner.export.pdf.typeset import Typesetter
from planner.export.pdf.weeks import weeks
from planner.export.pdf.writer import lay_out, write_pdf
from planner.storage.templates import SAMPLE, new_plan
from tests.core.build import channel, plan
from tests.export.parts import parts
from tests.export.pdf.conftest import document, read, text_of
from tests.export.pdf.setting import WIDTH, new_setter
from tests.export.pdf.tree import tree

DAY = date(2027, 1, 5)


@pytest.fixture(scope="module")
def setter() -> Typesetter:
    return new_setter()


def test_words_without_room_beside_a_bar_stand_below_it(setter: Typesetter) -> None:
    end = DAY + timedelta(days=200)
    whole = TimeBar("All year", DAY, end, "5 Jan – 24 Jul", strong=True)
    long = TimeBar("Letters", DAY, end, "One every second week " * 20)
    quiet, short = TimeBar("Quiet", DAY, end), TimeBar("Short", DAY, DAY, "Once")
    chart = TimelineChart(DAY, end, (), (whole, long, quiet, short), Tick(end - timedelta(days=9), "Launch"))
    made, _ = timeline(chart, setter)
    assert isinstance(made, Rows)
    heights = [row.height for row in made.rows[:4]]
    assert heights == [CHART_ROW + CHART_QUIET.leading] * 2 + [CHART_ROW] * 2
    text = text_of(chart)
    assert "5 Jan – 24 Jul" in text
    assert "Once" in text
    assert text.count("One every second week") > 2


def test_words_that_would_be_cut_beside_a_bar_stand_whole_below_it_and_are_not_listed_again() -> None:
    end, launch = DAY + timedelta(days=300), DAY + timedelta(days=100)
    often = "Every Tuesday at noon, with a picture of the harbour"
    middle = TimeBar("Letters", launch - timedelta(days=60), launch + timedelta(days=60), often)
    chart = TimelineChart(DAY, end, (), (middle,), Tick(launch, "Launch"), in_full=True)
    text = text_of(chart)
    assert text.count(often) == 1
    assert "…" not in text
    assert "no room" not in text
    assert "…" in text_of(replace(chart, bars=(replace(middle, note=often * 9),)))


def test_the_labels_of_a_timeline_have_as_much_room_as_they_need_if_that_is_little_more() -> None:
    def axis(label: str) -> float:
        bars = (TimeBar("Phase", DAY, DAY, strong=True), TimeBar(label, DAY, DAY, mark=Mark("B", "#334455")))
        return labels_width(bars, new_setter())

    usual = axis("Newsletter")
    assert usual == axis("A name that is far too long for any column of labels beside a chart")
    assert usual < axis("Bookshops, libraries and cafes") < 1.2 * usual


def test_so_many_days_on_which_something_is_due_are_told_and_how_many_more_there_are() -> None:
    days = tuple(DAY + timedelta(days=number) for number in range(15))
    ((_, _, _, note),) = timeline_rows(
        TimelineChart(DAY, days[-1], (), (TimeBar("TikTok", DAY, days[-1], days=days),))
    )
    assert note.endswith(" and 3 more")


def test_a_chart_of_weeks_has_the_same_shape_at_every_size_of_text_and_may_be_a_third_lower(
    catalog: Catalog, rules: RuleBook, setter: Typesetter
) -> None:
    chart = weeks_of(new_plan(SAMPLE), catalog, rules)
    for width in (WIDTH, 380.0):
        made = weeks(chart, replace(setter, width=width))
        assert isinstance(made, Elastic)
        assert made.height == pytest.approx(width / 3)
        made.lower(made.height / 3)
        assert made.height == pytest.approx(width * 2 / 9)


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


def test_words_without_room_in_a_chart_stand_below_it_in_full(catalog: Catalog, rules: RuleBook) -> None:
    name = "A phase with a name that nobody could say in one breath, and that goes on"
    often = (
        "Two posts and three stories a week, and one more where there is something to tell of it, " * 2 + "x"
    )
    channels = (channel("tiktok", id="a", cadence=often), channel("bluesky", id="b", cadence="Daily"))
    phase = Phase(id="1", name=name, starts=-90, ends=0, channels=channels)
    made = plan(phases=(phase,), launch=date(2027, 5, 5))
    (chart,) = timelines(made, catalog, rules)
    text = " ".join(text_of(chart).split())
    assert often in text
    assert name in text
    assert text.count("Daily") == 1
    short = replace(chart, bars=chart.bars[2:])
    assert "no room" not in text_of(short)
    assert often not in " ".join(text_of(replace(chart, in_full=False)).split())


def test_no_phase_without_room_in_a_chart_stands_apart_from_its_channels_below_it() -> None:
    long = "A name that nobody could say in one breath, and that goes on, and on. " * 2
    bars = [TimeBar(long, DAY, DAY, strong=strong) for strong in (True, False, False) * 9]
    chart = TimelineChart(DAY, DAY + timedelta(days=9), (), tuple(bars), in_full=True)
    boxes = [box for page in lay_out(document(chart)) for box, _ in page.boxes if isinstance(box, Side)]
    assert [box.keep for box in boxes[3:-3]] == [True, False, False] * 7


def test_the_days_of_a_phase_without_room_in_a_chart_stand_below_it() -> None:
    days = "31 December 2026 – 24 January 2027, " * 6 + "and on"
    whole, cut = (TimeBar(name, DAY, DAY, note=days, strong=True) for name in ("Early", "Late"))
    chart = TimelineChart(DAY, DAY + timedelta(days=9), (), (replace(whole, note="1 May"), cut), in_full=True)
    text = " ".join(text_of(chart).split())
    assert f"Late: {days}" in text
    assert "Early: " not in text


def timelines(made: Plan, catalog: Catalog, rules: RuleBook) -> list[TimelineChart]:
    """The charts of the section about days."""
    section = next(s for s in outline(made, catalog, rules, DAY).sections if s.title == "Timeline")
    return [block for block in section.blocks if isinstance(block, TimelineChart)]


def test_days_that_something_is_due_on_stand_on_the_timeline(catalog: Catalog, rules: RuleBook) -> None:
    work = (Activity(id="1", due=-3), Activity(id="2", due=-3), Activity(id="3"))
    phase = Phase(id="1", name="Early", starts=-9, ends=0, channels=(channel("tiktok", activities=work),))
    made = plan(phases=(phase,), launch=date(2027, 5, 5))
    (chart,) = timelines(made, catalog, rules)
    assert [bar.days for bar in chart.bars] == [(), (date(2027, 5, 2),)]


def test_what_is_due_outside_its_phase_is_on_the_timeline_and_what_was_dropped_is_not(
    catalog: Catalog, rules: RuleBook
) -> None:
    dropped = Activity(id="3", due=-60, state=State.DROPPED)
    work = (Activity(id="1", due=-40), Activity(id="2", due=44), dropped)
    phase = Phase(id="1", name="Early", starts=-9, ends=0, channels=(channel("tiktok", activities=work),))
    (chart,) = timelines(plan(phases=(phase,), launch=date(2027, 5, 5)), catalog, rules)
    assert (chart.start, chart.end) == (date(2027, 3, 26), date(2027, 6, 18))
    assert chart.bars[1].days == (chart.start, chart.end)
    assert "due 26 Mar and 18 Jun" in write_html(document(chart)).decode()


@pytest.mark.parametrize(
    ("launch", "ends", "told"),
    [
        (date(2027, 5, 5), None, "open"),
        (date(2027, 5, 5), 28, "2 June 2027"),
        (None, None, "open"),
        (None, 28, "T+28"),
        (date(2027, 5, 5), -75, "19 February 2027"),
    ],
)
def test_no_day_is_told_of_an_end_that_nobody_planned(
    launch: date | None, ends: int | None, told: str, catalog: Catalog, rules: RuleBook
) -> None:
    phase = Phase(id="1", name="On", starts=date(2027, 5, 5), ends=ends, channels=(channel("tiktok"),))
    made = plan(phases=(phase,), launch=launch)
    (chart,) = timelines(made, catalog, rules)
    assert [row[2] for row in timeline_rows(chart) if row[0] != "Launch day"] == [told, told]
    assert f"On: 5 May 2027 – {told};" in timeline_text(chart)
    page = write_html(document(chart)).decode()
    assert page.count("2 June 2027") == (2 if told == "2 June 2027" else 0)


def test_the_words_of_a_chart_say_years_where_a_stretch_has_several(
    catalog: Catalog, rules: RuleBook
) -> None:
    work = tuple(
        Activity(id=f"{number}", due=date(2028 + number, 2, 28) + timedelta(days=number)) for number in (0, 1)
    )
    long = Phase(id="1", name="Long", starts=-9, ends=900, channels=(channel("tiktok", activities=work),))
    few = (channel("tiktok", id="c", activities=work[:1]),)
    short = replace(long, id="2", starts=date(2028, 2, 1), ends=date(2028, 3, 1), channels=few)
    made = plan(phases=(long, short), launch=date(2027, 5, 5))
    (chart,) = timelines(made, catalog, rules)
    first, last = (row[3] for row in timeline_rows(chart) if row[3])
    assert (first, last) == ("due 28 Feb 2028 and 1 Mar 2029", "due 28 Feb")


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


@pytest.mark.parametrize(("amount", "kind"), [("$450", Text), ("1,505,364.40\u00a0TRY", Stack)])
def test_no_amount_is_cut_while_a_column_of_words_may_stand_below_the_other_cells(
    amount: str, kind: type, setter: Typesetter
) -> None:
    cells = ("Newsletter", "11 Nov 2026", "subscribers", "Smart link, Traffic and Native analytics")
    made = made_table(Table(ADS, (row(*cells, amount, amount),)), replace(setter, width=340.0))
    assert isinstance(made, Rows)
    (side,) = made.rows
    assert isinstance(side, Side)
    assert isinstance(side.boxes[0][1], kind)
    heard = tree(read(write_pdf(document(Table(ADS, (row(*cells, amount, amount),))), text_size="large")))
    assert sorted(each.text for each in heard.all("TD")) == sorted([*cells[1:], amount, amount])


@pytest.mark.parametrize("letters", ["wharf and quay ", "港口和码头"])
def test_a_row_whose_cells_above_its_sentences_are_as_tall_as_a_page_begins_on_any(
    letters: str, setter: Typesetter
) -> None:
    cells = (letters * 60, letters * 900, letters * 150, "subscribers", "12.5 h", "$123,456,789.50")
    made = made_table(Table(CHANNELS, (row(*cells),)), replace(setter, width=370.0))
    assert isinstance(made, Rows)
    (tall,) = made.rows
    assert isinstance(tall, Side)
    assert isinstance(tall.boxes[0][1], Stack)
    assert tall.least <= SPARED
    made.let_go(paired=False)
    assert tall.least <= SPARED
    assert tall.split(SPARED)


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
    made, _ = timeline(TimelineChart(DAY, DAY, (), tuple(bars)), setter)
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


@pytest.mark.parametrize("size", TEXT_SIZES)
def test_no_amount_of_a_chart_is_cut(size: str) -> None:
    amount = "$123,456,789,012.50 · $98,765,432,101.50 spent"
    chart = BarChart((Bar("Foundation", 3.0, amount, part=1.0), Bar("Launch", 1.0, "$1")))
    (page,) = read(write_pdf(document(chart), text_size=size)).pages
    assert amount in page.extract_text()


def test_no_month_is_left_out_whose_name_ends_before_the_next() -> None:
    start, end = date(2026, 10, 17), date(2027, 10, 22)
    ticks = (Tick(date(2027, 1, 1), "2027"), Tick(date(2027, 2, 1), "Feb"), Tick(date(2027, 3, 1), "Mar"))
    chart = TimelineChart(start, end, ticks, (TimeBar("Phase", start, end, strong=True),))
    (page,) = read(write_pdf(document(chart), text_size="large")).pages
    assert "Feb" in page.extract_text()
