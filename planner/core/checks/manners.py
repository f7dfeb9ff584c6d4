"""Checks of what a channel plans against rules of conduct: the platform's, the law's and the trade's."""

import re
from collections.abc import Iterable, Iterator

from planner.core.addresses import retailer_of
from planner.core.checks.links import AFFILIATE, link_hit, marks_of
from planner.core.checks.scene import Scene
from planner.core.copy_scan.names import names_in
from planner.core.facts import Disclosure, Occasion, PromotionRule
from planner.core.findings import Hit
from planner.core.plan import Activity, ActivityKind, State
from planner.core.words import listed, sources_text

REVIEW_FOR_PAY = "review-for-pay"
MAIL, AD = "mail", "ad"
DUE_FOR = {
    Occasion.PAID: "a post with a link that earns you money",
    Occasion.AD: "an ad",
    Occasion.MESSAGE: "an advertising message",
}
NEGATED = re.compile(r"\b(?:no|not|never|without|avoid|don['’]t)\b[^.!?\n]{0,24}\Z", re.IGNORECASE)
LOOKED_BACK = 40


def conduct(scene: Scene) -> Iterator[Hit]:
    """Work and text that a rule of the platform forbids by their words, and links to unwelcome shops."""
    if scene.platform is None:
        return
    for rule in scene.platform.promotion_rules:
        if rule.phrases:
            yield from _against(scene, rule)
        for link in scene.channel.links if rule.retailers else ():
            shop = retailer_of(scene.catalog, link.target)
            if shop and shop.id in rule.retailers:
                values = (("retailer", shop.name), ("reason", rule.text))
                source = sources_text(scene.platform, [rule])
                yield link_hit(scene, "shop-unwelcome", link, *values, source=source)


def _against(scene: Scene, rule: PromotionRule) -> Iterator[Hit]:
    assert scene.platform is not None
    known = (("platform", scene.platform.name), ("reason", rule.text))
    source = sources_text(scene.platform, [rule])
    for activity, found in _planned(scene, rule.phrases):
        values = (*known, ("found", found))
        yield Hit(rule="conduct", subject=activity.id, aspect="activities", values=values, source=source)
    text = scene.channel.copy
    for start, end in _meant(text, rule.phrases):
        values = (*known, ("found", text[start:end]))
        spans = ((start, end),)
        channel = scene.channel.id
        yield Hit(rule="conduct", subject=channel, aspect="copy", spans=spans, values=values, source=source)


def reviews_for_pay(scene: Scene) -> Iterator[Hit]:
    """Work that pays for reviews or swaps them."""
    rule = scene.rules.get(REVIEW_FOR_PAY)
    for activity, found in _planned(scene, rule.phrases if rule else ()):
        yield Hit(rule=REVIEW_FOR_PAY, subject=activity.id, aspect="activities", values=(("found", found),))


def _planned(scene: Scene, phrases: Iterable[str]) -> Iterator[tuple[Activity, str]]:
    """The activities whose words plan one of the phrases, each once, with the words."""
    for activity in scene.channel.activities:
        text = f"{activity.title}\n{activity.notes}"
        spot = next(_meant(text, phrases), None) if activity.state is not State.DROPPED else None
        if spot:
            yield activity, text[slice(*spot)]


def _meant(text: str, phrases: Iterable[str]) -> Iterator[tuple[int, int]]:
    """Where phrases stand that no "never" or "without" before them turns round."""
    for start, end in names_in(text, phrases):
        if not NEGATED.search(text, max(0, start - LOOKED_BACK), start):
            yield start, end


def consent(scene: Scene) -> Iterator[Hit]:
    """Messages to many, planned for readers who have not agreed to them."""
    if scene.platform is None or scene.account is None or scene.account.opt_in is not False:
        return
    linked = any(_medium(scene, link.placement) == MAIL for link in scene.channel.links)
    if linked or _plans(scene, ActivityKind.SEND):
        values = (("platform", scene.platform.name),)
        yield Hit(rule="mail-without-consent", subject=scene.channel.id, aspect="activities", values=values)


def labels(scene: Scene) -> Iterator[Hit]:
    """Local labels for advertising that the text does not hold."""
    said = f"{scene.channel.copy}\n{scene.channel.disclosure}"
    if scene.platform is None or not said.strip():
        return
    for rule in scene.platform.disclosure:
        market = next((region for region in rule.regions if region in _aimed_at(scene)), "")
        if rule.labels and market and not any(label in said for label in rule.labels) and _due(scene, rule):
            values = (
                ("market", scene.catalog.regions[market].name),
                ("what", DUE_FOR[rule.due_for]),
                ("labels", listed(rule.labels, last="or")),
                ("reason", rule.text),
            )
            source = sources_text(scene.platform, [rule])
            channel = scene.channel.id
            yield Hit(rule="label-missing", subject=channel, aspect="copy", values=values, source=source)


def _aimed_at(scene: Scene) -> set[str]:
    """The markets that a channel is for: its own, else those of the book that the platform is in."""
    assert scene.platform is not None
    if scene.channel.region:
        return {scene.channel.region}
    regions, markets = set(scene.platform.regions), set(scene.background.book.markets)
    return regions & markets or (regions if len(regions) == 1 else set())


def _due(scene: Scene, rule: Disclosure) -> bool:
    links = scene.channel.links
    if rule.due_for is Occasion.PAID:
        return any(AFFILIATE in marks_of(scene, link) for link in links)
    if rule.due_for is Occasion.MESSAGE:
        return _plans(scene, ActivityKind.SEND)
    return _plans(scene, ActivityKind.AD) or any(_medium(scene, link.placement) == AD for link in links)


def _plans(scene: Scene, kind: ActivityKind) -> bool:
    return any(each.kind is kind and each.state is not State.DROPPED for each in scene.channel.activities)


def _medium(scene: Scene, placement: str) -> str:
    known = scene.catalog.placements.get(placement)
    return known.medium if known else ""


CHECKS = (conduct, reviews_for_pay, consent, labels)
