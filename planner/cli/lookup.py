"""Finds a platform or a tracking option by what people call it."""

import unicodedata

from planner.cli.errors import unknown_name
from planner.core.catalog import Catalog, Platform


def find_platform(catalog: Catalog, name: str) -> Platform:
    """The platform with an id, a name, a native or another name; raises UserError with the nearest ones."""
    names = {
        folded(each): platform
        for platform in reversed(list(catalog.platforms.values()))
        for each in (
            *platform.other_names,
            platform.full_name,
            platform.native_name,
            platform.name,
            platform.id,
        )
        if each
    }
    found = names.get(folded(name))
    if found is None:
        raise unknown_name("platform", name, [p.id for p in catalog.platforms.values()])
    return found


def find_option(catalog: Catalog, name: str) -> str:
    """The id of the tracking option with an id or a name; raises UserError with the nearest ones."""
    names = {folded(each): o.id for o in catalog.options.values() for each in (o.name, o.short, o.id)}
    found = names.get(folded(name))
    if found is None:
        raise unknown_name("tracking option", name, catalog.options)
    return found


def folded(text: str) -> str:
    """A text as it is compared: without case, accents and blanks."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    return "".join(c for c in plain if not unicodedata.combining(c) and c not in " -_")
