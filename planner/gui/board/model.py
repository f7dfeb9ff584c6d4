"""The plan's phases and channels as one Qt model; it holds no copy of them, only numbers for their ids."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QAbstractItemModel, QMimeData, QModelIndex, QObject, QPersistentModelIndex, Qt

from planner.core.changes import Change, Insert, Move, Remove, Rewrite
from planner.core.plan import Account, Book, Channel, Node, Phase, Plan
from planner.core.tree import Tree
from planner.gui.board.cards import Cards
from planner.gui.board.drops import landing
from planner.gui.commands import Commands
from planner.gui.drags import CHANNELS, PLATFORMS, pack
from planner.gui.session import Session

Index = QModelIndex | QPersistentModelIndex
NODE_ROLE = Qt.ItemDataRole.UserRole + 1
CARD_ROLE = Qt.ItemDataRole.UserRole + 2
ROOT = QModelIndex()


class BoardModel(QAbstractItemModel):
    """Phases, and below each its channels; indexes carry numbers that stand for ids."""

    def __init__(self, session: Session, commands: Commands, parent: QObject | None = None) -> None:
        """Show a session's plan."""
        super().__init__(parent)
        self._session = session
        self._commands = commands
        self._ids: list[str] = []
        self._numbers: dict[str, int] = {}
        self._end: Callable[[], None] | None = None
        self._accounts = session.plan.accounts
        self.cards = Cards(session)
        session.opened.connect(self._open)
        session.checking.changed.connect(self._findings_changed)
        session.document.watch(self)

    @property
    def tree(self) -> Tree:
        """The plan as it is now."""
        return self._session.document.tree

    def node(self, index: Index) -> Phase | Channel | None:
        """The record that an index stands for, None when it is gone."""
        record_id = self._ids[index.internalId()] if index.isValid() else ""
        if not record_id or not self.tree.has(record_id):
            return None
        siblings, row = below(self.tree.find(self.tree.parent(record_id))), index.row()
        if row < len(siblings) and siblings[row].id == record_id:
            return siblings[row]
        return next((each for each in siblings if each.id == record_id), None)  # the rows are changing

    def index_of(self, record_id: str) -> QModelIndex:
        """The index of a phase or channel, invalid for any other record."""
        if not self.tree.has(record_id) or not isinstance(self.tree.find(record_id), Phase | Channel):
            return QModelIndex()
        return self._index(record_id)

    def _index(self, record_id: str) -> QModelIndex:
        return self.createIndex(self.tree.index(record_id), 0, self._number(record_id))

    def _number(self, record_id: str) -> int:
        if record_id not in self._numbers:
            self._numbers[record_id] = len(self._ids)
            self._ids.append(record_id)
        return self._numbers[record_id]

    def _below(self, parent: Index) -> Sequence[Phase | Channel]:
        return below(self.node(parent) if parent.isValid() else self.tree.plan)

    def index(self, row: int, column: int, parent: Index = ROOT) -> QModelIndex:
        """The index at a place."""
        below = self._below(parent)
        if column != 0 or not 0 <= row < len(below):
            return QModelIndex()
        return self.createIndex(row, 0, self._number(below[row].id))

    def parent(self, index: Index = ROOT) -> QModelIndex:  # type: ignore[override]  # Qt's parent has two meanings
        """The phase of a channel."""
        node = self.node(index)
        return self._index(self.tree.parent(node.id)) if isinstance(node, Channel) else QModelIndex()

    def rowCount(self, parent: Index = ROOT) -> int:
        """How many phases there are, or channels in one."""
        return len(self._below(parent))

    def columnCount(self, parent: Index = ROOT) -> int:
        """One."""
        return 1

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Channels can be chosen and dragged, and dropped on phases."""
        enabled = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if isinstance(self.node(index), Channel):
            return enabled | Qt.ItemFlag.ItemIsDragEnabled | Qt.ItemFlag.ItemNeverHasChildren
        return enabled | Qt.ItemFlag.ItemIsDropEnabled if index.isValid() else Qt.ItemFlag.NoItemFlags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What a phase or channel shows and says."""
        node = self.node(index)
        if node is None or role == NODE_ROLE:
            return node
        texts = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole)
        if isinstance(node, Phase):
            return node.name if role in texts else None
        card = self.cards.card(node)
        if role == Qt.ItemDataRole.DisplayRole:
            return card.name
        return card.spoken if role in texts else card if role == CARD_ROLE else None

    def mimeTypes(self) -> list[str]:
        """What can be dropped."""
        return [CHANNELS, PLATFORMS]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """The ids of the channels that are dragged."""
        return pack(CHANNELS, [node.id for index in indexes if isinstance(node := self.node(index), Channel)])

    def supportedDropActions(self) -> Qt.DropAction:
        """Platforms are copied, channels moved."""
        return Qt.DropAction.CopyAction | Qt.DropAction.MoveAction

    def canDropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index
    ) -> bool:
        """Whether a drop would do anything."""
        return landing(data, self.node(parent), row, self._session, self._commands) is not None

    def dropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index
    ) -> bool:
        """Do what a drop means; the rows move by the edit, never by the view."""
        land = landing(data, self.node(parent), row, self._session, self._commands)
        if land:
            land()
        return land is not None

    def before(self, tree: Tree, change: Change) -> None:
        """Announce the rows that are about to change."""
        match change:
            case Insert(parent, index, Phase() | Channel()):
                self.beginInsertRows(self.index_of(parent), index, index)
                self._end = self.endInsertRows
            case Remove(gone) if (old := self.index_of(gone)).isValid():
                self.beginRemoveRows(old.parent(), old.row(), old.row())
                self._end = self.endRemoveRows
            case Move(moved, parent, place) if (old := self.index_of(moved)).isValid():
                target = self.index_of(parent)
                # Qt counts the target's row before the source has left.
                row = place + 1 if old.parent() == target and place > old.row() else place
                if self.beginMoveRows(old.parent(), old.row(), old.row(), target, row):
                    self._end = self.endMoveRows
            case _:
                self._end = None

    def after(self, tree: Tree, change: Change) -> None:
        """Finish what was announced, and refresh what shows the rest."""
        if self._end:
            self._end()
            self._end = None
        match change:
            case Insert(parent, _, _):
                self._refresh(parent)
            case Move(_, parent, _):
                self._refresh(parent)
            case Rewrite(changed, _):
                self._refresh(changed)
            case Remove():
                self._refresh_phases()
        if isinstance(change, Insert | Remove) and self._accounts != self.tree.plan.accounts:
            self._refresh_cards()
        self._accounts = self.tree.plan.accounts

    def _refresh(self, record_id: str) -> None:
        if isinstance(self.tree.find(record_id), Plan):
            self._refresh_phases()
        elif isinstance(self.tree.find(record_id), Book | Account):
            self._refresh_cards()
        elif (index := self.index_of(record_id)).isValid():
            self.dataChanged.emit(index, index)
            if index.parent().isValid():
                self.dataChanged.emit(index.parent(), index.parent())

    def _refresh_phases(self) -> None:
        if last := self.rowCount():
            self.dataChanged.emit(self.index(0, 0), self.index(last - 1, 0))

    def _findings_changed(self) -> None:
        touched = self._session.checking.touched
        for record_id in touched:
            self.cards.forget_one(record_id)
        for row, phase in enumerate(self.tree.plan.phases):
            rows = [place for place, channel in enumerate(phase.channels) if channel.id in touched]
            if rows:  # once a lane, as its view lays out all of it for each time that it is told
                above = self.index(row, 0)
                self.dataChanged.emit(self.index(rows[0], 0, above), self.index(rows[-1], 0, above))

    def _refresh_cards(self) -> None:
        self.cards.forget()
        for row in range(self.rowCount()):
            phase = self.index(row, 0)
            if last := self.rowCount(phase):
                self.dataChanged.emit(self.index(0, 0, phase), self.index(last - 1, 0, phase))

    def _open(self) -> None:
        self.beginResetModel()
        self.cards.forget()
        self._ids.clear()
        self._numbers.clear()
        self.endResetModel()
        self._session.document.watch(self)


def below(node: Node | None) -> Sequence[Phase | Channel]:
    """What the board shows below a record: the phases of a plan, the channels of a phase."""
    return node.phases if isinstance(node, Plan) else node.channels if isinstance(node, Phase) else ()
