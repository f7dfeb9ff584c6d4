"""The cover in the brief: chosen by the author, shown, taken out and brought back by undo."""

from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from planner.core import edits
from planner.core.catalog import Catalog
from planner.export.picture import BROKEN
from planner.gui.brief.cover import NONE, SHOWN, CoverBox
from planner.gui.brief.view import BriefView
from planner.gui.session import Session
from planner.gui.theme import Theme
from tests.gui.samples import full_session


@pytest.fixture
def session(qtbot: QtBot, catalog: Catalog) -> Session:
    return full_session(catalog)


@pytest.fixture
def view(qtbot: QtBot, session: Session, theme: Theme) -> BriefView:
    made = BriefView(session, theme)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    return made


@pytest.fixture
def box(view: BriefView) -> CoverBox:
    found = view.findChild(CoverBox)
    assert isinstance(found, CoverBox)
    return found


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "cover.png"
    Image.new("RGB", (200, 300), "red").save(path)
    return path


def press(box: CoverBox, name: str) -> None:
    """Press a button with the keyboard."""
    button = {"choose": box.choose_button, "remove": box.remove_button}[name]
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)


def test_a_cover_is_chosen_shown_removed_and_undone(box: CoverBox, session: Session, file: Path) -> None:
    assert (box.image.text(), box.remove_button.isEnabled()) == (NONE, False)
    box.choose = lambda _parent: file
    press(box, "choose")
    lines = session.plan.book.cover
    assert lines
    assert not box.image.pixmap().isNull()
    assert box.image.pixmap().height() == SHOWN.height() * box.devicePixelRatioF()
    assert box.image.accessibleName() == f"Cover of {session.plan.book.title}"
    press(box, "remove")
    assert session.plan.book.cover == ()
    assert box.image.text() == NONE
    session.stack.undo()
    box.refresh()
    assert session.plan.book.cover == lines
    assert not box.image.pixmap().isNull()


def test_a_broken_file_is_told_and_changes_nothing(box: CoverBox, session: Session, tmp_path: Path) -> None:
    path = tmp_path / "cover.png"
    path.write_text("no picture")
    box.choose = lambda _parent: path
    press(box, "choose")
    assert session.plan.book.cover == ()
    assert "choose another file" in box.message.text()


def test_nothing_chosen_changes_nothing(box: CoverBox, session: Session) -> None:
    box.choose = lambda _parent: None
    press(box, "choose")
    assert session.plan.book.cover == ()


def test_a_broken_cover_in_the_plan_is_told(box: CoverBox, session: Session) -> None:
    tree = session.document.tree
    session.do(edits.set_field(tree, tree.plan.book.id, "cover", ("broken",), "Break"))
    box.refresh()
    assert (box.message.text(), box.image.text()) == (BROKEN, NONE)
    assert box.remove_button.isEnabled()
