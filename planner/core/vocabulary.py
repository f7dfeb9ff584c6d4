"""The words that fields of a plan choose from."""

from enum import StrEnum


class EditionKind(StrEnum):
    """The shapes in which a book is sold."""

    EBOOK = "e-book"
    PAPERBACK = "paperback"
    HARDBACK = "hardback"
    AUDIOBOOK = "audiobook"


class Aim(StrEnum):
    """What a goal, a channel or an activity is after."""

    AWARENESS = "awareness"
    CLICKS = "clicks"
    SUBSCRIBERS = "subscribers"
    REVIEWS = "reviews"
    PREORDERS = "pre-orders"
    SALES = "sales"
    OTHER = "other"


class Stance(StrEnum):
    """How much of the plan rests on a channel."""

    CORE = "core"
    SUPPORTING = "supporting"
    EXPERIMENT = "experiment"


class State(StrEnum):
    """How far an activity is."""

    TO_DO = "to do"
    DOING = "doing"
    DONE = "done"
    DROPPED = "dropped"


OPEN_STATES = (State.TO_DO, State.DOING)


class ActivityKind(StrEnum):
    """What sort of work an activity is."""

    TASK = "task"
    POST = "post"
    SEND = "send"
    AD = "ad"
    GIVEAWAY = "giveaway"
    EVENT = "event"
    OUTREACH = "outreach"
    PRICE_PROMOTION = "price promotion"


class Promo(StrEnum):
    """Whose terms a price promotion or a group promotion runs under."""

    PRICE_CUT = "price cut"
    COUNTDOWN = "Kindle Countdown Deal"
    FREE_DAYS = "free promotion"
    FEATURED_DEAL = "featured deal"
    GROUP_SALES = "group promotion, sales"
    GROUP_FREE = "group promotion, free books"


class ListOrigin(StrEnum):
    """Where the people on a list come from."""

    SIGN_UPS = "own sign-ups"
    BUYERS = "own buyers"
    SWAPPED = "swapped with others"
    BOUGHT = "bought or rented"
    COPIED = "copied from the web"


class LegalBasis(StrEnum):
    """What allows an author to write to a list."""

    CONSENT = "consent"
    SOFT_OPT_IN = "soft opt-in"
