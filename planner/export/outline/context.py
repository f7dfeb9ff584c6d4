"""What every section is made from, and the small words that sections share."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date

from planner.core.addresses import with_scheme
from planner.core.catalog import Catalog, Platform
from planner.core.citations import Citation, undated
from planner.core.days import When, day_text, offset, resolve, stretch_text, t_minus
from planner.core.facts import VerdictKind
from planner.core.findings import Finding
from planner.core.freshness import Outdated, with_age
from planner.core.hours import exact_hours
from planner.core.names import platform_name
from planner.core.plan import Channel, Phase, Plan
from planner.core.plan_words import needs_role
from planner.core.rules import Severity
from planner.core.situation import Situation
from planner.export.blocks import Block, Cell, Fact, Facts, Paragraph, Row, Run, Tone
from planner.export.cut import cut
from planner.export.isolates import SEPARATOR
from planner.export.safe_links import MAIL, safe_link

NOTHING = "–"
LAUNCH_DAY = "launch day"
_ROLE = 40  # letters of a role, in full among the people
_MAIL = re.compile(r"[^@\s:<>]+@[^@\s:<>]+\.[^@\s:<>]+|[^<>]*<(?P<named>[^@\s:<>]+@[^@\s:<>]+\.[^@\s:<>]+)>")
_WITHIN_DAYS = re.compile(r"(?<=\d) (?=[A-Z])|(?<=[a-z]) (?=\d{4})| (?=–)")

TONES = {
    VerdictKind.AVAILABLE: Tone.GOOD,
    VerdictKind.LIMITED: Tone.CAREFUL,
    VerdictKind.NOT_YET: Tone.WAITING,
    VerdictKind.FORBIDDEN: Tone.DANGER,
    VerdictKind.IMPOSSIBLE: Tone.OFF,
    VerdictKind.UNKNOWN: Tone.DOUBT,
}
SEVERITY_TONES = {
    Severity.BLOCKER: Tone.DANGER,
    Severity.ERROR: Tone.DANGER,
    Severity.WARNING: Tone.CAREFUL,
    Severity.TIP: Tone.WAITING,
}


@dataclass(frozen=True, slots=True)
class Context:
    """The plan, the catalog, what the checks found, the day of the document, and what is old by then.

    ``printed`` are the citations of the sections that were made so far, for the list of sources at the end.
    """

    plan: Plan
    catalog: Catalog
    findings: tuple[Finding, ...]
    day: date
    old: Outdated = field(default_factory=dict)
    printed: list[Citation] = field(default_factory=list)

    def cited(self, said: Citation, platform: Platform, *, once: bool = True) -> str:
        """A citation as it stands in a table; ``once`` says that the day of the last look is told above."""
        self.printed.append(said)
        told = with_age(said, self.old)
        return undated(told, platform.checked) if once else told

    def channels(self) -> Iterator[tuple[Phase, Channel]]:
        """Every channel with its phase, in the order of the board."""
        return ((phase, channel) for phase in self.plan.phases for channel in phase.channels)

    def platform(self, channel: Channel) -> Platform | None:
        """The channel's platform, or None when the catalog does not know it."""
        return self.catalog.platforms.get(channel.platform)

    def used_platforms(self) -> list[Platform]:
        """The platforms of the plan that the catalog knows, each once, in the order of the board."""
        ids = dict.fromkeys(channel.platform for channel in self.plan.channels)
        return [self.catalog.platforms[id] for id in ids if id in self.catalog.platforms]

    def platform_name(self, id: str) -> str:
        """A platform's name, or its id when the catalog does not know it."""
        return platform_name(self.catalog, id)

    def situation(self, platform: Platform) -> Situation:
        """For whom verdicts are asked on a platform."""
        return Situation.of(self.plan, platform.id)

    def person(self, id: str) -> str:
        """Who a collaborator is, in the fewest words that tell them from the others, or nothing."""
        found = next((person for person in self.plan.people if person.id == id), None)
        if found is None or not needs_role(self.plan, found):
            return found.name if found else ""
        role = cut(found.role, _ROLE)
        return f"{found.name} ({role})" if found.name and role else found.name or role

    def day_of(self, when: When | None) -> date | None:
        """The calendar day of ``when``."""
        return resolve(when, self.plan.launch)

    def when(self, when: When | None) -> str:
        """A day in words: the date with its distance from launch, or the distance alone."""
        day, days = self.day_of(when), offset(when, self.plan.launch)
        distance = "" if days is None else t_minus(days) if days else LAUNCH_DAY
        if day is None:
            return distance or NOTHING
        return f"{day_text(day)} ({distance})" if distance else day_text(day)

    def days_cell(self, starts: When | None, ends: When | None) -> Cell:
        """A cell that says from when to when; no line of it ends within a day."""
        return cell(unbroken(self.stretch(starts, ends)))

    def phase_title(self, phase: Phase) -> str:
        """A phase's name and its days, which stay on one line."""
        days = self.stretch(phase.starts, phase.ends)
        known = "" if days == NOTHING else days.replace(" ", "\u00a0")
        return in_one_line(phase.name, known)

    def stretch(self, starts: When | None, ends: When | None) -> str:
        """From when to when, as far as that is known."""
        return stretch_text(starts, ends, self.plan.launch) or NOTHING


