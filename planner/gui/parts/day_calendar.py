"""A calendar that stands at a text until a day of it is picked."""

from datetime import date
from itertools import pairwise

from PySide6.QtCore import QDate, QLocale, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QSpinBox, QTableView, QToolButton, QWidget

from planner.gui.parts.aloud import announce

FRAME = 7
ROOM = QSize(14, 48)  # what Qt finds enough has its rows close together
SPOKEN = "dddd, d MMMM yyyy"
TURNS = {"qt_calendar_prevmonth": ("‹", "Month before"), "qt_calendar_nextmonth": ("›", "Next month")}
NAMED = ("qt_calendar_monthbutton", "qt_calendar_yearbutton")


class DayCalendar(QCalendarWidget):
    """Months to leaf through; ``picked`` brings a date, and Escape or a click elsewhere none."""

    picked = Signal(object)

    def __init__(self, over: QWidget, day: date) -> None:
        """Begin at a day, with the week as the user's country has it and the program's names."""
        super().__init__(over)
        self.setWindowFlags(Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAttribute(Qt.WidgetAttribute.WA_NoMouseReplay)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName("Calendar")
        self.setLocale(QLocale(QLocale.Language.English))
        self.setFirstDayOfWeek(QLocale().firstDayOfWeek())
        self.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self.setHorizontalHeaderFormat(QCalendarWidget.HorizontalHeaderFormat.ShortDayNames)
        layout = self.layout()
        assert layout
        layout.setContentsMargins(FRAME, FRAME, FRAME, FRAME)
        for weekday in Qt.DayOfWeek:
            self.setWeekdayTextFormat(weekday, QTextCharFormat())  # Qt's own weekends are red
        self._name_buttons()
        self._let_tab_through()
        self.setSelectedDate(QDate(day.year, day.month, day.day))
        self.selectionChanged.connect(self._say)
        self.clicked.connect(self._pick)
        self.activated.connect(self._pick)

    def open(self) -> None:
        """Show the calendar below the text, or wherever there is room for it."""
        self.setGeometry(self._place())
        self.show()
        self._days.setFocus()
        self._say()

    def _place(self) -> QRect:
        over = self.parentWidget()
        assert over
        at = QRect(over.mapToGlobal(QPoint()), over.size())
        room = over.screen().availableGeometry()
        self.ensurePolished()
        size = self.sizeHint() + ROOM
        left = at.right() - size.width() if self.isRightToLeft() else at.left()
        below = at.bottom() + 2
        top = below if below + size.height() <= room.bottom() else at.top() - size.height() - 2
        left = max(room.left(), min(left, room.right() - size.width()))
        return QRect(QPoint(left, max(room.top(), top)), size)

    @property
    def _days(self) -> QTableView:
        days = self.findChild(QTableView)
        assert isinstance(days, QTableView)
        return days

    def _button(self, id: str) -> QToolButton:
        button = self.findChild(QToolButton, id)
        assert isinstance(button, QToolButton)
        return button

    def _let_tab_through(self) -> None:
        """Have Tab go from the days to month and year, which Qt leaves to the mouse, and back to the days.

        The other buttons do what Page Up and Page Down do, and Qt never shows that one of them has the focus.
        """
        self._days.setAccessibleName("Days")
        buttons = [self._button(id) for id in NAMED]
        for button in buttons:
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        for stop, after in pairwise([*buttons, self._days]):
            self.setTabOrder(stop, after)
        year = self.findChild(QSpinBox)
        assert isinstance(year, QSpinBox)
        year.editingFinished.connect(self._days.setFocus)

    def _name_buttons(self) -> None:
        for id, (sign, name) in TURNS.items():
            button = self._button(id)
            button.setText(sign)
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
            button.setAccessibleName(name)
            button.setToolTip(name)

    def _say(self) -> None:
        announce(self, self.locale().toString(self.selectedDate(), SPOKEN))

    def _pick(self, day: QDate) -> None:
        if self.isVisible():
            self.close()
            self.picked.emit(date(day.year(), day.month(), day.day()))
