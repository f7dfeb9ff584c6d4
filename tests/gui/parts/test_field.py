"""Fields: each change is an edit, typing merges, and what cannot be read leaves the value alone."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from planner.core.catalog import Catalog
from planner.core.plan import Channel
from planner.core.vocabulary import Stance
from planner.gui.parts.choice import Choice
from planner.gui.parts.choices import chooser
from planner.gui.parts.field import Field, FieldBox
from planner.gui.parts.labels import Words
from planner.gui.parts.targets import AccountTarget, RecordTarget, Target
from planner.gui.parts.values import Kind
from planner.gui.session import Session
from tests.gui.samples import OPEN, full_session

CHANNEL = RecordTarget("open")


@pytest.fixture
def session(qtbot: QtBot, catalog: Catalog) -> Session:
    return full_session(catalog)


def make(qtbot: QtBot, session: Session, field: Field, target: Target = CHANNEL) -> FieldBox:
    box = FieldBox(session, field, chooser(session))
    qtbot.addWidget(box)
    box.bind(target, "TikTok")
    session.plan_changed.connect(box.refresh)
    return box


def channel(session: Session) -> Channel:
    return session.document.tree.get("open", Channel)


def line(box: FieldBox) -> QLineEdit:
    assert isinstance(box.editor, QLineEdit)
    return box.editor


def test_typing_is_one_step_to_undo_with_a_readable_label(qtbot: QtBot, session: Session) -> None:
    box = make(qtbot, session, Field("cadence", "Cadence"))
    QTest.keyClicks(box.editor, "weekly")
    assert channel(session).cadence == "weekly"
    assert session.stack.count() == 1
    assert session.stack.undoText() == "Change cadence of TikTok"
    session.stack.undo()
    assert channel(session).cadence == ""
    assert line(box).text() == ""


def test_going_on_to_another_field_ends_the_run(qtbot: QtBot, session: Session) -> None:
    box = make(qtbot, session, Field("cadence", "Cadence"))
    QTest.keyClicks(box.editor, "a")
    QTest.keyClick(box.editor, Qt.Key.Key_Return)
    QTest.keyClicks(box.editor, "b")
    assert session.stack.count() == 2


def test_a_bad_amount_keeps_the_old_value_and_says_so_beside_the_field(
    qtbot: QtBot, session: Session
) -> None:
    box = make(qtbot, session, Field("hours", "Hours a week", Kind.NUMBER))
    QTest.keyClicks(box.editor, "3")
    QTest.keyClick(box.editor, Qt.Key.Key_Return)
    line(box).selectAll()
    QTest.keyClicks(box.editor, "12x")
    QTest.keyClick(box.editor, Qt.Key.Key_Return)
    assert channel(session).hours == 3
    assert box.editor.accessibleDescription() == "Write a number such as 2.5."
    assert box.editor.property("wrong")
    line(box).selectAll()
    QTest.keyClicks(box.editor, "4")
    assert channel(session).hours == 4
    assert not box.editor.property("wrong")


def test_a_choice_shows_values_that_are_not_in_its_list(qtbot: QtBot, session: Session) -> None:
    box = make(qtbot, session, Field("owner", "Owner", Kind.CHOICE, choices="person"))
    assert isinstance(box.editor, Choice)
    box.editor.activated.emit(box.editor.findText("Ana"))
    assert channel(session).owner == "person"
    assert box.editor.currentText() == "Ana"


def test_an_account_is_made_with_its_first_value(qtbot: QtBot, session: Session) -> None:
    box = make(qtbot, session, Field("followers", "Followers", Kind.WHOLE), AccountTarget(OPEN))
    QTest.keyClicks(box.editor, "800")
    account = session.plan.account(OPEN)
    assert account
    assert account.followers == 800
    session.stack.undo()
    session.stack.undo()
    assert session.plan.accounts == ()


def test_a_choice_of_an_enumeration_stays_one(qtbot: QtBot, session: Session) -> None:
    box = make(qtbot, session, Field("stance", "Stance", Kind.CHOICE, choices="stance"))
    assert isinstance(box.editor, Choice)
    box.editor.activated.emit(box.editor.findText("Experiment"))
    assert channel(session).stance is Stance.EXPERIMENT
    assert box.editor.value() is Stance.EXPERIMENT


def test_codes_are_said_by_name_beneath_their_field(qtbot: QtBot, session: Session) -> None:
    field = Field("languages", "Languages", Kind.LIST, choices="spoken")
    box = make(qtbot, session, field, AccountTarget("tiktok"))
    box.editor.setFocus()
    QTest.keyClicks(box.editor, "en, qq")
    said = [words.text() for words in box.findChildren(Words)]
    assert "English, qq: not in the list" in said


def test_names_are_taken_for_their_codes(qtbot: QtBot, session: Session) -> None:
    book = RecordTarget("book")
    box = make(qtbot, session, Field("markets", "Markets", Kind.LIST, choices="region"), book)
    QTest.keyClicks(box.editor, "germany, GB, Atlantis")
    assert session.plan.book.markets == ("DE", "GB", "Atlantis")
    QTest.keyClick(box.editor, Qt.Key.Key_Return)
    assert line(box).text() == "DE, GB, Atlantis"


@pytest.mark.parametrize(
    ("typed", "codes"),
    [
        ("UK; the Netherlands", ("GB", "NL")),
        ("U.S.A., Great Britain、Czech Republic", ("US", "GB", "CZ")),
        ("china", ("CN",)),
        ("us, Gb", ("US", "GB")),
    ],
)
def test_markets_are_known_by_all_that_people_call_them(
    qtbot: QtBot, session: Session, typed: str, codes: tuple[str, ...]
) -> None:
    field = Field("markets", "Markets", Kind.LIST, choices="region")
    box = make(qtbot, session, field, RecordTarget("book"))
    line(box).setText(typed)
    line(box).textEdited.emit(typed)
    assert session.plan.book.markets == codes


@pytest.mark.parametrize("typed", ["4 May 2027", "4. may 2027", "May 4, 2027", "2027-05-04"])
def test_a_day_is_typed_as_people_write_it(qtbot: QtBot, session: Session, typed: str) -> None:
    box = make(qtbot, session, Field("preorder", "Pre-order opens", Kind.WHEN), RecordTarget("book"))
    QTest.keyClicks(box.editor, typed)
    assert session.plan.book.preorder == date(2027, 5, 4)
    QTest.keyClick(box.editor, Qt.Key.Key_Return)
    assert line(box).text() == "2027-05-04"


def test_what_a_value_comes_to_is_not_said_of_words_that_are_none(qtbot: QtBot, session: Session) -> None:
    box = make(qtbot, session, Field("preorder", "Pre-order opens", Kind.WHEN), RecordTarget("book"))
    QTest.keyClicks(box.editor, "T-1")
    QTest.keyClick(box.editor, Qt.Key.Key_Return)
    assert "3 May 2027" in said(box)
    QTest.keyClicks(box.editor, " or so")
    QTest.keyClick(box.editor, Qt.Key.Key_Return)
    assert said(box) == ["Write a day that exists, such as T-28, T+14, 2027-05-04 or 4 May 2027."]
    for _ in " or so":
        QTest.keyClick(box.editor, Qt.Key.Key_Backspace)
    assert said(box) == ["3 May 2027"]


def said(box: FieldBox) -> list[str]:
    """What is said below a field."""
    return [words.text() for words in box.findChildren(Words) if words.text()]


def test_what_the_plan_does_not_take_stays_as_it_was_typed_and_is_told(
    qtbot: QtBot, session: Session
) -> None:
    box = make(qtbot, session, Field("hours", "Hours a week", Kind.NUMBER))

    def told() -> list[str]:
        return [words.text() for words in box.findChildren(Words) if words.isVisibleTo(box)]

    def type_in(text: str) -> float | None:
        line(box).clear()
        QTest.keyClicks(box.editor, text)
        QTest.keyClick(box.editor, Qt.Key.Key_Return)
        return channel(session).hours

    assert type_in("200") is None
    assert line(box).text() == "200"
    assert any("168" in text for text in told())
    assert type_in("20") == 20
    assert not told()
