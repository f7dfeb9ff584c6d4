"""Hours of phases kept through edits are those of a count from nothing, and little is counted anew."""

from dataclasses import replace
from datetime import date, timedelta
from operator import is_

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.core.changes import ChangeError, Edit
from planner.core.checks import loads as loads_module
from planner.core.checks.loads import Loads
from planner.core.document import Document
from planner.core.plan import Channel, Phase
from planner.core.workload import Work, load_of, work_of
from tests.core.any_change import any_change
from tests.core.test_workload import LAUNCH, overlapping, phase, planned, task
from tests.strategies import numbered


@settings(max_examples=60)
@given(phases=overlapping, data=st.data())
def test_hours_kept_through_edits_are_those_of_a_count_from_nothing(
    phases: tuple[Phase, ...], data: st.DataObject
) -> None:
    document, kept = Document(numbered(planned(*phases))), Loads()
    for number in range(12):
        plan, launch = document.plan, data.draw(st.sampled_from((None, LAUNCH, date(1, 1, 2))))
        assert kept.of(plan.phases, launch) == tuple(load_of(each, launch) for each in plan.phases)
        try:
            document.apply(Edit("Any", (data.draw(any_change(plan, number)),)))
        except ChangeError:
            continue


def test_only_what_may_have_changed_is_counted_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    counted: list[str] = []

    def counting(channel: Channel, launch: date | None) -> Work:
        counted.append(channel.id)
        return work_of(channel, launch)

    monkeypatch.setattr(loads_module, "work_of", counting)
    by_number = phase("number", -14, -1, task(2, -9))
    by_date = phase("date", 0, 6, replace(task(2, None), due=LAUNCH))
    other = Channel(id="other", platform="own-website", hours=1)
    kept = Loads()
    for phases, launch, anew in (
        ((by_number, by_date), LAUNCH, ["number-channel", "date-channel"]),
        ((by_number, by_date), LAUNCH, []),
        ((by_number, by_date), LAUNCH + timedelta(3), ["date-channel"]),
        (
            (replace(by_number, channels=(other, *by_number.channels)), by_date),
            LAUNCH + timedelta(3),
            ["other"],
        ),
        ((replace(by_number, starts=-20), replace(by_date, ends=9)), LAUNCH + timedelta(3), []),
    ):
        counted.clear()
        kept.of(phases, launch)
        assert counted == anew
        assert all(map(is_, kept.of(phases, launch), kept.of(phases, launch)))
