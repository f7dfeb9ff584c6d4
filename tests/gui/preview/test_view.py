"""The Preview view: what is shown is the plan as it is, at the place where one was reading."""

from io import BytesIO

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QEvent, QPoint, Qt, QUrl
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from planner.app.documents import Documents
from planner.core import edits
from planner.core.plan import Plan
from planner.export.choices import Choices
from planner.export.presets import PRESETS
from planner.gui.preview.guide import REFRESHING
from planner.gui.preview.places import Place
from planner.gui.preview.view import NO_PDF, PreviewView
from planner.gui.session import Session
from planner.gui.theme import Scheme, Theme
from planner.press.make import Maker
from planner.press.orders import ExportRefused, Made
from tests.gui.preview.conftest import Fake, Slots, pick, settled, show
from tests.gui.samples import full_plan


def change(session: Session, **fields: object) -> None:
    """Change fields of the book."""
    for name, value in fields.items():
        session.do(edits.set_field(session.document.tree, "book", name, value, "Change the book"))


def text(view: PreviewView) -> str:
    """The text of all pages."""
    assert view.pages.document
    return " ".join(view.pages.document.getAllText(page).text() for page in range(view.pages.count))


def test_the_document_is_made_when_the_view_is_looked_at(qtbot: QtBot, view: PreviewView, fake: Fake) -> None:
    assert fake.orders == []
    show(qtbot, view)
    assert len(fake.orders) == 1
    assert "The Salt Road" in text(view)
    assert view.guide.where.text() == f"Page 1 of {view.pages.count}"


def test_what_is_only_looked_at_is_ordered_without_tags(
    qtbot: QtBot, view: PreviewView, fake: Fake, maker: Maker
) -> None:
    show(qtbot, view)
    made = maker.make(fake.orders[0], lambda _: None, lambda: False)
    assert "/StructTreeRoot" not in PdfReader(BytesIO(made.data)).root_object


def test_an_edit_is_seen_on_the_pages(qtbot: QtBot, view: PreviewView, session: Session) -> None:
    show(qtbot, view)
    with qtbot.waitSignal(view.pages.shown, timeout=20_000):
        change(session, title="The Sugar Road")
    assert "The Sugar Road" in text(view)
    with qtbot.waitSignal(view.pages.shown, timeout=20_000):
        session.stack.undo()
    assert "The Sugar Road" not in text(view)


def test_of_many_edits_only_the_newest_is_shown(
    qtbot: QtBot, view: PreviewView, session: Session, fake: Fake
) -> None:
    show(qtbot, view)
    fake.open.clear()
    change(session, title="First")
    qtbot.waitUntil(lambda: len(fake.orders) == 2)
    for title in ("Second", "Third", "Fourth"):
        change(session, title=title)
    qtbot.waitUntil(lambda: fake.stopped == 1)
    with qtbot.waitSignal(view.pages.shown, timeout=20_000):
        fake.open.set()
    settled(qtbot, view)
    assert [order.plan.book.title for order in fake.orders] == ["The Salt Road", "First", "Fourth"]
    assert "Fourth" in text(view)


def test_the_place_is_kept_over_an_edit_and_over_a_look_at_another_view(
    qtbot: QtBot, view: PreviewView, session: Session
) -> None:
    show(qtbot, view)
    view.pages.return_to(Place(1, 0.25))
    place = view.pages.place
    assert place.page == 1
    with qtbot.waitSignal(view.pages.shown, timeout=20_000):
        change(session, title="The Sugar Road")
    assert view.pages.place == place
    view.hide()
    assert view.pages.document is None
    show(qtbot, view)
    assert view.pages.place == place


def test_nothing_is_made_while_nobody_looks(
    qtbot: QtBot, view: PreviewView, session: Session, fake: Fake
) -> None:
    show(qtbot, view)
    settled(qtbot, view)
    view.hide()
    change(session, title="Unseen")
    QTest.qWait(0)
    assert len(fake.orders) == 1
    assert not view.refresher.busy


def test_another_plan_is_shown_from_its_beginning(
    qtbot: QtBot, view: PreviewView, session: Session, plan: Plan
) -> None:
    show(qtbot, view)
    view.pages.go_to(2)
    with qtbot.waitSignal(view.pages.shown, timeout=20_000):
        session.new(full_plan())
    assert view.pages.page == 0


def test_choices_make_another_document_and_are_kept(
    qtbot: QtBot, view: PreviewView, fake: Fake, documents: Documents
) -> None:
    show(qtbot, view)
    for choice, value in (
        (view.bar.preset, "ads"),
        (view.bar.paper, "letter"),
        (view.bar.text_size, "large"),
    ):
        with qtbot.waitSignal(view.pages.shown, timeout=20_000):
            pick(choice, value)
    assert fake.orders[-1].choices == documents.choices == Choices("ads", "letter", text_size="large")


def test_what_a_reader_would_not_get_is_no_choice_of_theirs(view: PreviewView) -> None:
    everything, theirs = (frozenset(PRESETS[id].sections) for id in ("self", "publicist"))
    common, other = sorted(everything & theirs)[0], sorted(everything - theirs)[0]
    view.bar.show_choices(Choices("self", without=frozenset({common, other})))
    pick(view.bar.preset, "publicist")
    assert view.bar.choices == Choices("publicist", without=frozenset({common}))


