"""What is shortened for a reader is said before anything is written."""

from dataclasses import replace

from pytestqt.qtbot import QtBot

from planner.export.formats import EVERY_READER
from planner.export.presets import PRESETS
from planner.press.orders import Made, Order
from planner.press.writers import SHORTENED
from tests.gui.export.conftest import Cancelled, Make, Progress, finish, written


def test_what_has_to_be_shortened_is_said_before(qtbot: QtBot, make: Make) -> None:
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
    assert not dialog.isVisible()


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
