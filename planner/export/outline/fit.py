"""How well each platform of the plan suits the book, with the facts for and against."""

from planner.core.fit import FIT_ORDER, FitKind
from planner.core.fit_words import ORDER, FitExplanation, explain_fit
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
        blocks += _platform(platform.full_name, words)
    return Section("Why these platforms, and why not", tuple(blocks), eyebrow="Fit", new_page=True)


def _platform(name: str, words: FitExplanation) -> list[Block]:
    answer = Run(f"{words.mark} {words.label}. ", bold=True, tone=TONES[words.kind])
    facts = tuple(
        Fact(title, sentences((reason.text, reason.source) for reason in reasons))
        for title, reasons in words.parts
    )
    return [Heading(name), Paragraph((answer, Run(words.why))), *((Facts(facts),) if facts else ())]
