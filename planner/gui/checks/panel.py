"""The panel at the bottom: how many findings there are, what they say, and how to mend them."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QListView,
    QMenu,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from planner.core.findings import SEVERITIES, Finding, Fix
from planner.core.plan import Channel
from planner.gui.checking import holder
from planner.gui.checks.delegate import FindingDelegate
from planner.gui.checks.model import FindingModel
from planner.gui.checks.severities import count_text, counts
from planner.gui.menu_text import as_menu_text
from planner.gui.parts.labels import Words, heading
from planner.gui.parts.look import Dress, restyle
from planner.gui.session import Session
from planner.gui.theme import Theme

ALL_WELL = "✓ Nothing to mend: every check has passed."
FILTERED = "No finding is of this kind. Press the badge again to see all."
TALLEST = 180
NO_LIMIT = 16_777_215


class FindingList(QListView):
    """A list in which Enter goes to the finding's place."""

    def __init__(self, model: FindingModel, theme: Theme) -> None:
        """Show a model."""
        super().__init__()
        self.setObjectName("finding_list")
        self.setAccessibleName("Findings")
        self.painter = FindingDelegate(theme, self)
        self.setItemDelegate(self.painter)
        self.setModel(model)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        theme.changed.connect(self.viewport().update)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Treat Enter as a double click, on every system."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.activated.emit(self.currentIndex())
        else:
            super().keyPressEvent(event)

    @contextmanager
    def in_place(self) -> Iterator[None]:
        """Keep the topmost row where it is while others change; at the top, new ones may come above it."""
        bar, top = self.verticalScrollBar(), QPersistentModelIndex(self.indexAt(QPoint(1, 1)))
        if not bar.value():
            yield
            return
        offset = self.visualRect(top).top()
        yield
        if top.isValid():
            self.executeDelayedItemsLayout()
            bar.setValue(bar.value() + self.visualRect(top).top() - offset)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the lines anew."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()


