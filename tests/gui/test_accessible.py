"""No interactive widget of the panels is without a name, in any state of theirs."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from planner.app.documents import Documents
from planner.core.catalog import Catalog
from planner.core.contrast import contrast
from planner.export.choices import Choices
from planner.gui.actions import Actions
from planner.gui.brief.tables import PARTS
from planner.gui.brief.view import BriefView
from planner.gui.checks.panel import ChecksPanel
from planner.gui.dialogs.new_plan import NewPlanDialog
from planner.gui.export.dialog import ExportDialog
from planner.gui.filing import Template
from planner.gui.inspector.panel import Inspector
from planner.gui.memory import Memory
from planner.gui.parts.labels import WebLink
from planner.gui.parts.look import sheet
from planner.gui.preview.view import PreviewView
from planner.gui.session import Session
from planner.gui.theme import Theme
from planner.press.orders import Made
from tests.gui.samples import full_plan, full_session

INTERACTIVE = (QAbstractButton, QAbstractItemView, QComboBox, QLineEdit, QPlainTextEdit, QTextEdit)
PLACES = ("overview", "tracking", "activities", "copy", "notes")


@pytest.fixture
def session(qtbot: QtBot, catalog: Catalog) -> Session:
    return full_session(catalog)


def nameless(panel: QWidget) -> Iterator[str]:
    for widget in panel.findChildren(QWidget):
        if isinstance(widget, INTERACTIVE) and widget.isVisibleTo(panel):
            interface = QAccessible.queryAccessibleInterface(widget)
            named = interface.text(QAccessible.Text.Name) or labelled(panel, widget)
            inner = isinstance(widget.parent(), QComboBox) or widget.objectName().startswith("qt_")
            scroll = type(widget).__name__ in ("ScrollLeftButton", "ScrollRightButton")
            if not named and not inner and not scroll:
                yield f"{type(widget).__name__} {widget.objectName()}"


def labelled(panel: QWidget, widget: QWidget) -> bool:
    return any(label.buddy() is widget for label in panel.findChildren(QLabel))


def markup(panel: QWidget) -> list[str]:
    """The texts that may be taken for markup; that of a link is our own, around text that is escaped."""
    plain = QLabel().textFormat().PlainText
    labels = [label for label in panel.findChildren(QLabel) if label.textFormat() is not plain]
    return [label.text() for label in labels if not isinstance(label, WebLink)]


@pytest.mark.parametrize("channel", ["open", "closed"])
def test_the_inspector(qtbot: QtBot, session: Session, theme: Theme, channel: str) -> None:
    panel = Inspector(session, theme)
    qtbot.addWidget(panel)
    session.select([channel])
    for place in PLACES:
        session.reveal.emit(channel, place)
        assert list(nameless(panel)) == []
    assert markup(panel) == []


def test_the_checks(qtbot: QtBot, session: Session, theme: Theme) -> None:
    panel = ChecksPanel(session, theme)
    qtbot.addWidget(panel)
    assert list(nameless(panel)) == []
    assert markup(panel) == []


def test_the_brief(qtbot: QtBot, session: Session, theme: Theme) -> None:
    panel = BriefView(session, theme)
    qtbot.addWidget(panel)
    for row in range(len(PARTS)):
        panel.index.setCurrentRow(row)
        assert list(nameless(panel)) == []
    assert markup(panel) == []


def test_the_preview(qtbot: QtBot, session: Session, theme: Theme, memory: Memory) -> None:
    documents = Documents(memory)
    window = QWidget()
    actions = Actions(window, session, (Anything(),), {})
    panel = PreviewView(session, theme, actions, documents.make, lambda: documents.choices, documents.choose)
    for widget in (window, panel):
        qtbot.addWidget(widget)
    panel.resize(900, 600)
    assert list(nameless(panel)) == []
    assert markup(panel) == []


class Anything:
    """Does nothing for every action."""

    def __getattr__(self, name: str) -> Callable[[], None]:
        return lambda: None


def test_the_dialogs(qtbot: QtBot, session: Session, theme: Theme, memory: Memory) -> None:
    dialogs = (
        ExportDialog(session, theme, lambda *_: Made(), memory, Choices(), lambda _: None),
        NewPlanDialog(theme, (Template("Empty", full_plan),)),
    )
    for dialog in dialogs:
        qtbot.addWidget(dialog)
        assert list(nameless(dialog)) == []
        assert markup(dialog) == []


def test_the_panels_sheet_is_made_of_the_themes_colours(theme: Theme) -> None:
    made = sheet(theme.palette)
    assert theme.palette.accent_text in made
    assert "$" not in made
    for tone in theme.palette.tones.values():
        assert contrast(tone.ground, tone.words) >= 4.5
