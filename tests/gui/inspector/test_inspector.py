"""The inspector follows the selection, and its tabs change the plan."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QGuiApplication, QTextCharFormat
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QPushButton
from pytestqt.qtbot import QtBot

from planner.core import edits
from planner.core.catalog import Catalog
from planner.core.findings import Finding, Hit
from planner.core.plan import Channel, Link
from planner.core.rules import RuleBook
from planner.core.utm_style import slug
from planner.core.vocabulary import ActivityKind
from planner.gui.inspector.activities import ActivitiesTab
from planner.gui.inspector.facts import fact_sections
from planner.gui.inspector.header import other_names
from planner.gui.inspector.links import LinksPart
from planner.gui.inspector.overview import OverviewTab
from planner.gui.inspector.panel import Inspector
from planner.gui.inspector.rechecks import RechecksPart
from planner.gui.inspector.texts import CopyTab, TextTab, said
from planner.gui.inspector.tracking import TrackingTab
from planner.gui.parts.field import FieldBox, LongText
from planner.gui.parts.labels import Words
from planner.gui.parts.scroll import Column
from planner.gui.session import Session
from planner.gui.theme import Theme
from tests.gui.samples import CLOSED, OPEN, full_session


@pytest.fixture
def session(qtbot: QtBot, catalog: Catalog) -> Session:
    return full_session(catalog)


@pytest.fixture
def inspector(qtbot: QtBot, session: Session, theme: Theme) -> Inspector:
    made = Inspector(session, theme)
    qtbot.addWidget(made)
    made.resize(316, 900)
    with qtbot.waitExposed(made):
        made.show()
    return made


def go(session: Session, id: str, place: str) -> None:
    session.select(["open" if id in ("first", "second", "link", "open") else id])
    session.reveal.emit(id, place)


def shown_tabs(inspector: Inspector) -> list[str]:
    return [button.text() for button in inspector.tabs.buttons if button.isVisible()]


def test_tabs_fit_what_is_selected(inspector: Inspector, session: Session) -> None:
    go(session, "open", "overview")
    assert len(shown_tabs(inspector)) == 5
    session.select(["open", "closed"])
    inspector.refresh()
    assert shown_tabs(inspector) == ["Overview"]
    session.look_at(CLOSED)
    inspector.refresh()
    assert shown_tabs(inspector) == ["Overview", "Tracking"]


@pytest.mark.parametrize(("place", "kind"), [("overview", OverviewTab), ("links", TrackingTab)])
def test_below_the_last_words_of_a_tab_nothing_is_left_to_scroll_to(
    qtbot: QtBot, inspector: Inspector, session: Session, place: str, kind: type[Column]
) -> None:
    go(session, "open", place)
    tab = inspector.findChild(kind)
    assert tab

    def white_below() -> int:
        shown = (each for each in tab.inside.findChildren(Words) if each.isVisible() and each.text())
        last = max((each.mapTo(tab.inside, each.rect().bottomLeft()).y() for each in shown), default=0)
        return tab.inside.height() - last

    qtbot.waitUntil(lambda: tab.inside.height() > tab.height() and white_below() < 60)


def test_however_much_is_found_in_a_copy_room_stays_for_the_text_and_the_window_stays_as_low(
    qtbot: QtBot, inspector: Inspector, session: Session
) -> None:
    go(session, "closed", "copy")
    tab = inspector.findChild(CopyTab)
    assert tab
    qtbot.waitUntil(lambda: tab.text.height() > tab.height() // 3)
    high, least = tab.text.height(), tab.minimumSizeHint().height()
    tab.text.setPlainText("www.haiyan.com haiyan@163.com VX: haiyan88 QQ 12345678 13800138000 扫二维码 淘宝")
    session.checking.refresh()
    qtbot.waitUntil(lambda: tab.text.height() < high)
    assert tab.text.height() >= tab.height() // 3
    assert tab.minimumSizeHint().height() == least


def test_words_at_the_caret_are_said_to_mean_something_else(
    qtbot: QtBot, inspector: Inspector, session: Session
) -> None:
    go(session, "closed", "copy")
    tab = inspector.findChild(CopyTab)
    button = inspector.findChild(QPushButton, "copy_means_something_else")
    assert tab
    assert button
    text = "𝔖 Read https://example.com now, or ask on WeChat"
    tab.text.setPlainText(text)
    session.checking.refresh()
    assert not button.isVisibleTo(tab)
    cursor = tab.text.textCursor()
    cursor.setPosition(len(text) - 2)
    tab.text.setTextCursor(cursor)
    assert button.isVisibleTo(tab)
    assert button.accessibleName() == "“WeChat” means something else"
    button.click()
    session.checking.refresh()
    assert session.document.tree.get("closed", Channel).cleared == ("WeChat",)
    assert not button.isVisibleTo(tab)
    assert tab.text.reason_at(len(text) - 2) == ""
    assert tab.text.reason_at(14)
    session.stack.undo()
    assert session.document.tree.get("closed", Channel).cleared == ()


def test_tabs_are_made_when_they_are_first_shown(inspector: Inspector, session: Session) -> None:
    go(session, "open", "overview")
    assert inspector.findChild(ActivitiesTab) is None
    go(session, "first", "activities")
    assert inspector.findChild(ActivitiesTab)


def test_a_platform_outside_the_plan_can_be_added(inspector: Inspector, session: Session) -> None:
    session.look_at(CLOSED)
    inspector.refresh()
    button = inspector.findChild(QPushButton, "add_to_phase")
    assert isinstance(button, QPushButton)
    assert button.text() == "Add to Pre-launch"
    button.click()
    assert [channel.platform for channel in session.plan.phases[0].channels] == [OPEN, CLOSED]


def test_several_channels_are_changed_at_once(inspector: Inspector, session: Session) -> None:
    session.select(["open", "closed"])
    inspector.refresh()
    QGuiApplication.processEvents()
    box = next(
        b for b in inspector.findChildren(FieldBox) if b.field.name == "stance" and b.isVisibleTo(inspector)
    )
    editor = box.editor
    editor.activated.emit(2)  # type: ignore[union-attr]  # a choice
    tree = session.document.tree
    assert {tree.get(id, Channel).stance.value for id in ("open", "closed")} == {"experiment"}
    assert session.stack.count() == 1


def test_a_tick_is_written_to_the_account(inspector: Inspector, session: Session) -> None:
    go(session, "open", "overview")
    tick = next(box for box in inspector.findChildren(QCheckBox) if "your own site" in box.accessibleName())
    tick.click()
    account = session.plan.account(OPEN)
    assert account
    assert account.met == (tick.accessibleName(),)
    inspector.refresh()
    tick.click()
    assert session.plan.account(OPEN).met == ()  # type: ignore[union-attr]  # it stays


def test_activities_are_added_moved_and_removed(inspector: Inspector, session: Session) -> None:
    go(session, "second", "activities")
    tab = inspector.findChild(ActivitiesTab)
    assert isinstance(tab, ActivitiesTab)
    assert tab.book.current() == "second"
    assert "T-3, 1 May 2027" in tab.book.list.item(1).text()
    tab.book.move_by(-1)
    inspector.refresh()
    assert [a.id for a in session.document.tree.get("open", Channel).activities] == ["second", "first"]
    assert tab.book.current() == "second"
    tab.book.remove()
    inspector.refresh()
    tab.book.add()
    assert len(session.document.tree.get("open", Channel).activities) == 2
    assert tab.book.current() not in ("first", "second")


def test_what_only_some_activities_have_is_asked_of_those_alone(
    inspector: Inspector, session: Session
) -> None:
    go(session, "second", "activities")
    tab = inspector.findChild(ActivitiesTab)
    assert isinstance(tab, ActivitiesTab)
    boxes = tab.book.form.boxes
    assert boxes["price"].isHidden()
    session.do(edits.set_field(session.document.tree, "second", "kind", ActivityKind.PRICE_PROMOTION, "Kind"))
    inspector.refresh()
    assert not boxes["price"].isHidden()
    assert boxes["boosted"].isHidden()


def test_what_was_looked_up_is_noted_and_can_be_undone(inspector: Inspector, session: Session) -> None:
    go(session, "open", "overview")
    part = inspector.findChild(RechecksPart)
    assert isinstance(part, RechecksPart)
    part.book.add()
    inspector.refresh()
    assert [(each.platform, each.on) for each in session.plan.rechecks] == [(OPEN, date.today())]
    assert session.stack.undoText() == "Note that I checked TikTok"
    QTest.keyClicks(part.book.form.boxes["note"].editor, "still 1,000 followers")
    inspector.refresh()
    assert "still 1,000 followers" in part.book.list.item(0).text()
    go(session, "closed", "overview")
    assert part.book.current() == ""
    session.stack.undo()
    session.stack.undo()
    assert session.plan.rechecks == ()


def test_links_get_the_house_style_and_are_copied(inspector: Inspector, session: Session) -> None:
    go(session, "link", "links")
    part = inspector.findChild(LinksPart)
    assert isinstance(part, LinksPart)
    part.fill_utm()
    inspector.refresh()
    link = session.document.tree.get("link", Link)
    assert (link.utm_source, link.utm_campaign) == ("tiktok", "the-salt-road")
    assert link.utm_medium
    part.copy_address()
    assert "utm_campaign=the-salt-road" in QGuiApplication.clipboard().text()
    part.fill_utm()
    assert session.stack.count() == 1


def test_a_sentence_goes_on_behind_the_stops_of_what_it_quotes(rules: RuleBook) -> None:
    hit = Hit(rule="link-not-secure", subject="link", values=(("link", "Read now! It is free"),))
    assert said(Finding.of(hit, rules, "Here")).startswith("▲ The link “Read now! It is free” leads to")


def test_copy_is_plain_text_with_its_findings_underlined(inspector: Inspector, session: Session) -> None:
    go(session, "closed", "copy")
    tab = inspector.findChild(CopyTab)
    assert isinstance(tab, CopyTab)
    marked = [selection.cursor.selectedText() for selection in tab.text.extraSelections()]
    assert marked == ["https://example.com"]
    tab.text.selectAll()
    QTest.keyClicks(tab.text, "<b>Salt</b>")
    assert session.document.tree.get("closed", Channel).copy == "<b>Salt</b>"
    assert session.stack.count() == 1
    session.stack.undo()
    inspector.refresh()
    assert tab.text.toPlainText().startswith("海盐")


def test_every_place_of_every_finding_is_marked_and_told(inspector: Inspector, session: Session) -> None:
    go(session, "closed", "copy")
    tab = inspector.findChild(CopyTab)
    assert isinstance(tab, CopyTab)
    text = "𝔖 On A m a z o n, then 某宝, then Amazon; vx: anna77. Link in bio!"
    session.do(edits.set_field(session.document.tree, "closed", "copy", text, "Write"))
    inspector.refresh()
    session.checking.refresh()
    marked = sorted(selection.cursor.selectedText() for selection in tab.text.extraSelections())
    assert marked == ["A m a z o n", "Amazon", "Link in bio", "vx: anna77", "某宝"]
    waves = {selection.format.underlineStyle() for selection in tab.text.extraSelections()}
    assert waves == {QTextCharFormat.UnderlineStyle.WaveUnderline}
    assert "(3 places)" in tab.text.accessibleDescription()
    cursor = tab.text.textCursor()
    cursor.setPosition(len("𝔖 On A m ") + 1)
    tab.text.setTextCursor(cursor)
    assert tab.text.accessibleDescription().startswith("Here: ✕ The text holds the name of another app")
    assert "“A m a z o n”" in tab.text.accessibleDescription().split("\n")[0]
    cursor.setPosition(len("𝔖 On A m a z o n, then ") + 1)
    tab.text.setTextCursor(cursor)
    assert "“某宝”" in tab.text.accessibleDescription().split(". ")[0]
    cursor.setPosition(0)
    tab.text.setTextCursor(cursor)
    assert not tab.text.accessibleDescription().startswith("Here:")


def test_a_finding_that_is_gone_to_selects_its_place(inspector: Inspector, session: Session) -> None:
    go(session, "closed", "copy")
    tab = inspector.findChild(CopyTab)
    assert isinstance(tab, CopyTab)
    finding = next(each for each in session.checking.findings if each.spans)
    session.pointed.emit(finding)
    assert tab.text.textCursor().selectedText() == "https://example.com"
    session.pointed.emit(finding._replace(hit=finding.hit._replace(subject="open", spans=((0, 1),))))
    assert tab.text.textCursor().selectedText() == "https://example.com"


def test_marks_follow_what_is_typed(inspector: Inspector, session: Session) -> None:
    go(session, "closed", "copy")
    tab = inspector.findChild(CopyTab)
    assert isinstance(tab, CopyTab)
    QTest.keyClicks(tab.text, "On TikTok: ")
    session.checking.refresh()
    marked = [selection.cursor.selectedText() for selection in tab.text.extraSelections()]
    assert sorted(marked) == ["TikTok", "https://example.com"]
    tab.text.selectAll()
    QTest.keyClicks(tab.text, "Salt")
    session.checking.refresh()
    assert tab.text.extraSelections() == []


def test_words_that_mean_something_else_are_said_once_and_can_be_taken_back(
    inspector: Inspector, session: Session
) -> None:
    go(session, "closed", "copy")
    tab = inspector.findChild(CopyTab)
    assert isinstance(tab, CopyTab)
    box = next(each for each in tab.findChildren(FieldBox) if each.field.name == "cleared")
    assert box.isHidden()
    finding = next(each for each in session.checking.findings if each.spans)
    session.do(finding.fixes[-1].edit(session.document.tree, finding.subject))
    session.checking.refresh()
    inspector.refresh()
    assert tab.text.extraSelections() == []
    assert not box.isHidden()
    assert isinstance(box.editor, LongText)
    assert box.editor.toPlainText() == "https://example.com"
    box.editor.selectAll()
    for line in ("salt", "sea salt"):
        QTest.keyClicks(box.editor, line)
        QTest.keyClick(box.editor, Qt.Key.Key_Return)
    assert session.document.tree.get("closed", Channel).cleared == ("salt", "sea salt")
    box.editor.clear()
    session.checking.refresh()
    inspector.refresh()
    assert len(tab.text.extraSelections()) == 1


def test_notes_are_written(inspector: Inspector, session: Session) -> None:
    go(session, "closed", "notes")
    tab = next(t for t in inspector.findChildren(TextTab) if t.objectName() == "notes_tab")
    QTest.keyClicks(tab.text, "Ask Ana")
    assert session.document.tree.get("closed", Channel).notes == "Ask Ana"


def test_all_platforms_have_facts_to_read(catalog: Catalog) -> None:
    for platform in catalog.platforms.values():
        titles = [section.title for section in fact_sections(catalog, platform)]
        assert titles[0] == "Audience"
        assert titles[-1] == "Sources"


def test_slugs_keep_other_scripts() -> None:
    assert slug("The Salt Road: Part 1!") == "the-salt-road-part-1"
    assert slug("Élan & 海盐") == "elan-海盐"


def test_other_names_stand_once_however_they_are_capitalised(catalog: Catalog) -> None:
    for platform in catalog.platforms.values():
        shown = [name.casefold() for name in (platform.name, *other_names(platform))]
        assert len(set(shown)) == len(shown)


def test_an_empty_plan_is_told_where_to_begin(inspector: Inspector, session: Session, qtbot: QtBot) -> None:
    begin = inspector.findChild(QPushButton, "begin_brief")
    assert isinstance(begin, QPushButton)
    assert not begin.isVisibleTo(inspector)
    session.new(replace(session.plan, phases=()))
    qtbot.waitUntil(lambda: begin.isVisibleTo(inspector))
    with qtbot.waitSignal(session.reveal) as told:
        begin.click()
    assert told.args == [session.plan.id, "brief"]


class Painted(QObject):
    """Remembers by how much what a column holds was squeezed whenever it was painted."""

    def __init__(self, column: Column) -> None:
        super().__init__()
        self.squeezed: list[int] = []
        self._column = column
        column.inside.installEventFilter(self)

    def eventFilter(self, _inside: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            inside = self._column.inside
            self.squeezed.append(self._column.rows.totalHeightForWidth(inside.width()) - inside.height())
        return False


def test_another_subject_is_never_painted_before_it_has_its_height(
    qtbot: QtBot, session: Session, inspector: Inspector
) -> None:
    go(session, "closed", "overview")
    qtbot.wait(50)
    column = inspector.findChild(Column, "overview_tab")
    assert column
    painted = Painted(column)
    for platform in ("tiktok", "instagram", "amazon-ads"):
        session.look_at(platform)
        qtbot.wait(150)
    assert len(painted.squeezed) >= 3
    assert max(painted.squeezed) <= 0
