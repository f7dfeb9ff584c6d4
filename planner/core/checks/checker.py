"""Runs every check, words what they report, and judges again only the channels that changed."""

import sys
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from itertools import chain
from types import CodeType
from typing import NamedTuple

from planner.core import verdicts
from planner.core.catalog import Catalog
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
from planner.core.checks.overview import Overview
from planner.core.checks.scene import Background, Scene
from planner.core.findings import Finding, Hit, worst_first
from planner.core.plan import Channel, Phase, Plan
from planner.core.rules import Rule, RuleBook
from planner.core.words import citation

CHANNEL_CHECKS = (
    *tracking.CHECKS,
    *links.CHECKS,
    *sites.CHECKS,
    *utm.CHECKS,
    *shops.CHECKS,
    *copy.CHECKS,
    *manners.CHECKS,
    *lists.CHECKS,
    *quiet_hours.CHECKS,
    *quotas.CHECKS,
    *terms.CHECKS,
    *preorders.CHECKS,
    *countdown.CHECKS,
    *deals.CHECKS,
    *fitness.CHECKS,
    *age.CHECKS,
    *dates.CHECKS,
    *letters.CHANNEL_CHECKS,
)
PLAN_CHECKS = (*whole_plan.CHECKS, *clashes.CHECKS, *letters.PLAN_CHECKS)


class _Judged(NamedTuple):
    channel: Channel
    phase: Phase
    background: Background
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

    def findings(self, plan: Plan) -> tuple[Finding, ...]:
        """Everything there is to look at in a plan, worst first."""
        background = Background.of(plan, self._today)
        if background == self._background:
            background = self._background
        self._background = background
        found = list(self._of_plan(plan))
        judged: dict[str, _Judged] = {}
        phases = {phase.id: self._bare(phase) for phase in plan.phases}
        for phase in plan.phases:
            for channel in phase.channels:
                entry = judged[channel.id] = self._of_channel(channel, phases[phase.id], background)
                found += entry.findings
        self._judged, self._phases = judged, phases
        return worst_first(found)

    def _bare(self, phase: Phase) -> Phase:
        """What channels see of their phase: the same object as last time where nothing of that changed."""
        bare = replace(phase, channels=(), purpose="")
        old = self._phases.get(phase.id)
        return old if old == bare else bare

    def _of_channel(self, channel: Channel, phase: Phase, background: Background) -> _Judged:
        old = self._judged.get(channel.id)
        if old and old.channel is channel and old.phase is phase and old.background is background:
            return old
        scene = Scene(
            catalog=self._catalog,
            rules=self._rules,
            background=background,
            phase=phase,
            channel=channel,
            platform=self._catalog.platforms.get(channel.platform),
        )
        hits = (hit for check in CHANNEL_CHECKS for hit in check(scene))
        return _Judged(channel, phase, background, tuple(self._worded(hits, scene.where)))

    def _of_plan(self, plan: Plan) -> Iterable[Finding]:
        overview = Overview(plan, self._catalog)
        hits = (hit for check in PLAN_CHECKS for hit in check(overview))
        return self._worded(hits, "Plan")

    def _worded(self, hits: Iterable[Hit], where: str) -> Iterable[Finding]:
        return (word(self._rules[hit.rule], hit, where) for hit in hits)


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
    values = dict(hit.values)
    return Finding(
        rule=rule.id,
        severity=rule.severity,
        subject=hit.subject,
        aspect=hit.aspect,
        where=where,
        text=_filled(rule.why, values),
        instead=_filled(rule.instead, values),
        source=hit.source or citation(rule.sources, rule.checked),
        spans=hit.spans,
        fix=hit.fix,
        more=hit.more,
    )


def _filled(sentence: str, values: dict[str, str]) -> str:
    return " ".join(sentence.format_map(values).split())
