"""The export dialog: it works in a thread, can be stopped, and says in one sentence what went wrong."""

import errno
import os
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import chain
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from planner.app.documents import Documents
from planner.core.phrasing import listed
from planner.export.choices import NO_SECTION, Choices
from planner.export.formats import EVERY_READER, FORMATS
from planner.export.presets import PRESETS
from planner.gui.export.dialog import (
    A_FOLDER,
    IS_THERE,
    NO_FILE,
    PLAN_ITSELF,
    SOME_ARE_THERE,
    STOPPED,
    ExportDialog,
)
from planner.gui.memory import EXPORTS_AT_MOST, Memory
from planner.gui.session import Session
from planner.gui.theme import Theme
from planner.press.make import Maker
from planner.press.orders import ExportRefused, Made, Order, Stopped
from planner.storage import atomic
from planner.storage.format import Beside
from tests.gui.export.conftest import Cancelled, Make, Progress, finish, opens, written

DAY = date(2027, 1, 5)


def endless(_order: Order, _progress: Progress, cancelled: Cancelled) -> Made:
    """Work until it is stopped; a loop that never waits would hold the window's thread up."""
    while not cancelled():
        Event().wait(0.01)
    raise Stopped


def really(order: Order, progress: Progress, cancelled: Cancelled) -> Made:
    """Make it, in this process."""
    return Maker().make(order, progress, cancelled)


def test_what_a_newer_version_wrote_beside_the_plan_goes_with_it(
    qtbot: QtBot, session: Session, make: Make
) -> None:
    seen: list[Order] = []

    def exporter(order: Order, _progress: Progress, _cancelled: Cancelled) -> Made:
        seen.append(order)
        return Made()

    session.beside = Beside(9, {"plan": {"seal": "red"}})
    dialog = make(exporter)
    dialog.export()
    finish(qtbot, dialog)
    assert [order.beside for order in seen] == [session.beside]


def test_sections_are_left_out_by_their_boxes(qtbot: QtBot, make: Make, kept: list[Choices]) -> None:
    dialog = make()
    assert tuple(dialog.options.boxes) == PRESETS["self"].sections
    assert "whole plan is inside" in dialog.privacy.words.text()
    dialog.options.boxes["skipped"].click()
    assert dialog.privacy.words.text().endswith("of the plan inside the PDF: skipped platforms.")
    dialog.export()
    finish(qtbot, dialog)
    assert kept == [Choices(without=frozenset({"skipped"}))]


def test_no_name_that_can_be_chosen_is_cut(make: Make) -> None:
    options = make().options
    for choice in (options.kind, options.reader):
        names = [choice.itemText(index) for index in range(choice.count())]
        assert max(map(choice.fontMetrics().horizontalAdvance, names)) < choice.width() - 20


def test_a_document_without_sections_is_not_begun(make: Make) -> None:
    dialog = make()
    for box in dialog.options.boxes.values():
        box.setChecked(False)
    dialog.export()
    assert (dialog.batch, dialog.message.text()) == (None, NO_SECTION)


def test_all_readers_get_a_file_at_once(qtbot: QtBot, make: Make, target: Path) -> None:
    opened: list[Path] = []
    dialog = make()
    dialog.options.reader.choose(EVERY_READER)
    assert {*dialog.options.boxes} == {*chain.from_iterable(each.sections for each in PRESETS.values())}
    names = [f"plan - {preset.called}.pdf" for preset in PRESETS.values()]
    assert dialog.names.text() == f"Files: {listed(names)}."
    dialog.ways.show_file = opens(opened)
    dialog.export()
    finish(qtbot, dialog)
    assert sorted(target.parent.glob("*.pdf")) == sorted(map(target.with_name, names))
    assert opened == [target.parent]
    assert dialog.message.said.startswith(f"6 files are written to the folder “{target.parent}”: ")
    assert all(f"“{name}”" in dialog.message.said for name in names)


@pytest.mark.parametrize("id", FORMATS)
def test_every_kind_of_file_gets_its_ending(qtbot: QtBot, make: Make, target: Path, id: str) -> None:
    dialog = make(really)
    dialog.options.kind.choose(id)
    dialog.options.reader.choose("summary")
    path = target.with_suffix(FORMATS[id].ending)
    assert dialog.path.text() == str(path)
    assert dialog.options.reader.isEnabled() == FORMATS[id].sections
    assert dialog.options.paper.isEnabled() == FORMATS[id].pages
    dialog.export()
    finish(qtbot, dialog)
    assert path.stat().st_size > 100


