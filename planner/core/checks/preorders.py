"""Checks of the pre-order: window, editions, price, final file, and what asks for it too late."""

from collections.abc import Iterator
from itertools import chain

from planner.core import edits
from planner.core.changes import Edit
from planner.core.checks.background import Background
from planner.core.checks.calls_to_buy import orders_ahead
from planner.core.checks.editions import names_an_edition
from planner.core.checks.other_work import Meant, is_for_a_later_book, meant
from planner.core.checks.phrases import is_said, keeps_in_the_plan, phrases_of, planned_against
from planner.core.checks.scene import BUYING, Scene, called
from planner.core.citations import sources_text
from planner.core.days import HOURS_IN_A_DAY, When, months_after, when_text
from planner.core.facts import Limit
from planner.core.findings import Fix, Hit
from planner.core.phrasing import listed
from planner.core.plan import Activity
from planner.core.plan_words import beside_release
from planner.core.preorders import PREORDER_EDITIONS, limits_taking_none
from planner.core.rule_ids import RuleId
from planner.core.tree import Tree
from planner.core.vocabulary import Aim, EditionKind, State

MONTHS, FILE_HOURS = "preorder-months", "final-file-hours"
PRICE_ABOVE = "preorder-price-above"
MEASURES = {
    **dict.fromkeys((MONTHS, FILE_HOURS), "at_most"),
    PRICE_ABOVE: "at_least",
    PREORDER_EDITIONS: "editions",
}
MONTHS_IN_A_YEAR, LONGEST_YEAR = 12, 366
TOO_LATE: RuleId = "final-file-late"
BY_DISTRIBUTORS: RuleId = "preorder-by-distributors"
FOR_SALES = "Make sales its aim"


def window(scene: Scene) -> Iterator[Hit]:
    """A pre-order that is open for longer than the shop takes it."""
    book = scene.background.book
    for limit in scene.limits(MONTHS):
        days = scene.days_between(book.preorder, book.release)
        if days is not None and _is_longer(scene, days, int(limit.at_most or 0)) and _may_run(scene):
            yield preorder_hit(scene, "preorder-too-early", limit, ("when", beside_release(days)))


def _is_longer(scene: Scene, days: int, months: int) -> bool:
    """Whether a pre-order of some days is open for more than some months, by the calendar if it can be."""
    opens, release = scene.day(scene.background.book.preorder), scene.day(scene.background.book.release)
    if opens is None or release is None:
        return days * MONTHS_IN_A_YEAR > months * LONGEST_YEAR
    return release > months_after(opens, months)


def _may_run(scene: Scene) -> bool:
    """Whether the book's pre-order may run in a shop: one used before the release, which is still to come."""
    book, today = scene.background.book, scene.background.today
    if book.preorder is None or _is_out(scene, scene.phase.starts):
        return False
    release = scene.day(book.release)
    return release is None or release > today


def final_file(scene: Scene) -> Iterator[Hit]:
    """A final file that reaches the shop too late for its pre-order."""
    book = scene.background.book
    for limit in scene.limits(FILE_HOURS):
        handed_in = _handed_in(scene) or book.final_file
        days = scene.days_between(handed_in, book.release)
        late = days is not None and limit.at_most is not None and days * HOURS_IN_A_DAY < limit.at_most
        if late and _may_run(scene) and not _none_taken(scene):
            said = when_text(handed_in, scene.background.launch)
            values = (("day", said), ("when", beside_release(days or 0)))
            yield preorder_hit(scene, TOO_LATE, limit, *values)


def _handed_in(scene: Scene) -> When | None:
    """The day on which work of the plan hands the final file in at the shop, None where none says so."""
    return scene.background.once(_day_of_the_file, scene.background, scene.channel.platform)


def _day_of_the_file(background: Background, platform: str) -> When | None:
    rule = background.rules.get(TOO_LATE)
    here = [each for each in background.plan.channels if each.platform == platform]
    work = (each for each in chain.from_iterable(channel.activities for channel in here) if rule)
    handing = (each for each in work if each.state is not State.DROPPED and each.due is not None)
    return next((each.due for each in handing if rule and is_said(each.title, rule.unless)), None)


