"""The panel on the left: search, filters, and the list to drag from."""

from collections.abc import Iterable

from PySide6.QtCore import QItemSelectionModel, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLabel,
    QLineEdit,
    QListView,
    QMenu,
    QVBoxLayout,
    QWidget,
)

from planner.core.fit_words import ORDER
from planner.core.plan import Account, Book
from planner.gui import drags
from planner.gui.actions import PLATFORM_MENU, Actions
from planner.gui.chips import ChoiceChip, chip
from planner.gui.commands import Commands
from planner.gui.parts.aloud import announce
from planner.gui.parts.flow import Flow
from planner.gui.platforms.delegate import PlatformDelegate
from planner.gui.platforms.filters import SORTS, Wanted, fits_of, grouped
from planner.gui.platforms.model import PlatformModel
from planner.gui.session import Session
from planner.gui.theme import Theme

BY_FIT = "By fit"
NOTHING = "No platform fits this search. Clear the search or switch a filter off."


class PlatformList(QListView):
    """A list to choose from and drag from; ``taken`` comes with Enter or a double click."""

    taken = Signal(list)

    def __init__(self, model: PlatformModel, theme: Theme) -> None:
        """Show a model."""
        super().__init__()
        self.setObjectName("platform_list")
        self.setAccessibleName("Platforms")
        self._theme = theme
        self._painter = PlatformDelegate(theme)
        self.setItemDelegate(self._painter)
        self.setModel(model)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setDragEnabled(True)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.doubleClicked.connect(self._take)
        theme.changed.connect(self.viewport().update)

    def chosen(self) -> list[str]:
        """The ids of the selected platforms, from the top."""
        rows = sorted(index.row() for index in self.selectedIndexes())
        model = self._model()
        return [platform.id for row in rows if (platform := model.platform(model.index(row)))]

    def choose(self, ids: Iterable[str]) -> None:
        """Select platforms, as far as they are listed."""
        rows = [row for each in ids if (row := self._model().row_of(each)) >= 0]
        for row in rows:
            self.selectionModel().select(self._model().index(row), QItemSelectionModel.SelectionFlag.Select)

    def startDrag(self, _actions: Qt.DropAction) -> None:
        """Drag the selected platforms, under a small label."""
        found = [p for index in self.selectedIndexes() if (p := self._model().platform(index))]
        if found:
            label = found[0].full_name if len(found) == 1 else f"{len(found)} platforms"
            mime = self._model().mimeData(self.selectedIndexes())
            tile = (found[0].mark, found[0].colour)
            drags.start(self, mime, label, tile, self._theme.palette, Qt.DropAction.CopyAction)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the selected platforms with Enter."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._take()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the lines anew."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def _take(self) -> None:
        if chosen := self.chosen():
            self.taken.emit(chosen)

    def _model(self) -> PlatformModel:
        model = self.model()
        assert isinstance(model, PlatformModel)
        return model


