"""Checks of what a channel plans against rules of conduct: the platform's, the law's and the trade's."""

from collections.abc import Iterator
from functools import partial

from planner.core import edits
from planner.core.addresses import retailer_of
from planner.core.catalog_lists import AD
from planner.core.changes import Edit
from planner.core.checks.already_reported import without_consent
from planner.core.checks.cleared import clearing, is_cleared
from planner.core.checks.labels import begins_with, discloses, has_label, is_labelled, lawful
from planner.core.checks.links import link_hit
from planner.core.checks.phrases import meant_in, planned_against, wording_of
from planner.core.checks.scene import Scene
from planner.core.citations import Citation, own_sources_text, sources_text
from planner.core.facts import Disclosure, Occasion, PromotionRule
from planner.core.findings import Fix, Hit
from planner.core.names import market_said
from planner.core.phrasing import listed
from planner.core.plan import Book, Channel
from planner.core.rule_ids import RuleId
from planner.core.tree import Tree
from planner.core.vocabulary import ActivityKind

REVIEW_FOR_PAY: RuleId = "review-for-pay"
# What counts as the opening of a text where it has no title line: our own measure.
OPENING = 100
DUE_FOR = {
    Occasion.PAID: "a post that earns you money or a gift",
    Occasion.AD: "an ad",
    Occasion.MESSAGE: "an advertising message",
}


def conduct(scene: Scene) -> Iterator[Hit]:
    """Work and text that a rule of the platform, or advice, names by its words, and unwelcome shops."""
    if scene.platform is None:
        return
    for rule in scene.platform.promotion_rules:
        if rule.phrases:
            yield from _against(scene, rule)
        for link in scene.channel.links if rule.retailers else ():
            shop = retailer_of(scene.catalog, link.target)
            if shop and shop.id in rule.retailers and rule.holds_at(link.placement):
                values = (("retailer", shop.name), ("reason", rule.text))
                source = sources_text(scene.platform, [rule])
                yield link_hit(scene, "shop-unwelcome", link, *values, source=source)


def _against(scene: Scene, rule: PromotionRule) -> Iterator[Hit]:
    assert scene.platform is not None
    known = (("platform", scene.platform.name), ("reason", rule.text))
    source = sources_text(scene.platform, [rule])
    broken: RuleId = "conduct-unwise" if rule.advice else "conduct"
    for activity, found in planned_against(scene, wording_of(rule)):
        values, fixes = (*known, ("found", found[0])), (clearing(found),)
        yield Hit(broken, activity.id, values, "activities", source=source, fixes=fixes)
    channel = scene.channel
    for start, end in meant_in(channel.copy, scene.folded_copy, wording_of(rule)):
        if not is_cleared(channel, channel.copy, (start, end)):
            words = channel.copy[start:end]
            values, fixes = (*known, ("found", words)), (clearing((words,)),)
            yield Hit(broken, channel.id, values, "copy", ((start, end),), source, fixes)


def practices_to_confirm(scene: Scene) -> Iterator[Hit]:
    """People to be approached, under a rule of the platform whose point the author has not spoken to."""
    if scene.platform is None or not scene.planned(ActivityKind.OUTREACH):
        return
    met = scene.account.met if scene.account else ()
    for rule in scene.platform.promotion_rules:
        if rule.asks and rule.asks not in met:
            values = (("platform", scene.platform.name), ("asks", rule.asks), ("reason", rule.text))
            source = sources_text(scene.platform, [rule])
            yield Hit(rule="practice-not-confirmed", subject=scene.channel.id, values=values, source=source)


def reviews_for_pay(scene: Scene) -> Iterator[Hit]:
    """Work that pays for reviews or swaps them."""
    rule = scene.rules.get(REVIEW_FOR_PAY)
    for activity, found in planned_against(scene, wording_of(rule)) if rule else ():
        values, fixes = (("found", found[0]),), (clearing(found),)
        yield Hit(REVIEW_FOR_PAY, activity.id, values, "activities", fixes=fixes)


def consent(scene: Scene) -> Iterator[Hit]:
    """Messages to many, planned for readers who have not agreed to them."""
    if scene.platform and without_consent(scene):
        values = (("platform", scene.platform.name),)
        yield Hit(rule="mail-without-consent", subject=scene.channel.id, aspect="activities", values=values)


def labels(scene: Scene) -> Iterator[Hit]:
    """Local labels for advertising that the text does not hold."""
    if scene.platform is None or not f"{scene.channel.copy}{scene.channel.disclosure}".strip():
        return
    told: set[str] = set()
    for rule in scene.platform.disclosure:
        if not rule.labels or not _due(scene, rule.due_for):
            continue
        told.update(rule.regions)
        market = next((region for region in rule.regions if region in scene.markets), "")
        if market:
            source = sources_text(scene.platform, [rule])
            yield from _unlabelled(scene, market, rule.due_for, rule.labels, rule.text, source)
    law = scene.catalog.ad_labels.get(_only_market(scene)) if _due(scene, Occasion.PAID) else None
    if law and law.id not in told:
        said = own_sources_text(law)
        yield from _unlabelled(scene, law.id, Occasion.PAID, law.labels, law.text, said)


