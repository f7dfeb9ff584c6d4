"""What the tests of the export dialog share: a dialog over a full plan, and a press that pretends."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from planner.core.catalog import Catalog
from planner.export.choices import Choices
from planner.gui.export.dialog import ExportDialog
from planner.gui.export.job import Exporter
from planner.gui.memory import Memory
from planner.gui.session import Session
from planner.gui.theme import Theme
from planner.press.orders import Made, Order
from tests.gui.samples import full_session

Progress = Callable[[float], None]
Cancelled = Callable[[], bool]
Make = Callable[..., ExportDialog]
PROPOSED = Path()


@pytest.fixture
def session(qtbot: QtBot, catalog: Catalog) -> Session:
    return full_session(catalog)


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return tmp_path / "plan.pdf"


@pytest.fixture
def kept() -> list[Choices]:
    return []


@pytest.fixture
def make(
    qtbot: QtBot, session: Session, theme: Theme, memory: Memory, target: Path, kept: list[Choices]
) -> Make:
    def make(exporter: Exporter[Order, Made] = written, path: Path | None = None) -> ExportDialog:
        dialog = ExportDialog(session, theme, exporter, memory, Choices(), kept.append)
        qtbot.addWidget(dialog)
        if path is not PROPOSED:
            dialog.path.setText(str(path or target))
        dialog.may_replace = lambda *_: True
        dialog.ways.show_file = lambda _path: True
        with qtbot.waitExposed(dialog):
            dialog.show()
        return dialog

    return make


def written(order: Order, progress: Progress, _cancelled: Cancelled) -> Made:
    """Pretend to make an order."""
    if order.path:
        order.path.write_bytes(b"made")
        progress(0.5)
    return Made()


def finish(qtbot: QtBot, dialog: ExportDialog) -> None:
    qtbot.waitUntil(lambda: not dialog.busy)


def opens(opened: list[Path], *, can: bool = True) -> Callable[[Path], bool]:
    """Pretends to open files, or to find no program that could."""

    def show(path: Path) -> bool:
        opened.append(path)
        return can

    return show


def click(dialog: ExportDialog, text: str) -> None:
    """Press the button that says this."""
    [button] = [each for each in dialog.findChildren(QPushButton) if each.text() == text and each.isVisible()]
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
