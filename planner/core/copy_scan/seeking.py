"""Finds calls to search for a title or a name elsewhere: "search my name on the orange shopping app"."""

from collections.abc import Iterator

from planner.core.copy_scan.folding import Folded, compiled, fold_word
from planner.core.copy_scan.names import AFTER, EDGE, NEAR, Place
from planner.core.copy_scan.offering import Offering, Told, begins_sentence
from planner.core.copy_scan.patterns import one_folded
from planner.core.copy_words import CopyWords


class Seeking:
    """Finds such calls as contents of one kind."""

    def __init__(self, kind: str, words: CopyWords) -> None:
        """Prepare the words."""
        self._kind, seek = kind, words.seeking
        self._offering = Offering(words.offering)
        self._verbs = tuple(map(fold_word, seek.verbs))
        whose, names, within, which, places = map(
            one_folded, (seek.whose, seek.names, seek.within, seek.which, seek.places)
        )
        place = rf" {within} (?:{which} |l['’])(?:[\w-]{{1,20}} ){{0,3}}{places}{AFTER}"
        self._sought = rf" (?P<whose>{whose}) {names}{AFTER}(?P<place>{place})?"
        self._own = frozenset(map(fold_word, seek.own))
        self._before = frozenset((*words.before_orders, *seek.before))

    def places(self, folded: Folded) -> Iterator[Place]:
        """Each call with its place among the signs: an order, or one that says in what kind of app."""
        for verb in filter(folded.may_have, self._verbs):
            pattern = rf"{verb}(?<!{EDGE}{verb}){self._sought}"
            for call in compiled(pattern).finditer(folded.signs):
                own = call["whose"] in self._own
                if call["place"] or (own and self._is_order(folded, *call.span())):
                    yield self._kind, *call.span()

    def _is_order(self, folded: Folded, start: int, end: int) -> bool:
        before = folded.signs[max(0, start - NEAR) : start]
        word = before[:-1].rpartition(" ")[2]
        led = begins_sentence(folded.signs, start) or word in self._before or before[-2:-1] in (",", ":", ";")
        return led and self._offering.tells(folded, start, end) is not Told.SURELY
