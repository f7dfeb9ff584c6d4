"""No export takes the place of the file that a plan came from, and no extract that of the whole plan."""

from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from planner.app.window_setup import empty_plan, files_over
from planner.core.catalog import Catalog
from planner.export.choices import Choices
from planner.gui.export.destination import proposal, remember
from planner.gui.export.dialog import PLAN_ITSELF
from planner.gui.export.options import Options
from planner.gui.memory import Memory
from planner.gui.session import Session
from planner.storage import format as plan_format
from planner.storage.plan_in_pdf import NAME
from planner.storage.templates import SAMPLE, new_plan
from tests.gui.export.conftest import Make, finish
from tests.pdfs import pdf_with

WHOLE = new_plan(SAMPLE)


@pytest.fixture
def session(qapp: object, catalog: Catalog) -> Session:
    return Session(empty_plan(), catalog, files_over(catalog))


def test_a_pdf_is_not_replaced_by_what_is_made_of_its_plan(
    qtbot: QtBot, session: Session, make: Make, target: Path
) -> None:
    target.write_bytes(pdf_with({NAME: plan_format.write(WHOLE)}))
    assert session.open(target)
    dialog = make()
    dialog.options.reader.choose("ads")
    dialog.export()
    assert (dialog.batch, dialog.message.text()) == (None, PLAN_ITSELF)
    assert session.save_as(target.with_name("plan.frontlist"))
    dialog.export()
    finish(qtbot, dialog)
    assert dialog.message.text() != PLAN_ITSELF


def test_an_extract_is_not_proposed_in_the_place_of_the_whole_plan(
    session: Session, memory: Memory, target: Path
) -> None:
    options = Options(Choices())
    remember(WHOLE, memory, options, target)
    session.new(WHOLE)
    assert proposal(session, memory, options) == target
    part = replace(WHOLE, extract="the ads freelancer")
    session.new(part)
    assert proposal(session, memory, options).name == f"{WHOLE.name} (extract) - everything.pdf"
    remember(part, memory, options, target.with_name("part.pdf"))
    assert proposal(session, memory, options).name == "part.pdf"
    session.new(WHOLE)
    assert proposal(session, memory, options) == target
