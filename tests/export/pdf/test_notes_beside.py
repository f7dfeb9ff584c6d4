"""Where the notes beside the bars of a timeline stand."""

from dataclasses import replace

from hypothesis import example, given
from hypothesis import strategies as st

from planner.export.pdf.notes_beside import Noted, Plot, notes_beside
from planner.export.pdf.style import CHART_NEAR
from tests.export.pdf.setting import new_setter, told

LAUNCHED = 370.0


PLOT = Plot(140.0, 487.0, LAUNCHED)


@st.composite
def noted(draw: st.DrawFn) -> Noted:
    start = draw(st.floats(PLOT.left, PLOT.right - 3))
    return Noted(draw(st.text(max_size=60)), start, draw(st.floats(start + 3, PLOT.right)))


@given(st.lists(noted(), min_size=1, max_size=4), st.none() | st.floats(PLOT.left, PLOT.right))
@example([Noted(" ", 140.0, 143.0), Noted("0000", 203.0, 464.0)], 203.0)
@example([Noted("00", 152.0, 476.0)], 141.0)
def test_no_note_lies_on_its_bar_or_leaves_the_chart_and_a_cut_one_keeps_off_launch_day(
    bars: list[Noted], launch: float | None
) -> None:
    made = notes_beside(bars, replace(PLOT, launch=launch), new_setter())
    assert len(made) == len(bars)
    for bar, note in zip(bars, made, strict=True):
        if note:
            start, end = note[0], note[0] + note[1].width
            assert PLOT.left - 0.01 <= start <= end <= PLOT.right + 0.01
            assert end < bar.first or start > bar.last
            if told(note).endswith("…") and launch is not None:
                assert bar.text.endswith("…") or not start < launch < end


def test_the_notes_of_a_phase_stand_on_one_side_of_its_bars() -> None:
    bars = [Noted("Weekly", 250.0, 360.0), Noted("Two posts and three stories a week", 250.0, 360.0)]
    short, long = notes_beside(bars, replace(PLOT, right=520.0), new_setter())
    assert short
    assert long
    assert (told(short), told(long)) == ("Weekly", "Two posts and three stories a week")
    assert short[0] == long[0] == 375.0


def test_a_note_without_room_on_the_side_of_its_phase_stands_on_the_other_if_it_is_whole_there() -> None:
    channel = Noted("A word " * 40, 200.0, 350.0)
    for text, place in (("15 Jan – 24 Feb", 245.0), ("15 January " * 9, None)):
        short, long = notes_beside([Noted(text, 200.0, 240.0), channel], PLOT, new_setter())
        assert long
        assert long[0] == LAUNCHED + CHART_NEAR
        assert (short and short[0]) == place


def test_a_note_crosses_launch_day_where_it_would_be_cut_elsewhere() -> None:
    text = "One letter every second week"
    (note,) = notes_beside([Noted(text, 140.0, 300.0)], PLOT, new_setter())
    assert told(note) == text
    assert note
    assert note[0] == 305.0
    assert note[0] + note[1].width > 370.0
    (short,) = notes_beside([Noted("Weekly", 140.0, 300.0)], PLOT, new_setter())
    assert short
    assert short[0] + short[1].width < 370.0


def test_a_note_too_long_for_any_place_is_cut_and_leaves_the_others_whole() -> None:
    bars = [Noted("A word " * 40, 140.0, 300.0), Noted("One letter every second week", 140.0, 300.0)]
    cut, whole = notes_beside(bars, PLOT, new_setter())
    assert told(cut) == "A word A word…"
    assert told(whole) == "One letter every second week"


def test_a_note_without_room_beside_its_bar_stands_whole_beyond_launch_day() -> None:
    (note,) = notes_beside([Noted("14 Jul – 23 Aug", 420.0, 470.0)], PLOT, new_setter())
    assert note
    assert told(note) == "14 Jul – 23 Aug"
    assert note[0] + note[1].width < 370


def test_a_note_that_would_be_cut_on_the_side_of_its_phase_is_whole_on_the_other() -> None:
    text = "14 Jul – 23 August 2027"
    channel = Noted("A word " * 40, 220.0, 350.0)
    dates, _ = notes_beside([Noted(text, 220.0, 240.0), channel], replace(PLOT, right=470.0), new_setter())
    assert told(dates) == text


def test_notes_of_bars_that_end_a_little_apart_begin_under_each_other() -> None:
    bars = [Noted("Daily", 150.0, 200.0), Noted("Weekly", 150.0, 204.0), Noted("Once", 150.0, 230.0)]
    near, also, far = (note and note[0] for note in notes_beside(bars, PLOT, new_setter()))
    assert near == also == 204.0 + CHART_NEAR
    assert far == 230.0 + CHART_NEAR