class ChecksPanel(QWidget):
    """Lists the session's findings; badges filter, Enter goes there, Ctrl+Enter mends."""

    def __init__(self, session: Session, theme: Theme) -> None:
        """Follow a session's checking."""
        super().__init__()
        self.setObjectName("checks")
        self._session = session
        self._model = FindingModel(lambda: session.document.tree, self)
        self._list = FindingList(self._model, theme)
        self._badges = {severity: self._badge(severity.value) for severity in SEVERITIES}
        self._fold = self._fold_button()
        self._fix = QPushButton()
        self._empty = Words("", "quiet")
        self._actions = self._make_actions()
        self._lay_out()
        Dress(self, theme)
        self._list.activated.connect(self.go)
        self._list.doubleClicked.connect(self.go)
        self._list.painter.fix_clicked.connect(self.mend)
        self._list.customContextMenuRequested.connect(self._show_menu)
        self._list.selectionModel().currentChanged.connect(self._current_changed)
        session.checking.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """List what there is to look at now."""
        findings = self._session.checking.findings
        found = counts(findings)
        for severity, badge in self._badges.items():
            badge.setText(count_text(severity, found.get(severity, 0)))
            badge.setAccessibleName(f"Show only: {count_text(severity, found.get(severity, 0))}")
            badge.setVisible(severity in found)
            if severity not in found and badge.isChecked():
                badge.setChecked(False)
        with self._list.in_place():
            self._model.show(findings)
        self._empty.say("" if self._model.rowCount() else FILTERED if findings else ALL_WELL)
        self._list.setVisible(bool(self._model.rowCount()) and not self._fold.isChecked())
        self._name_fix()

    def go(self, index: QModelIndex) -> None:
        """Show the place that a finding is about."""
        finding = self._model.finding(index)
        tree = self._session.document.tree
        if finding is None or not tree.has(finding.subject):
            return
        channel = holder(tree, finding.subject)
        if isinstance(tree.find(channel), Channel):
            self._session.select([channel])
            self._session.reveal.emit(finding.subject, finding.aspect)
            self._session.pointed.emit(finding)
        else:
            self._session.reveal.emit(finding.subject, "brief")

    def mend(self, index: QModelIndex) -> None:
        """Make the nearest edit that clears a finding."""
        finding = self._model.finding(index)
        if finding and finding.fix:
            self._make(finding.fix, finding.subject)

    def _make(self, fix: Fix, record: str) -> None:
        self._session.do(fix.edit(self._session.document.tree, record))

    def _current(self) -> Finding | None:
        return self._model.finding(self._list.currentIndex())

    def _current_changed(self, now: QModelIndex, before: QModelIndex) -> None:
        for index in (now, before):
            self._list.painter.sizeHintChanged.emit(index)
        self._list.setMinimumHeight(max(0, min(TALLEST, self._list.sizeHintForIndex(now).height())))
        self._name_fix()

    def _name_fix(self) -> None:
        current = self._current()
        label = current.fix.label if current and current.fix else ""
        self._fix.setText(as_menu_text(label) or "No fix")
        self._fix.setAccessibleName(f"Fix: {label}" if label else "No fix for this finding")
        self._fix.setVisible(bool(label) and not self._fold.isChecked())

    def _filter(self) -> None:
        wanted = frozenset(severity for severity, badge in self._badges.items() if badge.isChecked())
        self._model.choose(wanted)
        self.refresh()

    def _fold_up(self, folded: bool) -> None:
        self._fold.setText("▸" if folded else "▾")
        self._fold.setAccessibleName("Show the checks" if folded else "Hide the checks")
        self._body.setVisible(not folded)
        self.setMaximumHeight(self._head.sizeHint().height() if folded else NO_LIMIT)
        place = self.parentWidget()
        if place:
            place.setMaximumHeight(self.maximumHeight())
        self.refresh()

    def _show_menu(self, where: QPoint) -> None:
        if self._current():
            self.menu().popup(self._list.viewport().mapToGlobal(where))

    def menu(self) -> QMenu:
        """What can be done about the current finding: to go there, and every fix."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addActions(self._actions)
        finding = self._current()
        if finding:
            for fix in self._model.further(finding):
                menu.addAction(as_menu_text(fix.label), partial(self._make, fix, finding.subject))
        return menu

    def _make_actions(self) -> list[QAction]:
        go, fix = QAction("Go there", self), QAction("Fix", self)
        go.triggered.connect(lambda: self.go(self._list.currentIndex()))
        fix.triggered.connect(lambda: self.mend(self._list.currentIndex()))
        fix.setShortcuts([QKeySequence("Ctrl+Return"), QKeySequence("Ctrl+Enter")])
        for action in (go, fix):
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            self._list.addAction(action)
        return [go, fix]

    def _badge(self, tone: str) -> QToolButton:
        button = QToolButton()
        button.setObjectName(f"badge_{tone}")
        button.setCheckable(True)
        restyle(button, "tone", tone)
        button.setToolTip("Show only these")
        button.toggled.connect(self._filter)
        return button

    def _fold_button(self) -> QToolButton:
        button = QToolButton()
        button.setObjectName("checks_fold")
        button.setProperty("flat", "true")
        button.setCheckable(True)
        button.setText("▾")
        button.setAccessibleName("Hide the checks")
        button.toggled.connect(self._fold_up)
        return button

    def _lay_out(self) -> None:
        self._head, self._body = QWidget(), QWidget()
        title = heading("Checks")
        title.setWordWrap(False)
        title.setSizePolicy(self._fold.sizePolicy())
        row = QHBoxLayout(self._head)
        row.setContentsMargins(14, 7, 12, 5)
        row.setSpacing(6)
        row.addWidget(title)
        for badge in self._badges.values():
            row.addWidget(badge)
        row.addStretch()
        self._fix.setObjectName("fix_button")
        self._fix.setToolTip("Fix the selected finding (Ctrl+Enter in the list)")
        self._fix.clicked.connect(lambda: self.mend(self._list.currentIndex()))
        row.addWidget(self._fix)
        row.addWidget(self._fold)
        inside = QVBoxLayout(self._body)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(0)
        self._empty.setContentsMargins(16, 6, 16, 10)
        inside.addWidget(self._empty)
        inside.addWidget(self._list, 1)
        inside.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head)
        column.addWidget(self._body, 1)