def looked(platform: Platform) -> str:
    """When the facts of a platform were last looked at."""
    return f"Checked {day_text(platform.checked)}."


def all_checked(platforms: Iterable[Platform]) -> str:
    """The day of the last look, if it is one for all of them, so that it is told once; else nothing."""
    days = {platform.checked for platform in platforms}
    return f"All of it was checked on {day_text(days.pop())}." if len(days) == 1 else ""


def in_one_line(*parts: str) -> str:
    """What the parts say, one beside the other."""
    return SEPARATOR.join(filter(None, map(str.strip, parts)))


def unbroken(text: str) -> str:
    """The text, in which no line ends within a day that is told, nor begins with a dash."""
    return _WITHIN_DAYS.sub("\u00a0", text)


def cell(text: str, tone: Tone = Tone.PLAIN, *, bold: bool = False) -> Cell:
    """A table's cell of one run."""
    return Cell((Run(text, bold=bold, tone=tone),))


def row(*texts: str) -> Row:
    """A table's row of plain texts, the first of them bold."""
    first, *rest = texts
    return Row((cell(first, bold=True), *map(cell, rest)))


def paragraphs(text: str, tone: Tone = Tone.PLAIN) -> list[Block]:
    """A text of several lines as a paragraph each."""
    return [Paragraph((Run(line, tone=tone),)) for line in text.splitlines() if line.strip()]


def facts(*pairs: tuple[str, str | Run]) -> Facts | None:
    """Labelled facts; pairs without text are left out, and None is returned when nothing remains."""
    runs = ((label, reached(said) if isinstance(said, str) else said) for label, said in pairs)
    told = tuple(Fact(label, (run,)) for label, run in runs if run.text.strip())
    return Facts(told) if told else None


def reached(text: str) -> Run:
    """A text, which can be followed where it is a web address or one for mail, and nothing else."""
    typed = text.strip()
    address = with_scheme(typed) if typed.lower().startswith("www.") else typed
    if mail := _MAIL.fullmatch(typed):
        address = f"{MAIL}{mail['named'] or typed}"
    return Run(text, link=address if safe_link(address) else "")


def website(text: str) -> Run:
    """What somebody typed as the address of a website, often without https://."""
    run = reached(text)
    return run if run.link else replace(run, link=with_scheme(text))


def hours_text(hours: float | None) -> str:
    """Hours as they are written: "6 h", "1.5 h"."""
    return NOTHING if hours is None else f"{exact_hours(hours)} h"
