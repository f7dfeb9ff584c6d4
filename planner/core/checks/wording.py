"""Words what the checks report: the rule's sentences, with the values of the hit in their places."""

from functools import lru_cache

from planner.core.findings import Finding, Hit
from planner.core.rules import Rule, RuleBook, ValueNotGivenError
from planner.core.words import citation

REMEMBERED = 10_000


class Wording:
    """The words of a book of rules."""

    def __init__(self, rules: RuleBook) -> None:
        """Take the sentences and sources from these rules."""
        self._rules = rules
        self._citations: dict[str, str] = {}

    def word(self, hit: Hit, where: str) -> Finding:
        """A hit as a finding, which says that it was found there."""
        rule = self._rules[hit.rule]
        return Finding(
            rule=rule.id,
            severity=rule.severity,
            subject=hit.subject,
            aspect=hit.aspect,
            where=where,
            text=_sentence(rule, "why", hit),
            instead=_sentence(rule, "instead", hit),
            source=hit.source or self._cited(rule),
            spans=hit.spans,
            fix=hit.fix,
            more=hit.more,
        )

    def _cited(self, rule: Rule) -> str:
        if rule.id not in self._citations:
            self._citations[rule.id] = citation(rule.sources, rule.checked)
        return self._citations[rule.id]


def _sentence(rule: Rule, name: str, hit: Hit) -> str:
    try:
        return _filled(getattr(rule, name), hit.values)
    except KeyError as error:
        raise ValueNotGivenError(rule.id, name, str(error.args[0])) from None


# Channels of a platform mostly break the same rules with the same values.
@lru_cache(maxsize=REMEMBERED)
def _filled(sentence: str, values: tuple[tuple[str, str], ...]) -> str:
    return " ".join(sentence.format_map(dict(values)).split())