def test_the_place_is_remembered_for_each_plan(
    qtbot: QtBot, session: Session, make: Make, memory: Memory, target: Path, theme: Theme
) -> None:
    dialog = make()
    dialog.export()
    finish(qtbot, dialog)
    again = ExportDialog(session, theme, written, memory, Choices(), lambda _: None)
    qtbot.addWidget(again)
    assert again.path.text() == str(target)
    session.new(replace(session.plan, id="other"))
    other = ExportDialog(session, theme, written, memory, Choices(), lambda _: None)
    qtbot.addWidget(other)
    assert other.path.text() != str(target)
    for number in range(EXPORTS_AT_MOST):
        memory.keep_export_path(f"plan {number}", target)
    assert memory.export_path("plan") is None
    assert memory.export_path(f"plan {EXPORTS_AT_MOST - 1}") == target


def test_it_can_be_stopped(qtbot: QtBot, make: Make, target: Path) -> None:
    begun = Event()

    def exporter(order: Order, progress: Progress, cancelled: Cancelled) -> Made:
        begun.set()
        return endless(order, progress, cancelled)

    dialog = make(exporter)
    dialog.export()
    assert begun.wait(5)
    assert dialog.batch
    dialog.batch.stop()
    finish(qtbot, dialog)
    assert dialog.message.text() == STOPPED
    assert not target.exists()


def test_closing_while_it_runs_stops_it_first_and_says_so(qtbot: QtBot, make: Make) -> None:
    dialog = make(endless)
    dialog.export()
    dialog.reject()
    finish(qtbot, dialog)
    assert dialog.message.text() == STOPPED
    assert dialog.isVisible()
    dialog.reject()
    assert not dialog.isVisible()


def test_who_stops_just_as_a_file_is_done_is_told_too(qtbot: QtBot, make: Make) -> None:
    begun, stopped = Event(), Event()

    def exporter(order: Order, progress: Progress, cancelled: Cancelled) -> Made:
        if order.path:
            begun.set()
            stopped.wait(5)
        return written(order, progress, cancelled)

    dialog = make(exporter)
    dialog.options.reader.choose(EVERY_READER)
    dialog.export()
    qtbot.waitUntil(begun.is_set)
    dialog.reject()
    stopped.set()
    finish(qtbot, dialog)
    assert dialog.message.text() == f"{STOPPED} Written before that: 1 of {len(PRESETS)}."


def test_a_name_alone_is_a_file_in_the_folder_that_was_proposed(
    make: Make, qtbot: QtBot, session: Session, memory: Memory, target: Path
) -> None:
    memory.keep_export_path(session.plan.id, target)
    dialog = make(path=Path("x"))
    dialog.export()
    finish(qtbot, dialog)
    assert target.with_name("x.pdf").is_file()


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (
            ExportRefused("“plan.pdf” cannot be written: the disk is full; choose another place."),
            "disk is full",
        ),
        (RuntimeError("boom"), "Nothing was written"),
    ],
)
def test_what_went_wrong_is_one_sentence(qtbot: QtBot, make: Make, error: Exception, said: str) -> None:
    def exporter(_order: Order, _progress: Progress, _cancelled: Cancelled) -> Made:
        raise error

    dialog = make(exporter)
    dialog.export()
    finish(qtbot, dialog)
    assert said in dialog.message.text()
    assert dialog.isVisible()


