"""The bars above and below the pages have room for what stands in them, in letters of any size."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from planner.export.presets import PAPER_NAMES, PRESET_NAMES, TEXT_SIZE_NAMES
from planner.gui.preview.view import PreviewView
from planner.gui.theme import scaled
from tests.gui.preview.conftest import seen, show

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
LOW_SCREEN = QSize(1024, 640)
BESIDES = 330  # pixels of what stands beside the preview in a narrow window


@pytest.fixture(params=[96, 120, 144], autouse=True)
def letters(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[None]:
    """Letters as large as a screen of so many dots an inch makes them."""
    usual = qapp.font()
    qapp.setFont(scaled(usual, request.param / 96))
    yield
    qapp.setFont(usual)


def whole(bar: QWidget) -> bool:
    """Whether all buttons and labels that are seen of a bar have the room that they ask for."""
    parts = [each for kind in (QAbstractButton, QLabel) for each in bar.findChildren(kind)]
    there = [each for each in parts if each.isVisible() and each.parent() is bar]
    return all(
        each.width() >= each.sizeHint().width() and bar.rect().contains(each.geometry()) for each in there
    )


def export(view: PreviewView) -> QPushButton:
    """The button that exports what is seen."""
    [button] = view.bar.findChildren(QPushButton)
    return button


def test_in_the_narrowest_view_nothing_is_cut(qtbot: QtBot, view: PreviewView) -> None:
    show(qtbot, view)
    view.resize(1, 600)
    for word in ("", "Salt"):
        view.guide.word.setText(word)
        qtbot.waitUntil(lambda: view.guide.found.text().endswith("found") or not view.guide.word.text())
        qtbot.waitUntil(lambda: whole(view.bar) and whole(view.guide))
        assert view.guide.word.width() >= 10 * view.fontMetrics().averageCharWidth()
    for choice, names in ((view.bar.paper, PAPER_NAMES), (view.bar.text_size, TEXT_SIZE_NAMES)):
        for value, name in names.items():
            choice.choose(value)
            assert seen(choice) == name
    assert len(seen(view.bar.preset)) > 8
    assert view.minimumSizeHint().width() < LOW_SCREEN.width() - BESIDES


def test_names_stand_beside_the_choices_only_where_a_readers_name_is_whole(
    qtbot: QtBot, view: PreviewView
) -> None:
    show(qtbot, view)
    names = [each for each in view.bar.findChildren(QLabel) if each.parent() is view.bar]
    assert len(names) == 3
    for width in range(400, 1500, 20):
        view.resize(width, 600)
        qtbot.waitUntil(lambda: whole(view.bar) and whole(view.guide))
        shown = {each.isVisible() for each in names}
        assert len(shown) == 1
        if not shown.pop():
            continue
        assert export(view).isVisible()
        for value, name in PRESET_NAMES.items():
            view.bar.preset.choose(value)
            assert seen(view.bar.preset) == name
    assert names[0].isVisible()
    assert view.guide.contents.isVisible()
