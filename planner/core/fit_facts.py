"""For which books and accounts a platform is good or bad, as its file says it."""

from enum import StrEnum

from planner.core.facts import Fact, Need
from planner.core.records import record


class Speaks(StrEnum):
    """Whether a fact speaks for a platform, against it, or is merely good to know."""

    FOR = "for"
    AGAINST = "against"
    NEITHER = "neither"


@record
class FitCase:
    """The books and accounts that a fact of fit is about; all that is given must hold.

    ``not_genres`` means a book of none of these kinds. Formats are those of ``EditionKind``;
    ``only_formats`` means no other ones. ``price_below`` is the e-book's, in US dollars. A book without the
    name of a series stands alone.
    """

    genres: tuple[str, ...] = ()
    not_genres: tuple[str, ...] = ()
    not_languages: tuple[str, ...] = ()
    only_markets: tuple[str, ...] = ()
    only_formats: tuple[str, ...] = ()
    without_format: str = ""
    price_below: float | None = None
    in_series: bool | None = None
    kdp_select: bool | None = None
    followers_below: int | None = None


@record
class FitFact(Fact):
    """A fact on which books do well or badly; without a ``case`` it is about every book.

    ``decides`` makes the fit poor where the case holds; ``change`` says what would end the case.
    """

    speaks: Speaks = Speaks.NEITHER
    case: FitCase | None = None
    decides: bool = False
    change: str = ""


@record
class FitException(Fact):
    """The kinds of book for which a poor platform may still be worth an experiment."""

    genres: tuple[str, ...]
    needs: tuple[Need, ...] = ()


@record
class Fit:
    """For which kinds of book a platform is strong or weak."""

    summary: str
    strong: tuple[str, ...] = ()
    weak: tuple[str, ...] = ()
    evidence: tuple[FitFact, ...] = ()
    cautions: tuple[FitFact, ...] = ()
    exception: FitException | None = None
