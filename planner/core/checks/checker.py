"""Runs every check, and judges again only the channels that changed."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from itertools import chain

from planner.core.catalog import Catalog
from planner.core.checks import (
    affiliate_links,
    age,
    alerts,
    calendar,
    conduct,
    copy,
    countdown,
    dates,
    dead_text,
    deals,
    fitness,
    free_days,
    frequencies,
    kdp_select_elsewhere,
    kdp_select_own_sales,
    links,
    mailing_lists,
    measuring,
    missing_glyphs,
    money,
    preorders,
    quiet_hours,
    quotas,
    selling,
    shops,
    sites,
    terms,
    tracking,
    unknown_words,
    utm,
    utm_spelling,
    weeks,
    whole_plan,
)
from planner.core.checks.background import Background, field_of
from planner.core.checks.judgement import Check, Judgement, place_of
from planner.core.checks.memory import Reads
from planner.core.checks.overview import Overview
from planner.core.checks.readers import Readers
from planner.core.checks.scene import Scene
from planner.core.findings import Finding, Hit, worst_first
from planner.core.plan import Channel, Phase, Plan
from planner.core.rules import RuleBook

CHANNEL_CHECKS: tuple[Check, ...] = (
    *(*tracking.CHECKS, *measuring.CHECKS, *links.CHECKS, *affiliate_links.CHECKS),
    *(*sites.CHECKS, *utm.CHECKS, *shops.CHECKS),
    *(*copy.CHECKS, *dead_text.CHECKS, *conduct.CHECKS, *terms.COPY_CHECKS),
    *(*mailing_lists.CHANNEL_CHECKS, *quiet_hours.CHECKS, *frequencies.CHECKS, *quotas.CHECKS),
    *(*kdp_select_elsewhere.CHECKS, *terms.CHECKS, *kdp_select_own_sales.CHECKS),
    *(*preorders.CHECKS, *alerts.CHECKS, *countdown.CHECKS, *free_days.CHECKS, *deals.CHECKS),
    *(*fitness.CHECKS, *age.CHANNEL_CHECKS, *dates.CHECKS, *selling.CHECKS, *money.CHECKS),
    *missing_glyphs.CHANNEL_CHECKS,
    *unknown_words.CHANNEL_CHECKS,
)
PLAN_CHECKS = (
    *(
        *whole_plan.CHECKS,
        *weeks.CHECKS,
        *calendar.CHECKS,
        *mailing_lists.PLAN_CHECKS,
        *utm_spelling.PLAN_CHECKS,
    ),
    *(*age.PLAN_CHECKS, *missing_glyphs.PLAN_CHECKS, *unknown_words.PLAN_CHECKS),
)


class Checker:
    """Holds a plan against the rules; the answer is always that of a full run."""

    def __init__(self, catalog: Catalog, rules: RuleBook, today: date) -> None:
        """Check against this catalog and these rules, as of a day."""
        self._catalog = catalog
        self._rules = rules
        self._today = today
        self._forget()

    def _forget(self) -> None:
        self._background = Background(self._catalog, self._rules)
        self._overview = Overview(self._background)
        self._judged: dict[str, tuple[tuple[Channel, ...], list[Judgement]]] = {}
        self._readers: Readers[Judgement] = Readers()

    def findings(self, plan: Plan) -> tuple[Finding, ...]:
        """Everything there is to look at in a plan, worst first."""
        try:
            changed = self._background.turn_to(plan, self._today)
            return worst_first(chain(self._of_plan(), self._of_channels(plan, changed)))
        except BaseException:
            self._forget()  # what is kept belongs half to this plan and half to the one before
            raise

    def _of_plan(self) -> list[Finding]:
        """What the checks of the whole plan find; only those look again that read what has changed."""
        found = [*chain.from_iterable(self._by_check()), *self._background.once(self._old)]
        self._read = self._background.memory.noted()
        return found

    def _by_check(self) -> Iterator[tuple[Finding, ...]]:
        return (self._background.once(self._look, check) for check in PLAN_CHECKS)

    def _look(self, check: Callable[[Overview], Iterable[Hit]]) -> tuple[Finding, ...]:
        return self._found(check(self._overview))

    def _old(self) -> tuple[Finding, ...]:
        """What is old and has decided something that those checks found."""
        decided = chain.from_iterable(self._by_check())
        return self._found(age.old_in_plan(self._overview, decided))

    def _found(self, hits: Iterable[Hit]) -> tuple[Finding, ...]:
        return tuple(Finding.of(hit, self._rules, "Plan") for hit in hits)

    def _of_channels(self, plan: Plan, changed: Reads) -> list[Finding]:
        before, self._judged = self._judged, {}
        new: list[Judgement] = []
        for phase in plan.phases:
            channels, kept = before.pop(phase.id, ((), []))
            if field_of(phase, "name") in changed:
                for entry in kept:
                    entry.rename(self._place(entry.channel, phase))
            judged = kept if phase.channels is channels else self._of_phase(phase, kept, new)
            self._judged[phase.id] = phase.channels, judged
        for gone in chain.from_iterable(kept for _, kept in before.values()):
            gone.leave()
        self._look_again(changed, new)
        self._background.memory.tidy(chain([self._read], self._readers.reads))
        found: list[Finding] = []
        for entry in chain.from_iterable(judged for _, judged in self._judged.values()):
            found += entry.findings
        return found

    def _look_again(self, changed: Reads, new: Iterable[Judgement]) -> None:
        """Have checks look at channels, a platform at a time: what they look up is near at hand then."""
        looking = {**self._readers.of(changed), **{entry: entry.numbers for entry in new}}
        for entry in sorted(looking, key=lambda entry: entry.channel.platform):
            entry.judge(looking[entry])

    def _of_phase(self, phase: Phase, before: Iterable[Judgement], new: list[Judgement]) -> list[Judgement]:
        """The channels of a phase; those that are new to it or another stand among the ``new`` too."""
        known = {id(each.channel): each for each in before}
        judged = []
        for channel in phase.channels:
            entry = known.pop(id(channel), None)
            if entry is None:
                entry = self._judgement(channel, phase)
                new.append(entry)
            judged.append(entry)
        for gone in known.values():
            gone.leave()
        return judged

    def _judgement(self, channel: Channel, phase: Phase) -> Judgement:
        scene = Scene(
            catalog=self._catalog,
            rules=self._rules,
            background=self._background,
            phase=self._background.phase(phase.id),
            phase_id=phase.id,
            channel=channel,
            platform=self._catalog.platforms.get(channel.platform),
        )
        return Judgement(scene, self._place(channel, phase), CHANNEL_CHECKS, self._readers)

    def _place(self, channel: Channel, phase: Phase) -> str:
        return place_of(channel, phase, self._catalog.platforms.get(channel.platform))
