"""Checks of the book against a platform's terms: exclusive e-books, ISBN, windows of days, the language."""

from collections.abc import Iterator
from functools import partial
from math import ceil

from planner.core import edits
from planner.core.addresses import may_sell_ebook, retailer_of
from planner.core.catalog import NEEDS_ISBN, NO_AUTHOR_SURFACE, SERVES_EBOOK, STORE
from planner.core.checks.background import Background
from planner.core.checks.links import link_hit
from planner.core.checks.phrases import planned_against
from planner.core.checks.scene import Scene, called
from planner.core.citations import entry_text, sources_text
from planner.core.days import HOURS_IN_A_DAY, When, resolve, when_text
from planner.core.exclusive import in_select
from planner.core.facts import Limit
from planner.core.findings import Fix, Hit
from planner.core.languages import base, language_name
from planner.core.plan import Activity, ActivityKind, EditionKind
from planner.core.rule_ids import RuleId
from planner.core.season import DAYS_AFTER_RELEASE
from planner.core.words import counted, listed

LEAD_HOURS = "lead-hours"
MEASURES = dict.fromkeys((DAYS_AFTER_RELEASE, LEAD_HOURS), "at_most")
DAYS_OF_A_TERM = 90
NOWHERE: RuleId = "nowhere-to-post"


def after_the_term(scene: Scene, when: When | None) -> bool:
    """Whether a day lies behind the term of KDP Select that the book is in, as far as both are known."""
    begins = scene.background.book.select_since
    days = None if begins is None else scene.days_between(begins, when)
    return days is not None and days >= DAYS_OF_A_TERM


def exclusive_ebook(scene: Scene) -> Iterator[Hit]:
    """A platform that serves e-books, for a book whose e-book is in KDP Select."""
    book, platform = scene.background.book, scene.platform
    if platform is None or SERVES_EBOOK not in platform.traits or not in_select(book):
        return
    if after_the_term(scene, scene.phase.starts):
        yield _renews(scene, scene.channel.id, platform.name)
        return
    other_editions = any(edition.kind is EditionKind.AUDIOBOOK for edition in book.editions)
    sold = STORE in platform.traits and not other_editions
    rule: RuleId = "kdp-select-sold-elsewhere" if sold else "kdp-select-shared"
    yield Hit(rule=rule, subject=scene.channel.id, values=(("platform", platform.name),))


def _renews(scene: Scene, subject: str, shop: str, aspect: str = "overview") -> Hit:
    """That the term ends in time for what is planned in a shop, if it does not renew."""
    begins, launch = scene.background.book.select_since, scene.background.launch
    days = DAYS_OF_A_TERM - 1
    last = begins + days if isinstance(begins, int) else resolve(days, begins)
    values = (("platform", shop), ("last", when_text(last, launch)))
    return Hit(rule="kdp-select-renews", subject=subject, values=values, aspect=aspect)


def exclusive_links(scene: Scene) -> Iterator[Hit]:
    """Links to other shops for e-books, for a book whose e-book is in KDP Select."""
    if scene.platform is not None and SERVES_EBOOK in scene.platform.traits:
        return  # that is said of the whole channel
    for link in scene.channel.links:
        shop = retailer_of(scene.catalog, link.target)
        sells = shop is not None and may_sell_ebook(scene.catalog, shop, link.target)
        if shop is None or not sells or not in_select(scene.background.book):
            continue
        if after_the_term(scene, scene.phase.starts):
            yield _renews(scene, link.id, shop.name, "links")
        else:
            yield link_hit(scene, "kdp-select-linked-elsewhere", link, ("retailer", shop.name))


def isbn(scene: Scene) -> Iterator[Hit]:
    """A platform that lists no book without an ISBN, for a book that has none."""
    if scene.platform is None or NEEDS_ISBN not in scene.platform.traits:
        return
    editions = scene.background.book.editions
    if not editions:
        return
    if not any(edition.isbn for edition in editions):
        values = (("platform", scene.platform.name),)
        yield Hit(rule="isbn-missing", subject=scene.channel.id, values=values)


