"""Where the facts in this document were read."""

from collections.abc import Iterable, Iterator
from urllib.parse import urlsplit

from planner.core.catalog import Platform
from planner.core.citations import UNIVERSAL_SOURCES, source_of, source_text
from planner.core.days import day_text
from planner.core.facts import Source
from planner.core.verdicts import GREY, facts_behind
from planner.core.words import recheck_text
from planner.export.blocks import Fact, Facts, Paragraph, Run, Runs, Section, Tone, plain
from planner.export.outline.context import Context, all_checked

LEAD = "Platforms change their rules. Check a fact again before you rely on it; its last check is dated."


def sources(context: Context) -> Section | None:
    """The sources of every fact that the plan rests on, by platform, with their dates."""
    known = sorted(context.used_platforms(), key=lambda platform: platform.name.casefold())
    if not known:
        return None
    once = all_checked(known)
    told = [Fact(_label(platform, once=bool(once)), _read(context, platform)) for platform in known]
    general = _on_lines(_looked_up(context, ""))
    told += [Fact("Rules and laws", general)] if general else []
    lead = Paragraph(plain(f"{LEAD} {once}".rstrip()), lead=True)
    return Section("Sources", (lead, Facts(tuple(told))), eyebrow="Appendix", new_page=True)


def _label(platform: Platform, *, once: bool) -> str:
    return platform.full_name if once else f"{platform.full_name}, checked {day_text(platform.checked)}"


def _read(context: Context, platform: Platform) -> Runs:
    """What was read of a platform."""
    return _on_lines((*map(_item, _cited(context, platform)), *_looked_up(context, platform.id)))


def _on_lines(items: Iterable[Runs]) -> Runs:
    """Each item on a line of its own."""
    lines = [(Run("\n"), *item) for item in items]
    return tuple(run for line in lines for run in line)[1:]


def _cited(context: Context, platform: Platform) -> list[Source]:
    """Where facts that decide something in this plan were read; common knowledge only where nothing was."""
    used = [channel for channel in context.plan.channels if channel.platform == platform.id]
    facts = [fact for channel in used for fact in facts_behind(platform, channel)]
    facts += [fact for fact in platform.tracking if fact.verdict in GREY]
    keys = dict.fromkeys(key for fact in facts for key in fact.source)
    read = [key for key in keys if key not in UNIVERSAL_SOURCES]
    return [source_of(platform, key) for key in read or keys]


def _looked_up(context: Context, platform: str) -> Iterator[Runs]:
    """What the author has checked on a platform, and when."""
    for recheck in context.plan.rechecks:
        if recheck.platform == platform:
            yield (Run(recheck_text(recheck), italic=True),)


def _item(source: Source) -> Runs:
    parts = urlsplit(source.url)
    site = Run(f" ({parts.hostname})", tone=Tone.MUTED) if parts.hostname else Run("")
    return (Run(source_text(source), link=source.url or None), site)
