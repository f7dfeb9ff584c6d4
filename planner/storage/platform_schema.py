"""The JSON Schema of a platform's file, for editors that complete and check while one types."""

from collections.abc import Collection, Mapping
from types import GenericAlias
from typing import Any

from planner.core.catalog import Catalog, Platform
from planner.core.copy_scan.scan import REMOVABLE
from planner.core.facts import ANYWHERE
from planner.core.fit import EVERY_GENRE
from planner.core.vocabulary import EditionKind
from planner.storage.catalog_check.cards import COLOUR, MARK_AT_MOST
from planner.storage.catalog_check.options import COUNTED_AIMS
from planner.storage.catalog_check.platforms import COUNTED_BY
from planner.storage.catalog_check.values import ENDS
from planner.storage.shape import ISO_DAY

LEAST = {"shelf_months": 1}
PATTERNS = {"as_of": "^[0-9]{4}(-[0-9]{2}){0,2}$", "colour": f"^{COLOUR.pattern}$"}
SENTENCE = rf"[{ENDS}]\s*$"


def platform_schema(catalog: Catalog, traits: Collection[str]) -> dict[str, Any]:
    """The schema of today's record types, with the words that the catalog's lists allow."""
    from pydantic import ConfigDict, TypeAdapter

    dialect = {"$schema": "https://json-schema.org/draft/2020-12/schema"}
    one: Any = GenericAlias(tuple, (Platform,))
    described = TypeAdapter(one, config=ConfigDict(extra="forbid")).json_schema()
    defs: dict[str, Any] = described["$defs"]
    for (record, field), words in _words(catalog, traits).items():
        fields = defs[record]["properties"]
        fields[field].get("items", fields[field])["enum"] = sorted(words)
    for record in defs.values():
        for name, field in record.get("properties", {}).items():
            _ranged(field, LEAST.get(name, 0))
            _filled(field, PATTERNS.get(name, r"\S"))
        if "confidence" in record.get("properties", ()) and "text" in record["properties"]:
            record["properties"]["text"]["pattern"] = SENTENCE
    defs[Platform.__name__]["properties"]["mark"]["maxLength"] = MARK_AT_MOST
    platform: dict[str, Any] = defs.pop(Platform.__name__)
    return dialect | platform | {"title": "Frontlist platform", "$defs": defs}


def _ranged(field: dict[str, Any], least: int) -> None:
    """Say of a field's numbers, and of those in it, what they are at least."""
    for each in (field, *field.get("anyOf", ())):
        if each.get("type") in ("integer", "number"):
            each["minimum"] = least
        if isinstance(inner := each.get("additionalProperties"), dict):
            _ranged(inner, least)


def _filled(field: dict[str, Any], pattern: str) -> None:
    """Say of a field that no text or list in it is empty, and how its texts and days are written."""
    for each in (field, *field.get("anyOf", ())):
        if each.get("type") == "string" and "enum" not in each:
            each["pattern"] = f"^{ISO_DAY.pattern}$" if each.get("format") == "date" else pattern
        if each.get("type") == "array":
            each["minItems"] = 1
            _filled(each["items"], pattern)


def _words(catalog: Catalog, traits: Collection[str]) -> Mapping[tuple[str, str], Collection[str]]:
    """What the fields of records may hold, where that is a list's."""
    genres, editions = {EVERY_GENRE, *catalog.genres}, tuple(EditionKind)
    return {
        ("Platform", "kind"): catalog.kinds,
        ("Platform", "regions"): catalog.regions,
        ("Platform", "not_regions"): catalog.regions,
        ("Platform", "mostly_in"): catalog.regions,
        ("Platform", "languages"): catalog.languages,
        ("Platform", "traits"): traits,
        ("Fit", "strong"): genres,
        ("Fit", "weak"): genres,
        ("FitCase", "genres"): catalog.genres,
        ("FitCase", "not_genres"): catalog.genres,
        ("FitCase", "not_languages"): catalog.languages,
        ("FitCase", "only_markets"): catalog.regions,
        ("FitCase", "only_formats"): editions,
        ("FitCase", "without_format"): editions,
        ("FitException", "genres"): genres,
        ("PlacementFact", "placement"): catalog.placements,
        ("PlacementFact", "alike"): catalog.placements,
        ("Condition", "placement"): {ANYWHERE, *catalog.placements},
        ("TrackingFact", "option"): catalog.options,
        ("TrackingFact", "counts"): COUNTED_AIMS,
        ("TrackingFact", "where"): catalog.placements,
        ("TrackingFact", "unsettled"): catalog.placements,
        ("TrackingFact", "not_with"): catalog.options,
        ("Limit", "measure"): COUNTED_BY,
        ("Limit", "placement"): catalog.placements,
        ("Limit", "regions"): catalog.regions,
        ("Limit", "editions"): editions,
        ("Disclosure", "regions"): catalog.regions,
        ("Conflict", "markets"): catalog.regions,
        ("Conflict", "retailers"): catalog.retailers,
        ("Need", "author_language"): catalog.languages,
        ("PromotionRule", "retailers"): catalog.retailers,
        ("PromotionRule", "tags_shops"): catalog.retailers,
        ("PromotionRule", "rivals"): {site.kind for site in catalog.sites.values()},
        ("PromotionRule", "placements"): catalog.placements,
        ("WayOn", "platform"): catalog.platforms,
        ("WayOn", "markets"): catalog.regions,
        ("WayOn", "genres"): catalog.genres,
        ("CopyRule", "removes"): REMOVABLE,
        ("CopyRule", "selling"): REMOVABLE,
        ("CopyRule", "apps"): {ANYWHERE, *catalog.apps},
    }
