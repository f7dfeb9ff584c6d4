"""The glossary: the trade's words, for those who do not use them every day."""

from planner.core.catalog_lists import Term
from planner.export.blocks import Fact, Facts, Paragraph, Section, plain
from planner.export.outline.context import Context

LEAD = "What the words of this document mean."


def glossary(context: Context) -> Section | None:
    """The ways of tracking that the plan uses, then the words of the trade."""
    used = {option for _, channel in context.channels() for option in channel.tracking}
    options = [option for option in context.catalog.options.values() if option.id in used]
    terms = [
        *(Term(id=each.id, name=each.name, text=each.text) for each in options),
        *context.catalog.terms.values(),
    ]
    if not context.plan.channels:
        return None
    ordered = sorted(terms, key=lambda term: term.name.casefold())
    told = Facts(tuple(Fact(term.name, plain(term.text)) for term in ordered))
    return Section("Glossary", (Paragraph(plain(LEAD), lead=True), told), eyebrow="Appendix", new_page=True)
