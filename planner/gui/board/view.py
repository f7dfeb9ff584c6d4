"""The board: a lane for each phase, side by side, over one model and one selection."""

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, QPoint, Qt
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from planner.core.plan import Channel, Phase
from planner.core.plan_words import phase_label
from planner.gui.actions import CHANNEL_MENU, PHASE_MENU, Actions
from planner.gui.board.delegate import CardDelegate
from planner.gui.board.header import LaneHeader
from planner.gui.board.lane import LaneView
from planner.gui.board.model import BoardModel
from planner.gui.checking import holder
from planner.gui.commands import Commands
from planner.gui.parts.look import restyle
from planner.gui.session import Session
from planner.gui.theme import Theme, scaled

LONGEST_WORD = "Xiaohongshu"  # of the platforms' names: where a lane is narrowest, it is not broken
AROUND_IT = 83
NO_PHASES = "A plan is made of phases, such as pre-launch and launch."


class Lane(QFrame):
    """A phase's header over its cards."""

    def __init__(self, header: LaneHeader, cards: LaneView) -> None:
        """Put one over the other."""
        super().__init__()
        self.setObjectName("lane")
        letters = QFontMetrics(scaled(self.font(), 1.0, QFont.Weight.DemiBold))
        least = letters.horizontalAdvance(LONGEST_WORD) + AROUND_IT
        self.setMinimumWidth(least)
        self.setMaximumWidth(2 * least)
        self.header = header
        self.cards = cards
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 4)
        column.setSpacing(0)
        column.addWidget(header)
        inner = QVBoxLayout()
        inner.setContentsMargins(7, 2, 5, 0)
        inner.addWidget(cards)
        column.addLayout(inner, 1)


