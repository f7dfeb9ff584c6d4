"""Writes docs/rules.md: every rule of the trade, and where Frontlist says it."""

import sys
import tomllib
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from planner.core.catalog import Catalog  # noqa: E402
from planner.core.facts import Source  # noqa: E402
from planner.core.rules import Rule, RuleBook  # noqa: E402
from planner.storage.catalog_files import load_catalog  # noqa: E402
from planner.storage.rule_files import load_rules  # noqa: E402

TABLE = ROOT / "docs" / "rules.md"
ROWS = ROOT / "docs" / "rules.toml"
HEAD = """# The rules of the trade, and where each went

Made by `tools/rules_table.py` from `docs/rules.toml`, the rules and the platform files; do not edit it by
hand. A rule that is **checked** raises a finding; one that is **told** stands in the facts that the window,
the PDF and `frontlist explain` show. Uncertain rules are worded as such and block nothing.
"""
OF_TRADE = """| | rule of the trade | how far | rules of Frontlist | facts | still missing |
|---|---|---|---|---|---|"""
STAGES = ("checked", "checked in part", "told", "not yet")
OF_OURS = "| rule | severity | certain | says | covers | sources |\n|---|---|---|---|---|---|"


def table(rows: list[dict[str, Any]], rules: RuleBook, catalog: Catalog) -> str:
    """The whole document; raises KeyError or AttributeError where a row names what does not exist."""
    ours = {row["id"]: [rule for rule in rules.values() if row["id"] in rule.research] for row in rows}
    unknown = {id for rule in rules.values() for id in rule.research} - set(ours)
    if unknown:
        raise KeyError(f"rules name {sorted(unknown)}, which docs/rules.toml does not have")
    for row in rows:
        for fact in row.get("facts", ()):
            name, _, part = fact.partition(".")
            if not getattr(catalog.platforms[name], part):
                raise KeyError(f"{row['id']} names {fact}, which is empty")
    trade = (_trade_line(row, ours[row["id"]]) for row in rows)
    own = (_own_line(rule) for rule in rules.values())
    far = Counter(_how_far(row, ours[row["id"]]) for row in rows)
    count = f"Of {len(rows)}: {', '.join(f'{far[stage]} {stage}' for stage in STAGES)}."
    return "\n".join((HEAD, count, "", OF_TRADE, *trade, "", "## Frontlist's rules", "", OF_OURS, *own, ""))


def _how_far(row: Mapping[str, Any], rules: list[Rule]) -> str:
    if rules:
        return "checked in part" if row.get("waits") else "checked"
    return "told" if row.get("facts") else "not yet"


def _trade_line(row: Mapping[str, Any], rules: list[Rule]) -> str:
    names, facts = _codes(rule.id for rule in rules), _codes(row.get("facts", ()))
    return _line(row["id"], row["about"], _how_far(row, rules), names, facts, row.get("waits", ""))


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


def read_rows() -> list[dict[str, Any]]:
    """The rules of the trade."""
    rows: list[dict[str, Any]] = tomllib.loads(ROWS.read_text("utf-8"))["rows"]
    return rows


if __name__ == "__main__":
    main()
