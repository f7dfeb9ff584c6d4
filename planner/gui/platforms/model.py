"""The platforms as a list model: headings, and under each its platforms."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QMimeData, QModelIndex, QPersistentModelIndex, Qt

from planner.core.catalog import Catalog, Platform
from planner.core.verdict_words import link_policy
from planner.gui.drags import PLATFORMS, pack
from planner.gui.platforms.filters import Fits, Group

Index = QModelIndex | QPersistentModelIndex
ROW_ROLE = Qt.ItemDataRole.UserRole + 1
DETAIL_ROLE = Qt.ItemDataRole.UserRole + 2
HINT = "Press Enter to add it to the current phase."


class PlatformModel(QAbstractListModel):
    """Rows are headings (texts) and platforms."""

    def __init__(self, catalog: Catalog) -> None:
        """List nothing yet."""
        super().__init__()
        self._catalog = catalog
        self._rows: list[str | Platform] = []
        self._fits: Fits = {}
        self._policies: dict[str, str] = {}

    def show(self, groups: Sequence[Group], fits: Fits) -> None:
        """List these groups, and say in each row how well its platform suits the book."""
        rows: list[str | Platform] = []
        for group in groups:
            rows += [group.heading, *group.platforms]
        if (rows, fits) == (self._rows, self._fits):
            return
        self.beginResetModel()
        self._rows, self._fits = rows, fits
        self.endResetModel()

    def row_of(self, platform_id: str) -> int:
        """The row of a platform, -1 when it is not listed."""
        places = (
            i for i, row in enumerate(self._rows) if isinstance(row, Platform) and row.id == platform_id
        )
        return next(places, -1)

    def platform(self, index: Index) -> Platform | None:
        """The platform of a row, None for a heading."""
        row = self._rows[index.row()] if index.isValid() else None
        return row if isinstance(row, Platform) else None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """How many rows there are."""
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Platforms can be chosen and dragged, headings cannot."""
        if self.platform(index) is None:
            return Qt.ItemFlag.ItemNeverHasChildren
        return (
            Qt.ItemFlag.ItemIsEnabled
            | Qt.ItemFlag.ItemIsSelectable
            | Qt.ItemFlag.ItemIsDragEnabled
            | Qt.ItemFlag.ItemNeverHasChildren
        )

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What a row shows and says."""
        row = self._rows[index.row()]
        if role == ROW_ROLE:
            return row
        if isinstance(row, str):
            return row if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole) else None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return row.full_name
            case Qt.ItemDataRole.ToolTipRole | Qt.ItemDataRole.AccessibleTextRole:
                return f"{row.full_name}: {self._fits[row.id]} · {self._policy(row)}"
            case Qt.ItemDataRole.AccessibleDescriptionRole:
                return HINT
            case _:
                return self._detail(row) if role == DETAIL_ROLE else None

    def _detail(self, platform: Platform) -> str:
        """What stands below a name: how well it suits the book too, unless the heading says that."""
        fit, policy = self._fits[platform.id], self._policy(platform)
        return policy if fit in self._rows else f"{fit} · {policy}"

    def _policy(self, platform: Platform) -> str:
        if platform.id not in self._policies:
            self._policies[platform.id] = link_policy(self._catalog, platform)
        return self._policies[platform.id]

    def mimeTypes(self) -> list[str]:
        """What a drag carries."""
        return [PLATFORMS]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """The ids of the platforms that are dragged."""
        return pack(PLATFORMS, [platform.id for index in indexes if (platform := self.platform(index))])