class BoardView(QScrollArea):
    """Lanes that scroll sideways when there are many."""

    def __init__(self, session: Session, theme: Theme, actions: Actions, commands: Commands) -> None:
        """Show a session's plan."""
        super().__init__()
        self.setObjectName("board")
        self.setAccessibleName("Board")
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._session = session
        self._theme = theme
        self._actions = actions
        self._commands = commands
        self._lanes: list[Lane] = []
        self._following = False
        self._delegate = CardDelegate(theme)
        self.model = BoardModel(session, commands, self)
        self._selection = QItemSelectionModel(self.model, self)
        self._made_anew = False
        self.addActions(actions.on_board())
        self._row = self._make_ground()
        self._empty = self._make_empty()
        self._connect()
        self._rebuild()

    def _make_ground(self) -> QHBoxLayout:
        ground = QWidget()
        ground.setObjectName("board_lanes")
        row = QHBoxLayout(ground)
        row.setContentsMargins(10, 10, 10, 10)
        row.setSpacing(8)
        row.addStretch()  # lanes stand side by side, however wide the window is
        self.setWidget(ground)
        return row

    def _make_empty(self) -> QWidget:
        box = QWidget()
        column = QVBoxLayout(box)
        text = QLabel(NO_PHASES)
        text.setProperty("role", "quiet")
        button = QPushButton("Add phase…")
        button.clicked.connect(self._actions["add_phase"].trigger)
        for each in (text, button):
            column.addWidget(each, 0, Qt.AlignmentFlag.AlignCenter)
        column.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._row.insertWidget(0, box, 1)
        return box

    def _connect(self) -> None:
        self.horizontalScrollBar().rangeChanged.connect(self._lanes_have_places)
        self._selection.selectionChanged.connect(self._tell_session)
        self._session.selection_changed.connect(self._follow_session)
        self._session.reveal.connect(self._reveal)
        self._session.worked_in.connect(self._follow_current)
        self._session.worked_in.connect(self._bring_current_into_view)
        self.model.modelReset.connect(self._rebuild)
        for signal in (self.model.rowsInserted, self.model.rowsRemoved):
            signal.connect(self._rows_changed)
        self.model.rowsMoved.connect(self._rows_moved)
        self.model.dataChanged.connect(self._data_changed)

    def lane(self, phase_id: str) -> Lane | None:
        """The lane of a phase."""
        return next((lane for lane in self._lanes if (p := lane.cards.phase) and p.id == phase_id), None)

    def _rows_changed(self, parent: QModelIndex) -> None:
        if not parent.isValid():
            self._rebuild()

    def _rows_moved(self, parent: QModelIndex) -> None:
        focused = any(lane.cards.hasFocus() for lane in self._lanes)
        self._rows_changed(parent)
        self._follow_session(self._session.selection)
        chosen = self._selection.selectedIndexes()
        if focused and chosen:
            self._go_to(chosen[-1])

    def _data_changed(self, first: QModelIndex) -> None:
        if not first.parent().isValid():
            for lane in self._lanes:
                self._show_header(lane)

    def _rebuild(self) -> None:
        """Make the lanes anew: phases come, go and move seldom."""
        had_focus = self._has_focus
        for lane in self._lanes:
            self._row.removeWidget(lane)
            lane.hide()
            lane.deleteLater()
        count = self.model.rowCount()
        self._made_anew = True
        self._lanes = [self._make_lane(self.model.index(row, 0)) for row in range(count)]
        for lane in self._lanes:
            self._row.insertWidget(self._row.count() - 1, lane, 1)
            self._show_header(lane)
        self._empty.setVisible(not count)
        self._follow_session(self._session.selection)
        self._show_current()
        if had_focus and self._current:
            self._current.cards.setFocus(Qt.FocusReason.OtherFocusReason)

    def _make_lane(self, phase: QModelIndex) -> Lane:
        cards = LaneView(self.model, phase, self._theme, self._delegate)
        own = cards.selectionModel()
        cards.setSelectionModel(self._selection)
        own.deleteLater()
        cards.reached.connect(self._session.work_in)
        cards.aside.connect(lambda step: self._go_aside(cards, step))
        cards.wanted.connect(self._actions["inspect"].trigger)
        cards.doubleClicked.connect(self._actions["inspect"].trigger)
        cards.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        cards.customContextMenuRequested.connect(lambda where: self._channel_menu(cards, where))
        phase_id = cards.phase.id if cards.phase else ""
        header = LaneHeader(lambda over: self._phase_menu(phase_id, over), lambda: self._rename(phase_id))
        return Lane(header, cards)

    def _show_header(self, lane: Lane) -> None:
        if phase := lane.cards.phase:
            lane.header.show_phase(phase, self._session.plan)
            lane.cards.setAccessibleName(f"{phase_label(phase)}: channels")

    def _channel_menu(self, cards: LaneView, where: QPoint) -> None:
        ids = CHANNEL_MENU if cards.indexAt(where).isValid() else PHASE_MENU
        self._popup(ids, cards.viewport().mapToGlobal(where))

    def _phase_menu(self, phase_id: str, over: QWidget) -> None:
        self._session.work_in(phase_id)
        self._popup(PHASE_MENU, over.mapToGlobal(over.rect().bottomLeft()))

    def _popup(self, ids: tuple[str, ...], where: QPoint) -> None:
        self._actions.refresh()
        menu = self._actions.fill(QMenu(self), ids)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(where)

    def _rename(self, phase_id: str) -> None:
        self._session.work_in(phase_id)
        self._commands.rename_phase()

    def _tell_session(self) -> None:
        if not self._following:
            chosen = (self.model.node(index) for index in self._selection.selectedIndexes())
            self._session.select([node.id for node in chosen if isinstance(node, Channel)])

    def _follow_session(self, ids: list[str]) -> None:
        """Select on the board what the session says is selected."""
        indexes = [index for each in ids if (index := self.model.index_of(each)).parent().isValid()]
        if set(indexes) == set(self._selection.selectedIndexes()):
            return
        selection = QItemSelection()
        for index in indexes:
            selection.select(index, index)
        self._following = True
        self._selection.select(selection, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self._following = False
        if indexes:
            self._selection.setCurrentIndex(indexes[-1], QItemSelectionModel.SelectionFlag.NoUpdate)
            self._bring_into_view(indexes[-1])

    def _bring_into_view(self, index: QModelIndex) -> None:
        if lane := self._lane_of(index):
            self.ensureWidgetVisible(lane, 12, 0)
            lane.cards.scrollTo(index)

    def _go_to(self, index: QModelIndex) -> None:
        """Let the keys go on at a card, in whichever lane it is now."""
        if lane := self._lane_of(index):
            self._selection.setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)
            lane.cards.setFocus(Qt.FocusReason.OtherFocusReason)
            self._bring_into_view(index)

    def _go_aside(self, cards: LaneView, step: int) -> None:
        """Go to the card at the same height of the lane to the left or right."""
        row, lanes = self._selection.currentIndex().row(), [lane.cards for lane in self._lanes]
        place = lanes.index(cards) + step
        if not 0 <= place < len(lanes):
            return
        there = lanes[place]
        there.setFocus(Qt.FocusReason.TabFocusReason)
        if there.rows():
            there.setCurrentIndex(self.model.index(min(max(0, row), there.rows() - 1), 0, there.rootIndex()))

    def _lane_of(self, index: QModelIndex) -> Lane | None:
        phase = self.model.node(index.parent())
        return self.lane(phase.id) if isinstance(phase, Phase) else None

    @property
    def _current(self) -> Lane | None:
        """The lane of the phase that new channels go to."""
        phase = self._session.current_phase
        return self.lane(phase.id) if phase else None

    @property
    def _has_focus(self) -> bool:
        """Whether the window's focus is on the board, though a dialog may be over the window."""
        focus: QWidget | None = self.window().focusWidget()
        return focus is not None and self.isAncestorOf(focus)

    def _follow_current(self) -> None:
        """Mark the current lane; the keys go along, or the lane that had them would be current again."""
        self._show_current()
        lane, focus = self._current, self.window().focusWidget()
        if lane and self._has_focus and not lane.isAncestorOf(focus):
            lane.cards.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_current(self) -> None:
        for lane in self._lanes:
            restyle(lane, "current", "true" if lane is self._current else "false")

    def _lanes_have_places(self) -> None:
        """Bring the current lane into view once lanes that were made anew have their places."""
        if self._made_anew:
            self._made_anew = False
            self._bring_current_into_view()

    def _bring_current_into_view(self) -> None:
        if lane := self._current:
            self.ensureWidgetVisible(lane, 12, 0)

    def _reveal(self, record_id: str, _place: str) -> None:
        """Select the channel that a record belongs to."""
        tree = self._session.document.tree
        channel = holder(tree, record_id)
        if tree.has(channel) and isinstance(tree.find(channel), Channel):
            self._session.select([channel])
