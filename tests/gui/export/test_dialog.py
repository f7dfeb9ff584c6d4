"""The export dialog: it works in a thread, can be stopped, and says in one sentence what went wrong."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from threading import Event, current_thread, main_thread

import pytest
from pytestqt.qtbot import QtBot

from planner.app.panels import make_file
from planner.app.print_shop import PrintShop
from planner.core.catalog import Catalog
from planner.export.choices import Choices
from planner.gui.export.dialog import NO_FILE, PLAN_ITSELF, STOPPED, ExportDialog
from planner.gui.export.job import Exporter, Request
from planner.gui.session import Session
from planner.gui.theme import Theme
from planner.press.orders import ExportRefused, Stopped
from tests.gui.samples import full_session

Progress = Callable[[float], None]
Cancelled = Callable[[], bool]


@pytest.fixture
def session(qtbot: QtBot, catalog: Catalog) -> Session:
    return full_session(catalog)


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return tmp_path / "plan.pdf"


def make(
    qtbot: QtBot, session: Session, theme: Theme, exporter: Exporter[Request, str], target: Path
) -> ExportDialog:
    dialog = ExportDialog(session, theme, exporter, {"self": "Everything", "ads": "Ads"})
    qtbot.addWidget(dialog)
    dialog.path.setText(str(target))
    dialog.show_file = lambda _path: None
    with qtbot.waitExposed(dialog):
        dialog.show()
    return dialog


def finish(qtbot: QtBot, dialog: ExportDialog) -> None:
    qtbot.waitUntil(lambda: dialog.job is None)


def test_it_exports_the_plan_in_another_thread_and_closes(
    qtbot: QtBot, session: Session, theme: Theme, target: Path
) -> None:
    seen: list[Request] = []
    shown: list[Path] = []

    def exporter(request: Request, progress: Progress, _cancelled: Cancelled) -> str:
        assert current_thread() is not main_thread()
        progress(0.5)
        seen.append(request)
        request.path.write_bytes(b"%PDF")
        return ""

    dialog = make(qtbot, session, theme, exporter, target.with_suffix(""))
    dialog.show_file = shown.append
    plan = session.plan
    dialog.export()
    finish(qtbot, dialog)
    assert seen == [Request(plan, target, Choices())]
    assert shown == [target]
    assert not dialog.isVisible()


def test_it_can_be_stopped(qtbot: QtBot, session: Session, theme: Theme, target: Path) -> None:
    begun = Event()

    def exporter(_request: Request, _progress: Progress, cancelled: Cancelled) -> str:
        begun.set()
        while not cancelled():
            pass
        raise Stopped

    dialog = make(qtbot, session, theme, exporter, target)
    dialog.export()
    assert begun.wait(5)
    assert dialog.job
    dialog.job.stop()
    finish(qtbot, dialog)
    assert dialog.message.text() == STOPPED
    assert not target.exists()


def test_closing_while_it_runs_stops_it_first(
    qtbot: QtBot, session: Session, theme: Theme, target: Path
) -> None:
    def exporter(_request: Request, _progress: Progress, cancelled: Cancelled) -> str:
        while not cancelled():
            pass
        raise Stopped

    dialog = make(qtbot, session, theme, exporter, target)
    dialog.export()
    dialog.reject()
    finish(qtbot, dialog)
    assert not dialog.isVisible()


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (
            ExportRefused("“plan.pdf” cannot be written: the disk is full; choose another place."),
            "disk is full",
        ),
        (RuntimeError("boom"), "Nothing was written"),
    ],
)
def test_what_went_wrong_is_one_sentence(
    qtbot: QtBot, session: Session, theme: Theme, target: Path, error: Exception, said: str
) -> None:
    def exporter(_request: Request, _progress: Progress, _cancelled: Cancelled) -> str:
        raise error

    dialog = make(qtbot, session, theme, exporter, target)
    dialog.export()
    finish(qtbot, dialog)
    assert said in dialog.message.text()
    assert dialog.isVisible()


def test_a_file_that_is_there_is_named_before_it_is_replaced(
    qtbot: QtBot, session: Session, theme: Theme, target: Path
) -> None:
    target.write_bytes(b"old")
    dialog = make(qtbot, session, theme, lambda *_: "", target)
    assert "replaced" in dialog.message.text()


def test_the_name_with_its_ending_is_the_one_that_is_looked_for(
    qtbot: QtBot, session: Session, theme: Theme, target: Path
) -> None:
    target.write_bytes(b"old")
    dialog = make(qtbot, session, theme, lambda *_: "", target.with_suffix(""))
    assert "replaced" in dialog.message.text()


@pytest.mark.parametrize("name", ["", " ", ".", "..", "/", "a/..", "n" * 300, "/" + "n/" * 3000])
def test_what_cannot_be_a_file_is_told(
    qtbot: QtBot, session: Session, theme: Theme, target: Path, name: str
) -> None:
    def exporter(_request: Request, _progress: Progress, _cancelled: Cancelled) -> str:
        raise ExportRefused("“plan.pdf” cannot be written.")

    dialog = make(qtbot, session, theme, exporter, target)
    dialog.path.setText(name)
    dialog.export()
    finish(qtbot, dialog)
    assert dialog.message.text() in (NO_FILE, "“plan.pdf” cannot be written.")


def test_the_plan_itself_is_never_the_target(
    qtbot: QtBot, session: Session, theme: Theme, target: Path
) -> None:
    target.write_bytes(b"plan")
    session.path = target
    dialog = make(qtbot, session, theme, lambda *_: "", target)
    dialog.export()
    assert dialog.job is None
    assert dialog.message.text() == PLAN_ITSELF


def test_the_real_exporter_writes_a_whole_file_or_says_why_not(
    qtbot: QtBot, session: Session, theme: Theme, target: Path
) -> None:
    shop = PrintShop()
    dialog = make(qtbot, session, theme, partial(make_file, shop), target)
    dialog.open_after.setChecked(False)
    dialog.export()
    qtbot.waitUntil(lambda: dialog.job is None, timeout=30_000)
    assert target.read_bytes().startswith(b"%PDF")
    assert dialog.message.text().startswith("plan.pdf is ready.")
    folder = target.with_name("folder.pdf")
    folder.mkdir()
    dialog.path.setText(str(folder))
    dialog.export()
    qtbot.waitUntil(lambda: dialog.job is None, timeout=30_000)
    assert dialog.message.text().startswith("“folder.pdf” cannot be written: it is a folder")
    shop.end()
