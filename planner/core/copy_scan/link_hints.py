"""Finds what is said of a link in languages with blanks: where it stands, and how readers ask for it."""

import re
from collections.abc import Iterator

from planner.core.copy_scan.folding import compiled, fold_word
from planner.core.copy_scan.look_alikes import LookAlikes, veiled
from planner.core.copy_scan.names import AFTER, BEFORE
from planner.core.copy_scan.patterns import one_folded, one_of
from planner.core.copy_words import HintWords

# How far before a link the words are read that ask for it.
ASKED_WITHIN = 80
QUOTES = tuple("\"'“ ")


class LinkHints:
    """Knows the words around a word for a link: the link is found first, and most have none of them."""

    def __init__(self, words: HintWords, link: str, alike: LookAlikes | None = None) -> None:
        """Prepare the words; with ``alike`` they are found among its unmasked signs, and veiled ones too."""
        spelled, plain = (veiled, alike.plain_pattern) if alike else (re.escape, str)
        messages, spots = (one_of(map(fold_word, them), spelled) for them in (words.messages, words.spots))
        answers, below, articles = map(one_folded, (words.answers, words.below, words.articles))
        to_get = one_folded(words.to_get).replace("'", "['’]")
        urging = "|".join(rf"(?<={BEFORE}{word} )" for word in words.urging)
        asks = rf"{messages} (?:me|us) (?:(?:the word )?\S{{1,20}} )?", rf"{answers} \S{{1,20}} (?:{below} )?"
        last = {fold_word(word).split()[-1] for word in (*words.to_get, *words.articles)}
        self._last = tuple(f"{plain(word)} " for word in (*last, "4"))
        self._link = plain(spelled(link))
        self._stands = plain(_alone(words, link, spelled(link)) + _stands(words, spots))
        self._asked = plain(rf"(?:{'|'.join(asks)}){to_get} (?:{articles} )?\Z")
        self._urged = plain(rf"{messages} (?:{to_get}|4) (?:{articles} )?\Z")
        self._urging = plain(rf"(?<!\w)(?<!\w )|{urging}")
        self._ends = plain(rf"(?= ?(?:\Z|[^\w\s:-]|\n|{one_folded(words.urged)}{AFTER}))")
        self._answered = plain(rf"{BEFORE}{answers} [\"'“]?\Z")
        self._for_answer = plain(rf"[\"'”]? (?:{below} )?{to_get}{AFTER}")

    def places(self, signs: str) -> Iterator[tuple[int, int]]:
        """Where something is said of a link that leads readers to it."""
        for link in compiled(self._link).finditer(signs):
            start, end = link.span()
            stands = compiled(self._stands).match(signs, start)
            if stands:
                yield stands.span()
            elif signs.endswith(self._last, 0, start):
                if asked := self._asked_for(signs, start, end):
                    yield asked.start(), end
            elif signs.endswith(QUOTES, 0, start):
                ends = compiled(self._for_answer).match(signs, end)
                answered = _before(self._answered, signs, start) if ends else None
                if ends and answered:
                    yield answered.start(), ends.end()

    def _asked_for(self, signs: str, start: int, end: int) -> re.Match[str] | None:
        """The words before a link that ask for it."""
        if not compiled(AFTER).match(signs, end):
            return None
        asked = _before(self._asked, signs, start)
        if asked and compiled(BEFORE).match(signs, asked.start()):
            return asked
        urged = _before(self._urged, signs, start) if compiled(self._ends).match(signs, end) else None
        return urged if urged and compiled(self._urging).match(signs, urged.start()) else None


def _before(pattern: str, signs: str, start: int) -> re.Match[str] | None:
    """What ends at a place, if it is there."""
    return compiled(pattern).search(signs, max(0, start - ASKED_WITHIN), start)


def _stands(words: HintWords, spots: str) -> str:
    """Where a link is said to stand."""
    ordinals, owners, stands, within = map(
        one_folded, (words.ordinals, words.owners, words.stands, words.within)
    )
    spot = rf"(?:(?:{owners} (?:{ordinals} )?)?{spots}|(?:my|our) stor(?:y|ies)){AFTER}"
    here = rf"(?! of (?!{one_folded(words.whose)})| (?:he|she|they) | {one_folded(words.no_spots)}{AFTER})"
    return rf"s?(?: {stands}|['’]s)? ?{within} ?{spot}{here}"


def _alone(words: HintWords, link: str, spelled: str) -> str:
    """A link that is the web's."""
    others = (r"\w", *(f"{word} " for word in words.other_links)) if link.isascii() else ()
    return "".join(f"(?<!{other})" for other in others) + spelled
