"""The dialog that suggests channels: a preview, boxes to tick, and one edit that can be undone."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from planner.core.catalog import Catalog
from planner.core.freshness import NOTHING_OLD
from planner.core.money import Money
from planner.core.plan import Channel, Goal, Phase, Plan
from planner.core.suggest import suggest
from planner.core.suggest_words import ASSUMED, NO_PHASES, OVER, left_out_text, nothing_text, reasons
from planner.core.vocabulary import Aim
from planner.gui.commands import Commands
from planner.gui.dialogs.suggest import TOLD_ONCE, SuggestDialog
from planner.gui.parts.scroll import Column
from planner.gui.parts.tick import TickBox
from planner.gui.session import Session
from planner.gui.theme import Theme
from tests.gui.conftest import FakeAsk
from tests.gui.samples import full_plan, full_session


@pytest.fixture
def plan() -> Plan:
    phases = (
        Phase(id="before", name="Before & after", starts=-60, ends=-1),
        Phase(id="launch", name="Launch", starts=0, ends=14),
    )
    return replace(
        full_plan(),
        phases=phases,
        hours_a_week=6,
        budget=Money.parse("1000 USD"),
        goals=(Goal(id="goal", aim=Aim.SALES),),
    )


@pytest.fixture
def dialog(qtbot: QtBot, theme: Theme, catalog: Catalog, plan: Plan) -> SuggestDialog:
    made = SuggestDialog(theme, catalog, plan, NOTHING_OLD)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    return made


def boxes(dialog: SuggestDialog) -> list[TickBox]:
    return dialog.findChildren(TickBox)


def read(dialog: SuggestDialog) -> str:
    return " ".join(label.text() for label in dialog.findChildren(QLabel) if not label.isHidden())


def button(dialog: SuggestDialog) -> QPushButton:
    found = dialog.findChild(QPushButton, "add_suggested")
    assert isinstance(found, QPushButton)
    return found


def test_everything_is_previewed_with_its_reason_and_what_was_left_out(
    dialog: SuggestDialog, catalog: Catalog, plan: Plan
) -> None:
    text = read(dialog)
    assert ASSUMED in text
    count = 0
    for each in suggest(catalog, plan):
        for candidate in each.chosen:
            count += 1
            told = [*reasons(catalog, plan, candidate, NOTHING_OLD)]
            assert all(said in text and source in text for said, source in told)
        if each.chosen:
            assert all(left_out_text(left_out, plan) in text for left_out in each.left_out)
        else:
            assert nothing_text(each, plan) in text
    assert len(boxes(dialog)) == count
    assert all(box.isChecked() for box in boxes(dialog))
    assert button(dialog).text() == f"Add {count} channels"


def test_reasons_stand_below_the_name_that_they_speak_of(dialog: SuggestDialog) -> None:
    box = boxes(dialog)[0]
    labels = [label for label in dialog.findChildren(QLabel) if label.parent() is box.parent()]
    indents = {label.contentsMargins().left() for label in labels}
    assert indents == {0, box.words_left}
    assert 0 < box.words_left < box.sizeHint().width() / 2


def test_boxes_are_named_with_their_phase_for_those_who_hear_them(dialog: SuggestDialog) -> None:
    first = boxes(dialog)[0]
    assert first.accessibleName() == "Before & after: Own website, 1 h a week"
    assert first.accessibleDescription().startswith("It is yours, and you take its readers along.")


def test_the_totals_follow_what_is_ticked_by_key(dialog: SuggestDialog) -> None:
    before = len([box for box in boxes(dialog) if box.isChecked()])
    first = boxes(dialog)[0]
    first.setFocus(Qt.FocusReason.TabFocusReason)
    asked = read(dialog)
    QTest.keyClick(first, Qt.Key.Key_Space)
    assert not first.isChecked()
    assert button(dialog).text() == f"Add {before - 1} channels"
    assert read(dialog) != asked
    for box in boxes(dialog):
        box.setChecked(False)
    assert not button(dialog).isEnabled()
    assert "0 of 6 h a week" in read(dialog)


def test_what_is_ticked_is_one_edit_that_can_be_undone(
    qtbot: QtBot, theme: Theme, catalog: Catalog, plan: Plan
) -> None:
    session = full_session(catalog)
    session.new(plan)
    commands = Commands(session, FakeAsk())
    dialog = SuggestDialog(theme, catalog, session.plan, NOTHING_OLD)
    qtbot.addWidget(dialog)
    dialog.taken.connect(commands.add_suggested)
    boxes(dialog)[0].setChecked(False)
    wanted = len(boxes(dialog)) - 1
    before = session.plan
    dialog.add()
    assert len(session.plan.channels) == wanted
    assert session.selection == [channel.id for channel in session.plan.channels]
    assert session.stack.undoText() == f"Add {wanted} suggested channels"
    session.stack.undo()
    assert session.plan == before


def test_nothing_is_added_where_the_phase_is_gone(catalog: Catalog, qtbot: QtBot, plan: Plan) -> None:
    session: Session = full_session(catalog)
    Commands(session, FakeAsk()).add_suggested([("no-such-phase", Channel(id="c", platform="tiktok"))])
    assert not session.stack.canUndo()


def test_a_plan_without_phases_is_told_so(qtbot: QtBot, theme: Theme, catalog: Catalog, plan: Plan) -> None:
    dialog = SuggestDialog(theme, catalog, replace(plan, phases=()), NOTHING_OLD)
    qtbot.addWidget(dialog)
    assert NO_PHASES in read(dialog)
    assert [each.text() for each in dialog.findChildren(QPushButton)] == ["Close"]


def test_phases_that_are_over_say_so_and_nothing_else(
    qtbot: QtBot, theme: Theme, catalog: Catalog, plan: Plan
) -> None:
    dialog = SuggestDialog(theme, catalog, plan, NOTHING_OLD, date(2031, 1, 1))
    qtbot.addWidget(dialog)
    assert read(dialog).count(OVER) == len(plan.phases)
    assert not boxes(dialog)


def test_a_reason_is_told_once_of_a_platform_and_heard_with_each_box(dialog: SuggestDialog) -> None:
    reason = "It is yours, and you take its readers along."
    heard = [box for box in boxes(dialog) if reason in box.accessibleDescription()]
    platforms = {box.text().partition(" · ")[0] for box in heard}
    assert read(dialog).count(reason) == len(platforms) < len(heard)


def repeated(plan: Plan, catalog: Catalog) -> bool:
    """Whether a platform is suggested for more than one phase."""
    platforms = [each.platform.id for phase in suggest(catalog, plan) for each in phase.chosen]
    return len(set(platforms)) < len(platforms)


@pytest.mark.parametrize("phases", [1, 2])
def test_that_reasons_are_told_once_is_said_at_the_top_and_only_where_one_would_miss_them(
    qtbot: QtBot, theme: Theme, catalog: Catalog, plan: Plan, phases: int
) -> None:
    shorter = replace(plan, phases=plan.phases[:phases])
    assert repeated(shorter, catalog) is (phases > 1)
    dialog = SuggestDialog(theme, catalog, shorter, NOTHING_OLD)
    qtbot.addWidget(dialog)
    labels = [label.text() for label in dialog.findChildren(QLabel) if "told" in label.text()]
    assert len(labels) == phases - 1
    assert all(ASSUMED in text and text.endswith(TOLD_ONCE) for text in labels)


def test_a_row_of_which_all_is_told_says_nothing(
    qtbot: QtBot, theme: Theme, catalog: Catalog, plan: Plan
) -> None:
    again = replace(plan.phases[1], id="again", starts=15, ends=40)
    dialog = SuggestDialog(theme, catalog, replace(plan, phases=(*plan.phases, again)), NOTHING_OLD)
    qtbot.addWidget(dialog)
    box = next(box for box in boxes(dialog) if box.objectName().startswith("suggest_again_"))
    listed = dialog.findChild(Column, "suggestions")
    assert isinstance(listed, Column)
    below = listed.rows.itemAt(listed.rows.indexOf(box) + 1)
    assert below is not None
    assert isinstance(label := below.widget(), QLabel)
    assert label.isHidden()
    assert box.accessibleDescription()


def test_it_begins_at_its_top_and_is_read_by_keys(dialog: SuggestDialog) -> None:
    listed = dialog.findChild(Column, "suggestions")
    assert isinstance(listed, Column)
    assert dialog.focusWidget() is listed
    assert listed.accessibleName()
    bar = listed.verticalScrollBar()
    assert bar.value() == 0 < bar.maximum()
    QTest.keyClick(listed, Qt.Key.Key_PageDown)
    assert bar.value() > 0


class LowScreen:
    """A screen of 1024 by 640 pixels."""

    def availableSize(self) -> QSize:
        return QSize(1024, 640)


def test_its_buttons_are_seen_on_a_low_screen(
    qtbot: QtBot, theme: Theme, catalog: Catalog, plan: Plan, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(SuggestDialog, "screen", lambda _self: LowScreen())
    dialog = SuggestDialog(theme, catalog, plan, NOTHING_OLD)
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.show()
    assert dialog.height() <= 600
    dialog.resize(dialog.width(), 300)
    assert dialog.height() == 300
    assert dialog.rect().contains(button(dialog).geometry())


def test_focus_moves_from_box_to_box_in_sight(dialog: SuggestDialog) -> None:
    listed = dialog.findChild(Column, "suggestions")
    assert isinstance(listed, Column)
    for box in boxes(dialog):
        QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
        assert dialog.focusWidget() is box
        assert listed.viewport().rect().contains(box.mapTo(listed.viewport(), box.rect().center()))
