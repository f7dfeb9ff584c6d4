"""The Tracking tab: grey options can be reached and read, and never be switched on."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from planner.core.catalog import Catalog
from planner.core.freshness import AGAIN
from planner.core.plan import Channel
from planner.core.rules import RuleBook
from planner.gui.inspector.options import closed, option_rows, switch, way_cards
from planner.gui.inspector.panel import Inspector
from planner.gui.inspector.subject import Subject, View
from planner.gui.parts.soft_check import SoftCheckBox
from planner.gui.session import Session
from planner.gui.theme import Theme
from tests.gui.samples import CLOSED, full_session, years_later


@pytest.fixture
def session(qtbot: QtBot, catalog: Catalog) -> Session:
    return full_session(catalog)


@pytest.fixture
def view(session: Session) -> View:
    return View(session, Subject(("closed",), CLOSED))


@pytest.fixture
def inspector(qtbot: QtBot, session: Session, theme: Theme) -> Inspector:
    made = Inspector(session, theme)
    qtbot.addWidget(made)
    made.resize(316, 900)
    with qtbot.waitExposed(made):
        made.show()
    session.select(["closed"])
    session.reveal.emit("closed", "tracking")
    return made


def box(inspector: Inspector, option: str) -> SoftCheckBox:
    found = inspector.findChild(SoftCheckBox, f"option_{option}")
    assert isinstance(found, SoftCheckBox)
    return found


def on(session: Session) -> tuple[str, ...]:
    return session.document.tree.get("closed", Channel).tracking


def test_all_options_are_listed_in_the_catalogs_order(view: View) -> None:
    assert [row.id for row in option_rows(view)] == list(view.session.catalog.options)
    assert closed(view)
    assert [card.platform for card in way_cards(view)] == ["wechat"]


def test_the_model_refuses_to_switch_a_grey_option_on(view: View) -> None:
    said: list[str] = []
    view.session.refused.connect(said.append)
    assert not switch(view, "traffic", True)
    assert "impossible" in said[0]
    assert on(view.session) == ("smart-link",)
    assert switch(view, "smart-link", False)
    assert on(view.session) == ()


def test_a_grey_option_is_enabled_reachable_and_says_why(inspector: Inspector) -> None:
    traffic = box(inspector, "traffic")
    assert traffic.isEnabled()
    assert traffic.focusPolicy() & Qt.FocusPolicy.TabFocus
    assert traffic.accessibleName() == "Traffic (impossible)"
    assert "visit" in traffic.accessibleDescription()
    interface = QAccessible.queryAccessibleInterface(traffic)
    assert not interface.state().disabled
    shown = " ".join(label.text() for label in inspector.findChildren(QLabel) if label.isVisible())
    assert traffic.reason in shown


@pytest.mark.parametrize("way", ["mouse", "space", "enter", "toggle"])
def test_nothing_switches_a_grey_option_on(inspector: Inspector, session: Session, way: str) -> None:
    traffic = box(inspector, "traffic")
    match way:
        case "mouse":
            QTest.mouseClick(traffic, Qt.MouseButton.LeftButton)
        case "space":
            QTest.keyClick(traffic, Qt.Key.Key_Space)
        case "enter":
            QTest.keyClick(traffic, Qt.Key.Key_Return)
        case _:
            traffic.toggle()
    assert not traffic.isChecked()
    assert on(session) == ("smart-link",)


def test_an_option_that_is_on_although_grey_can_be_switched_off(
    inspector: Inspector, session: Session
) -> None:
    smart = box(inspector, "smart-link")
    assert smart.isChecked()
    QTest.mouseClick(smart, Qt.MouseButton.LeftButton)
    assert on(session) == ()
    session.stack.undo()
    inspector.refresh()
    assert smart.isChecked()


def test_arrows_go_from_option_to_option(inspector: Inspector) -> None:
    smart, traffic = box(inspector, "smart-link"), box(inspector, "traffic")
    smart.setFocus()
    QTest.keyClick(smart, Qt.Key.Key_Down)
    assert inspector.focusWidget() is traffic
    QTest.keyClick(traffic, Qt.Key.Key_Up)
    assert inspector.focusWidget() is smart


def test_the_way_on_replaces_the_platform(inspector: Inspector, session: Session) -> None:
    button = inspector.findChild(QPushButton, "way_wechat")
    assert isinstance(button, QPushButton)
    button.click()
    assert session.document.tree.get("closed", Channel).platform == "wechat"
    assert session.stack.undoText() == "Replace Xiaohongshu with WeChat"


def test_the_way_on_is_added_beside_and_takes_what_cannot_work_here(
    inspector: Inspector, session: Session
) -> None:
    button = inspector.findChild(QPushButton, "add_wechat")
    assert isinstance(button, QPushButton)
    assert button.toolTip() == button.accessibleName() == "Add WeChat beside Xiaohongshu"
    button.click()
    assert session.stack.undoText() == "Add WeChat to Launch"
    kept, added = session.plan.phases[1].channels
    assert (kept.id, kept.tracking) == ("closed", ())
    assert (added.platform, added.tracking) == ("wechat", ("smart-link",))
    inspector.refresh()
    assert inspector.findChild(QPushButton, "way_wechat")
    assert inspector.findChild(QPushButton, "add_wechat") is None
    session.stack.undo()
    assert on(session) == ("smart-link",)


def test_a_platform_that_is_looked_at_leads_on_to_another(inspector: Inspector, session: Session) -> None:
    session.select([])
    session.look_at(CLOSED)
    inspector.refresh()
    button = inspector.findChild(QPushButton, "add_wechat")
    assert isinstance(button, QPushButton)
    assert button.toolTip() == "Add WeChat"
    assert inspector.findChild(QPushButton, "way_wechat") is None
    button.click()
    assert "wechat" in [channel.platform for channel in session.plan.channels]


def test_every_grey_option_of_every_platform_has_a_reason_and_a_way_on(catalog: Catalog) -> None:
    session = full_session(catalog)
    for platform in catalog.platforms:
        for row in option_rows(View(session, Subject((), platform))):
            assert row.usable or (row.words.reason and row.words.way_on), (platform, row.id)


def test_every_source_is_named_and_marked_once_it_is_old(
    qtbot: QtBot, catalog: Catalog, rules: RuleBook, theme: Theme
) -> None:
    session = full_session(catalog, years_later(catalog, rules))
    made = Inspector(session, theme)
    qtbot.addWidget(made)
    session.select(["closed"])
    session.reveal.emit("closed", "tracking")
    in_full = made.findChild(QToolButton, "sources_in_full")
    assert in_full
    in_short = [each.text() for each in made.findChildren(QLabel) if "sources. Checked" in each.text()]
    in_full.click()
    said = [each.text() for each in made.findChildren(QLabel)]
    cited = [text.rpartition("\n")[2] for text in said if "Source: " in text]
    assert in_short
    assert all(AGAIN in text for text in in_short)
    assert not any("sources. Checked" in text for text in said)
    assert any("Frontlist's entry for" in text for text in cited)
    assert any("WeChat" in text or "content_source_url" in text for text in cited)
    assert all(AGAIN in text for text in cited)