def _only_market(scene: Scene) -> str:
    """The one market that the channel is for, or ""."""
    background = scene.background
    return scene.channel.region or background.once(_alone, background.book)


def _alone(book: Book) -> str:
    return book.markets[0] if len(book.markets) == 1 else ""


def _unlabelled(
    scene: Scene, market: str, due_for: Occasion, labels: tuple[str, ...], reason: str, source: Citation
) -> Iterator[Hit]:
    said = f"{scene.channel.copy}\n{scene.channel.disclosure}"
    if not _is_labelled(scene, market, due_for, labels, said):
        values = (
            ("market", market_said(scene.catalog.regions[market])),
            ("what", DUE_FOR[due_for]),
            ("labels", listed(labels, last="or")),
            ("reason", reason),
        )
        channel, fixes = scene.channel.id, (_put_first(labels[0]),)
        yield Hit("label-missing", channel, values, "copy", source=source, fixes=fixes)


def _put_first(label: str) -> Fix:
    """To begin the text with a label in brackets, or the disclosure where there is no text."""
    mark = label if label.startswith("(") else f"[{label}]"
    return Fix(f"Put “{mark}” first", partial(_labelled, mark))


def _labelled(mark: str, tree: Tree, id: str) -> Edit:
    channel = tree.get(id, Channel)
    field = "copy" if channel.copy.strip() else "disclosure"
    return edits.set_field(
        tree, id, field, f"{mark} {getattr(channel, field).lstrip()}", "Label the advertising"
    )


def _is_labelled(scene: Scene, market: str, due_for: Occasion, labels: tuple[str, ...], said: str) -> bool:
    """Whether words hold a label; on a post that was paid for, the market's other ways to say it count."""
    law = scene.catalog.ad_labels.get(market) if due_for is Occasion.PAID else None
    alike, says = lawful([law] if law else [])
    return is_labelled(scene.catalog.copy_words, said, (*labels, *alike), says)


def _due(scene: Scene, due_for: Occasion) -> bool:
    links = scene.channel.links
    if due_for is Occasion.PAID:
        # Of a gift to somebody else, such as a blogger, that person has to tell.
        kept = (each for each in scene.open_work if each.kind is not ActivityKind.OUTREACH)
        return any(each.gifted for each in kept) or bool(scene.earning)
    if due_for is Occasion.MESSAGE:
        return bool(scene.planned(ActivityKind.SEND))
    placed = any(scene.medium(link.placement) == AD for link in links)
    return placed or bool(scene.planned(ActivityKind.AD))


def disclosure_first(scene: Scene) -> Iterator[Hit]:
    """A disclosure or label that does not stand first, where the market wants it there."""
    text = scene.channel.copy.strip()
    for rule in scene.platform.disclosure if scene.platform and text else ():
        if not (rule.first or rule.begins):
            continue
        market = next((region for region in rule.regions if region in scene.markets), "")
        if market and _due(scene, rule.due_for) and not _is_said_first(scene, rule, market, text):
            assert scene.platform is not None
            where = "at its very beginning" if rule.begins else "in its title or its first lines"
            yield Hit(
                rule="disclosure-not-first",
                subject=scene.channel.id,
                aspect="copy",
                values=(("platform", scene.platform.name), ("where", where), ("reason", rule.text)),
                source=sources_text(scene.platform, [rule]),
            )


def _is_said_first(scene: Scene, rule: Disclosure, market: str, text: str) -> bool:
    """Whether what is to be disclosed stands where it should, or a label is missing altogether."""
    said, words = scene.channel.disclosure.strip(), scene.catalog.copy_words
    opening = text.partition("\n")[0][:OPENING]
    if rule.labels:
        labels = [label for label in rule.labels if has_label(words, f"{text}\n{said}", label)]
        first = any(has_label(words, opening, label) for label in labels)
        return not labels or (begins_with(text, labels) if rule.begins else first)
    law = scene.catalog.ad_labels.get(market)
    alike, says = lawful([law] if law else [])
    told = law is not None and market == _only_market(scene)
    if law and told and not _is_labelled(scene, market, rule.due_for, law.labels, f"{text}\n{said}"):
        return True
    return bool(said and said in opening) or discloses(words, opening, alike, says)


CHECKS = (conduct, practices_to_confirm, reviews_for_pay, consent, labels, disclosure_first)