def windows(scene: Scene) -> Iterator[Hit]:
    """Work too long after release, and ads without the time that their approval takes."""
    book = scene.background.book
    for limit in scene.limits(DAYS_AFTER_RELEASE):
        for activity in scene.open_work:
            days = scene.days_between(book.release, activity.due)
            if days is not None and limit.at_most is not None and days > limit.at_most:
                yield _hit(scene, "too-long-after-release", limit, activity)
    for limit in scene.limits(LEAD_HOURS):
        days = ceil((limit.at_most or 0) / HOURS_IN_A_DAY)
        for activity in scene.open_of(ActivityKind.AD):
            if (activity.lead_days or 0) < days:
                rule: RuleId = "approval-not-known" if activity.lead_days is None else "approval-not-planned"
                yield _hit(scene, rule, limit, activity)._replace(fixes=(_leading(days),))


def _leading(days: int) -> Fix:
    label = f"Begin {counted(days, 'day')} before"
    return Fix(label, lambda tree, activity: edits.set_field(tree, activity, "lead_days", days, label))


def _hit(scene: Scene, rule: RuleId, limit: Limit, activity: Activity) -> Hit:
    assert scene.platform is not None
    return Hit(
        rule=rule,
        subject=activity.id,
        aspect="activities",
        values=(
            ("platform", scene.platform.name),
            ("reason", limit.text),
            ("activity", called(activity)),
        ),
        source=sources_text(scene.platform, [limit]),
    )


def posts_without_a_place(scene: Scene) -> Iterator[Hit]:
    """Posts on a platform where authors have no page and no post of their own."""
    platform = scene.platform
    if platform is None or NO_AUTHOR_SURFACE not in platform.traits:
        return
    rule = scene.rules.get(NOWHERE)
    claims = {activity.id for activity, _ in planned_against(scene, rule.phrases if rule else ())}
    for activity in scene.open_work:
        if activity.kind is not ActivityKind.POST and activity.id not in claims:
            continue
        yield Hit(
            rule=NOWHERE,
            subject=activity.id,
            aspect="activities",
            values=(
                ("platform", platform.name),
                ("activity", called(activity)),
                ("reason", platform.links.text),
            ),
            source=sources_text(platform, [platform.links]),
        )


def language_of_the_copy(scene: Scene) -> Iterator[Hit]:
    """Text in letters that the platform's readers do not read."""
    if scene.platform and scene.unread:
        languages = listed(map(language_name, scene.platform.languages), last="or")
        values = (("platform", scene.platform.name), ("languages", languages))
        yield Hit(
            rule="copy-not-in-language",
            subject=scene.channel.id,
            aspect="copy",
            values=values,
            source=entry_text(scene.platform),
        )


def language_of_the_book(scene: Scene) -> Iterator[Hit]:
    """Text in another language than the platform's readers and the book's."""
    seems = scene.foreign
    if not seems or scene.platform is None:
        return
    asks_for_one, mostly = bool(scene.platform.languages), scene.language.mostly
    told = scene.background.memory.once(
        ("other language", seems, mostly, asks_for_one),
        partial(_other_language, scene.background, seems, mostly, asks_for_one),
    )
    if told:
        yield Hit("copy-other-language", scene.channel.id, told, "copy")


def _other_language(
    background: Background, seems: str, mostly: tuple[str, ...], asks_for_one: bool
) -> tuple[tuple[str, str], ...]:
    """What is said of a text that seems to be in another language than the book's, if anything.

    A book without a language is told of where the platform asks for one.
    """
    book = background.book.language
    if not (book or asks_for_one) or base(book) in (seems, *mostly):
        return ()
    return (("seems", language_name(seems)), ("language", language_name(book)))


CHECKS = (exclusive_ebook, exclusive_links, isbn, windows, posts_without_a_place)
COPY_CHECKS = (language_of_the_copy, language_of_the_book)
