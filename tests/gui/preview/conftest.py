"""What the tests of the preview share: a view in a window of its own, and documents made in this process."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from threading import Event

import pytest
from PySide6.QtWidgets import QComboBox, QStyleOptionComboBox, QWidget
from pytestqt.qtbot import QtBot

from planner.app.documents import Documents
from planner.core.catalog import Catalog
from planner.gui.actions import ACTIONS, Actions
from planner.gui.memory import Memory
from planner.gui.parts.choice import Choice
from planner.gui.preview.view import PreviewView
from planner.gui.session import Session
from planner.gui.theme import Theme
from planner.press.make import Maker
from planner.press.orders import Made, Order, Stopped
from tests.gui.samples import full_session

Progress = Callable[[float], None]
Cancelled = Callable[[], bool]


@dataclass
class Fake:
    """Makes documents in a thread of this process, and holds them back when told to."""

    maker: Maker = field(default_factory=Maker)
    orders: list[Order] = field(default_factory=list)
    open: Event = field(default_factory=Event)
    stopped: int = 0
    answer: Made | Exception | None = None

    def __call__(self, order: Order, progress: Progress, cancelled: Cancelled) -> Made:
        self.orders.append(order)
        while not self.open.wait(0.01):
            if cancelled():
                self.stopped += 1
                raise Stopped
        if isinstance(self.answer, Exception):
            raise self.answer
        return self.answer or self.maker.make(order, progress, cancelled)


@pytest.fixture
def session(qtbot: QtBot, catalog: Catalog) -> Session:
    return full_session(catalog)


@pytest.fixture(scope="module")
def maker() -> Maker:
    return Maker()


@pytest.fixture
def fake(maker: Maker) -> Fake:
    fake = Fake(maker)
    fake.open.set()
    return fake


class Slots:
    """Stands for all that the actions would do."""

    def __init__(self) -> None:
        self.done: list[str] = []

    def __getattr__(self, name: str) -> Callable[[], None]:
        if name not in {row.slot for row in ACTIONS}:
            raise AttributeError(name)
        return lambda: self.done.append(name)


@pytest.fixture
def slots() -> Slots:
    return Slots()


@pytest.fixture
def documents(memory: Memory) -> Documents:
    return Documents(memory)


@pytest.fixture
def view(
    qtbot: QtBot, session: Session, theme: Theme, fake: Fake, slots: Slots, documents: Documents
) -> Iterator[PreviewView]:
    owner = QWidget()
    qtbot.addWidget(owner)
    actions = Actions(owner, session, (slots,), {})
    view = PreviewView(session, theme, actions, fake, lambda: documents.choices, documents.choose)
    qtbot.addWidget(view)
    view.resize(700, 600)
    yield view
    view.end()


def show(qtbot: QtBot, view: PreviewView) -> None:
    """Look at the view until its pages are there."""
    with qtbot.waitSignal(view.pages.shown, timeout=20_000):
        view.show()


def settled(qtbot: QtBot, view: PreviewView) -> None:
    qtbot.waitUntil(lambda: not view.refresher.busy, timeout=20_000)


def pick(choice: QComboBox, value: str) -> None:
    """Choose a value as a user does."""
    index = next(at for at in range(choice.count()) if choice.value(at) == value)  # type: ignore[attr-defined]
    choice.setCurrentIndex(index)
    choice.activated.emit(index)


def seen(choice: Choice) -> str:
    """What a box shows."""
    option = QStyleOptionComboBox()
    choice.initStyleOption(option)
    return option.currentText
