"""Finds a platform or a tracking option by what people call it."""

from planner.cli.errors import unknown_name
from planner.core.catalog import Catalog, Platform
from planner.core.normalization import folded

BLANKS = str.maketrans("", "", " -_")


def find_platform(catalog: Catalog, name: str) -> Platform:
    """The platform with an id, a name, a native or another name; raises UserError with the nearest ones."""
    wanted = _bare(name)
    called = (_own_names, lambda platform: platform.other_names)
    for names in called:
        for platform in catalog.platforms.values():
            if wanted and wanted in map(_bare, names(platform)):
                return platform
    raise unknown_name("platform", name, list(catalog.platforms))


def _own_names(platform: Platform) -> tuple[str, ...]:
    return (platform.id, platform.name, platform.native_name, platform.full_name)


def find_option(catalog: Catalog, name: str) -> str:
    """The id of the tracking option with an id or a name; raises UserError with the nearest ones."""
    names = {_bare(each): o.id for o in catalog.options.values() for each in (o.name, o.short, o.id)}
    found = names.get(_bare(name))
    if found is None:
        raise unknown_name("tracking option", name, catalog.options)
    return found


def _bare(text: str) -> str:
    """A name as it is compared: without case, accents and blanks."""
    return folded(text).translate(BLANKS)