class SearchField(QLineEdit):
    """A search that hands the arrow and Enter keys on to the list, and is emptied by Escape."""

    leave = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on to the list, or empty the search."""
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.leave.emit()
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)


class PlatformPanel(QWidget):
    """Lists the platforms that fit the search, the filters and, first of all, the book."""

    def __init__(self, session: Session, theme: Theme, actions: Actions, commands: Commands) -> None:
        """List the session's catalog."""
        super().__init__()
        self.setObjectName("platforms")
        self._session = session
        self._actions = actions
        self._model = PlatformModel(session.catalog)
        self._list = PlatformList(self._model, theme)
        self._search = self._make_search()
        self._fitting = chip("Fits this book", "filter_fitting", self.refresh)
        self._trackable = chip("Trackable", "filter_trackable", self.refresh)
        self._kind = ChoiceChip("Kind", "filter_kind", lambda: session.catalog.kinds, self.refresh)
        self._region = ChoiceChip("Region", "filter_region", lambda: regions_in_use(session), self.refresh)
        self._sort = ChoiceChip("Sort", "platform_sort", lambda: SORTS, self.refresh, none=BY_FIT, tip=ORDER)
        self._nothing = QLabel(NOTHING)
        self._nothing.setObjectName("platforms_empty")
        self._nothing.setWordWrap(True)
        self._lay_out()
        self._list.taken.connect(commands.add_platforms)
        self._list.selectionModel().selectionChanged.connect(self._look_at)
        self._list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._list.customContextMenuRequested.connect(self._show_menu)
        self._late = QTimer(self, singleShot=True, interval=0)
        self._late.timeout.connect(self.refresh)
        session.opened.connect(self.refresh)
        session.plan_changed.connect(self._fits_may_have_changed)
        self._judged = judged(session)
        # Later: a plan is opened right after the first paint, and what is listed now would be listed twice.
        self._late.start()

    def chosen(self) -> list[str]:
        """The ids of the selected platforms."""
        return self._list.chosen()

    def wanted(self) -> Wanted:
        """What the search and the filters ask for."""
        return Wanted(
            text=self._search.text(),
            fitting=self._fitting.isChecked(),
            trackable=self._trackable.isChecked(),
            region=self._region.chosen,
            kind=self._kind.chosen,
            sort=self._sort.chosen,
        )

    def refresh(self) -> None:
        """List what is wanted now, and keep what was selected."""
        self._late.stop()
        self._judged = judged(self._session)
        chosen = self._list.chosen()
        fits = fits_of(self._session.catalog, self._session.plan)
        groups = grouped(self._session.catalog, fits, self.wanted())
        self._model.show(groups, fits)
        self._list.choose(chosen)
        if not groups and self._list.isVisible():
            announce(self._search, NOTHING)
        self._nothing.setVisible(not groups)
        self._list.setVisible(bool(groups))

    def _look_at(self) -> None:
        """Show what the user has just selected here in the inspector."""
        if self._list.hasFocus() and (chosen := self.chosen()):
            self._session.look_at(chosen[0])

    def _fits_may_have_changed(self) -> None:
        if judged(self._session) != self._judged:
            self._late.start()

    def _make_search(self) -> SearchField:
        search = SearchField()
        search.setObjectName("platform_search")
        search.setPlaceholderText(f"Search {len(self._session.catalog.platforms)} platforms")
        search.setAccessibleName("Search platforms")
        search.setClearButtonEnabled(True)
        search.textChanged.connect(self.refresh)
        search.leave.connect(self._go_to_list)
        return search

    def _lay_out(self) -> None:
        above = QVBoxLayout()
        above.setContentsMargins(6, 0, 8, 0)
        above.setSpacing(6)
        above.addWidget(self._search)
        above.addSpacing(2)
        chips = Flow(gap=5)
        chips.add(self._fitting, self._trackable, self._region, self._kind, self._sort)
        above.addLayout(chips)
        column = QVBoxLayout(self)
        column.setContentsMargins(6, 12, 4, 4)
        column.setSpacing(8)
        column.addLayout(above)
        column.addWidget(self._list, 1)
        column.addWidget(self._nothing, 1, Qt.AlignmentFlag.AlignTop)

    def _go_to_list(self) -> None:
        first = self._model.index(1)  # below the first heading
        if first.isValid():
            self._list.setCurrentIndex(first)
            self._list.setFocus(Qt.FocusReason.TabFocusReason)

    def _show_menu(self, where: QPoint) -> None:
        if self.chosen():
            menu = self._actions.fill(QMenu(self), PLATFORM_MENU)
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.popup(self._list.viewport().mapToGlobal(where))


def judged(session: Session) -> tuple[Book, tuple[Account, ...]]:
    """What the fits rest on."""
    return session.plan.book, session.plan.accounts


def regions_in_use(session: Session) -> dict[str, str]:
    """The regions that any platform names, by id."""
    used = {region for platform in session.catalog.platforms.values() for region in platform.regions}
    return {region.id: region.name for region in session.catalog.regions.values() if region.id in used}
