"""Runs every check, words what they report, and judges again only the channels that changed."""

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache
from itertools import chain, zip_longest
from types import CodeType
from typing import NamedTuple

from planner.core import verdicts
from planner.core.catalog import Catalog, Platform
from planner.core.checks import (
    age,
    clashes,
    copy,
    countdown,
    dates,
    deals,
    fitness,
    letters,
    links,
    lists,
    manners,
    preorders,
    quiet_hours,
    quotas,
    shops,
    sites,
    terms,
    tracking,
    utm,
    whole_plan,
)
from planner.core.checks.background import Background, Reader, Reads, changed_phase
from planner.core.checks.overview import Digests, Overview
from planner.core.checks.scene import Scene
from planner.core.findings import Finding, Hit, worst_first
from planner.core.plan import Channel, Phase, Plan
from planner.core.rules import Rule, RuleBook, ValueNotGivenError
from planner.core.words import citation

Check = Callable[[Scene], Iterator[Hit]]
PHASE_NAME = "phase.name"
REMEMBERED = 10_000

# Each group is judged anew where something has changed that it read: what reads alike stands together.
GROUPS: tuple[tuple[Check, ...], ...] = (
    (*tracking.CHECKS, *links.CHECKS, *sites.CHECKS, *utm.CHECKS, *shops.CHECKS),
    (*copy.CHECKS, *manners.CHECKS, *terms.COPY_CHECKS),
    (*lists.CHANNEL_CHECKS, *quiet_hours.CHECKS, *quotas.CHECKS),
    (*terms.CHECKS, *preorders.CHECKS, *countdown.CHECKS, *deals.CHECKS),
    fitness.CHECKS,
    age.CHECKS,
    dates.CHECKS,
    letters.CHANNEL_CHECKS,
)
CHANNEL_CHECKS = tuple(chain.from_iterable(GROUPS))
PLAN_CHECKS = (*whole_plan.CHECKS, *clashes.CHECKS, *lists.PLAN_CHECKS, *letters.PLAN_CHECKS)


class _Part(NamedTuple):
    """What a group of checks found in a channel, and what it read of background and phase."""

    reads: Reads
    findings: tuple[Finding, ...]


class _Judged(NamedTuple):
    channel: Channel
    phase: str
    parts: tuple[_Part, ...]
    findings: tuple[Finding, ...]


class Checker:
    """Holds a plan against the rules; the answer is always that of a full run."""

    def __init__(self, catalog: Catalog, rules: RuleBook, today: date) -> None:
        """Check against this catalog and these rules, as of a day."""
        self._catalog = catalog
        self._rules = rules
        self._today = today
        self._judged: dict[str, _Judged] = {}
        self._phases: dict[str, Phase] = {}
        self._background: Background | None = None
        self._digests: Digests = {}

    def findings(self, plan: Plan) -> tuple[Finding, ...]:
        """Everything there is to look at in a plan, worst first."""
        background = Background.of(plan, self._today)
        changed: Reads = frozenset()
        if self._background:
            changed = background.changed_since(self._background)
            background.remember(self._background, changed)
        self._background = background
        found = list(self._of_plan(plan))
        judged: dict[str, _Judged] = {}
        for phase in plan.phases:
            changed_here = changed | changed_phase(phase, self._phases.get(phase.id))
            for channel in phase.channels:
                entry = judged[channel.id] = self._of_channel(channel, phase, background, changed_here)
                found += entry.findings
        self._judged, self._phases = judged, {phase.id: phase for phase in plan.phases}
        self._digests = {id: made for id, made in self._digests.items() if id in judged}
        return worst_first(found)

    def _of_channel(self, channel: Channel, phase: Phase, background: Background, changed: Reads) -> _Judged:
        """A channel as it was judged last time, but for the groups of checks that read what has changed."""
        old = self._judged.get(channel.id)
        if old is None or old.channel is not channel or old.phase != phase.id:
            return self._anew(channel, phase, background, ())
        if not changed:
            return old
        kept = [part if part.reads.isdisjoint(changed) else None for part in old.parts]
        renamed = PHASE_NAME in changed
        return self._anew(channel, phase, background, kept) if renamed or None in kept else old

    def _anew(
        self, channel: Channel, phase: Phase, background: Background, kept: Sequence[_Part | None]
    ) -> _Judged:
        """A channel judged by all groups of checks but those whose part is kept."""
        reader = Reader(background, phase)
        platform = self._catalog.platforms.get(channel.platform)
        scene = Scene(
            catalog=self._catalog, rules=self._rules, background=reader, channel=channel, platform=platform
        )
        where = place_of(channel, phase, platform)
        parts = tuple(
            self._part(group, scene, where) if part is None else _at(part, where)
            for group, part in zip_longest(GROUPS, kept)
        )
        return _Judged(channel, phase.id, parts, tuple(chain.from_iterable(part.findings for part in parts)))

    def _part(self, group: tuple[Check, ...], scene: Scene, where: str) -> _Part:
        scene.background.reads = set()
        found = tuple(self._worded((hit for check in group for hit in check(scene)), where))
        return _Part(frozenset(scene.background.reads), found)

    def _of_plan(self, plan: Plan) -> Iterable[Finding]:
        overview = Overview(plan, self._catalog, self._digests)
        hits = (hit for check in PLAN_CHECKS for hit in check(overview))
        return self._worded(hits, "Plan")

    def _worded(self, hits: Iterable[Hit], where: str) -> Iterable[Finding]:
        return (word(self._rules[hit.rule], hit, where) for hit in hits)


