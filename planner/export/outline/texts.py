"""The texts that go out: each channel's copy, what it must disclose, and notes on it."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from planner.core.finding_words import SEVERITY_MARKS
from planner.core.findings import Finding
from planner.core.plan import Channel, Phase
from planner.core.plan_words import activity_label
from planner.core.rules import SERIOUS
from planner.export.blocks import Block, Heading, Items, Note, Paragraph, Run, Section, Tone, plain
from planner.export.languages import spoken_language
from planner.export.outline.context import SEVERITY_TONES, Context, in_one_line, paragraphs

LEAD = "Ready to be copied. What has to be disclosed is said below each text."
NOT_ALL_READY = (
    "To be copied, but for those texts above which it is said why they must not go out as they are. "
    "What has to be disclosed is said below each text."
)
AS_IT_IS = "Not to go out as it is:"


def texts(context: Context) -> Section | None:
    """The copy, disclosure and notes of every channel that has any."""
    return _section(context, "Texts and notes", notes=True)


def copy(context: Context) -> Section | None:
    """The copy and disclosure of every channel that has any, without the notes on it."""
    return _section(context, "Texts", notes=False)


def _section(context: Context, title: str, *, notes: bool) -> Section | None:
    stops = _stops(context)
    blocks = [
        block
        for phase, channel in context.channels()
        for block in _of_channel(context, phase, channel, stops.get(channel.id, []), notes=notes)
    ]
    if not blocks:
        return None
    lead = Paragraph(plain(NOT_ALL_READY if stops else LEAD), lead=True)
    return Section(title, (lead, *blocks), eyebrow="Channels", new_page=True)


def _of_channel(
    context: Context, phase: Phase, channel: Channel, stops: Sequence[Finding], *, notes: bool
) -> list[Block]:
    name = in_one_line(context.platform_name(channel.platform), phase.name)
    said = [*_stopped(stops)]
    said += [_copy(context, channel, name)] if channel.copy.strip() else []
    if channel.disclosure.strip():
        said.append(Paragraph((Run("To disclose: ", bold=True), Run(channel.disclosure))))
    if notes:
        said += _notes(channel)
    return [Heading(name, level=3), *said] if said else []


def _stops(context: Context) -> dict[str, list[Finding]]:
    """What the checks found in each channel's text for which it must not go out, worst first."""
    texts = {channel.id for _, channel in context.channels() if channel.copy.strip()}
    stops: defaultdict[str, list[Finding]] = defaultdict(list)
    for each in context.findings:
        if each.aspect == "copy" and each.severity in SERIOUS and each.subject in texts:
            stops[each.subject].append(each)
    return stops


def _stopped(stops: Sequence[Finding]) -> Iterator[Block]:
    """Why a text must not go out, a sentence each."""
    if stops:
        worst = stops[0].severity
        mark = Run(f"{SEVERITY_MARKS[worst]} {AS_IT_IS}", bold=True, tone=SEVERITY_TONES[worst])
        yield Paragraph((mark,))
        yield Items(tuple(plain(each.gist) for each in stops))


def _notes(channel: Channel) -> Iterator[Block]:
    """The notes on a channel, then those on its tasks and links, each behind what it is a note on."""
    yield from paragraphs(channel.notes, tone=Tone.MUTED)
    on_tasks = ((activity_label(each), each.notes) for each in channel.activities)
    on_links = ((each.label or "A link", each.notes) for each in channel.links)
    for name, notes in (*on_tasks, *on_links):
        if notes.strip():
            yield Paragraph((Run(f"{name}: ", bold=True, tone=Tone.MUTED), Run(notes, tone=Tone.MUTED)))


def _copy(context: Context, channel: Channel, name: str) -> Note:
    """The text, in the language of its platform if it is written in that one."""
    text, platform = channel.copy.strip(), context.platform(channel)
    language = spoken_language(text, platform.languages if platform else (), context.plan.language)
    return Note((Run(text, language=language),), name=name)
