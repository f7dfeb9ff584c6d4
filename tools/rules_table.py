"""Writes docs/rules.md: every rule of the trade, and where Frontlist says it."""

import sys
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from planner.core.catalog import Catalog  # noqa: E402
from planner.core.checks.checker import Checker  # noqa: E402
from planner.core.facts import Source  # noqa: E402
from planner.core.findings import SEVERITIES, Finding  # noqa: E402
from planner.core.rule_examples import example  # noqa: E402
from planner.core.rules import Rule, RuleBook, Severity  # noqa: E402
from planner.storage.catalog_check.strict_files import FileFault  # noqa: E402
from planner.storage.catalog_check.trade_rules import TradeRule, trade_rules  # noqa: E402
from planner.storage.catalog_files import load_catalog  # noqa: E402
from planner.storage.rule_files import load_rules  # noqa: E402

DOCS = ROOT / "docs"
TABLE = DOCS / "rules.md"
DAY = date(2026, 11, 22)
HEAD = """# The rules of the trade, and where each went

Made by `tools/rules_table.py` from `docs/rules.toml`, the rules and the platform files; do not edit it by
hand. `docs/rules.toml` has for each row a piece of a plan that breaks the rule; how bad Frontlist calls that
is in the column “told as”. The last one says why that is other than the trade says, or what else there is.

What the trade itself calls uncertain is a warning at most, in words of doubt, and so is what rests on facts
that are disputed or uncertain. An error says that something breaks a rule or cannot work, and a blocker that
nothing will mend it: where nobody has settled that, both would say more than is known.
"""
OF_TRADE = """| | rule of the trade | the trade says | told as | rules of Frontlist | facts | remark |
|---|---|---|---|---|---|---|"""
UNCERTAIN = "Uncertain, so a warning at most."
OF_OURS = "| rule | severity | certain | says | covers | sources |\n|---|---|---|---|---|---|"


def table(rows: Sequence[TradeRule], rules: RuleBook, catalog: Catalog) -> str:
    """The whole document; raises KeyError or AttributeError where a row names what does not exist."""
    unknown = {id for rule in rules.values() for id in rule.research} - {row.id for row in rows}
    if unknown:
        raise KeyError(f"rules name {sorted(unknown)}, which docs/rules.toml does not have")
    for row in rows:
        for fact in row.facts:
            name, _, part = fact.partition(".")
            if not getattr(catalog.platforms[name], part):
                raise KeyError(f"{row.id} names {fact}, which is empty")
    told = {row.id: worst(told_of(row, row.breaks, rules, catalog)) for row in rows}
    trade = (_trade_line(row, told[row.id], rules) for row in rows)
    own = (_own_line(rule) for rule in rules.values())
    otherwise = sum(row.says is not told[row.id].severity for row in rows)
    count = f"Of {len(rows)}, {len(rows) - otherwise} are told as the trade says, {otherwise} otherwise."
    return "\n".join((HEAD, count, "", OF_TRADE, *trade, "", "## Frontlist's rules", "", OF_OURS, *own, ""))


def told_of(row: TradeRule, piece: Mapping[str, Any], rules: RuleBook, catalog: Catalog) -> list[Finding]:
    """What the rules that cover a rule of the trade find in a piece of a plan."""
    plan, today = example(piece, DAY)
    found = Checker(catalog, rules, today).findings(plan)
    return [finding for finding in found if row.id in finding.broken.research]


def worst(found: Sequence[Finding]) -> Finding:
    """The worst of some findings; raises ValueError where there is none."""
    return min(found, key=lambda finding: SEVERITIES.index(finding.severity))


def why_otherwise(row: TradeRule, told: Severity) -> str:
    """Why a rule of the trade is told otherwise than the trade says; "" where it is not."""
    if told is row.says:
        return row.differs
    return row.differs or (UNCERTAIN if told is Severity.WARNING and not row.certain else "")


def _trade_line(row: TradeRule, told: Finding, rules: RuleBook) -> str:
    says = f"{row.says}{'' if row.certain else ', uncertain'}"
    here = f"{told.severity}{'' if told.broken.certain else ', in doubt'}"
    names = _codes(rule.id for rule in rules.values() if row.id in rule.research)
    return _line(row.id, row.about, says, here, names, _codes(row.facts), why_otherwise(row, told.severity))


def _own_line(rule: Rule) -> str:
    sources = "; ".join(_source(source) for source in rule.sources)
    certain = "yes" if rule.certain else "no"
    return _line(f"`{rule.id}`", rule.severity, certain, rule.title, " ".join(rule.research), sources)


def _source(source: Source) -> str:
    return f"[{source.title}]({source.url})" if source.url else source.title


def _codes(names: Iterable[str]) -> str:
    return ", ".join(f"`{name}`" for name in names)


def _line(*cells: str) -> str:
    return f"| {' | '.join(cell.replace('|', chr(0x5C) + '|') for cell in cells)} |"


def main() -> None:
    """Write the document anew."""
    TABLE.write_text(table(read_rows(), load_rules(), load_catalog()), "utf-8", newline="\n")


def read_rows() -> list[TradeRule]:
    """The rules of the trade; raises ValueError where their file has a fault."""
    faults: list[FileFault] = []
    rows = trade_rules(DOCS, faults)
    if faults:
        raise ValueError(faults)
    return rows


if __name__ == "__main__":
    main()
