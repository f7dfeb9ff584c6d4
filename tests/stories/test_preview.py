"""An author looks at the PDF while the plan changes, whatever becomes of the process that makes it."""

import gc
import os
import signal
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from planner.app import make_theme, make_window
from planner.app.window_setup import begin
from planner.core import edits
from planner.gui.export.dialog import ExportDialog
from planner.gui.memory import Memory
from planner.gui.preview.view import PreviewView
from planner.gui.window import Window
from planner.press import WORKER

PATIENCE = 30_000


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Window]:
    """The program's window, as it is put together at the start, with the sample plan."""
    memory = Memory(tmp_path / "window.ini")
    theme = make_theme(qapp, memory)
    window = make_window(theme, memory)
    qtbot.addWidget(window)
    with qtbot.waitSignal(window.finished):
        window.show()
    begin(window.session, None)
    yield window
    window.session.stack.setClean()
    window.close()
    theme.deleteLater()
    gc.unfreeze()


def workers() -> list[psutil.Process]:
    """The workers that this process has started."""
    return [each for each in psutil.Process().children() if WORKER in each.cmdline()]


def rename(qtbot: QtBot, window: Window, title: str) -> str:
    """Give the book another title; return the text of the first page as it is shown then."""
    session, pages = window.session, preview(window).pages
    with qtbot.waitSignal(pages.shown, timeout=PATIENCE):
        session.do(edits.set_field(session.document.tree, session.plan.book.id, "title", title, "Rename"))
    assert pages.document
    return pages.document.getAllText(0).text()


def preview(window: Window) -> PreviewView:
    found = window.findChild(PreviewView)
    assert found
    return found


def test_a_look_at_the_pdf_while_the_plan_changes(qtbot: QtBot, window: Window, tmp_path: Path) -> None:
    assert workers() == []
    window.actions_table["preview"].trigger()
    with qtbot.waitSignal(preview(window).pages.shown, timeout=PATIENCE):
        pass
    assert "The Sugar Road" in rename(qtbot, window, "The Sugar Road")

    [worker] = workers()
    os.kill(worker.pid, getattr(signal, "SIGKILL", signal.SIGTERM))
    assert "The Pepper Road" in rename(qtbot, window, "The Pepper Road")
    [another] = workers()
    assert another.pid != worker.pid

    target = tmp_path / "plan.pdf"
    export(qtbot, window, target)
    assert target.read_bytes().startswith(b"%PDF")
    assert [each.pid for each in workers()] == [another.pid]

    window.session.stack.setClean()
    window.close()
    assert workers() == []
    assert {each.name for each in tmp_path.iterdir()} - {"window.ini"} == {"plan.pdf"}


def export(qtbot: QtBot, window: Window, target: Path) -> None:
    """Export to a file, with the choices of the preview."""
    view = preview(window)
    view.bar.show_choices(view.bar.choices)
    view.bar.preset.choose("summary")
    view.bar.changed.emit()
    next(each for each in view.findChildren(QPushButton) if each.text() == "Export…").click()
    dialog = window.findChild(ExportDialog)
    assert dialog
    assert dialog.options.reader.value() == "summary"
    dialog.path.setText(str(target))
    dialog.open_after.setChecked(False)
    qtbot.waitUntil(lambda: not dialog.privacy.finding_out, timeout=PATIENCE)
    dialog.export()
    qtbot.waitUntil(target.exists, timeout=PATIENCE)
    qtbot.waitUntil(lambda: not dialog.busy, timeout=PATIENCE)


def test_a_window_that_is_closed_while_the_pdf_is_made_leaves_no_process(
    qtbot: QtBot, window: Window
) -> None:
    window.actions_table["preview"].trigger()
    qtbot.waitUntil(lambda: len(workers()) == 1, timeout=PATIENCE)
    window.close()
    assert workers() == []