def test_a_pdf_that_another_program_holds_is_told_and_saved_under_another_name(
    qtbot: QtBot, make: Make, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    replaced = os.replace

    def held(old: str | Path, new: str | Path) -> None:
        if Path(new) == target:
            raise PermissionError(errno.EACCES, "held")
        replaced(old, new)

    monkeypatch.setattr(Path, "replace", held)
    monkeypatch.setattr(atomic, "PATIENCE", 0)
    target.write_bytes(b"old")
    dialog = make(really)
    dialog.options.reader.choose("tip-sheet")
    dialog.export()
    finish(qtbot, dialog)
    assert dialog.message.text() == (
        "“plan.pdf” cannot be written: another program holds it open; close it there, or choose another name."
    )
    assert dialog.elsewhere.isVisible()
    assert dialog.focusWidget() is dialog.elsewhere
    assert [path.read_bytes() for path in target.parent.glob("*.pdf")] == [b"old"]
    other = target.with_name("another.pdf")
    dialog.choose = lambda *_: other
    dialog.elsewhere.click()
    finish(qtbot, dialog)
    assert other.read_bytes().startswith(b"%PDF")
    assert target.read_bytes() == b"old"


def test_a_failure_says_what_was_written_before_it(qtbot: QtBot, make: Make) -> None:
    def exporter(order: Order, progress: Progress, cancelled: Cancelled) -> Made:
        if order.choices.preset == "publicist":
            raise ExportRefused("The disk is full.")
        return written(order, progress, cancelled)

    dialog = make(exporter)
    dialog.options.reader.choose(EVERY_READER)
    dialog.export()
    finish(qtbot, dialog)
    assert dialog.message.text() == f"The disk is full. Written before that: 2 of {len(PRESETS)}."


def test_a_file_that_is_there_is_told_before(make: Make, target: Path) -> None:
    target.write_bytes(b"old")
    dialog = make()
    assert dialog.message.text() == IS_THERE
    dialog.path.setText(str(target.with_suffix("")))
    assert dialog.message.text() == IS_THERE
    dialog.options.reader.choose(EVERY_READER)
    assert dialog.message.text() == ""
    target.with_name("plan - ads.pdf").write_bytes(b"old")
    dialog.path.setText(str(target))
    dialog.path.textChanged.emit(str(target))
    assert dialog.message.text() == SOME_ARE_THERE


def test_a_folder_is_not_taken_for_a_file_beside_it(make: Make, target: Path) -> None:
    dialog = make(path=target.parent)
    for typed in (str(target.parent), f"{target.parent}{os.sep}"):
        dialog.path.setText(typed)
        dialog.export()
        assert (dialog.batch, dialog.message.text()) == (None, A_FOLDER)


@pytest.mark.parametrize("name", ["", " ", ".", "..", "/", "a/..", "n" * 300, "/" + "n/" * 3000])
def test_what_cannot_be_a_file_is_told(qtbot: QtBot, make: Make, name: str) -> None:
    def exporter(_order: Order, _progress: Progress, _cancelled: Cancelled) -> Made:
        raise ExportRefused("“plan.pdf” cannot be written.")

    dialog = make(exporter)
    dialog.path.setText(name)
    dialog.export()
    finish(qtbot, dialog)
    assert dialog.message.text() in (NO_FILE, A_FOLDER, "“plan.pdf” cannot be written.")


def test_the_plan_itself_is_never_the_target(session: Session, make: Make, target: Path) -> None:
    target.write_bytes(b"plan")
    session.came_from = target
    dialog = make()
    dialog.export()
    assert dialog.batch is None
    assert dialog.message.text() == PLAN_ITSELF


def test_the_keyboard_goes_from_the_top_to_the_bottom(make: Make) -> None:
    dialog = make()
    dialog.options.kind.setFocus()
    passed: list[object] = []
    for _ in range(len(dialog.options.boxes) + 9):
        passed.append(dialog.focusWidget())
        dialog.focusNextChild()
    boxes = list(dialog.options.boxes.values())
    options = dialog.options
    head = [options.kind, options.reader, options.paper, options.text_size]
    assert passed[: 4 + len(boxes)] == [*head, *boxes]
    rest = passed[4 + len(boxes) :]
    assert rest[:1] == [dialog.path]
    assert isinstance(rest[1], QPushButton)
    assert rest[2] is dialog.open_after


def test_the_real_press_writes_a_whole_file_or_says_why_not(
    session: Session, target: Path, documents: Documents
) -> None:
    shares: list[float] = []
    order = Order(session.plan, Choices("tip-sheet", "letter"), DAY, target)
    documents.make(order, shares.append, lambda: False)
    assert target.read_bytes().startswith(b"%PDF")
    assert shares[-1] == 1
    with pytest.raises(ExportRefused, match=r"cannot be written: .*\.$"):
        documents.make(replace(order, path=target.parent), shares.append, lambda: False)
    target.unlink()
    with pytest.raises(Stopped):
        documents.make(replace(order, choices=Choices()), shares.append, lambda: True)
    assert list(target.parent.iterdir()) == []


@pytest.fixture
def documents(memory: Memory) -> Iterator[Documents]:
    documents = Documents(memory)
    yield documents
    documents.end()


def test_nothing_moves_when_the_export_begins(make: Make, qtbot: QtBot) -> None:
    dialog = make(endless)
    before = places(dialog)
    dialog.export()
    assert dialog.bar.isVisible()
    assert places(dialog) == before
    dialog.reject()
    finish(qtbot, dialog)
    assert dialog.message.text() == STOPPED
    assert places(dialog) == before


def places(dialog: ExportDialog) -> tuple[QSize, list[QRect]]:
    """The size of the dialog and where its parts are, once nothing waits to be laid out anew."""
    QApplication.processEvents()
    parts = (dialog.body, dialog.path, dialog.open_after, dialog.message)
    return dialog.size(), [part.geometry() for part in parts]
