"""The house style of UTM tags: small letters and hyphens, words from fixed lists, one content a placement."""

import re
import unicodedata

from planner.core.addresses import UTM_NEEDED, filled_fields
from planner.core.catalog import Catalog, Platform
from planner.core.normalization import folded
from planner.core.plan import Link, Plan

UNNAMED = "book"


def house_style(catalog: Catalog, platform: Platform | None, plan: Plan, link: Link) -> dict[str, str]:
    """The UTM tags of a link: where from, by what kind of traffic, for which book, and from which spot."""
    return {
        "utm_source": slug(platform.name if platform else ""),
        "utm_medium": medium_of(catalog, platform.kind if platform else ""),
        "utm_campaign": slug(plan.book.title or plan.name) or UNNAMED,
        "utm_content": slug(link.placement),
    }


def missing_tags(link: Link) -> tuple[str, ...]:
    """The tags that belong together and that a link lacks, in its own fields and in its addresses."""
    written = filled_fields(link.target) | filled_fields(link.address)
    return tuple(name for name in UTM_NEEDED if not getattr(link, name).strip() and name not in written)


def medium_of(catalog: Catalog, kind: str) -> str:
    """The word for utm_medium on platforms of a kind; the list's first word where none names the kind."""
    words = list(catalog.mediums.values())
    return next((word.id for word in words if kind in word.kinds), words[0].id if words else "")


def slug(text: str) -> str:
    """A text in small letters and hyphens, as addresses like it; other scripts stay."""
    return re.sub(r"[\W_]+", "-", unicodedata.normalize("NFC", folded(text))).strip("-")


def tidy(value: str) -> str:
    """A UTM value in small letters, with hyphens for blanks."""
    return "-".join(value.lower().split())
