"""Checks of the plan as a whole: hours, money, links used twice, markets, and what the author owns."""

from collections import Counter
from collections.abc import Iterator
from functools import partial

from planner.core import edits
from planner.core.addresses import UTM_FIELDS, alike, parse, tagged, without_fields
from planner.core.catalog import OWNED, Catalog, Platform
from planner.core.catalog_lists import Region
from planner.core.changes import Edit, Remove
from planner.core.checks.links import closed_shop
from planner.core.checks.overview import Overview
from planner.core.citations import sources_text
from planner.core.findings import Fix, Hit
from planner.core.fit import FitKind, fit_for, fit_kind
from planner.core.fit_words import word_fit_in_short
from planner.core.hours import exact_hours, with_hours
from planner.core.names import market_said, place_name
from planner.core.phrasing import listed, upper_first
from planner.core.plan import Link
from planner.core.plan_words import phase_said
from planner.core.situation import Situation
from planner.core.totals import money_allowed, other_currencies, plan_budget, plan_spent
from planner.core.tree import Tree
from planner.core.utm_style import slug

Spot = tuple[str, str]  # a platform and a placement
# The service gave two links the same address, whatever they carry.
GIVEN = "given"


def hours_over(overview: Overview) -> Iterator[Hit]:
    """Phases whose channels ask for more hours a week than the brief allows."""
    allowed = overview.plan.hours_a_week
    if allowed is None:
        return
    for phase, load in zip(overview.plan.phases, overview.loads, strict=True):
        if load.hours > allowed:
            yield Hit(
                rule="hours-over",
                subject=phase.id,
                values=(
                    ("phase", upper_first(phase_said(phase))),
                    ("asked", with_hours(exact_hours(load.hours))),
                    ("allowed", exact_hours(allowed)),
                ),
            )


def budget_over(overview: Overview) -> Iterator[Hit]:
    """Channels that are given or spend more money than the brief has, or money that cannot be added up."""
    plan = overview.plan
    others = other_currencies(plan)
    if others:
        values = (("currencies", listed(others)), ("currency", plan.currency))
        yield Hit(rule="budget-other-currency", subject=plan.id, values=values)
    allowed = money_allowed(plan)
    for have, money in (("are given", plan_budget(plan)), ("have spent", plan_spent(plan))):
        if allowed and money.amount > allowed.amount:
            told = (("have", have), ("money", money.text), ("allowed", allowed.text))
            yield Hit(rule="budget-over", subject=plan.id, values=told)


def links_used_twice(overview: Overview) -> Iterator[Hit]:
    """The same address at more than one placement: those after the first; a later phase may use it again."""
    used = [
        (_counted_by(overview, address), channel, link)
        for channel, found in overview.digested
        for link, address in found.addresses
    ]
    often = {address for address, times in Counter(address for address, *_ in used).items() if times > 1}
    seen: dict[tuple[str, str], Spot] = {}
    for address, channel, link in used:
        if address and address in often:
            here = channel.platform, link.placement
            spots = [seen.setdefault((address, each), here) for each in _counters(overview.catalog, link)]
            first = next((spot for spot in spots if spot != here), None)
            if first:
                yield _used_twice(overview, link, here, first)


def _counters(catalog: Catalog, link: Link) -> Iterator[str]:
    """What counts a link: two that still wait for their addresses get them from each of their services."""
    known = (catalog.options[id] for id in link.options if id in catalog.options)
    yield from (option.id for option in known if option.carried_by_link or option.scanned)
    if link.address:
        yield GIVEN


def _counted_by(overview: Overview, address: str) -> str:
    """What of an address tells its clicks from others: UTM tags do not, where a shop keeps them to itself."""
    tells_nothing = "utm_" in address and closed_shop(overview.catalog, address)
    return alike(without_fields(address, UTM_FIELDS)) if tells_nothing else address


def _used_twice(overview: Overview, link: Link, here: Spot, first: Spot) -> Hit:
    shop = closed_shop(overview.catalog, tagged(link))
    can_be_tagged = link.placement and not link.address and parse(link.target) and shop is None
    apart = f"as {shop.name} ignores utm_content" if shop else "or another utm_content"
    return Hit(
        rule="link-used-twice",
        subject=link.id,
        aspect="links",
        values=(
            ("link", link.label or link.target),
            ("here", _spot_name(overview.catalog, here)),
            ("first", _spot_name(overview.catalog, first)),
            ("apart", apart),
        ),
        fixes=(TELL_APART,) if can_be_tagged else (),
    )


