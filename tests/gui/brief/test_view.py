"""The brief: every field of every table writes to the plan, and lists grow and shrink."""

from dataclasses import fields, replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QListWidget, QPushButton
from pytestqt.qtbot import QtBot

from planner.core import edits
from planner.core.catalog import Catalog
from planner.core.plan import Account, Recheck
from planner.gui.brief.lists import MAKERS, adding, holder_of, lifting, removing, targets
from planner.gui.brief.row_list import RowList
from planner.gui.brief.tables import PARTS, Cover, Rows
from planner.gui.brief.view import BriefView
from planner.gui.inspector import tables
from planner.gui.parts.choices import chooser
from planner.gui.parts.field import FieldBox
from planner.gui.parts.values import Kind
from planner.gui.session import Session
from planner.gui.theme import Theme
from tests.gui.samples import full_plan, full_session

LISTS = [part for parts in PARTS.values() for part in parts if isinstance(part, Rows)]


@pytest.fixture
def session(qtbot: QtBot, catalog: Catalog) -> Session:
    return full_session(catalog)


@pytest.fixture
def brief(qtbot: QtBot, session: Session, theme: Theme) -> BriefView:
    made = BriefView(session, theme)
    qtbot.addWidget(made)
    made.resize(760, 700)
    with qtbot.waitExposed(made):
        made.show()
    return made


def open_page(brief: BriefView, name: str) -> None:
    index = brief.findChild(QListWidget, "brief_index")
    assert isinstance(index, QListWidget)
    index.setCurrentRow(list(PARTS).index(name))


def box(brief: BriefView, name: str) -> FieldBox:
    return next(b for b in brief.findChildren(FieldBox) if b.field.name == name and b.isVisibleTo(brief))


def test_every_field_exists_in_its_record(session: Session) -> None:
    plan = full_plan()
    for parts in PARTS.values():
        for part in parts:
            if isinstance(part, Cover):
                continue
            names = {field.name for field in part.fields}
            if isinstance(part, Rows):
                new = MAKERS[part.slot]("x")
                assert all(hasattr(new, name) for name in names)
            else:
                assert names <= {field.name for field in fields(holder_of(plan, part.record))}


def test_every_choice_has_a_table(session: Session) -> None:
    choices = chooser(session)
    inspector = (*tables.CHANNEL, *tables.SEVERAL, *tables.ACTIVITY)
    brief = [
        field
        for parts in PARTS.values()
        for part in parts
        if not isinstance(part, Cover)
        for field in part.fields
    ]
    for field in (*inspector, *brief):
        assert field.kind is not Kind.CHOICE or choices(field.choices)


def test_typing_a_title_changes_the_plan(brief: BriefView, session: Session) -> None:
    title = box(brief, "subtitle")
    assert isinstance(title.editor, QLineEdit)
    title.editor.insert("海盐之路 <i>")  # keys of a test are ASCII only
    title.editor.textEdited.emit(title.editor.text())
    assert session.plan.book.subtitle == "海盐之路 <i>"
    assert session.stack.undoText() == "Change subtitle of the book"
    session.stack.undo()
    assert session.plan.book.subtitle == ""


def test_a_date_that_does_not_exist_is_refused_in_place(brief: BriefView, session: Session) -> None:
    open_page(brief, "Launch")
    launch = box(brief, "launch")
    assert isinstance(launch.editor, QLineEdit)
    launch.editor.selectAll()
    QTest.keyClicks(launch.editor, "2027-02-30\r")
    assert session.plan.launch == full_plan().launch
    assert (
        launch.editor.accessibleDescription() == "Write a date that exists, such as 2027-05-04 or 4 May 2027."
    )


@pytest.mark.parametrize("rows", LISTS, ids=lambda rows: rows.slot)
def test_lists_grow_move_and_shrink(session: Session, rows: Rows) -> None:
    def count() -> int:
        return len(targets(session.document.tree, rows))

    before = count()
    assert session.do(adding(session.document.tree, rows, "snapchat"))
    assert session.do(adding(session.document.tree, rows, "snapchat"))
    assert count() == before + 2
    session.do(lifting(session.document.tree, rows, before + 1))
    assert session.do(removing(session.document.tree, rows, before))
    assert count() == before + 1
    while session.stack.canUndo():
        session.stack.undo()
    assert session.plan == full_plan()


