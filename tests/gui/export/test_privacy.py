"""What is shortened for a reader is said before anything is written."""

from dataclasses import replace
from pathlib import Path
from threading import Event

import pytest
from pytestqt.qtbot import QtBot

from planner.export.formats import EVERY_READER, FORMATS
from planner.export.presets import PRESETS
from planner.gui.export import outcome
from planner.gui.export.dialog import LOOKING, READ_FIRST, STOPPED
from planner.gui.export.privacy import FOR_YOURSELF
from planner.press.orders import SHORTENED, ExportRefused, Made, Order
from tests.gui.export.conftest import Cancelled, Make, Progress, finish, written


def test_what_has_to_be_shortened_is_said_before(qtbot: QtBot, make: Make, target: Path) -> None:
    asked: list[Order] = []

    def exporter(order: Order, progress: Progress, cancelled: Cancelled) -> Made:
        asked.append(order)
        return replace(written(order, progress, cancelled), said="The text under “Risks” is shortened.")

    dialog = make(exporter)
    dialog.options.reader.choose("summary")
    qtbot.waitUntil(lambda: "“Risks” is shortened" in dialog.privacy.words.text())
    assert [(order.format, order.path) for order in asked] == [(SHORTENED, None)]
    dialog.export()
    finish(qtbot, dialog)
    assert dialog.message.said == outcome.written([target])


def test_what_is_found_out_only_after_the_button_was_pressed_is_said_before_the_file_is_written(
    qtbot: QtBot, make: Make, target: Path
) -> None:
    known = Event()

    def exporter(order: Order, progress: Progress, cancelled: Cancelled) -> Made:
        if order.format == SHORTENED:
            assert known.wait(5)
        return replace(written(order, progress, cancelled), said="The text under “Risks” is shortened.")

    dialog = make(exporter)
    dialog.options.reader.choose("summary")
    dialog.export()
    assert dialog.message.text() == LOOKING
    known.set()
    finish(qtbot, dialog)
    assert dialog.message.text() == READ_FIRST
    assert "“Risks” is shortened" in dialog.privacy.words.text()
    assert not target.exists()
    dialog.export()
    finish(qtbot, dialog)
    assert target.is_file()
    assert dialog.message.said == outcome.written([target])


@pytest.mark.parametrize("fails", [False, True])
def test_where_nothing_has_to_be_shortened_one_press_is_enough(
    qtbot: QtBot, make: Make, target: Path, fails: bool
) -> None:
    def exporter(order: Order, progress: Progress, cancelled: Cancelled) -> Made:
        if fails and order.format == SHORTENED:
            raise ExportRefused("It cannot be made.")
        return written(order, progress, cancelled)

    dialog = make(exporter)
    dialog.options.reader.choose(EVERY_READER)
    dialog.export()
    finish(qtbot, dialog)
    assert len(list(target.parent.glob("*.pdf"))) == len(PRESETS)
    assert dialog.message.said.startswith(f"{len(PRESETS)} files are written")


def test_what_is_being_found_out_can_be_left(qtbot: QtBot, make: Make, target: Path) -> None:
    known = Event()

    def exporter(order: Order, progress: Progress, cancelled: Cancelled) -> Made:
        assert known.wait(5)
        return written(order, progress, cancelled)

    dialog = make(exporter)
    dialog.options.reader.choose("summary")
    dialog.export()
    dialog.reject()
    assert (dialog.busy, dialog.message.text()) == (False, STOPPED)
    known.set()
    qtbot.waitUntil(lambda: not dialog.privacy.finding_out)
    assert not dialog.busy
    assert not target.exists()


def test_what_has_to_be_shortened_for_any_reader_is_said_before_all_get_their_files(
    qtbot: QtBot, make: Make
) -> None:
    def exporter(order: Order, progress: Progress, cancelled: Cancelled) -> Made:
        return replace(written(order, progress, cancelled), said=f"Cut for {order.choices.preset}.")

    dialog = make(exporter)
    dialog.options.reader.choose(EVERY_READER)
    limited = [preset for preset, each in PRESETS.items() if each.pages]
    qtbot.waitUntil(lambda: f"Cut for {limited[-1]}." in dialog.privacy.words.text())
    for preset in limited:
        assert f"{PRESETS[preset].name}. Cut for {preset}." in dialog.privacy.words.text()


def test_what_is_shortened_of_several_is_told_once_and_of_which(qtbot: QtBot, make: Make) -> None:
    """What was said before the export is not said again after it."""

    def exporter(order: Order, progress: Progress, cancelled: Cancelled) -> Made:
        limited = PRESETS[order.choices.preset].pages is not None
        return replace(written(order, progress, cancelled), said="It is shortened." if limited else "")

    dialog = make(exporter)
    dialog.options.reader.choose(EVERY_READER)
    qtbot.waitUntil(lambda: not dialog.privacy.finding_out)
    assert FOR_YOURSELF in dialog.privacy.words.text()
    for preset in ("tip-sheet", "summary"):
        assert f"{PRESETS[preset].name}. It is shortened." in dialog.privacy.words.text()
    dialog.export()
    finish(qtbot, dialog)
    assert dialog.message.said.startswith(f"{len(PRESETS)} files are written")
    assert "It is shortened" not in dialog.message.said


@pytest.mark.parametrize("format", ["links", "tasks", "calendar"])
def test_what_a_table_or_a_calendar_holds_is_said(format: str, make: Make) -> None:
    dialog = make()
    dialog.options.kind.choose(format)
    assert dialog.privacy.words.text() == FORMATS[format].holds != ""
