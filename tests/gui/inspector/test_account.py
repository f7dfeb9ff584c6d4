"""The fields of an account: what can change nothing is not asked for."""

from dataclasses import replace
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from planner.core.catalog import Catalog
from planner.core.plan import Account, Activity, Channel, Link
from planner.core.vocabulary import ActivityKind, State
from planner.gui.inspector.account import AccountPart
from planner.gui.inspector.subject import Subject, View
from planner.gui.inspector.tables import FOR_LISTS
from planner.gui.parts.form import Form
from planner.gui.session import Session
from tests.gui.samples import CLOSED, full_session

LETTER = Activity(id="letter", title="Write to the readers", kind=ActivityKind.SEND)


@pytest.fixture
def session(qtbot: QtBot, catalog: Catalog) -> Session:
    return full_session(catalog)


@pytest.fixture
def part(qtbot: QtBot, session: Session) -> AccountPart:
    made = AccountPart(session, lambda _name: {})
    qtbot.addWidget(made)
    return made


def asked(part: AccountPart, session: Session, platform: str) -> set[str]:
    """The fields that are seen of the account on a platform."""
    part.show_view(View(session, Subject((), platform)))
    form = part.findChild(Form)
    assert isinstance(form, Form)
    return {name for name, box in form.boxes.items() if not box.isHidden()}


@pytest.mark.parametrize(
    ("platform", "lists"),
    [
        ("email-newsletter", True),
        ("kakaotalk", True),
        ("whatsapp", True),
        ("unheard-of", True),
        ("tiktok", False),
        ("discord", False),
        (CLOSED, False),
    ],
)
def test_a_list_is_asked_about_where_a_condition_hangs_on_it(
    part: AccountPart, session: Session, platform: str, lists: bool
) -> None:
    names = asked(part, session, platform)
    assert names & FOR_LISTS == (FOR_LISTS if lists else set())
    assert "followers" in names


@pytest.mark.parametrize(
    ("fields", "lists"),
    [
        ({"links": (Link(id="sent", placement="direct-message", target="https://example.com"),)}, True),
        ({"links": (Link(id="shown", placement="bio", target="https://example.com"),)}, False),
        ({"activities": (LETTER,)}, True),
        ({"activities": (replace(LETTER, state=State.DROPPED),)}, False),
    ],
)
@pytest.mark.parametrize("platform", ["tiktok", "discord"])
def test_elsewhere_it_is_asked_about_once_people_are_to_be_written_to(
    part: AccountPart, session: Session, platform: str, fields: dict[str, Any], lists: bool
) -> None:
    channel = Channel(id="talk", platform=platform, **fields)
    session.new(replace(session.plan, phases=(replace(session.plan.phases[0], channels=(channel,)),)))
    assert (asked(part, session, platform) >= FOR_LISTS) is lists
    assert FOR_LISTS.isdisjoint(asked(part, session, "bluesky"))


@pytest.mark.parametrize(
    ("platform", "name", "wanted"),
    [
        ("tiktok", "type", True),
        ("discord", "type", False),
        ("unheard-of", "type", True),
        (CLOSED, "local_help", True),
        ("tiktok", "local_help", False),
        ("discord", "region", True),
    ],
)
def test_a_kind_and_help_are_asked_for_where_the_platform_tells_them_apart(
    part: AccountPart, session: Session, platform: str, name: str, wanted: bool
) -> None:
    assert (name in asked(part, session, platform)) is wanted


@pytest.mark.parametrize(
    "said", [{"opt_in": False}, {"list_size": 0}, {"type": "host"}, {"local_help": False}]
)
def test_what_is_said_stays_in_sight(part: AccountPart, session: Session, said: dict[str, Any]) -> None:
    account = Account(id="said", platform="discord", **said)
    session.new(replace(session.plan, accounts=(account,)))
    assert said.keys() <= asked(part, session, "discord")
