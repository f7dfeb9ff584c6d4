"""Whether a text says in a sentence of its own that whoever wrote it gains by its links."""

from collections.abc import Iterable
from functools import lru_cache
from typing import Final, NamedTuple

from planner.core.checks.phrase_prefilter import Prefilter
from planner.core.copy_scan.folding import Folded, compiled, fold_word
from planner.core.copy_scan.patterns import one_folded, one_of
from planner.core.copy_words import CopyWords

_SENTENCES: Final = r"(?<=[.!?])(?=\s|\Z)|(?<=[。！？])|[;\n；]"
_CLAUSES: Final = r"[,，、:(（]|\s[-–—]+\s"
_ASKED: Final = r"\?\s*\Z"
# The scripts before this sign part their words by blanks.
_FAR: Final = "\u2e80"
_LETTER: Final = rf"[^\W{_FAR}-\U0010ffff]"


class _Tie(NamedTuple):
    """Patterns of a row of words: what is gained, what else its sentence holds, and what it does not.

    Nothing is gained in a text that the ``prefilter`` rules out, nor in a clause that is ``denied``.
    """

    prefilter: Prefilter
    fees: str
    others: tuple[str, ...]
    never: str
    denied: str


def gains(words: CopyWords, folded: Folded) -> bool:
    """Whether a sentence of a text says that whoever wrote it earns by what readers buy, and denies it not.

    Apostrophes in the text are straight.
    """
    present = [tie for tie in _ties(words) if tie.prefilter.may_match(folded)]
    sentences = compiled(_SENTENCES).split(folded.signs) if present else ()
    return any(_says(words, tie, sentence) for sentence in sentences for tie in present)


def _says(words: CopyWords, tie: _Tie, sentence: str) -> bool:
    if not all(compiled(pattern).search(sentence) for pattern in (tie.fees, *tie.others)):
        return False
    if tie.never and compiled(tie.never).search(sentence):
        return False
    clauses = compiled(_clauses(words)).split(compiled(_undenied(words)).sub("", sentence))
    return any(compiled(tie.fees).search(each) and not compiled(tie.denied).search(each) for each in clauses)


@lru_cache(maxsize=1)
def _ties(words: CopyWords) -> tuple[_Tie, ...]:
    """The phrases that say all by themselves, and the rows of words that do so together."""
    denied, elsewhere = _words(words.tie_denied), _words(words.tie_elsewhere)
    phrases = _Tie(
        Prefilter.of(words.tie_phrases), _words(words.tie_phrases), (), "", f"{denied}|{elsewhere}|{_ASKED}"
    )
    rows = (
        _Tie(
            Prefilter.of(row.fees),
            _words(row.fees),
            tuple(_words(group) for group in (row.gains, row.who, row.by) if group),
            _words(row.not_with) if row.not_with else "",
            denied,
        )
        for row in words.ties
    )
    return phrases, *rows


@lru_cache(maxsize=1)
def _clauses(words: CopyWords) -> str:
    """Where a clause ends, so that what is denied in the next one bears not on it."""
    return rf"{_CLAUSES}|{_words(words.tie_turns)}"


@lru_cache(maxsize=1)
def _undenied(words: CopyWords) -> str:
    """What denies nothing of a gain: a turn of phrase, or that readers pay more."""
    denied, costs = _words(words.tie_denied), _words(words.tie_costs)
    gap = r"(?: [^\W\d_]+){0,2}? "
    return rf"{one_folded(words.tie_undenied)}|{denied}{gap}{costs}|{costs}{gap}{denied}"


def _words(words: Iterable[str]) -> str:
    """Any of some words, of which those of scripts with blanks stand as words of their own."""
    near: list[str] = []
    far: list[str] = []
    for word in map(fold_word, words):
        (near if word < _FAR else far).append(word)
    kinds = ([rf"(?<!{_LETTER}){one_of(near)}(?!{_LETTER})"] if near else []) + ([one_of(far)] if far else [])
    return f"(?:{'|'.join(kinds)})"
