"""Words of a text or a task that, the author says, mean something else than a rule takes them for."""

import re
from functools import lru_cache, partial

from planner.core import edits
from planner.core.changes import Edit
from planner.core.findings import Fix, Span
from planner.core.plan import Activity, Channel
from planner.core.tree import Tree

SHOWN = 40


def is_cleared(record: Activity | Channel, text: str, span: Span) -> bool:
    """Whether the author says so of words of a record's text that reach into a span of it."""
    return any(_reach_into(span, words, text) for words in record.cleared)


def _reach_into(span: Span, words: str, text: str) -> bool:
    start, end = span
    pattern = re.compile(r"\s+".join(map(re.escape, words.split())), re.IGNORECASE)
    around = pattern.finditer(text, max(0, start - 2 * len(words)), end + 2 * len(words))
    return any(found.start() < end and start < found.end() for found in around)


@lru_cache
def clearing(found: tuple[str, ...]) -> Fix:
    """To say so of all words that were found."""
    words = tuple(dict.fromkeys(" ".join(each.split()) for each in found))
    first = words[0] if len(words[0]) <= SHOWN else f"{words[0][:SHOWN].rstrip()}…"
    label = f"“{first}” means something else" if len(words) == 1 else f"All {len(found)} mean something else"
    return Fix(label, partial(_clear, words, label))


def clears(fix: Fix) -> bool:
    """Whether a fix says so of words."""
    return isinstance(fix.edit, partial) and fix.edit.func is _clear


def _clear(words: tuple[str, ...], label: str, tree: Tree, record: str) -> Edit:
    found = tree.find(record)
    cleared = found.cleared if isinstance(found, Activity | Channel) else ()
    return edits.set_field(tree, record, "cleared", tuple(dict.fromkeys((*cleared, *words))), label)
