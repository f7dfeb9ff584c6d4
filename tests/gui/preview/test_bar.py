"""The choices above the pages: none is cut without a sign, and sections are ticked one after the other."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from planner.export.choices import NO_SECTION
from planner.export.presets import PAPER_NAMES, PRESET_NAMES, TEXT_SIZE_NAMES
from planner.gui.preview.sections_menu import SectionsMenu
from planner.gui.preview.view import PreviewView
from tests.gui.preview.conftest import Fake, pick, seen, settled, show

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.mark.parametrize("width", [450, 700, 1000])
def test_paper_and_size_are_never_cut_and_a_readers_name_ends_in_an_ellipsis(
    qtbot: QtBot, view: PreviewView, width: int
) -> None:
    view.resize(width, 600)
    show(qtbot, view)
    for choice, names in ((view.bar.paper, PAPER_NAMES), (view.bar.text_size, TEXT_SIZE_NAMES)):
        for value, name in names.items():
            choice.choose(value)
            assert seen(choice) == name
    for value, name in PRESET_NAMES.items():
        view.bar.preset.choose(value)
        shown = seen(view.bar.preset)
        assert shown == name or (shown.endswith("…") and name.startswith(shown[:-1]))
        assert view.bar.preset.fontMetrics().horizontalAdvance(shown) < view.bar.preset.width() - 25
        assert view.bar.preset.toolTip() == name


def test_the_list_of_readers_shows_whole_names(qtbot: QtBot, view: PreviewView) -> None:
    view.resize(450, 600)
    show(qtbot, view)
    preset = view.bar.preset
    preset.showPopup()
    widest = max(map(preset.fontMetrics().horizontalAdvance, PRESET_NAMES.values()))
    assert preset.view().viewport().width() > widest
    preset.hidePopup()


@pytest.fixture
def menu(qtbot: QtBot, view: PreviewView) -> SectionsMenu:
    """The sections, opened."""
    show(qtbot, view)
    menu = view.bar.sections
    menu.popup(view.mapToGlobal(QPoint(0, 0)))
    return menu


def click(menu: SectionsMenu, name: str) -> None:
    """Click a row of the menu."""
    [action] = [each for each in menu.actions() if each.text() == name]
    QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(action).center())


def test_sections_are_ticked_one_after_the_other(
    qtbot: QtBot, view: PreviewView, menu: SectionsMenu, fake: Fake
) -> None:
    with qtbot.waitSignal(view.pages.shown, timeout=20_000):
        click(menu, "Goals")
        click(menu, "Tasks")
    assert menu.isVisible()
    assert fake.orders[-1].choices.without == {"goals", "tasks"}
    with qtbot.waitSignal(view.pages.shown, timeout=20_000):
        QTest.keyClick(menu, Qt.Key.Key_Space)
    assert menu.isVisible()
    assert fake.orders[-1].choices.without == {"goals"}
    QTest.keyClick(menu, Qt.Key.Key_Escape)
    assert not menu.isVisible()


def test_all_sections_or_none_are_ticked_at_once(
    qtbot: QtBot, view: PreviewView, menu: SectionsMenu, fake: Fake
) -> None:
    click(menu, "No section")
    qtbot.waitUntil(lambda: view.message.text() == NO_SECTION)
    settled(qtbot, view)
    with qtbot.waitSignal(view.pages.shown, timeout=20_000):
        click(menu, "Book basics")
    assert view.message.text() == ""
    assert fake.orders[-1].choices.sections == ("book",)
    with qtbot.waitSignal(view.pages.shown, timeout=20_000):
        click(menu, "All sections")
    assert fake.orders[-1].choices.without == frozenset()


def test_what_is_left_out_for_one_reader_is_kept_for_the_next(view: PreviewView) -> None:
    view.bar.sections.actions()[-1].trigger()
    left_out = view.bar.choices.without
    assert len(left_out) == 1
    pick(view.bar.preset, "summary")
    view.bar.sections.actions()[-1].trigger()
    pick(view.bar.preset, "self")
    assert view.bar.choices.without == left_out
