"""How a platform stands in a table: its name in bold, with its mark where the format draws one."""

from planner.core.plan import Channel, Phase
from planner.export.blocks import Cell, Run, Tone
from planner.export.outline.context import Context


def platform_cell(context: Context, id: str, *, beside: str = "") -> Cell:
    """A platform's mark and name; what stands ``beside`` it is quieter."""
    name = Run(context.platform_name(id), bold=True)
    return Cell((name, Run(f" · {beside}", tone=Tone.MUTED)) if beside else (name,))


def channel_cell(context: Context, phase: Phase, channel: Channel) -> Cell:
    """A channel's platform with its phase beside it."""
    return platform_cell(context, channel.platform, beside=phase.name)
