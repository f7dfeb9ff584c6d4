"""Where the facts in this document were read."""

from planner.core.catalog import Platform
from planner.core.days import day_text
from planner.core.words import source_text
from planner.export.blocks import Block, Heading, Items, Paragraph, Run, Runs, Section, Tone, plain
from planner.export.outline.context import Context

LEAD = "Platforms change their rules. Check a fact again before you rely on it: the day of the last look is given."


def sources(context: Context) -> Section | None:
    """The sources of every platform in the plan, with their dates."""
    used = dict.fromkeys(channel.platform for _, channel in context.channels())
    used |= dict.fromkeys(skipped.platform for skipped in context.plan.skipped)
    known = [context.catalog.platforms[id] for id in used if id in context.catalog.platforms]
    if not known:
        return None
    blocks: list[Block] = [Paragraph(plain(LEAD), lead=True)]
    for platform in sorted(known, key=lambda platform: platform.name.casefold()):
        heading = Heading(f"{platform.full_name}, checked {day_text(platform.checked)}", level=3)
        blocks += [heading, Items(tuple(_items(platform)))]
    return Section("Sources", tuple(blocks), eyebrow="Appendix", new_page=True)


def _items(platform: Platform) -> list[Runs]:
    items: list[Runs] = []
    for source in platform.sources.values():
        address = Run(f"  {source.url}", tone=Tone.MUTED, link=source.url) if source.url else Run("")
        items.append((Run(source_text(source)), address))
    return items or [plain("Common knowledge.")]
