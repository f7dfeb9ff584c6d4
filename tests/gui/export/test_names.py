"""Every document has a file of its own, and no file is replaced unasked."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from planner.export.formats import EVERY_READER, FORMATS
from planner.export.presets import PRESETS
from planner.gui.ask import Dialogs
from tests.gui.export.conftest import PROPOSED, Make, click, finish


def test_no_file_is_replaced_unasked(qtbot: QtBot, make: Make, target: Path) -> None:
    target.write_bytes(b"old")
    dialog = make()
    dialog.may_replace = Dialogs(dialog).may_replace
    for button, text in (
        (QMessageBox.StandardButton.Cancel, b"old"),
        (QMessageBox.StandardButton.Yes, b"made"),
    ):
        asked: list[str] = []
        QTimer.singleShot(0, dialog, partial(answer, button, asked))
        click(dialog, "Export")
        finish(qtbot, dialog)
        assert asked == ["There is a file “plan.pdf” already. Replace it?"]
        assert target.read_bytes() == text


def answer(button: QMessageBox.StandardButton, asked: list[str]) -> None:
    """Press a button of the question that is on the screen."""
    box = QApplication.activeModalWidget()
    assert isinstance(box, QMessageBox)
    assert box.textFormat() is Qt.TextFormat.PlainText
    asked.append(box.text())
    QTest.mouseClick(box.button(button), Qt.MouseButton.LeftButton)


def test_all_that_would_be_replaced_is_asked_about_at_once(qtbot: QtBot, make: Make, target: Path) -> None:
    asked: list[Path] = []

    def agree(*paths: Path) -> bool:
        asked.extend(paths)
        return True

    there = [target.with_name(f"plan - {called}.pdf") for called in ("assistant", "ads")]
    for path in there:
        path.write_bytes(b"old")
    dialog = make()
    dialog.may_replace = agree
    dialog.options.reader.choose(EVERY_READER)
    dialog.export()
    finish(qtbot, dialog)
    assert asked == there
    assert {path.read_bytes() for path in there} == {b"made"}


def test_what_the_systems_dialog_has_asked_is_not_asked_again(qtbot: QtBot, make: Make, target: Path) -> None:
    asked: list[Path] = []

    def refuse(*paths: Path) -> bool:
        asked.extend(paths)
        return False

    target.write_bytes(b"old")
    dialog = make()
    dialog.may_replace = refuse
    dialog.choose = lambda *_: target
    click(dialog, "Choose…")
    dialog.export()
    finish(qtbot, dialog)
    assert (asked, target.read_bytes()) == ([], b"made")
    dialog.export()
    assert (dialog.busy, asked) == (False, [target])


def test_each_document_proposes_a_name_of_its_own(qtbot: QtBot, make: Make) -> None:
    dialog = make(path=PROPOSED)
    names = set()
    for reader in (*PRESETS, EVERY_READER):
        dialog.options.reader.choose(reader)
        names.add(Path(dialog.path.text()).name)
    for kind in FORMATS:
        dialog.options.kind.choose(kind)
        names.add(Path(dialog.path.text()).name)
    assert len(names) == len(PRESETS) + 1 + len(FORMATS) - 1
    assert {"The Salt Road - publicist.pdf", "The Salt Road - tasks.csv", "The Salt Road.ics"} <= names


def test_a_folder_or_a_name_that_was_typed_stays(make: Make, tmp_path: Path) -> None:
    dialog = make(path=PROPOSED)
    dialog.path.setText(str(tmp_path / dialog.proposed.name))
    dialog.options.reader.choose("publicist")
    assert dialog.path.text() == str(tmp_path / "The Salt Road - publicist.pdf")
    dialog.path.setText(str(tmp_path / "for Anna.pdf"))
    dialog.options.reader.choose("ads")
    dialog.options.kind.choose("word")
    assert dialog.path.text() == str(tmp_path / "for Anna.docx")


def test_the_place_of_each_document_is_remembered(qtbot: QtBot, make: Make, tmp_path: Path) -> None:
    anna = tmp_path / "for Anna.pdf"
    first = make(path=anna)
    first.options.reader.choose("publicist")
    first.export()
    finish(qtbot, first)
    first.reject()
    again = make(path=PROPOSED)
    assert again.proposed == tmp_path / "The Salt Road - everything.pdf"
    again.options.reader.choose("publicist")
    assert again.path.text() == str(anna)
