"""Which verdicts a plan rested on when it was saved, and which of them are different now."""

from collections.abc import Mapping

from planner.core.catalog import Catalog
from planner.core.names import option_name, platform_name
from planner.core.phrasing import counted, listed, some
from planner.core.plan import Plan
from planner.core.situation import Situation
from planner.core.verdicts import judge

NAMED = 3


def rests_on(plan: Plan, catalog: Catalog) -> dict[str, str]:
    """The kind of verdict on each option that a channel has switched on, under "platform.option"."""
    found: dict[str, str] = {}
    for channel in plan.channels:
        platform = catalog.platforms.get(channel.platform)
        for option in channel.tracking:
            if platform and option in catalog.options:
                situation = Situation.of(plan, platform.id)
                found[f"{platform.id}.{option}"] = str(judge(catalog, platform, option, situation).kind)
    return found


def changes_since(saved: Mapping[str, str], plan: Plan, catalog: Catalog) -> str:
    """One sentence on the verdicts that are no longer what they were when the plan was saved, or ""."""
    now = rests_on(plan, catalog)
    changed = [key for key, kind in saved.items() if now.get(key, kind) != kind]
    if not changed:
        return ""
    said = some([_change(catalog, key, saved[key], now[key]) for key in changed], NAMED)
    count = counted(len(changed), "verdict has", "verdicts have")
    return f"Since this plan was saved, {count} changed: {listed(said)}. The checks show what that means."


def _change(catalog: Catalog, key: str, before: str, now: str) -> str:
    platform, _, option = key.rpartition(".")
    return f"{option_name(catalog, option)} on {platform_name(catalog, platform)} was {before} and is {now}"
