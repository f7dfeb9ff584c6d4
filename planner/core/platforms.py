"""The platforms of the catalog, built when they are first asked for: most plans need a few of them."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import cached_property
from typing import Any

from planner.core.catalog import Platform
from planner.core.records import build


class FaultyCatalogError(Exception):
    """A file of the catalog says something that nothing can be made of; its text is one sentence."""

    def __init__(self, what: str) -> None:
        super().__init__(f"{what} cannot be used; “frontlist catalog check” names the fault.")


@contextmanager
def made_from(what: str) -> Iterator[None]:
    """Tell whatever goes wrong while something is made of a part of the catalog as a fault of that part."""
    try:
        yield
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise FaultyCatalogError(what) from error


Row = Mapping[str, Any]
Rows = Mapping[str, Row]


class Platforms(Mapping[str, Platform]):
    """Platforms under their ids; ``read`` brings what their files say of them, in order."""

    def __init__(self, read: Callable[[], Rows]) -> None:
        self._read = read

    @cached_property
    def _found(self) -> dict[str, Row | Platform]:
        """What a file says, until the platform has been built from it."""
        with made_from("A platform's file of the catalog"):
            return {**self._read()}

    def __getitem__(self, id: str) -> Platform:
        found = self._found[id]
        if not isinstance(found, Platform):
            found = self._found[id] = self._build(id, found)
        return found

    def _build(self, id: str, row: Row) -> Platform:
        with made_from(f"The catalog's file of “{id}”"):
            made: Platform = build(Platform, row)
        return made

    def __contains__(self, id: object) -> bool:
        return id in self._found

    def __iter__(self) -> Iterator[str]:
        return iter(self._found)

    def __len__(self) -> int:
        return len(self._found)

    def ids_of_kind(self, kind: str) -> Iterator[str]:
        """The platforms of a kind, of which none is built."""
        return (id for id, found in self._found.items() if _kind(found) == kind)


def _kind(found: Row | Platform) -> str:
    kind: str = found.kind if isinstance(found, Platform) else found["kind"]
    return kind


def ids_of_kind(platforms: Mapping[str, Platform], kind: str) -> Iterator[str]:
    """The platforms of a kind, in the catalog's order."""
    if isinstance(platforms, Platforms):
        return platforms.ids_of_kind(kind)
    return (id for id, platform in platforms.items() if platform.kind == kind)
