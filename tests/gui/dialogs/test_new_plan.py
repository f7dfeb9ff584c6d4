"""The dialog for a new plan."""

from datetime import date

from pytestqt.qtbot import QtBot

from planner.core.plan import Plan
from planner.gui.dialogs.new_plan import NewPlanDialog
from planner.gui.filing import Template
from planner.gui.theme import Theme
from tests.gui.samples import full_plan


def make(qtbot: QtBot, theme: Theme) -> NewPlanDialog:
    dialog = NewPlanDialog(theme, (Template("Standard", full_plan), Template("Empty", full_plan)))
    qtbot.addWidget(dialog)
    return dialog


def test_title_and_launch_are_put_in(qtbot: QtBot, theme: Theme) -> None:
    dialog = make(qtbot, theme)
    plans: list[Plan] = []
    dialog.made.connect(plans.append)
    dialog.title.setText("Pepper")
    dialog.launch.setText("2028-01-05")
    dialog.make()
    assert [(plan.name, plan.launch) for plan in plans] == [("Pepper", date(2028, 1, 5))]


def test_a_bad_day_is_refused_in_place(qtbot: QtBot, theme: Theme) -> None:
    dialog = make(qtbot, theme)
    plans: list[Plan] = []
    dialog.made.connect(plans.append)
    dialog.launch.setText("2028-13-05")
    dialog.make()
    assert plans == []
    assert "date that exists" in dialog.message.text()
    assert dialog.launch.property("wrong")
    assert "date that exists" in dialog.launch.accessibleDescription()
    dialog.launch.setText("2028-12-05")
    assert not dialog.message.text()
    assert not dialog.launch.property("wrong")


def test_it_is_no_higher_than_what_is_in_it(qtbot: QtBot, theme: Theme) -> None:
    dialog = make(qtbot, theme)
    dialog.show()
    layout = dialog.layout()
    assert layout
    assert dialog.height() == layout.totalHeightForWidth(dialog.width())


def test_each_template_says_whom_it_is_for(qtbot: QtBot, theme: Theme) -> None:
    offered = (
        Template("Standard", full_plan, "Twelve weeks."),
        Template("Empty", full_plan, "Nothing in it."),
    )
    dialog = NewPlanDialog(theme, offered)
    qtbot.addWidget(dialog)
    assert dialog.about.text() == "Twelve weeks."
    dialog.list.setCurrentRow(1)
    assert dialog.about.text() == "Nothing in it."


def test_the_names_of_templates_are_seen_whole(qtbot: QtBot, theme: Theme) -> None:
    name = "A template whose name is longer than those that come with the program"
    dialog = NewPlanDialog(theme, (Template(name, full_plan), Template("Empty", full_plan)))
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.show()
    bar = dialog.list.horizontalScrollBar()
    qtbot.waitUntil(lambda: dialog.width() > dialog.fontMetrics().horizontalAdvance(name))
    assert bar.maximum() == 0
