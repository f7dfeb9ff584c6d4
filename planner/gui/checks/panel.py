"""The panel at the bottom: how many findings there are, what they say, and how to mend them."""

from functools import partial

from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QVBoxLayout, QWidget

from planner.core.findings import SEVERITIES, Finding, Fix
from planner.core.phrasing import counted
from planner.core.plan import Channel
from planner.gui.checking import holder
from planner.gui.checks.list import FindingList
from planner.gui.checks.model import FindingModel, breakless
from planner.gui.checks.severities import count_text, counts
from planner.gui.menu_text import as_menu_text
from planner.gui.parts.buttons import CalmButton
from planner.gui.parts.labels import Words, heading, keep_room
from planner.gui.parts.look import Dress, restyle
from planner.gui.session import Session
from planner.gui.theme import Theme

ALL_WELL = "✓ Nothing to mend: every check has passed."
NOTHING_YET = "There is little to check yet: no phase has a channel."
FILTERED = "No finding is of this kind. Press the badge again to see all."
MORE = "More ▾"
FURTHER = "Further fixes"


class ChecksPanel(QWidget):
    """Lists the session's findings; badges filter, Enter goes there, Ctrl+Enter mends, ``fold`` hides."""

    def __init__(self, session: Session, theme: Theme) -> None:
        """Follow a session's checking."""
        super().__init__()
        self.setObjectName("checks")
        self._session = session
        self._model = FindingModel(lambda: session.document.tree, self)
        self._list = FindingList(self._model, theme)
        self._badges = {severity: self._badge(severity.value) for severity in SEVERITIES}
        self.fold = self._fold_button()
        self._fix, self._other = CalmButton(), CalmButton()
        self._empty = Words("", "quiet")
        self._actions = self._make_actions()
        self._lay_out()
        Dress(self, theme)
        self._list.activated.connect(self.go)
        self._list.fix_clicked.connect(self.mend)
        self._list.customContextMenuRequested.connect(self._show_menu)
        self._list.selectionModel().currentChanged.connect(self._current_changed)
        session.checking.changed.connect(self.refresh)
        session.opened.connect(lambda: self._list.setMinimumHeight(0))
        self.refresh()

    def refresh(self) -> None:
        """List what there is to look at now."""
        findings = self._session.checking.findings
        found = counts(findings)
        for severity, badge in self._badges.items():
            badge.setText(count_text(severity, found.get(severity, 0)))
            badge.setAccessibleName(f"Show only {counted(found.get(severity, 0), severity.value)}")
            self._show(badge, severity in found)
            if severity not in found and badge.isChecked():
                badge.setChecked(False)
        with self._list.in_place():
            self._model.show(findings)
        self._empty.say("" if self._model.rowCount() else FILTERED if findings else self._all_well())
        self._show(self._list, bool(self._model.rowCount()) and not self.fold.isChecked())
        self._name_fixes()

    def _all_well(self) -> str:
        return ALL_WELL if self._session.plan.channels else NOTHING_YET

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
        self._list.scheduleDelayedItemsLayout()
        self._list.grow_for(now)
        self._name_fixes()

    def _name_fixes(self) -> None:
        """Offer the nearest fix of the current finding, and the further one or a menu of them."""
        current = None if self.fold.isChecked() else self._current()
        label = current.fix.label if current and current.fix else ""
        further = [fix.label for fix in self._model.further(current)] if current else []
        self._fix.say(label, f"Fix: {label}")
        self._fix.setToolTip(breakless(f"{label} (Ctrl+Enter in the list)"))
        self._show(self._fix, bool(label))
        self._other.say(further[0] if len(further) == 1 else MORE, "" if len(further) == 1 else FURTHER)
        self._other.setToolTip(breakless("\n".join(further)))
        self._show(self._other, bool(further))

    def _mend_otherwise(self) -> None:
        current = self._current()
        further = self._model.further(current) if current else []
        if current and len(further) == 1:
            self._make(further[0], current.subject)
        elif current:
            menu = QMenu(self)
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            self._add_further(menu, current)
            menu.popup(self._other.mapToGlobal(self._other.rect().bottomLeft()))

    def _show(self, part: QWidget, shown: bool) -> None:
        """Show a part or hide it; the focus never leaves the panel with it."""
        if not shown and part.hasFocus():
            listed = self._list.isVisible() and part is not self._list
            (self._list if listed else self.fold).setFocus()
        part.setVisible(shown)

    def _filter(self) -> None:
        wanted = frozenset(severity for severity, badge in self._badges.items() if badge.isChecked())
        self._model.choose(wanted)
        if wanted:
            self.fold.setChecked(False)
        self.refresh()

    def _fold_up(self, folded: bool) -> None:
        self.fold.setText("▸" if folded else "▾")
        name = "Show the checks" if folded else "Hide the checks"
        self.fold.setAccessibleName(name)
        self.fold.setToolTip(name)
        if folded and self._list.hasFocus():
            self.fold.setFocus()
        self._body.setVisible(not folded)
        self._list.setMinimumHeight(0)
        self.refresh()
        self.updateGeometry()

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
            self._add_further(menu, finding)
        return menu

    def _add_further(self, menu: QMenu, finding: Finding) -> None:
        for fix in self._model.further(finding):
            menu.addAction(as_menu_text(fix.label), partial(self._make, fix, finding.subject))

    def _make_actions(self) -> list[QAction]:
        go, fix = QAction("Go there", self), QAction("Fix", self)
        go.triggered.connect(lambda: self.go(self._list.currentIndex()))
        fix.triggered.connect(lambda: self.mend(self._list.currentIndex()))
        fix.setShortcuts([QKeySequence("Ctrl+Return"), QKeySequence("Ctrl+Enter")])
        fix.setAutoRepeat(False)
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
        button.setToolTip("Hide the checks")
        button.toggled.connect(self._fold_up)
        return button

    def _lay_out(self) -> None:
        self._head, self._body = QWidget(), QWidget()
        title = heading("Checks")
        title.setWordWrap(False)
        title.setSizePolicy(self.fold.sizePolicy())
        row = QHBoxLayout(self._head)
        row.setContentsMargins(14, 7, 12, 5)
        row.setSpacing(6)
        row.addWidget(title)
        for badge in self._badges.values():
            row.addWidget(badge)
        row.addStretch()
        keep_room(self._fix)  # or the head would be lower where there is none
        self._fix.setObjectName("fix_button")
        self._fix.clicked.connect(lambda: self.mend(self._list.currentIndex()))
        self._other.setObjectName("other_fix_button")
        self._other.clicked.connect(self._mend_otherwise)
        row.addWidget(self._other)
        row.addWidget(self._fix)
        row.addWidget(self.fold)
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
