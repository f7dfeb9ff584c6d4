"""What the window's tests share: a session over the real catalog, and a window with answers handed in."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from planner.app.documents import Documents
from planner.app.panels import panels
from planner.core.catalog import Catalog
from planner.core.plan import Author, Book, Channel, Phase, Plan
from planner.gui.ask import Answer, Meanwhile
from planner.gui.filing import Template
from planner.gui.memory import Memory
from planner.gui.session import Files, Session
from planner.gui.theme import Scheme, Theme
from planner.gui.window import Window
from planner.storage.format import Beside, Opened, as_new


class RefusedError(Exception):
    """What the pretended files raise."""


@dataclass
class FakeFiles:
    """Keeps plans in memory, and refuses when told to."""

    plans: dict[Path, Plan] = field(default_factory=dict)
    refuse: str = ""

    def read(self, path: Path) -> Opened:
        if path not in self.plans:
            raise RefusedError(f"“{path.name}” is not there")
        return as_new(self.plans[path])._replace(stamp=repr(self.plans[path]))

    def write(self, plan: Plan, path: Path, beside: Beside) -> str:
        if self.refuse:
            raise RefusedError(self.refuse)
        self.plans[path] = plan
        return ""

    def stamp(self, path: Path) -> str | None:
        return repr(self.plans[path]) if path in self.plans else None

    @property
    def files(self) -> Files:
        return Files(self.read, self.write, RefusedError, self.stamp)


@dataclass
class FakeAsk:
    """Answers without a dialog, and remembers what was asked."""

    answer: Answer = Answer.CANCEL
    meanwhile: Meanwhile = Meanwhile.CANCEL
    path: Path | None = None
    words: str | None = None
    asked: list[str] = field(default_factory=list)
    folders: list[Path] = field(default_factory=list)

    def save_changes(self, name: str) -> Answer:
        self.asked.append(f"save {name}")
        return self.answer

    def changed_meanwhile(self, name: str) -> Meanwhile:
        self.asked.append(f"changed {name}")
        return self.meanwhile

    def gone(self, name: str) -> Meanwhile:
        self.asked.append(f"gone {name}")
        return self.meanwhile

    def open_path(self, folder: Path) -> Path | None:
        self.folders.append(folder)
        return self.path

    def save_path(self, proposal: Path) -> Path | None:
        self.asked.append(proposal.name)
        self.folders.append(proposal.parent)
        return self.path

    def text(self, title: str, label: str, value: str) -> str | None:
        self.asked.append(title)
        return self.words

    def tell(self, title: str, text: str) -> None:
        self.asked.append(text)


@pytest.fixture(autouse=True)
def swept(qapp: QApplication) -> Iterator[None]:
    """Delete the widgets of the test before, which would be styled again with each new theme."""
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    yield
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def platforms(catalog: Catalog) -> list[str]:
    return list(catalog.platforms)


@pytest.fixture
def plan(platforms: list[str]) -> Plan:
    """Three phases: a with channels a0 to a2, b with b0, c empty."""
    return Plan(
        id="plan",
        title="The Salt Road",
        book=Book(id="book"),
        author=Author(id="author"),
        phases=(
            Phase(
                id="a",
                name="Foundation",
                starts=-90,
                ends=-30,
                channels=tuple(Channel(id=f"a{i}", platform=platforms[i]) for i in range(3)),
            ),
            Phase(id="b", name="Launch", channels=(Channel(id="b0", platform=platforms[3]),)),
            Phase(id="c", name="Sustain"),
        ),
    )


@pytest.fixture
def files() -> FakeFiles:
    return FakeFiles()


@pytest.fixture
def session(qapp: QApplication, plan: Plan, catalog: Catalog, files: FakeFiles) -> Session:
    return Session(plan, catalog, files.files)


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    theme = Theme(qapp, Scheme.LIGHT)
    yield theme
    theme.deleteLater()


@pytest.fixture
def ask() -> FakeAsk:
    return FakeAsk()


@pytest.fixture
def memory(tmp_path: Path) -> Memory:
    return Memory(tmp_path / "window.ini")


@pytest.fixture
def window(
    qtbot: QtBot, session: Session, theme: Theme, memory: Memory, ask: FakeAsk, plan: Plan
) -> Iterator[Window]:
    window = Window(theme, memory)
    documents = Documents(memory)
    window.furnish(session, panels(documents, memory), lambda: (Template("Empty plan", lambda: plan),), ask)
    qtbot.addWidget(window)
    with qtbot.waitSignal(window.finished):
        window.show()
    yield window
    session.stack.setClean()
    documents.end()


def lanes(session: Session) -> dict[str, list[str]]:
    """The ids on the board, by phase."""
    return {phase.id: [channel.id for channel in phase.channels] for phase in session.plan.phases}
