"""What a plan has and a reader's document leaves out, in words."""

from collections.abc import Iterable, Iterator
from dataclasses import fields
from datetime import date

from planner.core.catalog import Catalog
from planner.core.phrasing import listed
from planner.core.plan import Node, Plan
from planner.core.records import remembered
from planner.core.tree import EDITABLE, walk
from planner.export.choices import Choices
from planner.export.field_groups import GROUPS, HOURS, MONEY, Field
from planner.export.shown import printed_plan

ALL_INSIDE = "Nothing is left out: the whole plan is inside the PDF, with your accounts and all notes."
EXTRACT_INSIDE = "Nothing is left out: all of this extract is inside the PDF."
NOTHING = "Nothing that you have filled in is left out."
NOTHING_OF_IT = "Nothing of this extract is left out."
LEFT_OUT = "Left out: {}."
LEFT_OUT_INSIDE = "Left out, also of the plan inside the PDF: {}."
IN_PART = "Shown only in part, as no section here has the rest: {}."
PDF_HAS_ALL = "A PDF would carry the whole plan inside it."
ONLY, WITHOUT, BY_PHASE = "{} (only {})", "{} (without {})", "sums by phase"
SOME, SOME_OF_THE_REST = "some {}", "some of the rest"
FEW = 2

# Where sums by phase stand, though what they are sums of does not.
SUMMED = frozenset({"glance", "summary"})
SUMS = frozenset({MONEY, HOURS})


def left_out_text(plan: Plan, choices: Choices, catalog: Catalog, day: date, *, inside: bool = True) -> str:
    """What is not shown to the reader, in sentences; ``inside`` a file that carries the plan, or else."""
    if choices.whole and inside:
        return EXTRACT_INSIDE if plan.extract else ALL_INSIDE
    seen, missed = _seen_and_missed(plan, printed_plan(plan, choices, catalog, day))
    wholly, partly = _groups(seen, missed)
    sums = SUMS if not SUMMED.isdisjoint(choices.sections) else frozenset()
    left = [each for each in wholly if each not in sums]
    parts = [_part(each, seen, missed, sums) for each in (*partly, *wholly) if each not in left]
    said = ((LEFT_OUT_INSIDE if inside else LEFT_OUT, left), (IN_PART, parts))
    sentences = [words.format("; ".join(names)) for words, names in said if names]
    if not sentences:
        return NOTHING_OF_IT if plan.extract else NOTHING
    return " ".join([*sentences, *([PDF_HAS_ALL] if choices.whole and not plan.extract else [])])


def left_out(plan: Plan, shown: Plan) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The names of what is filled in and not shown at all, and of what is shown in part."""
    return _groups(*_seen_and_missed(plan, shown))


def _groups(seen: set[Field], missed: set[Field]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    missing = [name for name, its in GROUPS.items() if not missed.isdisjoint(its)]
    wholly = tuple(name for name in missing if seen.isdisjoint(GROUPS[name]))
    return wholly, tuple(name for name in missing if name not in wholly)


def _part(name: str, seen: set[Field], missed: set[Field], sums: frozenset[str]) -> str:
    """A group of which something is shown: what that is, or what is missing, whichever is the less to say."""
    its = GROUPS[name]
    shown = [called for field, called in its.items() if field in seen] + [BY_PHASE] * (name in sums)
    gone = [called for field, called in its.items() if field in missed - seen]
    some = [SOME.format(called) for field, called in its.items() if field in missed & seen]
    if len(shown) <= len(gone):
        return ONLY.format(name, listed(shown))
    return WITHOUT.format(name, listed(gone + (some if len(some) <= FEW else [SOME_OF_THE_REST])))


def _seen_and_missed(plan: Plan, shown: Plan) -> tuple[set[Field], set[Field]]:
    """The fields that are shown of any record, and those that are filled in and not shown of one."""
    filled = set(_filled(shown))
    return _fields(filled), _fields(set(_filled(plan)) - filled)


def _fields(filled: Iterable[tuple[type[Node], str, str]]) -> set[Field]:
    return {(kind, name) for kind, name, _ in filled}


def _filled(plan: Plan) -> Iterator[tuple[type[Node], str, str]]:
    """Every field in which something stands, with the id of its record."""
    for node in walk(plan):
        kind = type(node)
        for name, default in _defaults(kind):
            if getattr(node, name) != default:
                yield kind, name, node.id


@remembered
def _defaults(kind: type[Node]) -> tuple[tuple[str, object], ...]:
    return tuple((field.name, field.default) for field in fields(kind) if field.name in EDITABLE[kind])
