"""Loads the catalog and other folders of TOML files, from a compiled copy where nothing has changed."""

import json
import os
from collections.abc import Mapping, Sequence
from contextlib import suppress
from functools import cache, partial
from pathlib import Path
from typing import Any

from planner import __version__
from planner.core.catalog import Catalog, Platform
from planner.core.catalog_lists import (
    AdLabel,
    App,
    EditionNames,
    Effort,
    Genre,
    Language,
    MailService,
    Medium,
    Network,
    OtherWork,
    Placement,
    PromotionKind,
    Region,
    Retailer,
    Site,
    Term,
    TrackingOption,
)
from planner.core.copy_words import CopyWords
from planner.core.platforms import Platforms, Rows, made_from
from planner.core.records import build
from planner.core.resources import resource
from planner.storage import paths
from planner.storage.atomic import write_atomically

Folder = dict[str, dict[str, Any]]

LISTS: Mapping[str, tuple[str, type[Any]]] = {
    "options": ("tracking", TrackingOption),
    "placements": ("placements", Placement),
    "languages": ("languages", Language),
    "genres": ("genres", Genre),
    "regions": ("regions", Region),
    "retailers": ("retailers", Retailer),
    "networks": ("networks", Network),
    "efforts": ("efforts", Effort),
    "mail_services": ("mail_services", MailService),
    "terms": ("glossary", Term),
    "apps": ("apps", App),
    "sites": ("sites", Site),
    "mediums": ("mediums", Medium),
    "ad_labels": ("labels", AdLabel),
    "other_work": ("other_work", OtherWork),
    "editions": ("editions", EditionNames),
    "promotions": ("promotions", PromotionKind),
}


@cache
def load_catalog() -> Catalog:
    """The catalog that ships with the program, of which there is one: much is remembered by it."""
    lists = read_folder("lists")
    with made_from("A list of the catalog"):
        kinds = [kind["id"] for kind in lists["kinds"]["kinds"]]
        return with_lists(lists, Platforms(partial(_platform_rows, kinds)))


def _platform_rows(kinds: Sequence[str]) -> Rows:
    """What the platforms' files say, in the order of their kinds, then by name."""
    rows = read_folder("platforms").values()
    ordered = sorted(rows, key=lambda row: (kinds.index(row["kind"]), row["name"].casefold()))
    return {row["id"]: row for row in ordered}


def with_lists(lists: Folder, platforms: Mapping[str, Platform]) -> Catalog:
    """The catalog of these platforms, whose words come from what the list files say."""
    kinds = {kind["id"]: kind["name"] for kind in lists["kinds"]["kinds"]}
    named = {field: _by_id(lists[file][field], kind) for field, (file, kind) in LISTS.items()}
    words = build(CopyWords, lists["copy"]["copy"])
    return Catalog(platforms=platforms, kinds=kinds, copy_words=words, **named)


def _by_id(rows: list[dict[str, Any]], kind: type[Any]) -> dict[str, Any]:
    return {row["id"]: build(kind, row) for row in rows}


def read_folder(name: str) -> Folder:
    """What the TOML files of a resource folder say, by file name without its ending; days are ISO texts."""
    folder = resource(name)
    key = _key(folder)
    compiled = paths.cache_folder() / f"{name}.json"
    return _read_compiled(compiled, key) or _compile(folder, compiled, key)


def _key(folder: Path) -> list[Any]:
    """What stays the same as long as no file was changed: their names, sizes and times, and our version."""
    with os.scandir(folder) as entries:
        files = sorted([each.name, each.stat().st_size, each.stat().st_mtime_ns] for each in entries)
    return [__version__, str(folder), files]


def _read_compiled(compiled: Path, key: list[Any]) -> Folder | None:
    try:
        found = json.loads(compiled.read_bytes())
        files: Folder | None = found["files"] if found["key"] == key else None
        whole = files is not None and sorted(files) == sorted(Path(name).stem for name, *_ in key[2])
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return None
    return files if whole else None


def _compile(folder: Path, compiled: Path, key: list[Any]) -> Folder:
    import tomllib

    files: Folder = {}
    for path in sorted(folder.glob("*.toml")):
        with made_from(f"The catalog's file “{path.name}”"):
            files[path.stem] = tomllib.loads(path.read_text("utf-8"))
    text = json.dumps({"key": key, "files": files}, default=str, separators=(",", ":"))
    with suppress(OSError):
        compiled.parent.mkdir(parents=True, exist_ok=True)
        write_atomically(compiled, text.encode())
    found: Folder = json.loads(text)["files"]
    return found
