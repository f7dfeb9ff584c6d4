"""A plan that does what the words recommend is not told off for it."""

import pytest

from planner.core.catalog import Catalog, Platform
from planner.core.findings import Finding
from planner.core.plan import Book, Channel, Link
from planner.core.rules import RuleBook, Severity
from planner.core.verdicts import judge
from tests.core.build import PLATFORM_IDS, channel, findings, link, plan

TAGS = {"utm_source": "source", "utm_medium": "social"}


def recommended(catalog: Catalog, platform: Platform) -> Channel:
    """A channel with everything on that counts there, each option on a link of its own where it works."""
    counting = [o for o in catalog.options.values() if judge(catalog, platform, o.id).counts]
    links: list[Link] = []
    for option in counting:
        for spot in platform.placements:
            at = judge(catalog, platform, option.id, placement=spot.placement)
            if option.needs_click and not option.provider_built and at.counts:
                tags = {**TAGS, "utm_campaign": f"{option.id}-{spot.placement}"}
                links.append(link(spot.placement, option.id, id=f"l{len(links)}", **tags))
    labels = [label for rule in platform.disclosure for label in rule.labels]
    lawful = [
        label for law in catalog.ad_labels.values() if law.id in platform.regions for label in law.labels
    ]
    said = " ".join(("I earn from this.", *labels, *lawful))
    return channel(platform.id, *links, tracking=tuple(option.id for option in counting), disclosure=said)


def fitting(catalog: Catalog, platform: Platform) -> Book:
    """A book of the kind, language and markets that the platform is strong for."""
    genre = next((genre for genre in platform.fit.strong if genre in catalog.genres), "")
    language = platform.languages[0] if platform.languages else "en"
    return Book(id="book", genre=genre, language=language, markets=platform.regions)


def of_it(found: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """The findings but those on the author's own list, which is in the plan for company."""
    return tuple(finding for finding in found if finding.subject != "own")


def serious(found: tuple[Finding, ...]) -> list[str]:
    """The rules behind blockers and errors."""
    return sorted({f.rule for f in found if f.severity in (Severity.BLOCKER, Severity.ERROR)})


@pytest.mark.parametrize("id", PLATFORM_IDS)
def test_what_is_recommended_is_no_error(catalog: Catalog, rules: RuleBook, id: str) -> None:
    platform = catalog.platforms[id]
    found = of_it(
        findings(catalog, rules, plan(recommended(catalog, platform), book=fitting(catalog, platform)))
    )
    assert serious(found) == []
    assert {f.rule for f in found} <= {
        *("affiliate-under-terms", "condition-not-known"),
        *(
            "disputed-fact",
            "stale-fact",
            "market-without-gateway",
            "gateway-does-not-suit",
            "links-over-limit",
        ),
        *("links-perhaps-over-limit", "links-over-articles", "links-perhaps-over-articles"),
        "links-need-slides",
        *("exception-not-known", "exception-is-experiment"),
    }


@pytest.mark.parametrize("id", PLATFORM_IDS)
def test_a_channel_with_nothing_in_it_is_not_told_off(catalog: Catalog, rules: RuleBook, id: str) -> None:
    made = plan(channel(id), book=fitting(catalog, catalog.platforms[id]))
    found = of_it(findings(catalog, rules, made))
    assert {f.rule for f in found} <= {
        *("stale-fact", "disputed-fact", "market-without-gateway", "gateway-does-not-suit"),
        *("exception-not-known", "exception-is-experiment"),
    }