def offered(scene: Scene) -> Iterator[Hit]:
    """A pre-order of an edition, or at a price, that the shop takes none of."""
    limits, book = list(scene.limits(PREORDER_EDITIONS, PRICE_ABOVE)), scene.background.book
    if not limits or not book.editions or not (_may_run(scene) and _asks_ahead(scene)):
        return
    kinds = [edition.kind for edition in book.editions]
    for limit in _none_taken(scene):
        if not _is_distributed(scene):
            yield preorder_hit(scene, BY_DISTRIBUTORS, limit, ("what", listed(map(str, kinds))))
    for limit in scene.limits(PRICE_ABOVE):
        prices = [edition.price for edition in book.editions if edition.kind is EditionKind.EBOOK]
        if any(price is not None and price.amount <= (limit.at_least or 0) for price in prices):
            yield preorder_hit(scene, "preorder-not-offered", limit, ("what", "free e-book"))


def _is_distributed(scene: Scene) -> bool:
    """Whether work of the channel, or a name of any other in the plan, says that a distributor lists it."""
    rule = scene.rules.get(BY_DISTRIBUTORS)
    if any(True for _ in planned_against(scene, phrases_of(rule.unless if rule else ()))):
        return True
    return keeps_in_the_plan(scene.background, BY_DISTRIBUTORS)


def _asks_ahead(scene: Scene) -> bool:
    """Whether a channel is after pre-orders, itself or in its work, or does not say what it is after."""
    if scene.channel.aim in (None, Aim.PREORDERS):
        return True
    early = (each for each in scene.selling if not _is_out(scene, each.due))
    return any(each.aim in BUYING and each.due is not None for each in early)


def _none_taken(scene: Scene) -> list[Limit]:
    """The limits by which the shop takes a pre-order of no edition of the book."""
    return limits_taking_none(scene.platform, scene.background.book) if scene.platform else []


def after_release(scene: Scene) -> Iterator[Hit]:
    """A channel or work that is after pre-orders when the book is out."""
    asking = [each for each in scene.selling if each.aim is Aim.PREORDERS]
    if asking or scene.channel.aim is Aim.PREORDERS:
        others = {each.id for each in scene.open_work if _may_come_later(scene, each)}
        here = not others or any(each.id not in others for each in scene.open_work)
        if here and scene.channel.aim is Aim.PREORDERS and _comes_too_late(scene, scene.phase.starts):
            name = scene.platform.name if scene.platform else scene.channel.platform
            since = f"from {_day(scene, scene.phase.starts)} on"
            yield _too_late(scene, scene.channel.id, "overview", name, since)
        for activity in asking:
            if activity.id not in others and _comes_too_late(scene, activity.due):
                day = f"on {_day(scene, activity.due)}"
                yield _too_late(scene, activity.id, "activities", f"“{called(activity)}”", day)


def _may_come_later(scene: Scene, activity: Activity) -> bool:
    """Whether work names another book, or an edition, which may come out later than the book."""
    catalog, book = scene.catalog, scene.background.book
    if meant(catalog, book, activity) is not Meant.THIS or names_an_edition(catalog, activity):
        return True
    return is_for_a_later_book(catalog, book, activity)


def _comes_too_late(scene: Scene, when: When | None) -> bool:
    """Whether nothing is left on a day that could be ordered ahead."""
    return _is_out(scene, when) and not orders_ahead(scene, when)


def _is_out(scene: Scene, when: When | None) -> bool:
    days = scene.days_between(scene.background.book.release, when)
    return days is not None and days >= 0


def _day(scene: Scene, when: When | None) -> str:
    return when_text(when, scene.background.launch)


def _too_late(scene: Scene, record: str, aspect: str, what: str, when: str) -> Hit:
    values = (("what", what), ("when", when), ("release", _day(scene, scene.background.book.release)))
    return Hit("preorder-aim-too-late", record, values, aspect, fixes=(Fix(FOR_SALES, _for_sales),))


def _for_sales(tree: Tree, record: str) -> Edit:
    return edits.set_field(tree, record, "aim", Aim.SALES, FOR_SALES)


def preorder_hit(
    scene: Scene, rule: RuleId, limit: Limit, *values: tuple[str, str], subject: str = ""
) -> Hit:
    """A hit on a channel, or on one of its activities, against a term of the platform on pre-orders."""
    assert scene.platform is not None
    return Hit(
        rule=rule,
        subject=subject or scene.channel.id,
        aspect="activities" if subject else "overview",
        values=(("platform", scene.platform.name), ("reason", limit.text), *values),
        source=sources_text(scene.platform, [limit]),
    )


CHECKS = (window, final_file, offered, after_release)
