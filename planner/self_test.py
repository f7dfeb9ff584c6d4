"""``frontlist self-test``: a plan built, saved, reopened, previewed and exported in a window; covers read."""

import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QEventLoop, QTimer, SignalInstance

from planner.app import make_app, make_theme, make_window
from planner.core import edits
from planner.core.plan import Plan
from planner.gui.memory import Memory
from planner.gui.window import Window

PATIENCE = 30_000


class SelfTestError(Exception):
    """A step that did not do what it should; its text says which."""


def self_test() -> int:
    """Run every step on this machine; 0 when all of them worked, else 1 with what did not."""
    app = make_app()
    with TemporaryDirectory(prefix="frontlist-") as name:
        folder = Path(name)
        memory = Memory(folder / "window.ini")
        window = make_window(make_theme(app, memory), memory)
        try:
            _wait(window.finished, window.show, "the window was not painted")
            plan = _build_and_save(window, folder / "plan.frontlist")
            _look_at_preview(window)
            _export(plan, folder / "plan.pdf")
            _break_lines()
            _read_pictures(folder)
        except SelfTestError as error:
            print(f"Self-test failed: {error}.", file=sys.stderr)
            return 1
        finally:
            window.hide()
            window.deleteLater()
    print("Self-test passed: a window opened, a plan was built, saved, reopened, previewed and exported.")
    return 0


def _wait(signal: SignalInstance, begin: Callable[[], object], failure: str) -> None:
    loop = QEventLoop()
    signal.connect(loop.quit)
    QTimer.singleShot(PATIENCE, loop, lambda: loop.exit(1))
    begin()
    if loop.exec():
        raise SelfTestError(failure)


def _look_at_preview(window: Window) -> None:
    from planner.gui.preview.view import PreviewView

    window.show_preview()
    view = window.findChild(PreviewView)
    assert view
    _wait(view.pages.shown, lambda: None, "the preview was not painted")


def _build_and_save(window: Window, path: Path) -> Plan:
    from planner.storage.templates import SAMPLE, new_plan

    session = window.session
    session.new(new_plan(SAMPLE))
    tree = session.document.tree
    platform = next(iter(session.catalog.platforms.values()))
    session.do(edits.add_channels(tree, tree.plan.phases[0].id, 0, (platform,)))
    built = session.plan
    if not session.save_as(path) or not session.open(path):
        raise SelfTestError("the plan was not saved and reopened")
    if session.plan != built:
        raise SelfTestError("the plan came back changed")
    return built


def _break_lines() -> None:
    """Whether the models and patterns by which lines are broken came with the program."""
    from planner.export.pdf.breaks import phrase_ends, syllable_ends, thai_words
    from planner.export.pdf.direction import directions

    found = (
        len(thai_words("แผนการตลาด")) > 1,
        len(phrase_ends("新しい小説です", "ja")) > 1,
        any(syllable_ends("considerations", "en")),
        directions("שלום"),
    )
    if not all(found):
        raise SelfTestError("the habits of a language were not found")


def _read_pictures(folder: Path) -> None:
    """Whether what reads each kind of cover picture came with the program."""
    from PIL import Image

    from planner.export.picture import KINDS, PictureError, picture_lines

    for kind in KINDS:
        path = folder / f"cover.{kind.lower()}"
        try:
            Image.new("RGB", (8, 12)).save(path, kind)
            picture_lines(path)
        except (PictureError, KeyError, OSError):
            raise SelfTestError(f"a {kind} picture was not read") from None


def _export(plan: Plan, path: Path) -> None:
    from planner.export.choices import Choices
    from planner.press.orders import ExportRefused, Order
    from planner.press.press import Press, worker_command

    press = Press(worker_command())
    try:
        press.make(Order(plan, Choices(), date.today(), path), lambda _share: None, lambda: False)
    except ExportRefused as error:
        raise SelfTestError(f"the plan was not exported ({error})") from None
    finally:
        press.end()
    if not path.read_bytes().startswith(b"%PDF-"):
        raise SelfTestError("the plan was not exported")
