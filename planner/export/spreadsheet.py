"""The link ledger and the tasks as tables for a spreadsheet: CSV (RFC 4180), in UTF-8 as Excel knows it."""

import csv
import io
from collections.abc import Iterable, Sequence

from planner.core.addresses import UTM_FIELDS, tagged, utm_values
from planner.core.days import offset, t_minus
from planner.core.hours import exact_hours
from planner.core.names import market_names, option_name, place_name
from planner.core.plan import Activity, Channel, Link, Phase
from planner.core.plan_words import is_offer, offer_text
from planner.core.verdicts import dead_at
from planner.export.outline.context import Context
from planner.export.outline.links import why_no_address
from planner.export.outline.tasks import clock_text
from planner.export.text import clean

LINK_COLUMNS = (
    *("Phase", "Channel", "Link", "Where", "Address", "Why there is no address"),
    *("Options", "Target", *UTM_FIELDS, "Owner", "Notes", "Expires", "QR counts its scans"),
)
TASK_COLUMNS = (
    *("Due", "From launch", "Days ahead", "Task", "Kind", "Aim", "State"),
    *("Hours", "Owner", "Phase", "Channel", "Notes", "At", "Offer", "Time zone", "Ends"),
    *("Region", "Paid to be shown", "Paid for or a gift"),
)
YES_NO = {True: "yes", False: "no", None: ""}

# What a spreadsheet takes for the beginning of a formula, the wide forms of East Asian keyboards included.
_FORMULA = tuple("=+-@＝＋－＠\t\r")


def links_csv(context: Context) -> bytes:
    """A row for each link, in the order of the board; one that is useless where it stands says why."""
    return _csv(
        LINK_COLUMNS,
        (
            _link(context, phase, channel, link)
            for phase, channel in context.channels()
            for link in channel.links
        ),
    )


def tasks_csv(context: Context) -> bytes:
    """A row for each activity, in the order of the board; days are dates such as 2027-05-05."""
    return _csv(
        TASK_COLUMNS,
        (
            _task(context, phase, channel, activity)
            for phase, channel in context.channels()
            for activity in channel.activities
        ),
    )


def _link(context: Context, phase: Phase, channel: Channel, link: Link) -> Sequence[str]:
    platform = context.platform(channel)
    dead = dead_at(context.catalog, platform, link) if platform else None
    expires = context.day_of(link.expires)
    reason = why_no_address(context, channel, link)
    return (
        phase.name,
        context.platform_name(channel.platform),
        link.label,
        place_name(context.catalog, link.placement),
        "" if reason else tagged(link),
        reason,
        ", ".join(option_name(context.catalog, option) for option in link.options),
        "" if dead else link.target,
        *utm_values(link),
        context.person(link.owner),
        link.notes,
        expires.isoformat() if expires else "",
        YES_NO[link.dynamic_qr],
    )


def _task(context: Context, phase: Phase, channel: Channel, activity: Activity) -> Sequence[str]:
    day, days = context.day_of(activity.due), offset(activity.due, context.plan.launch)
    ends = context.day_of(activity.ends)
    return (
        day.isoformat() if day else "",
        "" if days is None else t_minus(days),
        "" if activity.lead_days is None else str(activity.lead_days),
        activity.title,
        activity.kind,
        activity.aim or "",
        activity.state,
        "" if activity.hours is None else exact_hours(activity.hours).replace(",", ""),
        context.person(activity.owner),
        phase.name,
        context.platform_name(channel.platform),
        activity.notes,
        clock_text(activity),
        offer_text(context.catalog, activity, context.plan.launch) if is_offer(activity) else "",
        context.plan.author.time_zone if activity.at else "",
        ends.isoformat() if ends else "",
        *market_names(context.catalog, (activity.region or channel.region,)),
        YES_NO[activity.boosted],
        YES_NO[activity.gifted],
    )


def _csv(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    written = io.StringIO(newline="")
    table = csv.writer(written, lineterminator="\r\n")
    table.writerow(columns)
    table.writerows([*map(_harmless, row)] for row in rows)
    return written.getvalue().encode("utf-8-sig")


def _harmless(text: str) -> str:
    """A cell as text: an apostrophe before what would be run as a formula."""
    text = clean(text)
    return f"'{text}" if text.lstrip(" \n\xa0").startswith(_FORMULA) else text
