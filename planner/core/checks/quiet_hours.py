"""Checks of sends against the hours in which a platform sends no advertising, by the clock of its readers."""

from collections.abc import Iterator
from datetime import date, datetime, time

from planner.core.changes import Edit, Rewrite
from planner.core.checks.scene import Scene
from planner.core.citations import sources_text
from planner.core.days import day_after, in_zone, when_text
from planner.core.facts import QuietHours
from planner.core.findings import Fix, Hit
from planner.core.plan import Activity
from planner.core.rule_ids import RuleId
from planner.core.vocabulary import ActivityKind


def quiet_hours(scene: Scene) -> Iterator[Hit]:
    """Sends at a time of day at which the platform's readers must not be written to."""
    platform = scene.platform
    for rule in platform.quiet_hours if platform else ():
        for send in scene.open_of(ActivityKind.SEND):
            if send.at:
                yield from _at(scene, rule, send, send.at)


def _at(scene: Scene, rule: QuietHours, send: Activity, clock: time) -> Iterator[Hit]:
    # Without a day the clock of today is taken: the hour may be wrong by one across a change of the clock.
    day = scene.day(send.due) or scene.background.today
    zone = scene.background.time_zone
    there = in_zone(day, clock, zone, rule.zone) if zone else None
    if there is None:
        yield _hit(scene, "time-zone-unknown", rule, send, clock)
    elif is_quiet(there.time(), time.fromisoformat(rule.starts), time.fromisoformat(rule.ends)):
        yield _hit(scene, "send-in-quiet-hours", rule, send, there.time(), _waiting(scene, rule, send, there))


def _waiting(scene: Scene, rule: QuietHours, send: Activity, there: datetime) -> tuple[Fix, ...]:
    """To send it when the quiet hours end, where that is still in its phase."""
    ends = time.fromisoformat(rule.ends)
    last = there.date() if there.time() < ends else day_after(there.date(), 1)
    assert isinstance(last, date)
    zone, launch = scene.background.time_zone, scene.background.launch
    here = in_zone(last, ends, rule.zone, zone)
    if here is None:
        return ()
    days = (here.date() - (scene.day(send.due) or scene.background.today)).days
    due = None if send.due is None else day_after(send.due, days)
    if (scene.days_between(scene.phase.ends, due) or 0) > 0:
        return ()
    on = f" on {when_text(due, launch)}" if days and due is not None else ""
    label = f"Send it at {here:%H:%M}{on}"
    values = {"at": here.time(), "due": due}
    return (Fix(label, lambda _, id: Edit(label, (Rewrite(id, values),))),)


def is_quiet(clock: time, starts: time, ends: time) -> bool:
    """Whether a time of day lies between two, the first included, over midnight or not."""
    return starts <= clock < ends if starts <= ends else clock >= starts or clock < ends


def _hit(
    scene: Scene, name: RuleId, rule: QuietHours, send: Activity, clock: time, fixes: tuple[Fix, ...] = ()
) -> Hit:
    assert scene.platform is not None
    return Hit(
        rule=name,
        subject=send.id,
        aspect="activities",
        values=(
            ("activity", send.title or "A send without a name"),
            ("platform", scene.platform.name),
            ("clock", f"{clock:%H:%M}"),
            ("zone", rule.zone.partition("/")[2].replace("_", " ")),
            ("starts", rule.starts),
            ("ends", rule.ends),
            ("reason", rule.text),
        ),
        source=sources_text(scene.platform, [rule]),
        fixes=fixes,
    )


CHECKS = (quiet_hours,)
