"""Where the facts in this document were read."""

from collections.abc import Iterable, Iterator
from urllib.parse import urlsplit

from planner.core.catalog import Catalog, Platform
from planner.core.citations import UNIVERSAL_SOURCES, Citation, General, source_of, source_text
from planner.core.days import day_text
from planner.core.facts import Source
from planner.core.plan_words import recheck_text
from planner.core.verdicts import GREY, facts_behind
from planner.export.blocks import Fact, Facts, Paragraph, Run, Runs, Section, Tone, plain
from planner.export.outline.context import Context, all_checked

LEAD = "Platforms change their rules. Check a fact again before you rely on it; its last check is dated."


def sources(context: Context) -> Section | None:
    """What the plan rests on and what the sections before cite, by platform, with the dates."""
    used = context.used_platforms()
    if not used:
        return None
    read, general = _read(context, used)
    known = sorted(map(context.catalog.platforms.__getitem__, read), key=lambda each: each.name.casefold())
    once = all_checked(known)
    told = [Fact(_label(each, once=bool(once)), _told(context, each.id, read[each.id])) for each in known]
    of_no_platform = _told(context, "", general)
    told += [Fact("Rules and laws", of_no_platform)] if of_no_platform else []
    lead = Paragraph(plain(f"{LEAD} {once}".rstrip()), lead=True)
    return Section("Sources", (lead, Facts(tuple(told))), eyebrow="Appendix", new_page=True)


def _label(platform: Platform, *, once: bool) -> str:
    return platform.full_name if once else f"{platform.full_name}, checked {day_text(platform.checked)}"


def _read(context: Context, used: Iterable[Platform]) -> tuple[dict[str, list[Source]], list[Source]]:
    """What was read of each platform, by its id, and of none: each source once, of others what is cited."""
    read = {platform.id: _behind(context, platform) for platform in used}
    titles = {source_text(source) for sources in read.values() for source in sources}
    general: list[Source] = []
    of_platforms = _titled(context.catalog, read)
    for said in context.printed:
        of_rules = _of_rules(said)
        for title in [title for title in said.titles if title not in titles]:
            titles.add(title)
            if title in of_rules:
                general.append(of_rules[title])
            elif title in of_platforms:
                id, source = of_platforms[title]
                read.setdefault(id, []).append(source)
    return read, general


def _of_rules(said: Citation) -> dict[str, Source]:
    """The sources of the rules, laws and mail services that a citation stands for, under their titles.

    Without an address, as of the plan's own dates, there is nothing to look up.
    """
    general = (known for known in said.known if isinstance(known, General))
    return {source_text(source): source for known in general for source in known.sources if source.url}


def _titled(catalog: Catalog, first: Iterable[str]) -> dict[str, tuple[str, Source]]:
    """Every source of the catalog under its title, with its platform; those in the plan come ``first``."""
    ids = dict.fromkeys((*first, *catalog.platforms))
    every = [(id, source) for id in ids for source in catalog.platforms[id].sources.values()]
    return {source_text(source): (id, source) for id, source in reversed(every)}


def _told(context: Context, platform: str, sources: Iterable[Source]) -> Runs:
    """What was read, and what the author has looked up there."""
    return _on_lines((*map(_item, sources), *_looked_up(context, platform)))


def _on_lines(items: Iterable[Runs]) -> Runs:
    """Each item on a line of its own."""
    lines = [(Run("\n"), *item) for item in items]
    return tuple(run for line in lines for run in line)[1:]


def _behind(context: Context, platform: Platform) -> list[Source]:
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
