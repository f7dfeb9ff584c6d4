"""Plans out of PDFs in the window: without a file of their own, and known as extracts all along."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from pytestqt.qtbot import QtBot

from planner.app.window_setup import empty_plan, files_over
from planner.core.catalog import Catalog
from planner.core.plan import Plan
from planner.gui.memory import Memory
from planner.gui.session import Session
from planner.gui.top_bar import kind_text
from planner.gui.window import Window
from planner.storage import format as plan_format
from planner.storage.plan_file import open_plan, save_plan
from planner.storage.plan_in_pdf import NAME
from planner.storage.templates import SAMPLE, new_plan
from tests.gui.conftest import FakeAsk
from tests.pdfs import pdf_with

EXTRACT = replace(new_plan(SAMPLE), extract="the assistant", budget=None)


@pytest.fixture
def session(qapp: object, catalog: Catalog) -> Session:
    return Session(empty_plan(), catalog, files_over(catalog))


@pytest.fixture
def plan() -> Plan:
    return empty_plan()


@pytest.fixture
def pdf(tmp_path: Path) -> Path:
    path = tmp_path / "out.pdf"
    path.write_bytes(pdf_with({NAME: plan_format.write(EXTRACT)}))
    return path


def drop(window: Window, path: Path) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    copy, left, plain = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    window.dropEvent(QDropEvent(QPointF(5, 5), copy, mime, left, plain))


def test_a_dropped_pdf_opens_as_an_extract_that_is_saved_elsewhere(
    qtbot: QtBot, window: Window, session: Session, ask: FakeAsk, memory: Memory, pdf: Path
) -> None:
    before = pdf.read_bytes()
    with qtbot.waitSignal(session.opened):
        drop(window, pdf)
    assert session.plan == EXTRACT
    assert session.path is None
    assert "extract for the assistant" in window.windowTitle()
    assert "made for the assistant" in session.notices[1]
    assert memory.recent == [pdf]
    ask.path = pdf.with_name("mine.frontlist")
    assert window.filing.save()
    assert ask.asked == [f"{EXTRACT.name} (extract).frontlist"]
    assert open_plan(ask.path).plan.extract == "the assistant"
    assert pdf.read_bytes() == before


def test_an_extract_never_takes_the_place_of_its_plan(
    qtbot: QtBot, window: Window, session: Session, ask: FakeAsk, pdf: Path
) -> None:
    ask.path = pdf.with_name("whole.frontlist")
    save_plan(ask.path, replace(EXTRACT, extract=""))
    window.filing.open_path(pdf)
    with qtbot.waitSignal(session.failed) as told:
        assert not window.filing.save()
    assert told.args[0].startswith("“whole.frontlist” cannot be saved: it holds the whole plan")
    assert session.path is None


def test_a_pdf_without_a_plan_is_told_and_the_plan_stays(qtbot: QtBot, session: Session, pdf: Path) -> None:
    pdf.write_bytes(pdf_with({}))
    before = session.plan
    with qtbot.waitSignal(session.failed) as told:
        assert not session.open(pdf)
    assert "a PDF without a plan in it" in told.args[0]
    assert session.plan is before


def test_a_reader_with_a_long_odd_name_stays_short() -> None:
    said = kind_text(replace(EXTRACT, extract="\u202ea\n" * 100))
    assert said.isprintable()
    assert len(said) < 60