def _spot_name(catalog: Catalog, spot: Spot) -> str:
    """A placement of a platform, as people name it."""
    known, placement = catalog.platforms.get(spot[0]), spot[1]
    name = known.name if known else spot[0]
    return f"{name} ({place_name(catalog, placement)})" if placement else name


def _told_apart(tree: Tree, id: str) -> Edit:
    """Give a link the name of its spot as its content, so that its clicks are counted apart."""
    link = tree.find(id)
    assert isinstance(link, Link)
    content = slug(f"{link.placement}-{link.id[:4]}" if link.utm_content else link.placement)
    return edits.set_field(tree, id, "utm_content", content, TELL_APART.label)


TELL_APART = Fix("Tell it apart by utm_content", _told_apart)


def markets_without_their_gateway(overview: Overview) -> Iterator[Hit]:
    """A market of the book, or of a channel's platform, without the platform that opens it."""
    used = overview.platforms
    for region in overview.catalog.regions.values():
        gateway = overview.catalog.platforms.get(region.gateway)
        if gateway is None or gateway.id in used or not _aims_at(overview, region):
            continue
        values = (("market", market_said(region)), ("gateway", gateway.full_name))
        situation = overview.background.situation(gateway.id)
        if fit_kind(overview.catalog, gateway, situation) is FitKind.POOR:
            yield _does_not_suit(overview, gateway, situation, values)
            continue
        yield Hit(
            rule="market-without-gateway",
            subject=overview.plan.id,
            values=(*values, ("reason", gateway.fit.summary)),
            source=sources_text(gateway, gateway.fit.evidence),
            fixes=_additions(overview, gateway),
        )


def _does_not_suit(
    overview: Overview, gateway: Platform, situation: Situation, values: tuple[tuple[str, str], ...]
) -> Hit:
    """That a market is aimed at and what opens it suits the book poorly, with what would change that."""
    verdict = fit_for(overview.catalog, gateway, situation)
    words = word_fit_in_short(overview.catalog, gateway, overview.plan.book, verdict)
    changes = f"What would change it: {' '.join(words.changes)}" if words.changes else ""
    return Hit(
        rule="gateway-does-not-suit",
        subject=overview.plan.id,
        values=(*values, ("reason", words.why), ("changes", changes)),
        source=words.source,
    )


def _aims_at(overview: Overview, region: Region) -> bool:
    """Whether the book is for a market, or, where it names none, a platform of the plan is for it alone."""
    if markets := overview.plan.book.markets:
        return region.id in markets
    return any(platform.regions == (region.id,) for platform in overview.platforms.values())


def skipped_and_used(overview: Overview) -> Iterator[Hit]:
    """Platforms that were turned down, and that a phase uses all the same."""
    turned_down = {each.platform: each for each in overview.plan.skipped}
    known = [overview.platforms[id] for id in turned_down if id in overview.platforms]
    for platform in known:
        first = next(each for each in overview.plan.channels if each.platform == platform.id)
        reason = turned_down[platform.id].reason.strip()
        yield Hit(
            rule="skipped-and-used",
            subject=first.id,
            values=(
                ("platform", platform.name),
                ("reason", f"The reason that you gave: {reason.removesuffix('.')}." if reason else ""),
            ),
            fixes=(Fix(AFTER_ALL, partial(_taken_up, platform)),),
        )


def _taken_up(platform: Platform, tree: Tree, _: str) -> Edit:
    gone = tuple(Remove(each.id) for each in tree.plan.skipped if each.platform == platform.id)
    return Edit(f"Use {platform.name} after all", gone)


AFTER_ALL = "Take it from the skipped platforms"


def no_owned_channel(overview: Overview) -> Iterator[Hit]:
    """A plan that rests on rented platforms alone."""
    used = overview.platforms
    if not used or any(OWNED in platform.traits for platform in used.values()):
        return
    owned = [p for p in overview.catalog.platforms.values() if OWNED in p.traits]
    values = (("owned", listed((p.name for p in owned), last="or")),)
    fixes = _additions(overview, owned[0]) if owned else ()
    yield Hit(rule="no-owned-channel", subject=overview.plan.id, values=values, fixes=fixes)


def _additions(overview: Overview, platform: Platform) -> tuple[Fix, ...]:
    """To use a platform in the first phase, where there is one."""
    phases = overview.plan.phases
    if not phases:
        return ()
    label = f"Add {platform.name}"
    return (Fix(label, lambda tree, _: edits.add_channels(tree, phases[0].id, None, (platform,))),)


CHECKS = (
    hours_over,
    budget_over,
    links_used_twice,
    markets_without_their_gateway,
    skipped_and_used,
    no_owned_channel,
)
