"""Checks of the book against a platform's terms: ISBN, windows of days, the language."""

from collections.abc import Iterator
from math import ceil

from planner.core import edits
from planner.core.catalog import NEEDS_ISBN, NO_AUTHOR_SURFACE
from planner.core.checks.background import Background
from planner.core.checks.cleared import clearing
from planner.core.checks.phrases import is_said, planned_against, wording_of
from planner.core.checks.scene import Scene, called
from planner.core.citations import entry_text, sources_text
from planner.core.days import HOURS_IN_A_DAY
from planner.core.facts import Limit
from planner.core.findings import Fix, Hit
from planner.core.languages import base
from planner.core.names import language_name
from planner.core.phase_timing import DAYS_AFTER_RELEASE
from planner.core.phrasing import counted, listed
from planner.core.plan import Activity
from planner.core.rule_ids import RuleId
from planner.core.vocabulary import ActivityKind

LEAD_HOURS = "lead-hours"
MEASURES = dict.fromkeys((DAYS_AFTER_RELEASE, LEAD_HOURS), "at_most")
TOO_LATE: RuleId = "too-long-after-release"
NOWHERE: RuleId = "nowhere-to-post"


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
            late = days is not None and limit.at_most is not None and days > limit.at_most
            if late and not _is_office_work(scene, activity):
                yield _hit(scene, TOO_LATE, limit, activity)
    for limit in scene.limits(LEAD_HOURS):
        days = ceil((limit.at_most or 0) / HOURS_IN_A_DAY)
        for activity in scene.open_of(ActivityKind.AD):
            if (activity.lead_days or 0) < days:
                rule: RuleId = "approval-not-known" if activity.lead_days is None else "approval-not-planned"
                yield _hit(scene, rule, limit, activity)._replace(fixes=(_leading(days),))


def _is_office_work(scene: Scene, activity: Activity) -> bool:
    """Whether work is by its name what is left to do when a listing is over."""
    rule = scene.rules.get(TOO_LATE)
    return rule is not None and is_said(activity.title, rule.unless)


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
    planned = planned_against(scene, wording_of(rule)) if rule else ()
    claims = {activity.id: (clearing(found),) for activity, found in planned}
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
            fixes=() if activity.kind is ActivityKind.POST else claims[activity.id],
        )


def language_of_the_copy(scene: Scene) -> Iterator[Hit]:
    """Text in letters that the platform's readers do not read."""
    if scene.platform and scene.unread:
        names = (language_name(scene.catalog, code) for code in scene.platform.languages)
        languages = listed(names, last="or")
        values = (("platform", scene.platform.name), ("languages", languages))
        yield Hit(
            rule="copy-not-in-language",
            subject=scene.channel.id,
            aspect="copy",
            values=values,
            source=entry_text(scene.platform),
        )


def language_of_the_book(scene: Scene) -> Iterator[Hit]:
    """Text in another language than the platform's readers, the channel's market and the book's."""
    seems, market = scene.foreign, scene.catalog.regions.get(scene.channel.region)
    if not seems or scene.platform is None or (market and seems in market.languages):
        return
    asks_for_one, mostly = bool(scene.platform.languages), scene.language.mostly
    background = scene.background
    told = background.once(_other_language, background, seems, mostly, asks_for_one)
    if told:
        yield Hit("copy-other-language", scene.channel.id, told, "copy")


def _other_language(
    background: Background, seems: str, mostly: tuple[str, ...], asks_for_one: bool
) -> tuple[tuple[str, str], ...]:
    """What is said of a text that seems to be in another language than the book's, if anything.

    A book without a language is told of where the platform asks for one.
    """
    catalog, book = background.catalog, background.book.language
    if not (book or asks_for_one) or base(book) in (seems, *mostly):
        return ()
    return (("seems", language_name(catalog, seems)), ("language", language_name(catalog, book)))


CHECKS = (isbn, windows, posts_without_a_place)
COPY_CHECKS = (language_of_the_copy, language_of_the_book)
