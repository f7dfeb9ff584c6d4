"""Money in another currency than the plan's: it is in no sum, and a sentence below the sums says so."""

from planner.core.money import totals_apart
from planner.core.phrasing import listed
from planner.export.blocks import Paragraph, Run, Tone
from planner.export.outline.context import Context


def other_money(context: Context, *, spent: bool = False) -> list[Paragraph]:
    """What is planned in other currencies, and what is ``spent`` if asked; nothing where there is none."""
    plan = context.plan
    amounts = {"planned": [channel.budget for channel in plan.channels]}
    if spent:
        amounts["spent"] = [channel.spent for channel in plan.channels]
    told = [
        f"{listed([money.text for money in apart])} {what}"
        for what, each in amounts.items()
        if (apart := totals_apart(each, plan.currency))
    ]
    if not told:
        return []
    return [
        Paragraph((Run(f"Not in the sums, which are in {plan.currency}: {listed(told)}.", tone=Tone.MUTED),))
    ]
