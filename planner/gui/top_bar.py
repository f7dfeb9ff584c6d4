"""The bar above everything: the plan's name and state, the views, undo, redo and export."""

from datetime import UTC, datetime

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from planner.core.plan import Plan
from planner.gui.actions import Actions
from planner.gui.parts.labels import plain_label
from planner.gui.session import Session
from planner.storage.errors import shown

HALF_A_MINUTE = 30_000
LONGEST_READER = 40
GAP = 10


class TopBar(QWidget):
    """Shows what is open, and the way between the views."""

    def __init__(self, session: Session, actions: Actions, views: tuple[str, ...]) -> None:
        """Make a button for each view, which are named by the ids of their actions."""
        super().__init__()
        self.setObjectName("top_bar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._session = session
        self._name = plain_label("plan_name", role="")
        self._state = plain_label("plan_state")
        self._views = {view: segment(actions[view], view) for view in views}
        layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 7, 14, 7)
        self._told = side(self._name, self._state, stretch_last=True)
        layout.addWidget(self._told, 1)
        layout.addWidget(self._segments())
        layout.addWidget(side(*self._buttons(actions), stretch_last=False), 1)
        for signal in (session.opened, session.plan_changed, session.path_changed, session.modified_changed):
            signal.connect(self.refresh)
        timer = QTimer(self)
        timer.timeout.connect(self.refresh)
        timer.start(HALF_A_MINUTE)
        self.refresh()

    def refresh(self) -> None:
        """Say what is open and whether it is saved."""
        name = self._session.plan.name
        room = max(120, self.width() // 4)
        self._name.setText(self._name.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, room))
        self._name.setToolTip(name)
        state = saved_text(self._session, datetime.now(UTC))
        whole = f"{kind_text(self._session.plan)} · {state}"
        left = self._told.width() - self._name.sizeHint().width() - GAP
        self._state.setText(whole if self._state.fontMetrics().horizontalAdvance(whole) <= left else state)
        self._state.setToolTip(whole)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cut the name anew."""
        super().resizeEvent(event)
        self.refresh()

    def show_view(self, view: str) -> None:
        """Mark a view as the one that is shown."""
        self._views[view].setChecked(True)

    def _segments(self) -> QFrame:
        frame = QFrame()
        frame.setObjectName("segments")
        row = QHBoxLayout(frame)
        row.setContentsMargins(1, 1, 1, 1)
        row.setSpacing(0)
        group = QButtonGroup(self)
        for button in self._views.values():
            group.addButton(button)
            row.addWidget(button)
        return frame

    def _buttons(self, actions: Actions) -> tuple[QWidget, ...]:
        export = QPushButton("Export…")
        export.setObjectName("export_button")
        export.setProperty("primary", "true")
        export.setToolTip(actions["export"].toolTip())
        export.clicked.connect(actions["export"].trigger)
        return sign_button("↶", "undo", actions), sign_button("↷", "redo", actions), export


def kind_text(plan: Plan) -> str:
    """What kind of plan it is."""
    return f"extract for {shown(plan.extract, LONGEST_READER)}" if plan.extract else "launch plan"


def saved_text(session: Session, now: datetime) -> str:
    """The plan's state in words."""
    if session.read_only:
        return "read only"
    if session.modified:
        return "not saved yet" if session.path is None else "changed"
    if session.saved_at is None:
        return "new" if session.path is None else "saved"
    minutes = int((now - session.saved_at).total_seconds() // 60)
    return "saved just now" if minutes < 1 else f"saved {minutes} min ago" if minutes < 60 else "saved"


def segment(action: QAction, view: str) -> QToolButton:
    """A button of the view switch."""
    button = QToolButton()
    button.setObjectName(f"view_{view}")
    button.setText(action.text().replace("&", ""))
    button.setToolTip(action.toolTip())
    button.setCheckable(True)
    button.clicked.connect(action.trigger)
    return button


def sign_button(sign: str, id: str, actions: Actions) -> QToolButton:
    """A button that shows a sign, and is named after its action."""
    action = actions[id]
    button = QToolButton()
    button.setObjectName(f"{id}_button")
    button.clicked.connect(action.trigger)

    def refresh() -> None:
        button.setText(sign)
        button.setEnabled(action.isEnabled())
        button.setToolTip(f"{action.toolTip()} ({action.shortcut().toString()})")
        button.setAccessibleName(action.toolTip())

    action.changed.connect(refresh)
    refresh()
    return button


def side(*widgets: QWidget, stretch_last: bool) -> QWidget:
    """One side of the bar, which takes as much room as the other, so that the middle is the middle."""
    box = QWidget()
    box.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
    row = QHBoxLayout(box)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(GAP)
    if not stretch_last:
        row.addStretch()
    for widget in widgets:
        row.addWidget(widget)
    if stretch_last:
        row.addStretch()
    return box
