"""Plans to begin with are whole, and no two of them share an id."""

from datetime import date
from pathlib import Path

import pytest

from planner.core.edits import fresh
from planner.core.plan import Account, Activity, Author, Book, Channel, Person, Phase, Plan
from planner.core.resources import resource
from planner.core.tree import Tree, walk
from planner.storage import templates
from planner.storage.plan_file import open_plan, save_plan
from planner.storage.templates import UnknownTemplateError, list_templates, new_plan

WORK = Activity(id="a1", title="Write it", due=-7, owner="anna")
CHANNEL = Channel(id="c1", platform="email-newsletter", owner="anna", activities=(WORK,), notes="anna")
TEMPLATE = Plan(
    id="plan",
    title="Indie launch",
    book=Book(id="book", title="Untitled"),
    author=Author(id="author"),
    people=(Person(id="anna", name="Anna"),),
    accounts=(Account(id="acc", platform="email-newsletter"),),
    phases=(Phase(id="f1", channels=(CHANNEL,)), Phase(id="f2")),
)


@pytest.fixture
def own_templates(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two tiny templates in the place of those that ship."""
    save_plan(tmp_path / "indie.frontlist", TEMPLATE)
    save_plan(tmp_path / "blank.frontlist", Plan(id="p", book=Book(id="b"), author=Author(id="a")))
    rows = [
        {"id": "blank", "name": "Empty", "description": "Nothing."},
        {"id": "indie", "name": "Indie", "description": "Twelve weeks."},
    ]
    monkeypatch.setattr(templates, "read_folder", lambda _name: {"templates": {"templates": rows}})
    monkeypatch.setattr(templates, "resource", lambda _folder, name: tmp_path / name)


@pytest.mark.usefixtures("own_templates")
def test_the_templates_are_listed_in_order() -> None:
    assert [(each.id, each.name) for each in list_templates()] == [("blank", "Empty"), ("indie", "Indie")]


@pytest.mark.usefixtures("own_templates")
def test_two_plans_of_one_template_share_no_id() -> None:
    first, second = new_plan("indie"), new_plan("indie")
    ids = [{node.id for node in walk(plan)} for plan in (first, second, TEMPLATE)]
    assert all(len(each) == 9 for each in ids)
    assert not ids[0] & ids[1]
    assert not ids[0] & ids[2]
    Tree.of(first)


@pytest.mark.usefixtures("own_templates")
def test_owners_follow_and_words_stay() -> None:
    plan = new_plan("indie")
    channel = plan.phases[0].channels[0]
    assert channel.owner == channel.activities[0].owner == plan.people[0].id != "anna"
    assert (channel.notes, channel.platform, channel.activities[0].due) == ("anna", "email-newsletter", -7)


@pytest.mark.usefixtures("own_templates")
def test_a_title_and_a_launch_day_are_put_in() -> None:
    plan = new_plan("indie", "The Long Field", date(2027, 5, 5))
    assert (plan.name, plan.book.title, plan.launch) == ("The Long Field", "The Long Field", date(2027, 5, 5))
    assert (new_plan("indie").title, new_plan("indie").launch) == ("Indie launch", None)


@pytest.mark.usefixtures("own_templates")
def test_a_template_that_does_not_exist() -> None:
    with pytest.raises(UnknownTemplateError) as caught:
        new_plan("../../etc/passwd\n")
    assert str(caught.value) == "There is no template “../../etc/passwd�”; choose one of: blank, indie."


def test_an_owner_who_is_nobody_stays() -> None:
    plan = fresh(
        Plan(
            id="p",
            book=Book(id="b"),
            author=Author(id="a"),
            phases=(Phase(id="f", channels=(Channel(id="c", platform="x", owner="gone"),)),),
        )
    )
    assert plan.phases[0].channels[0].owner == "gone"


def test_without_a_template_there_are_empty_phases() -> None:
    plan = new_plan()
    assert [phase.name for phase in plan.phases] == ["Foundation", "Pre-launch", "Launch", "Sustain"]
    assert not any(phase.channels for phase in plan.phases)


@pytest.mark.parametrize(
    "path", sorted(resource("templates").glob("*.frontlist")), ids=lambda path: path.stem
)
def test_what_ships_opens_without_notices(path: Path) -> None:
    opened = open_plan(path)
    assert (opened.notices, opened.read_only) == ((), False)


def test_every_template_that_is_offered_can_be_made() -> None:
    for template in list_templates():
        assert template.name
        assert template.description
        assert new_plan(template.id).phases
