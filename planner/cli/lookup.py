"""Finds a platform or a tracking option by what people call it."""

import unicodedata

from planner.cli.errors import unknown_name
from planner.core.catalog import Catalog, Platform


def find_platform(catalog: Catalog, name: str) -> Platform:
    """The platform with an id, a name, a native or another name; raises UserError with the nearest ones."""
    wanted = folded(name)
    called = (_own_names, lambda platform: platform.other_names)
    for names in called:
        for platform in catalog.platforms.values():
            if wanted and wanted in map(folded, names(platform)):
                return platform
    raise unknown_name("platform", name, list(catalog.platforms))


def _own_names(platform: Platform) -> tuple[str, ...]:
    return (platform.id, platform.name, platform.native_name, platform.full_name)


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
