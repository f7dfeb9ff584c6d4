"""What an export has written is said, with its place, and can be opened from there."""

from pathlib import Path
from threading import current_thread, main_thread

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from planner.export.choices import Choices
from planner.gui.export import dialog as export_dialog
from planner.gui.export.outcome import NOT_OPENED
from planner.gui.export.outcome import written as said_of_files
from planner.gui.session import Session
from planner.press.orders import Made, Order
from tests.gui.export.conftest import Cancelled, Make, Progress, click, finish, opens, written


def test_it_exports_the_plan_in_another_thread_and_says_what_is_written_where(
    qtbot: QtBot, session: Session, make: Make, target: Path, kept: list[Choices]
) -> None:
    seen: list[Order] = []
    opened: list[Path] = []

    def exporter(order: Order, progress: Progress, cancelled: Cancelled) -> Made:
        assert current_thread() is not main_thread()
        seen.append(order)
        return written(order, progress, cancelled)

    dialog = make(exporter, target.with_suffix(""))
    dialog.ways.show_file = opens(opened)
    plan = session.plan
    dialog.export()
    finish(qtbot, dialog)
    (order,) = seen
    assert (order.plan, order.choices, order.path, order.format) == (plan, Choices(), target, "pdf")
    assert opened == [target]
    assert kept == [Choices()]
    assert dialog.message.said == f"“plan.pdf” is written to the folder “{target.parent}”."
    close = dialog.focusWidget()
    click(dialog, "Open the folder")
    click(dialog, "Open the file")
    assert opened == [target, target.parent, target]
    QTest.keyClick(close, Qt.Key.Key_Return)
    assert not dialog.isVisible()


def test_names_that_differ_only_at_their_end_are_told_whole() -> None:
    paths = [Path("/plans") / f"{'The Salt Road ' * 7}- {reader}.pdf" for reader in ("assistant", "ads")]
    assert all(f"“{path.name}”" in said_of_files(paths) for path in paths)


def test_what_cannot_be_opened_is_told_beside_where_it_is(qtbot: QtBot, make: Make, target: Path) -> None:
    opened: list[Path] = []
    dialog = make()
    dialog.ways.show_file = opens(opened, can=False)
    click(dialog, "Export")
    finish(qtbot, dialog)
    click(dialog, "Open the file")
    assert opened == [target, target]
    where, not_opened = dialog.message.said.split("\n")
    assert str(target.parent) in where
    assert not_opened == NOT_OPENED.format("plan.pdf")


def test_what_came_of_it_is_said_aloud(qtbot: QtBot, make: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []
    monkeypatch.setattr(export_dialog, "announce", lambda _widget, text: said.append(text))
    dialog = make()
    dialog.export()
    finish(qtbot, dialog)
    assert said == [export_dialog.MAKING, dialog.message.said]


def test_what_was_written_is_no_longer_told_once_something_else_is_chosen(qtbot: QtBot, make: Make) -> None:
    dialog = make()
    dialog.export()
    finish(qtbot, dialog)
    assert dialog.ways.isVisible()
    dialog.options.kind.choose("word")
    assert not dialog.ways.isVisible()
    assert dialog.message.text() == ""
