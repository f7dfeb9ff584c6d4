"""The ten ways of tracking for one subject, as rows of words, and the one function that switches them."""

from dataclasses import dataclass

from planner.core import edits
from planner.core.alternative_words import other_platform_ways
from planner.core.alternatives import OtherPlatform, dependable, main_option, other_platforms, ways_for
from planner.core.catalog import Platform
from planner.core.changes import Edit
from planner.core.citations import NOBODY_SAYS, sources_text, together
from planner.core.freshness import with_age
from planner.core.markets import EVERYWHERE
from planner.core.names import market_names, option_name
from planner.core.verdict_words import Explanation, explain
from planner.core.verdicts import any_click_counts, judge, judge_all
from planner.gui.inspector.subject import View

UNKNOWN_OPTION = Explanation(
    mark="?",
    label="unknown",
    reason="This catalog does not know the option. It stays in the plan as it is.",
    condition="",
    ways=(),
    source=NOBODY_SAYS,
)


@dataclass(frozen=True, slots=True)
class OptionRow:
    """One option: whether it is on, whether it may be switched on, and the words of its verdict."""

    id: str
    name: str
    on: bool
    usable: bool
    words: Explanation
    sources: frozenset[str] = frozenset()

    @property
    def spoken_name(self) -> str:
        """The name as a screen reader says it: with the verdict's word."""
        return f"{self.name} ({self.words.label})"

    @property
    def note(self) -> str:
        """What to say of an option that is on although it cannot work any more."""
        return "It is still on. Switch it off: it cannot work here." if self.on and not self.usable else ""


@dataclass(frozen=True, slots=True)
class Closed:
    """That no click can be counted on a platform at all, and why."""

    title: str
    reason: str
    source: str
    sources: frozenset[str]


@dataclass(frozen=True, slots=True)
class WayCard:
    """Another platform to use instead."""

    platform: str
    text: str
    source: str = ""


def option_rows(view: View) -> tuple[OptionRow, ...]:
    """The options of the catalog, and those of the channel that it does not know."""
    catalog, platform = view.session.catalog, view.platform
    on = view.channel.tracking if view.channel else ()
    rows = []
    for id in catalog.options if platform else ():
        assert platform is not None
        verdict = judge(catalog, platform, id, view.situation)
        words = explain(catalog, platform, verdict, view.situation)
        sources = frozenset(key for fact in verdict.facts for key in fact.source)
        rows.append(OptionRow(id, option_name(catalog, id), id in on, verdict.usable, words, sources))
    known = {row.id for row in rows}
    return (
        *rows,
        *(
            OptionRow(id, option_name(catalog, id), on=True, usable=False, words=UNKNOWN_OPTION)
            for id in on
            if id not in known
        ),
    )


def switch(view: View, option: str, on: bool) -> bool:
    """Switch an option of the channel; refuses, with the reason, to switch on what cannot work."""
    channel = view.channel
    row = next((row for row in option_rows(view) if row.id == option), None)
    if channel is None or row is None:
        return False
    if on and not row.usable:
        view.session.refused.emit(f"{row.name} is {row.words.label} on {view.name}. {row.words.reason}")
        return False
    edit = edits.toggle_tracking(view.session.document.tree, channel.id, option, on, row.name)
    return view.session.do(edit)


def closed(view: View) -> Closed | None:
    """The platform's reason, where no click can ever be counted, whatever account the author has."""
    catalog, platform = view.session.catalog, view.platform
    if platform is None:
        return None
    verdicts = judge_all(catalog, platform)
    if any_click_counts(catalog, verdicts):
        return None
    nothing = all(catalog.options[v.option].inside_only for v in verdicts if v.counts)
    title = "Nothing can be tracked here" if nothing else "No click can be tracked here"
    links = platform.links
    source = with_age(sources_text(platform, [links]), view.old)
    return Closed(title, links.text, source, frozenset(links.source))


def way_cards(view: View) -> tuple[WayCard, ...]:
    """The platforms to use instead, each with why."""
    catalog, platform = view.session.catalog, view.platform
    if platform is None:
        return ()
    option, situation = main_option(catalog), view.situation
    return tuple(
        WayCard(other.platform.id, *_card_words(view, platform, other))
        for other in other_platforms(catalog, platform, option, situation)
    )


def _card_words(view: View, platform: Platform, other: OtherPlatform) -> tuple[str, str]:
    """What a card says of another platform, and who says so."""
    ways = other_platform_ways(view.session.catalog, platform, other, view.situation)
    return " ".join(way.text for way in ways), with_age(together(way.source for way in ways), view.old)


def add_beside(view: View, other: Platform) -> Edit:
    """Keep the channel and add another platform to its phase, where the options that cannot work here go."""
    assert view.channel is not None
    catalog, there = view.session.catalog, view.situation.on(other.id)
    lost = (row.id for row in option_rows(view) if row.on and not row.usable and row.id in catalog.options)
    moved = [option for option in lost if dependable(catalog, judge(catalog, other, option, there), there)]
    return edits.add_beside(view.session.document.tree, view.channel.id, other, moved)


def ways_title(view: View) -> str:
    """The heading above the ways on: for which market they are."""
    catalog, platform = view.session.catalog, view.platform
    shown = {card.platform for card in way_cards(view)}
    named = ways_for(catalog, platform, view.situation) if platform else ()
    ways = [way for way in named if way.platform in shown]
    if len(ways) < len(shown):
        return "What to use instead"
    names = market_names(catalog, {m for way in ways for m in way.markets} - {EVERYWHERE})
    return f"For the {names[0]} market instead" if len(names) == 1 else "What to use instead"
