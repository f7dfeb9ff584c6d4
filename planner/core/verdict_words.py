"""The words for verdicts; window, PDF and command line all print these."""

from typing import NamedTuple

from planner.core.alternative_words import Way, ways_instead
from planner.core.catalog import Catalog, Platform
from planner.core.citations import Citation, sources_text, with_ways
from planner.core.conditions import because
from planner.core.facts import Policy, VerdictKind
from planner.core.names import places_text
from planner.core.phrasing import listed
from planner.core.situation import NOBODY, Situation
from planner.core.verdicts import (
    IN_DOUBT,
    NOT_CLICKABLE,
    NOT_OFFERED,
    UNSETTLED,
    Verdict,
    any_click_counts,
    judge_all,
)

MARKS = {
    VerdictKind.AVAILABLE: "✓",
    VerdictKind.LIMITED: "◐",
    VerdictKind.NOT_YET: "◷",
    VerdictKind.FORBIDDEN: "⚠",
    VerdictKind.IMPOSSIBLE: "⊘",
    VerdictKind.UNKNOWN: "?",
}
POLICY_WORDS = {
    Policy.OPEN: "links open",
    Policy.LIMITED: "links limited",
    Policy.BLOCKED: "links blocked",
}
MET_WORDS = {True: "met", False: "not met", None: "not known yet"}


class Explanation(NamedTuple):
    """A verdict in words: a mark and label, the reason, its conditions, the ways on, and the source."""

    mark: str
    label: str
    reason: str
    condition: str
    ways: tuple[Way, ...]
    source: Citation

    @property
    def way_on(self) -> str:
        """All that can be done instead, in one paragraph."""
        return " ".join(way.text for way in self.ways)

    @property
    def sources(self) -> Citation:
        """Who says all of it: the verdict, and what can be done instead."""
        return with_ways(self.source, (way.source for way in self.ways))

    @property
    def text(self) -> str:
        """Everything in one paragraph."""
        return " ".join(filter(None, (self.reason, self.condition, self.way_on, self.source)))


def explain(
    catalog: Catalog, platform: Platform, verdict: Verdict, situation: Situation = NOBODY
) -> Explanation:
    """The words for a verdict."""
    return Explanation(
        mark=MARKS[verdict.kind],
        label=str(verdict.kind),
        reason=_reason(catalog, platform, verdict),
        condition=_condition(catalog, platform, verdict, situation),
        ways=ways_instead(catalog, platform, verdict, situation) if needs_way_on(verdict) else (),
        source=sources_text(platform, verdict.facts),
    )


def needs_way_on(verdict: Verdict) -> bool:
    """Whether an author who wanted the option has to be told what to do instead."""
    return not verdict.usable or verdict.met is False


def _reason(catalog: Catalog, platform: Platform, verdict: Verdict) -> str:
    if not verdict.facts:
        return f"The catalog does not say what this can do on {platform.name}."
    if verdict.rule == NOT_OFFERED:
        return f"The catalog does not know this placement on {platform.name}."
    if verdict.rule == UNSETTLED:
        fact = platform.tracking_fact(verdict.option)
        places = [verdict.placement] if verdict.placement or not fact else fact.unsettled
        told = places_text(catalog, places)
        return f"No source is known on its use in: {told}. {verdict.facts[-1].text}"
    return verdict.facts[0 if verdict.rule in (NOT_CLICKABLE, IN_DOUBT) else -1].text


def _condition(catalog: Catalog, platform: Platform, verdict: Verdict, situation: Situation) -> str:
    if verdict.rule == UNSETTLED:
        places = places_text(catalog, verdict.only_at)
        return " ".join([*([f"It is known to work in: {places}."] if places else ()), *verdict.conditions])
    sentences = []
    if verdict.usable and verdict.only_at:
        sentences.append(f"Works only here: {places_text(catalog, verdict.only_at)}.")
    if verdict.conditions and (verdict.met or verdict.kind is not VerdictKind.AVAILABLE):
        given = listed(because(platform, verdict.facts, situation)) if verdict.met else ""
        met = f"{MET_WORDS[verdict.met]}: {given}" if given else MET_WORDS[verdict.met]
        sentences.append(f"{' '.join(verdict.conditions).removesuffix('.')} ({met}).")
    if verdict.usable and verdict.advice and verdict.met is not False:
        sentences.append(verdict.advice)
    return " ".join(sentences)


def link_policy(catalog: Catalog, platform: Platform) -> str:
    """What links may do on a platform, in a few words: "links limited · ad tracking not yet"."""
    words = [POLICY_WORDS[platform.links.policy]]
    verdicts = judge_all(catalog, platform)
    if not any_click_counts(catalog, verdicts):
        words.append("no click can be tracked")
    missing = [v.option for v in verdicts if v.kind is VerdictKind.NOT_YET]
    words += [f"{catalog.options[option].name.lower()} not yet" for option in missing]
    return " · ".join(words)
