"""The window says the same words as the command line and the PDF (see the stories) of every grey option."""

from functools import partial

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from planner.core.catalog import Catalog
from planner.core.situation import Situation
from planner.core.verdict_words import Explanation, explain
from planner.core.verdicts import judge_all
from planner.gui.inspector.panel import Inspector
from planner.gui.parts.soft_check import SoftCheckBox
from planner.gui.session import Session
from planner.gui.theme import Theme
from tests.gui.samples import full_session


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


def test_every_grey_option_says_its_reason_in_place(
    qtbot: QtBot, inspector: Inspector, session: Session, catalog: Catalog
) -> None:
    for platform in catalog.platforms.values():
        session.look_at(platform.id)
        inspector.reveal("", "tracking")
        situation = Situation.of(session.plan, platform.id)
        grey = [v for v in judge_all(catalog, platform, situation) if not v.usable]
        said = [explain(catalog, platform, verdict, situation) for verdict in grey]
        qtbot.waitUntil(partial(all_shown, inspector, said))
        for verdict, words in zip(grey, said, strict=True):
            box = inspector.findChild(SoftCheckBox, f"option_{verdict.option}")
            assert isinstance(box, SoftCheckBox)
            assert words.reason in box.accessibleDescription()
            said_there = box.accessibleDescription() + shown(inspector)
            assert all(way.text in said_there for way in words.ways)


def all_shown(inspector: Inspector, said: list[Explanation]) -> bool:
    """Whether every reason can be read in the inspector."""
    text = shown(inspector)
    return all(words.reason in text for words in said)


def shown(inspector: Inspector) -> str:
    """All that can be read in the inspector."""
    return " ".join(label.text() for label in inspector.findChildren(QLabel) if label.isVisible())