def test_a_new_line_can_be_typed_into_at_once(brief: BriefView, session: Session) -> None:
    open_page(brief, "People")
    people = brief.findChild(RowList, "people_rows")
    assert isinstance(people, RowList)
    people.add()
    assert session.plan.people[-1].name == ""
    names = [b for b in people.findChildren(FieldBox) if b.field.name == "name" and b.isVisibleTo(people)]
    QTest.keyClicks(names[-1].editor, "Bo")
    assert session.plan.people[-1].name == "Bo"


def test_of_each_account_is_asked_what_can_change_something_there(brief: BriefView, session: Session) -> None:
    reader_server, letters = (Account(id=id, platform=id) for id in ("discord", "email-newsletter"))
    session.new(replace(session.plan, accounts=(reader_server, letters)))
    open_page(brief, "Accounts")
    accounts = brief.findChild(RowList, "accounts_rows")
    assert isinstance(accounts, RowList)

    def asked(name: str) -> list[bool]:
        return [b.isVisibleTo(accounts) for b in accounts.findChildren(FieldBox) if b.field.name == name]

    assert asked("list_size") == asked("legal_basis") == [False, True]
    assert asked("followers") == asked("domains") == [True, True]
    session.do(edits.set_field(session.document.tree, "email-newsletter", "platform", "tiktok", "Change"))
    brief.refresh()
    assert asked("list_size") == [False, False]


def test_a_field_in_which_somebody_types_stays(brief: BriefView, session: Session) -> None:
    session.new(replace(session.plan, accounts=(Account(id="talk", platform="discord", list_size=5),)))
    open_page(brief, "Accounts")
    size = box(brief, "list_size")
    size.editor.setFocus()
    QTest.keyClick(size.editor, Qt.Key.Key_End)
    QTest.keyClick(size.editor, Qt.Key.Key_Backspace)
    assert session.plan.accounts[0].list_size is None
    brief.refresh()
    assert size.isVisible()


def test_a_finding_opens_its_page(brief: BriefView, session: Session) -> None:
    session.reveal.emit("goal", "brief")
    assert box(brief, "target").isVisible()
    session.reveal.emit("plan", "brief")
    assert box(brief, "launch").isVisible()
    session.do(edits.add(session.document.tree, "plan", Recheck(id="note"), "Note"))
    session.reveal.emit("note", "brief")
    assert brief.index.currentRow() == list(PARTS).index("Checked")


@pytest.mark.parametrize("page", PARTS)
def test_all_of_a_page_is_in_reach_in_a_small_window(
    brief: BriefView, session: Session, page: str, qtbot: QtBot
) -> None:
    brief.resize(440, 400)
    brief.index.setCurrentRow(list(PARTS).index(page))
    shown = brief._pages[page]

    def fits() -> bool:
        editors = [box.editor for box in shown.findChildren(FieldBox) if box.isVisible()]
        buttons = [button for button in shown.findChildren(QPushButton) if button.isVisible()]
        places = [each.mapTo(shown.viewport(), each.rect().topRight()) for each in (*editors, *buttons)]
        in_reach = all(place.x() < shown.viewport().width() for place in places)
        return in_reach and all(editor.width() >= 90 for editor in editors)

    qtbot.waitUntil(fits)


def test_fields_stand_beside_each_other_where_there_is_room(brief: BriefView, qtbot: QtBot) -> None:
    editors = [
        box.editor
        for box in brief.findChildren(FieldBox)
        if box.field.name in ("title", "subtitle", "release", "preorder", "final_file")
    ]

    def rows() -> int:
        return len({editor.mapTo(brief, QPoint()).y() for editor in editors})

    brief.resize(760, 700)
    qtbot.waitUntil(lambda: rows() == 2)
    brief.resize(400, 700)
    qtbot.waitUntil(lambda: rows() == 5)
    brief.resize(760, 700)
    qtbot.waitUntil(lambda: rows() == 2)
