"""A day can be picked from a calendar: by mouse or keys, as one edit, in the words of the field."""

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import QLocale, QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTableView, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from planner.core.catalog import Catalog
from planner.core.days import When
from planner.core.plan import Activity
from planner.gui.dialogs.new_plan import NewPlanDialog
from planner.gui.filing import Template
from planner.gui.inspector.panel import Inspector
from planner.gui.parts.choices import chooser
from planner.gui.parts.day_calendar import DayCalendar
from planner.gui.parts.day_text import DayText
from planner.gui.parts.field import Field, FieldBox
from planner.gui.parts.targets import RecordTarget
from planner.gui.parts.values import Kind
from planner.gui.session import Session
from planner.gui.theme import Scheme, Theme
from planner.gui.window import Window
from tests.gui.conftest import lanes
from tests.gui.samples import LAUNCH, full_plan, full_session

DUE, ENDS = Field("due", "Due", Kind.WHEN), Field("ends", "Last day", Kind.WHEN)
COUNTED, DATED = "first", "second"  # activities, due at T-28 and on 1 May 2027
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def session(qtbot: QtBot, catalog: Catalog) -> Session:
    return full_session(catalog)


@pytest.fixture(params=[Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def direction(qapp: QApplication, request: pytest.FixtureRequest) -> Iterator[None]:
    qapp.setLayoutDirection(request.param)
    yield
    qapp.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)


@pytest.fixture
def locale() -> Iterator[None]:
    before = QLocale()
    yield
    QLocale.setDefault(before)


def make(qtbot: QtBot, session: Session, field: Field, record: str) -> DayText:
    box = FieldBox(session, field, chooser(session))
    qtbot.addWidget(box)
    box.bind(RecordTarget(record), "TikTok")
    session.plan_changed.connect(box.refresh)
    box.show()
    assert isinstance(box.editor, DayText)
    return box.editor


def opened(text: DayText) -> DayCalendar:
    """The calendar, opened by its key."""
    QTest.keyClick(text, Qt.Key.Key_Down, ALT)
    return calendar()


def calendar() -> DayCalendar:
    found = QApplication.activePopupWidget()
    assert isinstance(found, DayCalendar)
    return found


def press(*keys: Qt.Key) -> None:
    """Press keys where they go while the calendar is open."""
    for key in keys:
        QTest.keyClick(calendar().focusWidget(), key)


def due(session: Session, record: str) -> When | None:
    return session.document.tree.get(record, Activity).due


@pytest.mark.parametrize(
    ("record", "begins", "value", "says"),
    [(COUNTED, date(2027, 4, 6), -27, "T-27"), (DATED, date(2027, 5, 1), date(2027, 5, 2), "2027-05-02")],
)
def test_a_day_picked_by_keys_is_one_edit_in_the_words_of_the_field(
    qtbot: QtBot, session: Session, record: str, begins: date, value: When, says: str
) -> None:
    text = make(qtbot, session, DUE, record)
    assert opened(text).selectedDate().toPython() == begins
    press(Qt.Key.Key_Right, Qt.Key.Key_Return)
    assert not QApplication.activePopupWidget()
    assert (due(session, record), text.text()) == (value, says)
    assert session.stack.count() == 1
    assert session.stack.undoText() == "Change due of TikTok"


def test_what_was_typed_before_and_after_is_undone_by_itself(qtbot: QtBot, session: Session) -> None:
    text = make(qtbot, session, DUE, COUNTED)
    text.selectAll()
    QTest.keyClicks(text, "T-9")
    opened(text)
    press(Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert due(session, COUNTED) == -2
    QTest.keyClick(text, Qt.Key.Key_Backspace)
    QTest.keyClicks(text, "3")
    assert due(session, COUNTED) == -3
    assert session.stack.count() == 3
    session.stack.undo()
    session.stack.undo()
    assert (due(session, COUNTED), text.text()) == (-9, "T-9")


def test_escape_and_a_second_look_leave_all_as_it_is(qtbot: QtBot, session: Session) -> None:
    text = make(qtbot, session, DUE, COUNTED)
    opened(text)
    press(Qt.Key.Key_Right, Qt.Key.Key_Escape)
    assert not QApplication.activePopupWidget()
    opened(text)
    press(Qt.Key.Key_Return)
    assert (text.text(), session.stack.count()) == ("T-28", 0)


def test_a_day_that_cannot_be_read_gives_way_to_the_picked_one(qtbot: QtBot, session: Session) -> None:
    text = make(qtbot, session, DUE, DATED)
    text.selectAll()
    QTest.keyClicks(text, "soon")
    QTest.keyClick(text, Qt.Key.Key_Return)
    assert text.property("wrong")
    opened(text)
    press(Qt.Key.Key_Return)
    assert (text.text(), text.property("wrong")) == ("2027-05-01", False)


def test_month_and_year_are_reached_by_tab_and_lead_back_to_the_days(
    qtbot: QtBot, session: Session, direction: None
) -> None:
    shown = opened(make(qtbot, session, DUE, DATED))
    stops = []
    for _ in range(3):
        press(Qt.Key.Key_Tab)
        stops.append(shown.focusWidget().objectName().removeprefix("qt_calendar_"))
    assert stops == ["monthbutton", "yearbutton", "calendarview"]
    press(Qt.Key.Key_Tab, Qt.Key.Key_Tab, Qt.Key.Key_Space, Qt.Key.Key_Up, Qt.Key.Key_Return)
    press(Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert due(session, DATED) == date(2028, 5, 8)


def test_it_opens_and_picks_by_mouse(qtbot: QtBot, session: Session) -> None:
    text = make(qtbot, session, DUE, DATED)
    [button] = text.findChildren(QToolButton)
    assert (button.text(), button.focusPolicy()) == ("Pick a day", Qt.FocusPolicy.NoFocus)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    days = calendar().findChild(QTableView)
    assert isinstance(days, QTableView)
    days_below = days.visualRect(days.currentIndex()).center() + QPoint(0, days.rowHeight(1))
    QTest.mouseClick(days.viewport(), Qt.MouseButton.LeftButton, pos=days_below)
    assert not QApplication.activePopupWidget()
    assert due(session, DATED) == date(2027, 5, 8)


def test_an_empty_day_of_the_plan_begins_at_launch_and_a_date_today(qtbot: QtBot, session: Session) -> None:
    text = make(qtbot, session, ENDS, COUNTED)
    assert opened(text).selectedDate().toPython() == LAUNCH
    press(Qt.Key.Key_Return)
    assert text.text() == LAUNCH.isoformat()
    dated = make(qtbot, session, Field("ends", "Last day", Kind.DATE), DATED)
    assert opened(dated).selectedDate().toPython() == session.today
    press(Qt.Key.Key_Escape)


def test_days_counted_from_a_launch_that_is_open_become_dates(qtbot: QtBot, session: Session) -> None:
    text = make(qtbot, session, Field("launch", "Launch day", Kind.DATE), "plan")
    text.clear()
    text.textEdited.emit("")
    counted = make(qtbot, session, DUE, COUNTED)
    assert opened(counted).selectedDate().toPython() == session.today
    press(Qt.Key.Key_Return)
    assert due(session, COUNTED) == session.today


@pytest.mark.usefixtures("locale")
@pytest.mark.parametrize(
    ("language", "country", "first"),
    [
        (QLocale.Language.German, QLocale.Country.Germany, Qt.DayOfWeek.Monday),
        (QLocale.Language.English, QLocale.Country.UnitedStates, Qt.DayOfWeek.Sunday),
        (QLocale.Language.Arabic, QLocale.Country.Egypt, Qt.DayOfWeek.Saturday),
    ],
)
def test_the_week_begins_as_the_country_has_it_and_the_names_are_the_program_s(
    qtbot: QtBot, language: QLocale.Language, country: QLocale.Country, first: Qt.DayOfWeek
) -> None:
    QLocale.setDefault(QLocale(language, country))
    over = QWidget()
    qtbot.addWidget(over)
    shown = DayCalendar(over, LAUNCH)
    assert shown.firstDayOfWeek() is first
    month = shown.findChild(QToolButton, "qt_calendar_monthbutton")
    assert isinstance(month, QToolButton)
    assert month.text() == "May"


def test_who_hears_the_calendar_is_told_what_it_is(qtbot: QtBot, session: Session) -> None:
    text = make(qtbot, session, DUE, DATED)
    assert "Alt+Down" in text.accessibleDescription()
    shown = opened(text)
    assert shown.accessibleName() == "Calendar"
    buttons = [each for each in shown.findChildren(QToolButton) if each.isVisible()]
    names = [each.accessibleName() or each.text() for each in buttons]
    assert sorted(names) == ["2027", "May", "Month before", "Next month"]
    shown.close()


@pytest.mark.usefixtures("direction", "theme")
@pytest.mark.parametrize("low", [False, True])
def test_it_stands_at_the_text_and_on_the_screen(qtbot: QtBot, low: bool) -> None:
    text = DayText(lambda: LAUNCH)
    qtbot.addWidget(text)
    room = text.screen().availableGeometry()
    text.setGeometry(room.center().x(), room.bottom() - 60 if low else room.top() + 60, 260, 28)
    text.show()
    place = opened(text).geometry()
    at = QRect(text.mapToGlobal(QPoint()), text.size())
    assert room.contains(place)
    assert not place.intersects(at)
    assert (place.bottom() < at.top()) is low
    assert abs(place.right() - at.right() if text.isRightToLeft() else place.left() - at.left()) < 2
    days = calendar().findChild(QTableView)
    assert isinstance(days, QTableView)
    assert days.horizontalHeader().length() == days.viewport().width()
    calendar().close()


def test_the_button_follows_the_theme(qtbot: QtBot, theme: Theme) -> None:
    text = DayText(lambda: LAUNCH)
    qtbot.addWidget(text)
    text.show()

    def darkest() -> int:
        picture = text.actions()[0].icon().pixmap(16).toImage()
        points = [picture.pixelColor(x, y) for x in range(16) for y in range(16)]
        return min(point.lightness() for point in points if point.alpha() > 200)

    light = darkest()
    theme.choose(Scheme.DARK)
    QApplication.processEvents()
    assert light < 120 < darkest()
    theme.choose(Scheme.LIGHT)


def test_in_the_window_its_key_opens_it_and_moves_no_channel(
    qtbot: QtBot, window: Window, session: Session
) -> None:
    session.select(["open"])
    with qtbot.waitActive(window):
        window.activateWindow()
    session.reveal.emit("open", "overview")
    before = lanes(session)
    text = DayText(lambda: LAUNCH)
    inspector = window.findChild(Inspector)
    assert inspector
    text.setParent(inspector)
    text.show()
    text.setFocus()
    opened(text)
    press(Qt.Key.Key_Escape)
    assert text.hasFocus()
    assert lanes(session) == before


def test_a_new_plan_s_launch_can_be_picked(qtbot: QtBot, theme: Theme) -> None:
    dialog = NewPlanDialog(theme, (Template("Standard", full_plan),))
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.launch.setText("someday")
    assert opened(dialog.launch).selectedDate().toPython() == date.today()
    press(Qt.Key.Key_Escape)
    dialog.launch.setText("4 May 2027")
    opened(dialog.launch)
    press(Qt.Key.Key_Left, Qt.Key.Key_Return)
    assert dialog.launch.text() == "2027-05-03"
    assert dialog.isVisible()
