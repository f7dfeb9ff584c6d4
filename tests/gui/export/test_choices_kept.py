"""What was taken out of a document stays out, whoever it is for next and whatever is exported in between."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from planner.app.documents import Documents
from planner.export.choices import Choices
from planner.export.formats import EVERY_READER, FORMATS
from planner.export.presets import PRESETS, SECTION_NAMES
from planner.gui.export.destination import typed_path
from planner.gui.memory import Memory
from planner.press.orders import Made, Order
from tests.gui.export.conftest import Cancelled, Make, Progress, finish, written


def test_what_was_taken_out_is_in_no_readers_file(qtbot: QtBot, make: Make, kept: list[Choices]) -> None:
    orders: list[Order] = []

    def exporter(order: Order, progress: Progress, cancelled: Cancelled) -> Made:
        orders.extend([order] if order.path else [])
        return written(order, progress, cancelled)

    dialog = make(exporter)
    dialog.options.reader.choose("assistant")
    dialog.options.boxes["people"].click()
    dialog.options.reader.choose(EVERY_READER)
    assert not dialog.options.boxes["people"].isChecked()
    assert f"Taken out of all: {SECTION_NAMES['people']}." in dialog.privacy.words.text()
    dialog.options.boxes["copy"].click()
    dialog.export()
    finish(qtbot, dialog)
    assert [order.choices.preset for order in orders] == list(PRESETS)
    assert all({"people", "copy"}.isdisjoint(order.choices.sections) for order in orders)
    assert kept == [Choices("assistant", without=frozenset({"people", "copy"}))]


@pytest.mark.parametrize("kind", [id for id, format in FORMATS.items() if not format.sections])
def test_a_calendar_in_between_changes_no_choice(
    qtbot: QtBot, make: Make, kept: list[Choices], kind: str
) -> None:
    dialog = make()
    dialog.options.reader.choose("assistant")
    dialog.options.boxes["people"].click()
    dialog.options.kind.choose(kind)
    dialog.export()
    finish(qtbot, dialog)
    assert kept == [Choices("assistant", without=frozenset({"people"}))]


def test_the_paper_and_the_size_of_text_are_the_same_after_the_next_start(memory: Memory) -> None:
    Documents(memory).choose(Choices("assistant", "letter", frozenset({"people"}), "large"))
    assert Documents(memory).choices == Choices("self", "letter", frozenset(), "large")
    memory.pages = ("vellum", "")
    assert Documents(memory).choices == Choices()


def test_whether_what_was_exported_is_opened_is_remembered(qtbot: QtBot, make: Make) -> None:
    dialog = make()
    assert dialog.open_after.isChecked()
    for opens in (False, True):
        dialog.open_after.setChecked(opens)
        dialog.export()
        finish(qtbot, dialog)
        assert make().open_after.isChecked() == opens


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        *((text, None) for text in ("", " ", ".", "./", "..", "a/..", "~", "~/", "/")),
        *((text, None) for text in ("plan/", "a/plan.pdf/ ", "a/.", "there", "there/")),
        *(("plan", "plan.pdf"), (" plan.html ", "plan.pdf"), ("a/plan", "a/plan.pdf"), ("v1.2", "v1.2.pdf")),
    ],
)
def test_a_folder_is_no_file(tmp_path: Path, typed: str, name: str | None) -> None:
    (tmp_path / "there").mkdir()
    assert typed_path(typed, FORMATS["pdf"], tmp_path) == (tmp_path / name if name else None)
