"""Which fields of a plan each section shows: what a plan inside a document is reduced to."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any, TypeVar

from planner.core.addresses import UTM_FIELDS
from planner.core.catalog import Catalog
from planner.core.extract import Part, extract
from planner.core.paid import only_paid
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
    State,
)
from planner.core.totals import goals_in_numbers
from planner.core.verdicts import dead_at
from planner.export.choices import Choices
from planner.export.outline.tasks import is_open, is_public
from planner.export.presets import PRESETS

N = TypeVar("N", Activity, Link)


def _named(plan: Plan) -> Iterator[Person]:
    return (person for person in _owners(plan) if person.name)


def _nameless(plan: Plan) -> Iterator[Person]:
    return (person for person in _owners(plan) if not person.name)


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


def _open(plan: Plan) -> Iterator[Activity]:
    return (each for each in _activities(plan) if is_open(each) and each.due is not None)


def _doing(plan: Plan, activities: Iterable[Activity], *, named: bool) -> Iterator[Person]:
    """The people who do these activities, either those with a name or the others."""
    owners = {activity.owner for activity in activities}
    return (person for person in plan.people if person.id in owners and bool(person.name) is named)


def _clock(plan: Plan, activities: Iterable[Activity]) -> Iterator[Author]:
    """The author, by whose clock times of day are, where these activities have any."""
    if any(activity.at for activity in activities):
        yield plan.author


def _without_address(plan: Plan) -> Iterator[Link]:
    """The links that lead to their target as it is; of the others, only what the service gave is shown."""
    return (link for link in _links(plan) if not link.address)


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
GLANCE = (
    LAUNCH,
    Part(Plan, ("hours_a_week", "budget")),
    Part(Goal, ("text", "aim", "target", "by"), goals_in_numbers),
    Part(Phase, ("name", "starts", "ends")),
    CHANNELS,
)
KEEPERS = (Part(Person, ("name",), _named), Part(Person, ("role",), _nameless))
TASK_FIELDS = (
    *("title", "kind", "due", "owner", "state"),
    *("at", "ends", "promo", "price", "list_price"),
)


def _work_of(chosen: Callable[[Plan], Iterable[Activity]]) -> tuple[Part, ...]:
    """Some activities, with whose clock their times go by, and the people who do them."""
    return (
        Part(Activity, TASK_FIELDS, chosen),
        Part(Author, ("time_zone",), lambda plan: _clock(plan, chosen(plan))),
        Part(Person, ("name",), lambda plan: _doing(plan, chosen(plan), named=True)),
        Part(Person, ("role",), lambda plan: _doing(plan, chosen(plan), named=False)),
    )


TASKS = (LAUNCH, CHANNELS, *_work_of(_activities))

ALWAYS = (
    Part(Plan, ("title", "language", "currency")),
    Part(Book, ("title",)),
    Part(Author, ("name",)),
)
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
        Part(Account, ("platform", "handle", "type", "languages", "list_size", "followers")),
    ),
    "channels": (
        LAUNCH,
        CHANNELS,
        Part(Phase, ("name", "purpose", "starts", "ends")),
        Part(Channel, ("role", "stance", "aim", "cadence", "hours", "budget", "owner")),
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
        CHANNELS,
        Part(Link, ("label", "placement", "address", "options")),
        Part(Link, ("target", *UTM_FIELDS), _without_address),
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
        Part(Activity, ("hours", "due", "lead_days", "state")),
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
        Part(Goal, ("text", "aim", "target", "by")),
        Part(Phase, ("name",)),
        Part(Channel, ("aim", "budget", "spent")),
    ),
    "glossary": (),
    "work": (
        LAUNCH,
        CHANNELS,
        *_work_of(_open),
    ),
    "duties": (
        LAUNCH,
        CHANNELS,
        Part(Phase, ("name", "purpose", "starts", "ends")),
        Part(Channel, ("role", "cadence", "hours", "owner")),
        *KEEPERS,
    ),
    "copy": (CHANNELS, Part(Phase, ("name",)), Part(Channel, ("copy", "disclosure"))),
    "publicity": (
        LAUNCH,
        CHANNELS,
        *_work_of(_public),
    ),
    "ads": (
        LAUNCH,
        CHANNELS,
        Part(Goal, ("text", "aim", "target", "by"), goals_in_numbers),
        Part(Phase, ("name", "starts", "ends")),
        Part(Channel, ("aim", "tracking", "budget", "spent")),
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


def shown_plan(plan: Plan, choices: Choices, catalog: Catalog) -> Plan:
    """The plan that goes into a document: the whole of it with a whole document, else what is shown there."""
    return plan if choices.whole else printed_plan(plan, choices, catalog)


def printed_plan(plan: Plan, choices: Choices, catalog: Catalog) -> Plan:
    """The plan reduced to what its document shows."""
    if PRESETS[choices.preset].paid:
        plan = only_paid(plan)
    parts = (*ALWAYS, *(part for section in choices.sections for part in SHOWN[section]))
    return extract(_without_dead_addresses(plan, catalog), parts, PRESETS[choices.preset].reader)


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
