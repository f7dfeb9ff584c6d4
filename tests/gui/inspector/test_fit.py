"""The inspector says how well a platform suits the book, why, and what would change it."""

import pytest
from pytestqt.qtbot import QtBot

from planner.core import edits
from planner.core.catalog import Catalog
from planner.core.fit_words import explain_fit
from planner.core.freshness import AGAIN
from planner.core.rules import RuleBook
from planner.gui.checking import nothing_old
from planner.gui.inspector.fit import TITLE, FitPart
from planner.gui.inspector.subject import NOTHING, Subject, View
from planner.gui.parts.labels import Words
from planner.gui.session import Session
from tests.gui.samples import full_session, years_later


@pytest.fixture
def session(qtbot: QtBot, catalog: Catalog) -> Session:
    return full_session(catalog)


def said(part: FitPart) -> list[str]:
    return [words.text() for words in part.findChildren(Words) if words.parent() is part]


def test_every_reason_stands_under_its_heading_with_its_source(session: Session) -> None:
    part = FitPart()
    part.show_view(View(session, Subject((), "xiaohongshu")))
    words = explain_fit(session.catalog, session.catalog.platforms["xiaohongshu"], session.plan)
    wanted = [TITLE]
    for heading, reasons in words.parts:
        wanted.append(heading)
        for reason in reasons:
            wanted += filter(None, (reason.text, reason.source))
    assert said(part) == wanted


def test_what_is_old_is_to_be_checked_again(catalog: Catalog, rules: RuleBook, session: Session) -> None:
    part = FitPart()
    for age in (nothing_old, years_later(catalog, rules)):
        part.show_view(View(full_session(catalog, age), Subject((), "xiaohongshu")))
        cited = [text for text in said(part) if text.startswith("Source: ")]
        assert cited
        assert all(text.endswith(AGAIN) is (age is not nothing_old) for text in cited)


def test_it_follows_the_brief(session: Session) -> None:
    part, view = FitPart(), View(session, Subject((), "tiktok"))
    part.show_view(view)
    assert "Books like this one do well here: romance." not in said(part)
    book = session.plan.book.id
    session.do(edits.set_field(session.document.tree, book, "genre", "romance", "Genre"))
    part.show_view(view)
    assert "Books like this one do well here: romance." in said(part)


def test_of_an_unknown_platform_nothing_is_said(session: Session) -> None:
    part = FitPart()
    part.show_view(View(session, Subject((), "tiktok")))
    part.show_view(View(session, NOTHING))
    assert said(part) == []