def _at(part: _Part, where: str) -> _Part:
    """A part whose findings name their place as it is called now."""
    if not part.findings or part.findings[0].where == where:
        return part
    return part._replace(findings=tuple(replace(finding, where=where) for finding in part.findings))


def place_of(channel: Channel, phase: Phase, platform: Platform | None) -> str:
    """The place of a channel in the plan, as people name it."""
    name = platform.full_name if platform else channel.platform
    return f"{name} · {phase.name}" if phase.name else name


def rules_in_checks() -> frozenset[str]:
    """Every text that the checks could report as a rule's id: what they spell out, and a grey option's."""
    modules = {check.__module__ for check in (*CHANNEL_CHECKS, *PLAN_CHECKS)} | {verdicts.__name__}
    spelt = (_texts(value) for name in modules for value in vars(sys.modules[name]).values())
    return frozenset(chain((f"option-{kind.replace(' ', '-')}" for kind in verdicts.GREY), *spelt))


def _texts(value: object) -> Iterable[str]:
    """The texts in a constant or in a function's code."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from chain.from_iterable(map(_texts, value.values()))
    elif isinstance(value, tuple):
        yield from chain.from_iterable(map(_texts, value))
    else:
        code = value if isinstance(value, CodeType) else getattr(value, "__code__", None)
        yield from _texts(code.co_consts) if isinstance(code, CodeType) else ()


def word(rule: Rule, hit: Hit, where: str) -> Finding:
    """A hit as a finding: the rule's sentences with the hit's values in their places."""
    return Finding(
        rule=rule.id,
        severity=rule.severity,
        subject=hit.subject,
        aspect=hit.aspect,
        where=where,
        text=_sentence(rule, "why", hit),
        instead=_sentence(rule, "instead", hit),
        source=hit.source or _cited(rule),
        spans=hit.spans,
        fix=hit.fix,
        more=hit.more,
    )


def _sentence(rule: Rule, name: str, hit: Hit) -> str:
    try:
        return _filled(getattr(rule, name), hit.values)
    except KeyError as error:
        raise ValueNotGivenError(rule.id, name, str(error.args[0])) from None


# Channels of a platform mostly break the same rules with the same values.
@lru_cache(maxsize=REMEMBERED)
def _filled(sentence: str, values: tuple[tuple[str, str], ...]) -> str:
    return " ".join(sentence.format_map(dict(values)).split())


def _cited(rule: Rule) -> str:
    return citation(rule.sources, rule.checked)
