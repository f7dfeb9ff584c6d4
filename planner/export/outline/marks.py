"""How a platform stands in a table, with its mark where the format draws one, and what is measured on it."""

from collections.abc import Iterable, Sequence

from planner.core.catalog import Platform
from planner.core.names import option_name
from planner.core.phrasing import listed, some
from planner.core.plan import Channel, Phase
from planner.core.verdicts import judge
from planner.export.blocks import Bar, Cell, Mark, Run, Tone
from planner.export.isolates import SEPARATOR
from planner.export.outline.context import Context, in_one_line

_WHOLE = 13  # letters of a name of which no line ends within


def platform_cell(context: Context, id: str, *, beside: str = "") -> Cell:
    """A platform's mark and name; what stands ``beside`` it is quieter."""
    name = Run(context.platform_name(id), bold=True)
    platform = context.catalog.platforms.get(id)
    runs = (name, Run(f"{SEPARATOR}{beside}", tone=Tone.MUTED)) if beside else (name,)
    return Cell(runs, mark_of(platform) if platform else None)


def mark_of(platform: Platform) -> Mark:
    """The sign that the catalog gives a platform."""
    return Mark(platform.mark, platform.colour)


def look_of(context: Context, channel: Channel) -> tuple[str, Mark | None]:
    """The colour and mark of a channel's platform, as far as the catalog knows it."""
    platform = context.platform(channel)
    return (platform.colour, mark_of(platform)) if platform else ("", None)


def channel_name(context: Context, phase: Phase, channel: Channel) -> str:
    """A channel's platform and phase in one line."""
    return in_one_line(context.platform_name(channel.platform), phase.name)


def channel_cell(context: Context, phase: Phase, channel: Channel) -> Cell:
    """A channel's platform with its phase beside it."""
    return platform_cell(context, channel.platform, beside=phase.name)


def options_text(context: Context, channel: Channel, options: Iterable[str], placement: str = "") -> str:
    """Ways of measuring by name; of one that cannot be used there, behind it, what it is instead."""
    return listed(_option_text(context, channel, option, placement) for option in options)


def _option_text(context: Context, channel: Channel, option: str, placement: str) -> str:
    name, platform = option_name(context.catalog, option), context.platform(channel)
    name = name.replace(" ", "\u00a0") if len(name) <= _WHOLE else name
    if platform is None or option not in context.catalog.options:
        return name
    verdict = judge(context.catalog, platform, option, context.situation(platform), placement)
    return name if verdict.usable else f"{name} ({verdict.kind})"


def most_of(bars: Sequence[Bar]) -> str:
    """The bar that is longest with its amount, or those that are as long as each other."""
    most = max(bar.value for bar in bars)
    longest = [bar for bar in bars if bar.value == most]
    if len(longest) == 1:
        return f"{longest[0].label} ({longest[0].text})"
    return f"{listed(some([bar.label for bar in longest], 2))}, alike"
