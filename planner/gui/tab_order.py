"""In which order the keys go through the window: part by part, whatever was made when."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractItemView, QAbstractScrollArea, QApplication, QWidget

from planner.gui.parts.scroll import Column

TAB = Qt.FocusPolicy.TabFocus
READ = (QAbstractItemView, QAbstractScrollArea)
"""What the keys enter a view at: its list, else its pages, rather than what is chosen above them."""


def stops_in(part: QWidget) -> list[QWidget]:
    """The widgets in a part at which the Tab key stops in its own order, in a column from the top down."""
    chain = (each for each in _chain(part.window()) if part.isAncestorOf(each))
    shown = (each for each in chain if each.isVisible() and each.isEnabled())
    stops = [each for each in shown if each.focusPolicy() & TAB and each.focusProxy() is None]
    columns = [_column_of(stop) for stop in stops]
    first = {column: place for place, column in reversed([*enumerate(columns)])}
    order = {
        stop: (first[column], *_place(stop, column)) if column else (place,)
        for place, (stop, column) in enumerate(zip(stops, columns, strict=True))
    }
    return sorted(stops, key=order.__getitem__)


def _column_of(stop: QWidget) -> Column | None:
    around = stop.parentWidget()
    while around is not None and not isinstance(around, Column):
        around = around.parentWidget()
    return around


def _place(stop: QWidget, column: Column) -> tuple[int, int]:
    place = stop.mapTo(column.inside, QPoint())
    return place.y(), place.x()


def first_stop(part: QWidget, *kinds: type[QWidget]) -> QWidget | None:
    """Where the keys enter a part: at a stop of the first kind that is there, best where they last were."""
    stops, last = stops_in(part), part.focusWidget()
    for kind in (*kinds, QWidget):
        if found := [each for each in stops if isinstance(each, kind)]:
            return last if last in found else found[0]
    return None


def go_on(parts: Sequence[QWidget], *, forward: bool) -> bool:
    """Put the focus on the next stop of some parts, or on the one before; False where there is none."""
    stops = [stop for part in parts for stop in stops_in(part)]
    focus = QApplication.focusWidget()
    if not stops:
        return False
    here = stops.index(focus) if focus in stops else -1 if forward else 0
    reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
    there = stops[(here + (1 if forward else -1)) % len(stops)]
    there.setFocus(reason)
    if column := _column_of(there):
        column.show_whole(there)
    return True


def _chain(window: QWidget) -> Iterator[QWidget]:
    each = window.nextInFocusChain()
    while each is not None and each is not window:
        yield each
        each = each.nextInFocusChain()
