"""Checks of an e-book in KDP Select against other places that serve e-books, by the days of its term."""

from collections.abc import Iterator

from planner.core.addresses import may_sell_ebook, retailer_of
from planner.core.catalog import SERVES_EBOOK, STORE
from planner.core.checks.links import link_hit
from planner.core.checks.phrases import planned_against
from planner.core.checks.scene import Scene
from planner.core.checks.select_term import begins_after, ends_before
from planner.core.days import when_text
from planner.core.exclusive import in_select
from planner.core.findings import Hit
from planner.core.plan import EditionKind
from planner.core.rule_ids import RuleId

BEGINS: RuleId = "kdp-select-begins"


def exclusive_ebook(scene: Scene) -> Iterator[Hit]:
    """A platform that serves e-books, for a book whose e-book is in KDP Select."""
    book, platform = scene.background.book, scene.platform
    if platform is None or SERVES_EBOOK not in platform.traits or not in_select(book):
        return
    channel = scene.channel.id
    free = _free_for_now(scene, channel, platform.name)
    if free:
        if not _is_settled(scene, free):
            yield free
        return
    other_editions = any(edition.kind is EditionKind.AUDIOBOOK for edition in book.editions)
    sold = STORE in platform.traits and not other_editions
    rule: RuleId = "kdp-select-sold-elsewhere" if sold else "kdp-select-shared"
    yield Hit(rule=rule, subject=channel, values=(("platform", platform.name),))


def _free_for_now(scene: Scene, subject: str, shop: str, aspect: str = "overview") -> Hit | None:
    """That the term is still to begin, or may renew, where the phase meets none of its days."""
    launch, named = scene.background.launch, ("platform", shop)
    if term := ends_before(scene, scene.phase.ends):
        return Hit(BEGINS, subject, (named, ("first", when_text(term.first, launch))), aspect)
    if term := begins_after(scene, scene.phase.starts):
        return Hit("kdp-select-renews", subject, (named, ("last", when_text(term.last, launch))), aspect)
    return None


def _is_settled(scene: Scene, free: Hit) -> bool:
    """Whether dated work of the channel takes the e-book or the link down before the term begins."""
    term, rule = ends_before(scene, scene.phase.ends), scene.rules.get(BEGINS)
    if free.rule != BEGINS or term is None or rule is None:
        return False
    days = (scene.days_between(each.due, term.first) for each, _ in planned_against(scene, rule.unless))
    return any(left is not None and left > 0 for left in days)


def exclusive_links(scene: Scene) -> Iterator[Hit]:
    """Links to other shops for e-books, for a book whose e-book is in KDP Select."""
    if scene.platform is not None and SERVES_EBOOK in scene.platform.traits:
        return  # that is said of the whole channel
    for link in scene.channel.links:
        shop = retailer_of(scene.catalog, link.target)
        sells = shop is not None and may_sell_ebook(scene.catalog, shop, link.target)
        if shop is None or not sells or not in_select(scene.background.book):
            continue
        free = _free_for_now(scene, link.id, shop.name, "links")
        if not (free and _is_settled(scene, free)):
            yield free or link_hit(scene, "kdp-select-linked-elsewhere", link, ("retailer", shop.name))


CHECKS = (exclusive_ebook, exclusive_links)
