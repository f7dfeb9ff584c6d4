"""Places of a text as Qt counts them."""

from collections.abc import Iterable
from itertools import accumulate, pairwise


def utf16_places(text: str, places: Iterable[int]) -> dict[int, int]:
    """Where places of a text are for Qt: characters beyond the first plane are two.

    A place behind the end is the end: the text may have become shorter since it was checked.
    """
    ordered = sorted({0, *places})
    steps = (
        len(text[start:end].encode("utf-16-le", "surrogatepass")) // 2 for start, end in pairwise(ordered)
    )
    return dict(zip(ordered, accumulate(steps, initial=0), strict=True))
