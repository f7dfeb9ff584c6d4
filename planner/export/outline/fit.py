"""How well each platform of the plan suits the book, with the facts for and against."""

from planner.core.catalog import Platform
from planner.core.days import day_text
from planner.core.fit import FIT_ORDER, FitKind
from planner.core.fit_words import ORDER, FitExplanation, explain_fit
from planner.core.words import undated
from planner.export.blocks import Block, Fact, Facts, Heading, Paragraph, Run, Section, Tone, plain
from planner.export.outline.context import Context, sentences

TONES = {
    FitKind.STRONG: Tone.GOOD,
    FitKind.POSSIBLE: Tone.CAREFUL,
    FitKind.UNKNOWN: Tone.DOUBT,
    FitKind.POOR: Tone.DANGER,
}


def fit(context: Context) -> Section | None:
    """Every platform that the plan uses, the best fit first."""
    used = dict.fromkeys(channel.platform for _, channel in context.channels())
    known = [context.catalog.platforms[id] for id in used if id in context.catalog.platforms]
    if not known:
        return None
    told = [(platform, explain_fit(context.catalog, platform, context.plan)) for platform in known]
    told.sort(key=lambda pair: FIT_ORDER.index(pair[1].kind))
    blocks: list[Block] = [Paragraph(plain(ORDER), lead=True)]
    for platform, words in told:
        blocks += _platform(platform, words)
    return Section("Why these platforms, and why not", tuple(blocks), eyebrow="Fit", new_page=True)


def _platform(platform: Platform, words: FitExplanation) -> list[Block]:
    answer = Run(f"{words.mark} {words.label}. ", bold=True, tone=TONES[words.kind])
    checked = platform.checked
    facts = tuple(
        Fact(title, sentences((reason.text, undated(reason.source, checked)) for reason in reasons))
        for title, reasons in words.parts
    )
    looked = Run(f" Checked {day_text(checked)}.", tone=Tone.MUTED)
    paragraph = Paragraph((answer, Run(words.summary), looked))
    return [Heading(platform.full_name), paragraph, *((Facts(facts),) if facts else ())]
