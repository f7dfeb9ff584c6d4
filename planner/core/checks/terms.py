"""Checks of the book against a platform's terms: exclusive e-books, ISBN, windows of days, the script."""

from collections.abc import Iterator

from planner.core.checks.scene import Scene
from planner.core.days import offset
from planner.core.facts import Limit
from planner.core.findings import Hit
from planner.core.languages import language_name, written_in
from planner.core.plan import Activity, ActivityKind, EditionKind, State
from planner.core.words import listed, sources_text

SERVES_EBOOK, STORE, NEEDS_ISBN = "serves-ebook", "store", "needs-isbn"
NO_AUTHOR_SURFACE = "no-author-surface"
PREORDER_DAYS, DAYS_AFTER_RELEASE, LEAD_HOURS = "preorder-days", "days-after-release", "lead-hours"
OPEN_STATES = (State.TO_DO, State.DOING)
LETTERS_ENOUGH = 20


def exclusive_ebook(scene: Scene) -> Iterator[Hit]:
    """A platform that serves e-books, for a book whose e-book is in KDP Select."""
    book, platform = scene.background.book, scene.platform
    if platform is None or book.kdp_select is not True or SERVES_EBOOK not in platform.traits:
        return
    other_editions = any(edition.kind is EditionKind.AUDIOBOOK for edition in book.editions)
    sold = STORE in platform.traits and not other_editions
    rule = "kdp-select-sold-elsewhere" if sold else "kdp-select-shared"
    yield Hit(rule=rule, subject=scene.channel.id, values=(("platform", platform.name),))


def isbn(scene: Scene) -> Iterator[Hit]:
    """A platform that lists no book without an ISBN, for a book that has none."""
    editions = scene.background.book.editions
    if scene.platform is None or NEEDS_ISBN not in scene.platform.traits or not editions:
        return
    if not any(edition.isbn for edition in editions):
        values = (("platform", scene.platform.name),)
        yield Hit(rule="isbn-missing", subject=scene.channel.id, values=values)


def windows(scene: Scene) -> Iterator[Hit]:
    """A pre-order that is open too long, work too long after release, an ad without its days of approval."""
    book, launch = scene.background.book, scene.background.launch
    release, preorder = offset(book.release, launch), offset(book.preorder, launch)
    for limit in scene.platform.limits if scene.platform else ():
        most = limit.at_most
        if most is None or release is None:
            continue
        if limit.measure == PREORDER_DAYS and preorder is not None and release - preorder > most:
            yield _hit(scene, "preorder-too-early", limit, ("days", str(release - preorder)))
        for activity in _open(scene) if limit.measure in (DAYS_AFTER_RELEASE, LEAD_HOURS) else ():
            due = offset(activity.due, launch)
            if limit.measure == DAYS_AFTER_RELEASE:
                late = due is not None and due - release > most
                rule = "too-long-after-release"
            else:
                late = bool(limit.placement) and _is_ad(activity) and activity.lead_days * 24 < most
                rule = "approval-not-planned"
            if late:
                yield _hit(scene, rule, limit, ("activity", activity.title), subject=activity.id)


def _open(scene: Scene) -> Iterator[Activity]:
    return (activity for activity in scene.channel.activities if activity.state in OPEN_STATES)


def _is_ad(activity: Activity) -> bool:
    return activity.kind is ActivityKind.AD


def _hit(scene: Scene, rule: str, limit: Limit, *values: tuple[str, str], subject: str = "") -> Hit:
    assert scene.platform is not None
    return Hit(
        rule=rule,
        subject=subject or scene.channel.id,
        aspect="activities" if subject else "overview",
        values=(("platform", scene.platform.name), ("reason", limit.text), *values),
        source=sources_text(scene.platform, [limit]),
    )


def posts_without_a_place(scene: Scene) -> Iterator[Hit]:
    """Posts on a platform where authors have no page and no post of their own."""
    platform = scene.platform
    if platform is None or NO_AUTHOR_SURFACE not in platform.traits:
        return
    for activity in _open(scene):
        if activity.kind is ActivityKind.POST:
            yield Hit(
                rule="nowhere-to-post",
                subject=activity.id,
                aspect="activities",
                values=(
                    ("platform", platform.name),
                    ("activity", activity.title),
                    ("reason", platform.links.text),
                ),
                source=sources_text(platform, [platform.links]),
            )


def script_of_the_copy(scene: Scene) -> Iterator[Hit]:
    """Text in letters that the platform's readers do not read."""
    text = scene.channel.copy
    if scene.platform is None or not scene.platform.languages or len(text) < LETTERS_ENOUGH:
        return
    languages = scene.platform.languages
    if not any(written_in(text, language) for language in languages):
        values = (
            ("platform", scene.platform.name),
            ("languages", listed(map(language_name, languages), last="or")),
        )
        yield Hit(rule="copy-not-in-language", subject=scene.channel.id, aspect="copy", values=values)


CHECKS = (exclusive_ebook, isbn, windows, posts_without_a_place, script_of_the_copy)