@pytest.mark.parametrize(
    ("answer", "said"),
    [(ExportRefused("The disk is full."), "The disk is full."), (Made(b"no PDF"), NO_PDF)],
)
def test_a_failure_is_told_and_the_old_pages_stay(
    qtbot: QtBot, view: PreviewView, session: Session, fake: Fake, answer: Made | Exception, said: str
) -> None:
    show(qtbot, view)
    usual = view.message.text()
    fake.answer = answer
    change(session, title="Lost")
    qtbot.waitUntil(lambda: view.message.text() == said)
    assert "The Salt Road" in text(view)
    fake.answer = None
    with qtbot.waitSignal(view.pages.shown, timeout=20_000):
        change(session, title="Found")
    assert view.message.text() == usual


def test_what_takes_long_is_called_refreshing(
    qtbot: QtBot, view: PreviewView, session: Session, fake: Fake
) -> None:
    show(qtbot, view)
    usual = view.guide.where.text()
    fake.open.clear()
    change(session, title="Slow")
    qtbot.waitUntil(lambda: view.guide.where.text() == REFRESHING)
    with qtbot.waitSignal(view.pages.shown, timeout=20_000):
        fake.open.set()
    assert view.guide.where.text() == usual


def test_keys_turn_pages_and_change_their_size(qtbot: QtBot, view: PreviewView) -> None:
    show(qtbot, view)
    pages = view.pages
    keys = [Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_End, Qt.Key.Key_Home]
    seen = []
    for key in keys:
        QTest.keyClick(pages, key)
        seen.append(pages.page)
    assert seen == [1, 2, 1, pages.count - 1, 0]
    QTest.keyClick(pages, Qt.Key.Key_Space)
    assert pages.place.down > 0
    fitted = pages.percent
    QTest.keyClick(pages, Qt.Key.Key_0)
    assert pages.percent == 100
    QTest.keyClick(pages, Qt.Key.Key_Plus)
    assert pages.percent == 120
    QTest.keyClick(pages, Qt.Key.Key_Minus)
    assert view.guide.zoom.text() == "100 %"
    pages.zoom_to(None)
    assert pages.percent == fitted


def test_the_section_in_view_is_named_and_another_can_be_gone_to(qtbot: QtBot, view: PreviewView) -> None:
    show(qtbot, view)
    contents = view.guide.contents
    names = [contents.itemText(at) for at in range(contents.count())]
    assert "Timeline" in names
    contents.activated.emit(names.index("Timeline"))
    assert contents.currentText() == "Timeline"
    document = view.pages.document
    assert document
    assert "Timeline" in document.getAllText(view.pages.page).text()


def test_a_link_is_opened_only_when_it_is_safe(qtbot: QtBot, view: PreviewView) -> None:
    opened: list[str] = []
    view.open_link = lambda url: opened.append(bytes(url.toEncoded().data()).decode())
    for address in ("https://example.com/a b", "mailto:a@example.com", "file:///etc/passwd", "javascript:x"):
        view.pages.followed.emit(QUrl(address))
    assert opened == ["https://example.com/a%20b", "mailto:a@example.com"]


def test_a_click_on_a_link_of_the_contents_leads_to_its_page(qtbot: QtBot, view: PreviewView) -> None:
    show(qtbot, view)
    pages, links = view.pages, view.pages._links
    links.setPage(0)
    boxes = [
        links.data(links.index(row), links.Role.Rectangle.value)
        for row in range(links.rowCount(links.index(-1)))
    ]
    middle = boxes[-1].center() * pages._scale()
    at = pages._rect(0).topLeft() + middle.toPoint()
    QTest.mouseMove(pages.viewport(), at)
    QTest.mouseClick(pages.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(at))
    assert pages.page > 0


def test_those_who_cannot_see_the_page_get_its_text(qtbot: QtBot, view: PreviewView) -> None:
    show(qtbot, view)
    qtbot.waitUntil(lambda: "The Salt Road" in view.pages.accessibleDescription())
    assert view.pages.accessibleDescription().startswith("Page 1 of ")


def test_the_export_has_the_same_choices(view: PreviewView, slots: Slots) -> None:
    button = next(each for each in view.findChildren(QPushButton) if each.text() == "Export…")
    button.click()
    assert slots.done == ["export"]


def test_what_is_chosen_in_the_export_dialog_is_shown(
    qtbot: QtBot, view: PreviewView, fake: Fake, documents: Documents
) -> None:
    show(qtbot, view)
    documents.choose(Choices("ads", "letter"))
    with qtbot.waitSignal(view.pages.shown, timeout=20_000):
        QApplication.sendEvent(view, QEvent(QEvent.Type.WindowActivate))
    assert fake.orders[-1].choices == view.bar.choices == Choices("ads", "letter")


def test_the_ground_follows_the_theme(qtbot: QtBot, view: PreviewView, theme: Theme) -> None:
    show(qtbot, view)
    grounds = set()
    for scheme in (Scheme.LIGHT, Scheme.DARK):
        theme.choose(scheme)
        grounds.add(view.pages.viewport().grab().toImage().pixelColor(2, 2).name())
    assert len(grounds) == 2
