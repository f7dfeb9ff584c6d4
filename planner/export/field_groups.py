"""What a plan has, in groups that authors know: which fields are in each, and what each is called there."""

from collections.abc import Mapping

from planner.core.plan import (
    Account,
    Activity,
    Author,
    Book,
    Channel,
    Goal,
    Link,
    Node,
    Person,
    Phase,
    Plan,
    Recheck,
    Skipped,
)

Field = tuple[type[Node], str]


def _of(kind: type[Node], /, **words: str) -> dict[Field, str]:
    """Fields of a kind of record, by what they are called."""
    return {(kind, name): called for name, called in words.items()}


MONEY, HOURS = "money", "hours"
GROUPS: Mapping[str, Mapping[Field, str]] = {
    "your accounts": _of(
        Account,
        platform="platforms",
        handle="handles",
        type="kinds of account",
        followers="followers",
        region="regions",
        languages="languages",
        local_help="local help",
        list_size="sizes of lists",
        opt_in="opt-in of readers",
        mail_service="mail services",
        list_origin="origins of lists",
        legal_basis="legal bases",
        last_send="days of last letters",
        domains="declared domains",
        met="what you ticked as true",
    ),
    "goals": _of(Goal, text="words", aim="aims", target="numbers", by="days"),
    MONEY: {
        **_of(Plan, budget="the budget"),
        **_of(Channel, budget="budgets of channels", spent="what was spent"),
    },
    HOURS: {
        **_of(Plan, hours_a_week="your hours a week"),
        **_of(Channel, hours="hours of channels"),
        **_of(Activity, hours="hours of tasks", lead_days="days of lead"),
    },
    "people and their contacts": _of(Person, name="names", role="roles", contact="contacts"),
    "tasks": _of(
        Activity,
        title="titles",
        kind="kinds",
        aim="aims",
        due="days",
        owner="owners",
        state="states",
        at="times of day",
        ends="last days",
        promo="kinds of promotion",
        price="prices",
        list_price="prices before",
        steps="steps of prices",
        region="regions",
        boosted="paid reach",
        gifted="gifts",
    ),
    "the phases and what channels are for": {
        **_of(Phase, name="names", starts="first days", ends="last days", purpose="purposes of phases"),
        **_of(Channel, role="purposes of channels", stance="stances", aim="aims", cadence="cadences"),
        **_of(Channel, region="regions", owner="owners"),
    },
    "links and tracking": {
        **_of(Channel, tracking="tracking of channels"),
        **_of(Link, label="names", placement="placements", target="targets", address="addresses"),
        **_of(Link, options="tracking options", expires="last days", owner="owners"),
        **_of(Link, dynamic_qr="what QR codes count", utm_source="UTM sources", utm_medium="UTM media"),
        **_of(Link, utm_campaign="UTM campaigns", utm_content="UTM contents", utm_term="UTM terms"),
    },
    "texts of posts": _of(Channel, copy="texts", disclosure="disclosures"),
    "the launch day": _of(Plan, launch="the day"),
    "positioning and readers": _of(Plan, positioning="positioning", audience="audience"),
    "the book's details and texts": _of(
        Book,
        title="title",
        subtitle="subtitle",
        series="series",
        series_number="number in the series",
        genre="genre",
        language="language",
        markets="markets",
        editions="editions",
        release="release",
        preorder="pre-order",
        kdp_select="KDP Select",
        select_since="term of KDP Select",
        final_file="day of the final file",
        bisac="BISAC codes",
        hook="hook",
        blurb="blurb",
        comps="comparable titles",
        cover="cover",
    ),
    "the author's details": _of(
        Author,
        name="name",
        bio="text about the author",
        website="website",
        email="e-mail",
        platform="where readers find you",
        time_zone="time zone",
    ),
    "skipped platforms": _of(Skipped, platform="platforms", reason="reasons"),
    "what you have looked up": _of(Recheck, platform="platforms", on="days", note="notes", facts="facts"),
    "notes and assumptions": {
        **_of(Plan, assumptions="assumptions", notes="notes on the plan"),
        **_of(Channel, notes="notes on channels", cleared="what means something else in texts"),
        **_of(Activity, notes="notes on tasks", cleared="what means something else in tasks"),
        **_of(Link, notes="notes on links"),
    },
    "the plan's status": _of(Plan, status="the status"),
    "the plan's own title": _of(Plan, title="the title"),
}
