"""Which fields of a plan each section shows: what a plan inside a document is reduced to."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from functools import partial
from typing import Any, TypeVar

from planner.core.addresses import UTM_FIELDS, parse
from planner.core.catalog import Catalog
from planner.core.extract import Part, extract
from planner.core.plan import (
    Account,
    Activity,
    Author,
    Book,
    Channel,
    Goal,
    Link,
    Person,
    Phase,
    Plan,
    Recheck,
    Skipped,
)
from planner.core.plan_words import is_offer, needs_role
from planner.core.totals import goals_in_numbers
from planner.core.verdicts import dead_at
from planner.core.vocabulary import State
from planner.export.choices import Choices
from planner.export.outline.tasks import is_public
from planner.export.outline.work import at_hand
from planner.export.picture import bare_lines
from planner.export.presets import PRESETS, plan_for

N = TypeVar("N", Activity, Link)


def _named(plan: Plan) -> Iterator[Person]:
    return (person for person in _owners(plan) if person.name)


def _by_role(plan: Plan) -> Iterator[Person]:
    return (person for person in _owners(plan) if needs_role(plan, person))


def _owners(plan: Plan) -> Iterator[Person]:
    """The people who look after a channel."""
    owners = {channel.owner for channel in plan.channels}
    return (person for person in plan.people if person.id in owners)


def _activities(plan: Plan) -> Iterator[Activity]:
    return (activity for channel in plan.channels for activity in channel.activities)


def _links(plan: Plan) -> Iterator[Link]:
    return (link for channel in plan.channels for link in channel.links)


def _noted(records: Iterable[N]) -> Iterator[N]:
    """The records with a note of their own."""
    return (record for record in records if record.notes.strip())


def _not_dropped(plan: Plan) -> Iterator[Activity]:
    return (each for each in _activities(plan) if each.state is not State.DROPPED)


def _public(plan: Plan) -> Iterator[Activity]:
    return filter(is_public, _activities(plan))


def _busy(plan: Plan, activities: Iterable[Activity]) -> Iterator[Channel]:
    """The channels on which these activities are."""
    ids = {activity.id for activity in activities}
    return (channel for channel in plan.channels if any(each.id in ids for each in channel.activities))


def _doing(plan: Plan, activities: Iterable[Activity]) -> Iterator[Person]:
    """The people who do these activities."""
    owners = {activity.owner for activity in activities}
    return (person for person in plan.people if person.id in owners)


def _named_doing(plan: Plan, activities: Iterable[Activity]) -> Iterator[Person]:
    return (person for person in _doing(plan, activities) if person.name)


def _doing_by_role(plan: Plan, activities: Iterable[Activity]) -> Iterator[Person]:
    return (person for person in _doing(plan, activities) if needs_role(plan, person))


def _clock(plan: Plan, activities: Iterable[Activity]) -> Iterator[Author]:
    """The author, by whose clock times of day are, where these activities have any."""
    if any(activity.at for activity in activities):
        yield plan.author


def _without_address(plan: Plan) -> Iterator[Link]:
    """The links that lead to their target as it is; of the others, only what the service gave is shown."""
    return (link for link in _links(plan) if not link.address)


def _with_tags(plan: Plan) -> Iterator[Link]:
    """Those of them that have an address to which tags can be put."""
    return (link for link in _without_address(plan) if parse(link.target))


def _expiring(plan: Plan) -> Iterator[Plan]:
    """The plan, where a link has a last day, which may be counted from launch."""
    if any(link.expires is not None for link in _links(plan)):
        yield plan


def _with_links(plan: Plan) -> Iterator[Channel]:
    return (channel for channel in plan.channels if channel.links)


def _with_texts(plan: Plan) -> Iterator[Channel]:
    return (each for each in plan.channels if each.copy.strip() or each.disclosure.strip())


def _phases_with_texts(plan: Plan) -> Iterator[Phase]:
    """The phases under whose names texts stand."""
    told = {channel.id for channel in _with_texts(plan)}
    return (phase for phase in plan.phases if any(channel.id in told for channel in phase.channels))


def _worded(plan: Plan) -> Iterator[Goal]:
    """The goals at a glance that the author put into words, which say what it is and by when."""
    return (goal for goal in goals_in_numbers(plan) if goal.text)


def _not_worded(plan: Plan) -> Iterator[Goal]:
    return (goal for goal in goals_in_numbers(plan) if not goal.text)


def _naming(plan: Plan) -> Iterator[Book]:
    """The book, where the plan has no title but its."""
    if not plan.title:
        yield plan.book


def _looked_up(plan: Plan) -> Iterator[Recheck]:
    """What was looked up on platforms that the plan uses, and of no one platform."""
    used = {"", *(channel.platform for channel in plan.channels)}
    return (recheck for recheck in plan.rechecks if recheck.platform in used)


def _turned_down(plan: Plan) -> Iterator[Recheck]:
    """What was looked up on platforms that were turned down."""
    skipped = {each.platform for each in plan.skipped}
    return (recheck for recheck in plan.rechecks if recheck.platform in skipped)


LAUNCH = Part(Plan, ("launch",))
NO_ADDRESS: Mapping[str, Any] = dict.fromkeys(("address", "target", *UTM_FIELDS), "")
LOOKED_UP = ("platform", "on", "note", "facts")
CHANNELS = Part(Channel, ("platform",))
TITLE_PAGE = (
    LAUNCH,
    Part(Book, ("title", "subtitle", "hook", "genre", "series", "series_number", "cover")),
    Part(Author, ("name",)),
)
TRADE = Part(Book, ("release", "preorder", "kdp_select", "bisac", "markets", "editions", "blurb"))
FIRST_GOALS = (Part(Goal, ("text", "target"), _worded), Part(Goal, ("aim", "target", "by"), _not_worded))
GLANCE = (
    LAUNCH,
    Part(Plan, ("hours_a_week", "budget")),
    *FIRST_GOALS,
    Part(Phase, ("name", "starts", "ends")),
    CHANNELS,
)
KEEPERS = (Part(Person, ("name",), _named), Part(Person, ("role",), _by_role))
TASK_FIELDS = (
    *("title", "kind", "due", "owner", "state"),
    *("at", "ends", "promo", "price", "list_price"),
    *("lead_days", "hours", "region", "boosted", "gifted"),
)


def _work_of(chosen: Callable[[Plan], Iterable[Activity]]) -> tuple[Part, ...]:
    """Some activities with their channels, whose clock their times go by, and the people who do them."""
    return (
        Part(Channel, ("platform",), lambda plan: _busy(plan, chosen(plan))),
        Part(Activity, TASK_FIELDS, chosen),
        Part(Activity, ("steps",), lambda plan: filter(is_offer, chosen(plan))),
        Part(Author, ("time_zone",), lambda plan: _clock(plan, chosen(plan))),
        Part(Person, ("name",), lambda plan: _named_doing(plan, chosen(plan))),
        Part(Person, ("role",), lambda plan: _doing_by_role(plan, chosen(plan))),
    )


TASKS = (LAUNCH, *_work_of(_activities))

ALWAYS = (Part(Plan, ("title", "language", "currency")), Part(Book, ("title",), _naming))
SHOWN: Mapping[str, tuple[Part, ...]] = {
    "cover": (*TITLE_PAGE, Part(Plan, ("status",))),
    "contents": (),
    "glance": GLANCE,
    "goals": (LAUNCH, Part(Goal, ("text", "aim", "target", "by"))),
    "book": (
        LAUNCH,
        TRADE,
        Part(Book, ("title", "subtitle", "series", "series_number", "genre", "language")),
        Part(Book, ("final_file", "select_since")),
        Part(Author, ("name",)),
    ),
    "positioning": (Part(Plan, ("positioning",)), Part(Book, ("hook", "comps"))),
    "audience": (CHANNELS, Part(Plan, ("audience",)), Part(Book, ("genre", "language", "markets"))),
    "author": (
        Part(Author, ("bio", "platform", "website", "email")),
        Part(Account, ("platform", "handle", "type", "region", "languages", "list_size", "followers")),
    ),
    "channels": (
        LAUNCH,
        CHANNELS,
        Part(Phase, ("name", "purpose", "starts", "ends")),
        Part(Channel, ("role", "stance", "aim", "cadence", "hours", "budget", "owner", "region")),
        *KEEPERS,
    ),
    "texts": (
        CHANNELS,
        Part(Phase, ("name",)),
        Part(Channel, ("copy", "disclosure", "notes")),
        Part(Activity, ("title", "kind", "notes"), lambda plan: _noted(_activities(plan))),
        Part(Link, ("label", "notes"), lambda plan: _noted(_links(plan))),
    ),
    "fit": (CHANNELS,),
    "tracking": (
        CHANNELS,
        Part(Phase, ("name",)),
        Part(Channel, ("tracking",)),
        Part(Link, ("placement",)),
    ),
    "links": (
        Part(Channel, ("platform",), _with_links),
        Part(Link, ("label", "placement", "address", "options", "expires", "dynamic_qr")),
        Part(Plan, ("launch",), _expiring),
        Part(Link, ("target",), _without_address),
        Part(Link, UTM_FIELDS, _with_tags),
    ),
    "timeline": (
        LAUNCH,
        CHANNELS,
        Part(Phase, ("name", "starts", "ends")),
        Part(Channel, ("cadence",)),
        Part(Activity, ("due",), _not_dropped),
    ),
    "budget": (
        CHANNELS,
        Part(Plan, ("budget",)),
        Part(Phase, ("name",)),
        Part(Channel, ("budget",)),
    ),
    "hours": (
        LAUNCH,
        CHANNELS,
        Part(Plan, ("hours_a_week",)),
        Part(Phase, ("name", "starts", "ends")),
        Part(Channel, ("hours",)),
    ),
    "tasks": TASKS,
    "people": (Part(Person, ("name", "role", "contact")),),
    "checks": (),
    "skipped": (
        Part(Plan, ("assumptions", "notes")),
        Part(Skipped, ("platform", "reason")),
        Part(Recheck, LOOKED_UP, _turned_down),
    ),
    "sources": (CHANNELS, Part(Recheck, LOOKED_UP, _looked_up)),
    "review": (
        LAUNCH,
        CHANNELS,
        Part(Goal, ("text", "target", "by")),
        Part(Goal, ("aim",), lambda plan: (goal for goal in plan.goals if not goal.text)),
        Part(Phase, ("name",)),
        Part(Channel, ("aim", "budget", "spent")),
    ),
    "glossary": (),
    "work": (LAUNCH,),
    "duties": (
        LAUNCH,
        CHANNELS,
        Part(Phase, ("name", "purpose", "starts", "ends")),
        Part(Channel, ("role", "cadence", "hours", "owner", "region")),
        *KEEPERS,
    ),
    "copy": (
        Part(Phase, ("name",), _phases_with_texts),
        Part(Channel, ("platform", "copy", "disclosure"), _with_texts),
    ),
    "publicity": (LAUNCH, *_work_of(_public)),
    "ads": (
        LAUNCH,
        CHANNELS,
        *FIRST_GOALS,
        Part(Phase, ("name", "starts", "ends")),
        Part(Channel, ("aim", "tracking", "budget", "spent", "region")),
    ),
    "tip-sheet": (
        *TITLE_PAGE,
        TRADE,
        Part(Plan, ("audience",)),
        Part(Book, ("comps",)),
        Part(Author, ("bio", "platform", "website", "email")),
        Part(Phase, ("name", "starts", "ends")),
        CHANNELS,
    ),
    "summary": (*TITLE_PAGE, Part(Plan, ("status",)), *GLANCE),
}


def shown_in(section: str, day: date) -> tuple[Part, ...]:
    """What a section of a document dated ``day`` shows."""
    return (*SHOWN[section], *_work_of(partial(at_hand, day=day))) if section == "work" else SHOWN[section]


def shown_plan(plan: Plan, choices: Choices, catalog: Catalog, day: date) -> Plan:
    """The plan that goes into a document: the whole of it with a whole document, else what is shown there."""
    shown = plan if choices.whole else printed_plan(plan, choices, catalog, day)
    cover = bare_lines(shown.book.cover)
    return shown if cover == shown.book.cover else replace(shown, book=replace(shown.book, cover=cover))


def printed_plan(plan: Plan, choices: Choices, catalog: Catalog, day: date) -> Plan:
    """The plan reduced to what its document shows."""
    parts = (*ALWAYS, *(part for section in choices.sections for part in shown_in(section, day)))
    whole = _without_dead_addresses(plan_for(plan, choices.preset, catalog), catalog)
    return extract(whole, parts, PRESETS[choices.preset].reader)


def _without_dead_addresses(plan: Plan, catalog: Catalog) -> Plan:
    """The plan in which a link that is useless where it stands has no address, as the ledger says why."""

    def shown(channel: Channel) -> Channel:
        platform = catalog.platforms.get(channel.platform)
        if platform is None:
            return channel
        links = (
            replace(link, **NO_ADDRESS) if dead_at(catalog, platform, link) else link
            for link in channel.links
        )
        return replace(channel, links=tuple(links))

    phases = (replace(phase, channels=tuple(map(shown, phase.channels))) for phase in plan.phases)
    return replace(plan, phases=tuple(phases))
