"""The board's model: told of every change by the document, and one rule for every drop."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QMimeData, QModelIndex, QPersistentModelIndex, Qt
from pytestqt.modeltest import ModelTester

from planner.core import edits
from planner.core.catalog import Catalog
from planner.core.changes import Edit
from planner.core.plan import Account, Channel
from planner.core.tree import Tree
from planner.gui.board.model import CARD_ROLE, BoardModel
from planner.gui.commands import Commands
from planner.gui.drags import CHANNELS, PLATFORMS, pack
from planner.gui.session import Session
from tests.gui.conftest import FakeAsk, lanes
from tests.gui.samples import full_session

COPY = Qt.DropAction.CopyAction


@pytest.fixture
def model(session: Session) -> BoardModel:
    return BoardModel(session, Commands(session, FakeAsk()))


def rows(model: BoardModel) -> dict[str, list[str]]:
    """What the model shows, by phase id."""
    phases = [model.index(row, 0) for row in range(model.rowCount())]
    return {
        model.node(phase).id: [  # type: ignore[union-attr]  # an index that is there has a record
            model.node(model.index(row, 0, phase)).id  # type: ignore[union-attr]
            for row in range(model.rowCount(phase))
        ]
        for phase in phases
    }


EDITS: list[Callable[[Tree], Edit]] = [
    lambda tree: edits.move_channels(tree, ["a0"], "a", 3),
    lambda tree: edits.move_channels(tree, ["a2"], "a", 0),
    lambda tree: edits.move_channels(tree, ["a0", "a2", "b0"], "b", 1),
    lambda tree: edits.move_channels(tree, ["a1", "b0"], "c", 0),
    lambda tree: edits.remove(tree, ["a1", "b0"]),
    lambda tree: edits.duplicate(tree, ["a0", "a1"]),
    lambda tree: edits.add_phase(tree, "Late", 1),
    lambda tree: edits.move_phase(tree, "a", 1),
    lambda tree: edits.move_phase(tree, "c", -1),
    lambda tree: edits.remove_phase(tree, "a"),
    lambda tree: edits.add_activity(tree, "a0"),
    lambda tree: edits.set_field(tree, "a0", "role", "Grow", "Set role"),
]


@pytest.mark.parametrize("make", EDITS)
def test_the_model_shows_the_plan_after_each_edit_and_its_undo(
    model: BoardModel, session: Session, qtmodeltester: ModelTester, make: Callable[[Tree], Edit]
) -> None:
    qtmodeltester.check(model)  # type: ignore[no-untyped-call]  # pytest-qt's own
    assert session.do(make(session.document.tree))
    assert rows(model) == lanes(session)
    session.stack.undo()
    assert rows(model) == lanes(session)
    session.stack.redo()
    qtmodeltester.check(model)  # type: ignore[no-untyped-call]  # pytest-qt's own


def test_an_index_follows_its_channel_to_another_phase(model: BoardModel, session: Session) -> None:
    followed = QPersistentModelIndex(model.index_of("a1"))
    session.do(edits.move_channels(session.document.tree, ["a1"], "b", 1))
    assert followed.isValid()
    assert followed.parent() == model.index_of("b")
    assert followed.row() == 1


def test_another_document_is_shown_and_watched(model: BoardModel, session: Session) -> None:
    session.new(session.plan)
    session.do(edits.remove(session.document.tree, ["a0"]))
    assert rows(model) == lanes(session)


def drop(model: BoardModel, mime: QMimeData, row: int, parent: QModelIndex) -> bool:
    can = model.canDropMimeData(mime, COPY, row, 0, parent)
    done = model.dropMimeData(mime, COPY, row, 0, parent)
    assert can == done
    return done


def test_channels_are_dropped_between_cards(model: BoardModel, session: Session) -> None:
    assert drop(model, pack(CHANNELS, ["b0", "a2"]), 1, model.index_of("a"))
    assert lanes(session) == {"a": ["a0", "a2", "b0", "a1"], "b": [], "c": []}


def test_platforms_are_dropped_and_selected(
    model: BoardModel, session: Session, platforms: list[str]
) -> None:
    assert drop(model, pack(PLATFORMS, platforms[:2]), 0, model.index_of("b"))
    added = session.plan.phases[1].channels[:2]
    assert [channel.platform for channel in added] == platforms[:2]
    assert session.selection == [channel.id for channel in added]
    assert session.current_phase is session.plan.phases[1]


@pytest.mark.parametrize(
    "mime",
    [
        QMimeData(),
        pack(CHANNELS, ["gone"]),
        pack(CHANNELS, []),
        pack(PLATFORMS, ["nowhere"]),
        pack("text/plain", ["a0"]),
    ],
)
def test_what_cannot_be_used_is_refused(model: BoardModel, session: Session, mime: QMimeData) -> None:
    before = session.plan
    assert not drop(model, mime, 0, model.index_of("a"))
    assert session.plan is before


def test_broken_data_is_refused(model: BoardModel) -> None:
    for data in (b"{", b'{"a": 1}', b"[1]", b"\xff"):
        mime = QMimeData()
        mime.setData(CHANNELS, data)
        assert not drop(model, mime, 0, model.index_of("a"))


def test_nothing_is_dropped_beside_the_phases_or_in_a_plan_for_reading(
    model: BoardModel, session: Session
) -> None:
    assert not drop(model, pack(CHANNELS, ["a0"]), 0, QModelIndex())
    session.read_only = True
    assert not drop(model, pack(CHANNELS, ["a0"]), 0, model.index_of("b"))


def test_a_card_says_everything_aloud(model: BoardModel, session: Session) -> None:
    session.do(edits.set_field(session.document.tree, "a0", "role", "Grow the list.", "Set role"))
    index = model.index_of("a0")
    card = index.data(CARD_ROLE)
    assert card.text == "Grow the list"
    assert str(index.data(Qt.ItemDataRole.AccessibleTextRole)).startswith(f"{card.name}")


def test_a_platform_that_the_catalog_does_not_know_has_a_card(model: BoardModel, session: Session) -> None:
    session.do(edits.remove(session.document.tree, ["b0"]))
    channel = Channel(id="new", platform="from-the-future")
    session.do(edits.add(session.document.tree, "c", channel, "Add"))
    assert model.index_of("new").data(CARD_ROLE).name == "from-the-future"


def badges(model: BoardModel, channel_id: str) -> list[str]:
    return [badge.text for badge in model.index_of(channel_id).data(CARD_ROLE).badges]


def test_a_card_follows_what_is_said_of_the_account(model: BoardModel, session: Session) -> None:
    account = Account(id="account", platform="whatsapp", type="personal")
    channel = Channel(id="new", platform="whatsapp", tracking=("smart-link",))
    session.do(edits.add(session.document.tree, "c", channel, "Add"))
    session.do(edits.add(session.document.tree, "plan", account, "Add"))
    assert badges(model, "new") == ["◐ Smart link limited"]
    session.do(edits.set_field(session.document.tree, "account", "type", "business app", "Set type"))
    assert badges(model, "new") == ["✓ Smart link"]


def test_a_lane_is_told_once_however_many_of_its_cards_have_other_findings(catalog: Catalog) -> None:
    session = full_session(catalog)
    model = BoardModel(session, Commands(session, FakeAsk()))
    session.do(
        edits.add_channels(session.document.tree, "launch", None, [catalog.platforms["xiaohongshu"]] * 3)
    )
    told: list[tuple[int, int]] = []
    model.dataChanged.connect(lambda first, last: told.append((first.row(), last.row())))
    session.checking.refresh()
    assert len(session.checking.touched) == 3
    assert told == [(1, 3)]
