"""Checks of how often an account posts and sends: what all of its channels do is counted together."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from datetime import date
from typing import NamedTuple

from planner.core.checks.background import Background
from planner.core.checks.quotas import by_kind, limit_hit, limits_for_any
from planner.core.checks.scene import Scene
from planner.core.days import MONTHS, day_text
from planner.core.facts import Limit
from planner.core.findings import Hit
from planner.core.phrasing import listed
from planner.core.plan import Account, Channel
from planner.core.plan_words import phase_said
from planner.core.rule_ids import RuleId
from planner.core.vocabulary import ActivityKind, State

MESSAGES = "messages-per-month"
COUNTED = {
    "sends-per-day": ActivityKind.SEND,
    "sends-per-month": ActivityKind.SEND,
    MESSAGES: ActivityKind.SEND,
    "posts-per-day": ActivityKind.POST,
}
MEASURES = dict.fromkeys(COUNTED, "at_most")
Lanes = tuple[tuple[str, Channel], ...]
"""Channels, each with the name of its phase."""


def too_many_sends(scene: Scene) -> Iterator[Hit]:
    """More sends or posts in a day or month than the platform takes, told where the account goes over."""
    for limit, _ in limits_for_any(scene, *COUNTED):
        over = scene.background.once(_over, scene.background, scene.channel.platform, limit)
        for planned in over.get(scene.channel.id, ()):
            rule: RuleId = "sends-over-limit" if limit.firm else "sends-perhaps-over-limit"
            yield by_kind(scene, limit_hit(scene, rule, limit, "activities", ("planned", planned)), limit)


class _Sent(NamedTuple):
    """A send or post: on which day, in which phase and channel."""

    day: date
    phase: str
    channel: str


def _over(background: Background, platform: str, limit: Limit) -> Mapping[str, list[str]]:
    """What is planned beyond a limit in a day or month, by the channel that has the first send too many."""
    people = _people(background.account(platform)) if limit.measure == MESSAGES else 1
    found: defaultdict[str, list[str]] = defaultdict(list)
    if people is None or limit.at_most is None:
        return found
    for period, sent in _by_period(background, platform, limit).items():
        if len(sent) * people > limit.at_most:
            first = sorted(sent, key=lambda each: each.day)[int(limit.at_most // people)]
            found[first.channel].append(_planned(sent, people, limit.measure, period))
    return found


def _people(account: Account | None) -> int | None:
    """How many people a message goes to, or None where the author has not said."""
    return None if account is None else account.followers if account.list_size is None else account.list_size


def _by_period(background: Background, platform: str, limit: Limit) -> Mapping[str, list[_Sent]]:
    """The activities of the limit's kind in each day or month, in the order of the board."""
    kind, monthly = COUNTED[limit.measure], limit.measure.endswith("month")
    found: defaultdict[str, list[_Sent]] = defaultdict(list)
    for phase, channel in lanes(background, platform):
        for activity in channel.activities:
            if activity.kind is kind and activity.state is not State.DROPPED:
                day = background.day(activity.due)
                if day is not None:
                    period = f"in {MONTHS[day.month - 1]} {day.year}" if monthly else f"on {day_text(day)}"
                    found[period].append(_Sent(day, phase, channel.id))
    return found


def lanes(background: Background, platform: str) -> Lanes:
    """The channels on a platform, in the order of the board."""
    return background.once(_lanes, background, platform)


def _lanes(background: Background, platform: str) -> Lanes:
    phases = background.plan.phases
    return tuple(
        (phase_said(phase), channel)
        for phase in phases
        for channel in phase.channels
        if channel.platform == platform
    )


def _planned(sent: list[_Sent], people: int, measure: str, period: str) -> str:
    """How much is planned in a day or month, and in which phases where it is more than one."""
    shares = Counter(each.phase for each in sent)
    where = listed(f"{count * people:,} in {phase}" for phase, count in shares.items())
    total = f"{len(sent) * people:,} {measure.partition('-')[0]} {period}"
    return f"{total} ({where})" if len(shares) > 1 else total


CHECKS = (too_many_sends,)
