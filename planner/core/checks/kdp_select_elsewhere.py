"""Checks of an e-book in KDP Select against other places that serve e-books, by the days of its term."""

from collections.abc import Iterator

from planner.core.addresses import may_sell_ebook, retailer_of
from planner.core.catalog import SERVES_EBOOK, STORE
from planner.core.checks.editions import edition_of
from planner.core.checks.kdp_select_term import RENEWS, Term, leaves_select, term_after, term_before
from planner.core.checks.links import link_hit
from planner.core.checks.other_work import is_for_another
from planner.core.checks.phrases import phrases_of, planned_against
from planner.core.checks.scene import Scene
from planner.core.days import when_text
from planner.core.findings import Hit
from planner.core.kdp_select import in_select, names_print
from planner.core.rule_ids import RuleId
from planner.core.vocabulary import EditionKind, Promo

BEGINS: RuleId = "kdp-select-begins"
SHARED: RuleId = "kdp-select-shared"


def exclusive_ebook(scene: Scene) -> Iterator[Hit]:
    """A platform that serves e-books, for a book whose e-book is in KDP Select."""
    book, platform = scene.background.book, scene.platform
    if platform is None or SERVES_EBOOK not in platform.traits or not in_select(book):
        return
    channel = scene.channel.id
    other_editions = any(edition.kind is EditionKind.AUDIOBOOK for edition in book.editions)
    sold = STORE in platform.traits and not other_editions
    if _is_taken_down(scene) or _is_left(scene) or (not sold and _is_for_other_texts(scene)):
        return
    rule: RuleId = "kdp-select-sold-elsewhere" if sold else SHARED
    begins = None if STORE in platform.traits else _term_after_work(scene)
    free = _free_for_now(scene, channel, platform.name, begins=begins)
    yield free or Hit(rule=rule, subject=channel, values=(("platform", platform.name),))


def _free_for_now(
    scene: Scene, subject: str, shop: str, aspect: str = "overview", begins: Term | None = None
) -> Hit | None:
    """That the term is still to begin, or renews, where the phase or its work meets none of its days."""
    launch, named = scene.background.launch, ("platform", shop)
    if term := term_after(scene, scene.phase.ends) or begins:
        return Hit(BEGINS, subject, (named, ("first", when_text(term.first, launch))), aspect)
    if term := _term_before(scene):
        return Hit(RENEWS, subject, (named, ("last", when_text(term.last, launch))), aspect)
    return None


def _term_before(scene: Scene) -> Term | None:
    """The term that is over before the phase or its work, as far as that is known."""
    return term_before(scene, scene.phase.starts) or _term_before_work(scene)


def _is_left(scene: Scene) -> bool:
    """Whether the e-book has left KDP Select by then."""
    return bool(_term_before(scene)) and leaves_select(scene)


def _term_before_work(scene: Scene) -> Term | None:
    """The term that is over before any of the channel's work, where all of that has its day."""
    terms = [term_before(scene, each.due) for each in scene.open_work]
    return terms[0] if terms and all(terms) else None


def _term_after_work(scene: Scene) -> Term | None:
    """The term that begins only after all of the channel's work, where that has its days."""
    lasts = [each.due if each.ends is None else each.ends for each in scene.open_work]
    terms = [term_after(scene, last) for last in lasts]
    return terms[0] if terms and all(terms) else None


def _is_taken_down(scene: Scene) -> bool:
    """Whether dated work of the channel takes the e-book or the link down before the term begins."""
    rule = scene.rules.get(BEGINS)
    planned = planned_against(scene, phrases_of(rule.unless)) if rule else ()
    return any(term_after(scene, each.due) for each, _ in planned)


def _is_for_other_texts(scene: Scene) -> bool:
    """Whether all of the channel's work is for another text or edition than the e-book, or for its shop."""
    catalog, book, rule = scene.catalog, scene.background.book, scene.rules.get(SHARED)
    texts = phrases_of(rule.unless if rule else ())
    named = {each.id for each, _ in planned_against(scene, texts)}
    return bool(scene.open_work) and all(
        each.id in named
        or each.promo is Promo.GROUP_SALES
        or is_for_another(catalog, book, each)
        or edition_of(catalog, each, book) not in (None, EditionKind.EBOOK)
        for each in scene.open_work
    )


def exclusive_links(scene: Scene) -> Iterator[Hit]:
    """Links to other shops for e-books, for a book whose e-book is in KDP Select."""
    if scene.platform is not None and SERVES_EBOOK in scene.platform.traits:
        return  # that is said of the whole channel
    for link in scene.channel.links:
        shop = retailer_of(scene.catalog, link.target)
        sells = shop is not None and may_sell_ebook(scene.catalog, shop, link.target)
        if shop is None or not sells or not in_select(scene.background.book):
            continue
        if names_print(scene.background.book, link.target) or _is_taken_down(scene) or _is_left(scene):
            continue
        free = _free_for_now(scene, link.id, shop.name, "links")
        yield free or link_hit(scene, "kdp-select-linked-elsewhere", link, ("retailer", shop.name))


CHECKS = (exclusive_ebook, exclusive_links)
