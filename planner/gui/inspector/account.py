"""The author's account on the platform, edited where its conditions are read."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from planner.gui.inspector.asks import moot_fields, open_questions
from planner.gui.inspector.subject import View
from planner.gui.inspector.tables import ACCOUNT
from planner.gui.parts.choice import NOT_SAID, Choices
from planner.gui.parts.form import Form
from planner.gui.parts.labels import Words, heading
from planner.gui.parts.scroll import empty
from planner.gui.parts.targets import AccountTarget
from planner.gui.parts.tick import TickBox
from planner.gui.session import Session

WHY = "What the platform's conditions ask for. What you leave open counts as not known, never as no."
TICK = "Tick what you have done, or know to be so:"


class AccountPart(QWidget):
    """The account's fields, and a tick for each condition that no field decides."""

    def __init__(self, session: Session, choices: Callable[[str], Choices]) -> None:
        """Begin unbound; ``show_view`` says for which platform."""
        super().__init__()
        self._view: View | None = None
        self._base = choices
        self._form = Form(session, ACCOUNT, self._choices)
        self._title = heading("Your account here")
        self._ticks = QVBoxLayout()
        self._ticks.setSpacing(7)
        self._asked: tuple[str, ...] = ()
        self._boxes: list[TickBox] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._title)
        column.addWidget(Words(WHY, "quiet", small=True))
        column.addWidget(self._form)
        column.addLayout(self._ticks)

    def show_view(self, view: View) -> None:
        """Edit the account on a subject's platform."""
        self._view = view
        target = AccountTarget(view.subject.platform)
        if self._form.target_key != target.key:
            self._form.bind(target, f"account on {view.name}")
        else:
            self._form.refresh()
        platform = view.platform
        catalog = view.session.catalog
        self._form.leave_out(moot_fields(catalog, platform, view.session.plan, view.account))
        asked = open_questions(catalog, platform, view.situation) if platform else ()
        if asked != self._asked:
            self._asked = asked
            self._show_questions()
        met = view.account.met if view.account else ()
        for text, box in zip(self._asked, self._boxes, strict=True):
            box.blockSignals(True)
            box.setChecked(text in met)
            box.setEnabled(not view.session.read_only)
            box.blockSignals(False)

    def _show_questions(self) -> None:
        empty(self._ticks)
        self._boxes = []
        if self._asked:
            self._ticks.addWidget(Words(TICK, "quiet", small=True))
        for text in self._asked:
            self._ticks.addWidget(self._tick(text))

    def _tick(self, text: str) -> QWidget:
        box = TickBox()
        box.setFixedSize(QSize(20, 20))
        box.setAccessibleName(text)
        box.toggled.connect(lambda on: self._say(text, on))
        self._boxes.append(box)
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(box, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(Words(text, small=True), 1)
        return holder

    def _say(self, text: str, on: bool) -> None:
        if self._view is None:
            return
        met = self._view.account.met if self._view.account else ()
        rest = tuple(other for other in met if other != text)
        target = AccountTarget(self._view.subject.platform)
        label = f"{'Tick' if on else 'Untick'} a condition of {self._view.name}"
        tree = self._view.session.document.tree
        self._view.session.do(target.edit(tree, "met", (*rest, text) if on else rest, label))

    def _choices(self, name: str) -> Choices:
        platform = self._view.platform if self._view else None
        if name != "account":
            return self._base(name)
        return {"": NOT_SAID, **{kind: kind for kind in (platform.account_types if platform else ())}}
