"""What the work of a channel says, folded once for all rules that go by words."""

import re
from bisect import bisect_right
from collections.abc import Iterable
from functools import cached_property
from itertools import accumulate

from planner.core.copy_scan.folding import Folded, fold
from planner.core.plan import Activity

WIDTHLESS = "\u200b"  # a sign without width, so that all others stay where they are
IN_A_WORD = re.compile(r"-(?<=(?<![^\W_])[^\W\d_]-)(?=[^\W\d_]{2})")


class WorkWords:
    """The words of some activities in one ``text``: most channels plan nothing that any rule is about."""

    def __init__(self, activities: Iterable[Activity]) -> None:
        """Put them together; no phrase goes over a line."""
        texts = [f"{activity.title}\n{activity.notes}" for activity in activities]
        self.text = "\n".join(texts)
        self._ends = list(accumulate(len(text) + 1 for text in texts))

    @cached_property
    def folded(self) -> Folded:
        """The text with its signs made plain."""
        return fold(plain(self.text))

    def number_at(self, place: int) -> int:
        """Which of the activities says what stands at a place, counted from 0."""
        return bisect_right(self._ends, place)


def plain(text: str) -> str:
    """A text of the same length with straight apostrophes, and blanks for hyphens: "review-for-review".

    Behind a single letter a hyphen is taken for no sign at all: "e-book" is "ebook".
    """
    straight = text.replace("’", "'")
    return IN_A_WORD.sub(WIDTHLESS, straight).replace("-", " ") if "-" in straight else straight
