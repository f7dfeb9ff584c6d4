"""The catalog that ships is sound through and through, and a change to its files is seen."""

import json
import os
from collections.abc import Iterator, Mapping
from dataclasses import asdict, fields, is_dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from pydantic import ConfigDict, TypeAdapter

from planner.core.catalog import Catalog, Platform
from planner.core.facts import ANYWHERE, Condition, Confidence, Fact, Need, Policy, VerdictKind
from planner.core.resources import resource
from planner.storage import catalog_files, paths
from planner.storage.catalog_files import load_catalog, read_folder

FILES = sorted(resource("platforms").glob("*.toml"))
UNIVERSAL = {"common-knowledge", "derived"}
REMOVES = {
    "url", "email", "phone", "messenger-id", "qr-mention", "rival-name", "price", "promo-code", "sales-words",
}  # fmt: skip

every_platform = pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)


@cache
def strict() -> TypeAdapter[tuple[Platform]]:
    return TypeAdapter(tuple[Platform], config=ConfigDict(extra="forbid", strict=True))


@cache
def raw() -> dict[str, dict[str, Any]]:
    return read_folder("platforms")


def facts(record: object) -> Iterator[Fact]:
    """All facts of a platform, however deep."""
    if isinstance(record, Fact):
        yield record
    if is_dataclass(record):
        for each in fields(record):
            yield from facts(getattr(record, each.name))
    elif isinstance(record, tuple):
        for each in record:
            yield from facts(each)


def needs(platform: Platform) -> Iterator[Need]:
    for condition in platform.conditions:
        yield from condition.any_of
    if platform.fit.exception:
        yield from platform.fit.exception.needs


@every_platform
def test_every_field_has_its_type_and_none_is_unknown(path: Path) -> None:
    (platform,) = strict().validate_json(json.dumps([raw()[path.stem]]))
    assert asdict(platform) == asdict(load_catalog().platforms[path.stem])


@every_platform
def test_every_id_is_in_its_list(path: Path) -> None:
    catalog, platform = load_catalog(), load_catalog().platforms[path.stem]
    genres = {"all", *catalog.genres}
    assert platform.id == path.stem
    assert platform.kind in catalog.kinds
    assert set(platform.regions) <= set(catalog.regions)
    assert {region for each in platform.disclosure for region in each.regions} <= set(catalog.regions)
    assert {*platform.fit.strong, *platform.fit.weak} <= genres
    assert set(platform.fit.exception.genres if platform.fit.exception else ()) <= genres
    assert {each.placement for each in platform.placements} <= set(catalog.placements)
    assert {each.platform for each in platform.ways_on} <= set(catalog.platforms) - {platform.id}
    assert set(platform.traits) <= {row["id"] for row in read_folder("lists")["traits"]["traits"]}
    assert set((*platform.copy.removes, *platform.copy.selling) if platform.copy else ()) <= REMOVES
    for need in needs(platform):
        assert need != Need()
        assert set(need.account_type) <= set(platform.account_types)
        assert set(need.followers_by_region) <= set(catalog.regions)


@every_platform
def test_every_option_has_its_fact(path: Path) -> None:
    catalog, platform = load_catalog(), load_catalog().platforms[path.stem]
    own = {each.placement for each in platform.placements}
    assert [fact.option for fact in platform.tracking] == list(catalog.options)
    for fact in platform.tracking:
        assert set(fact.where) <= own
        limits = fact.where or fact.condition
        assert limits or fact.verdict is not VerdictKind.LIMITED, f"{fact.option} is limited, but not how"
        option = catalog.options[fact.option]
        if option.needs_click and not option.provider_built and platform.links.policy is Policy.BLOCKED:
            assert fact.verdict not in {VerdictKind.AVAILABLE, VerdictKind.LIMITED}
    for condition in platform.conditions:
        assert condition.placement in {ANYWHERE, *own}
        assert condition.any_of


@every_platform
def test_every_fact_is_a_sentence_with_its_source(path: Path) -> None:
    platform = load_catalog().platforms[path.stem]
    known = UNIVERSAL | set(platform.sources)
    used = set()
    for fact in facts(platform):
        assert fact.text.strip(), fact
        assert fact.text.rstrip()[-1] in ".!?。”)", fact.text
        assert fact.source, fact.text
        assert set(fact.source) <= known, fact.text
        used |= set(fact.source)
        if set(fact.source) == {"common-knowledge"}:
            assert fact.confidence in (Confidence.COMMON_KNOWLEDGE, Confidence.UNCERTAIN), fact.text
    for conflict in platform.conflicts:
        assert len(conflict.claims) > 1
        for claim in conflict.claims:
            assert set(claim.source) <= known
            used |= set(claim.source)
    assert set(platform.sources) <= used


@every_platform
def test_every_platform_can_be_shown(path: Path) -> None:
    platform = load_catalog().platforms[path.stem]
    assert 1 <= len(platform.mark) <= 2
    assert contrast_with_white(platform.colour) >= 4.5
    for source in platform.sources.values():
        assert source.title.strip()
        assert source.url.startswith(("https://", "http://")) or not source.url


def contrast_with_white(colour: str) -> float:
    """The contrast ratio as WCAG counts it."""
    channels = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    linear = [each / 12.92 if each <= 0.03928 else ((each + 0.055) / 1.055) ** 2.4 for each in channels]
    red, green, blue = linear
    return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)


def test_the_lists_hang_together() -> None:
    catalog = load_catalog()
    assert {each.parent for each in catalog.genres.values()} - {""} <= set(catalog.genres)
    assert {wider for each in catalog.regions.values() for wider in each.within} <= set(catalog.regions)
    assert len(catalog.options) == 10


def test_platforms_come_by_kind_and_then_by_name() -> None:
    catalog = load_catalog()
    kinds = list(catalog.kinds)
    order = [(kinds.index(each.kind), each.name.casefold()) for each in catalog.platforms.values()]
    assert order == sorted(order)
    assert len(order) == len(FILES)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    made = tmp_path / "things"
    made.mkdir()
    (made / "one.toml").write_text("day = 2026-11-22\nnumber = 1\n")
    monkeypatch.setattr(catalog_files, "resource", tmp_path.joinpath)
    return made


def compiled() -> Path:
    return paths.cache_folder() / "things.json"


def test_the_compiled_copy_says_the_same(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = read_folder("things")
    assert first == {"one": {"day": "2026-11-22", "number": 1}}
    assert compiled().exists()
    monkeypatch.setattr(catalog_files, "_compile", None)
    assert read_folder("things") == first
    assert folder.exists()


def test_a_changed_file_is_seen(folder: Path) -> None:
    read_folder("things")
    one = folder / "one.toml"
    before = one.stat()
    one.write_text("day = 2026-11-22\nnumber = 2\n")
    os.utime(one, ns=(before.st_atime_ns, before.st_mtime_ns + 1))
    assert read_folder("things")["one"]["number"] == 2


def test_a_new_and_a_lost_file_are_seen(folder: Path) -> None:
    read_folder("things")
    (folder / "two.toml").write_text("number = 2\n")
    assert list(read_folder("things")) == ["one", "two"]
    (folder / "one.toml").unlink()
    assert list(read_folder("things")) == ["two"]


def test_another_version_compiles_anew(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read_folder("things")
    before = compiled().read_bytes()
    monkeypatch.setattr(catalog_files, "__version__", "99")
    read_folder("things")
    assert compiled().read_bytes() != before
    assert folder.exists()


@pytest.mark.parametrize("rubbish", [b"", b"[]", b"{}", b"null", b'{"key": 1', b"[" * 9999, b"\xff"])
@pytest.mark.usefixtures("folder")
def test_a_spoilt_copy_is_made_again(rubbish: bytes) -> None:
    first = read_folder("things")
    good = compiled().read_bytes()
    compiled().write_bytes(rubbish)
    assert read_folder("things") == first
    assert compiled().read_bytes() == good


@pytest.mark.parametrize("files", [{"x": {}}, [], 5, "one", {}, None])
@pytest.mark.usefixtures("folder")
def test_a_copy_without_its_files_is_made_again(files: object) -> None:
    first = read_folder("things")
    copy = json.loads(compiled().read_bytes())
    compiled().write_text(json.dumps({**copy, "files": files}))
    assert read_folder("things") == first


@pytest.mark.usefixtures("folder")
def test_a_cache_that_cannot_be_written_does_no_harm(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setattr(paths, "cache_folder", lambda: tmp_path / "file")
    assert read_folder("things")["one"]["number"] == 1


def test_the_catalog_is_typed_throughout() -> None:
    catalog = load_catalog()
    assert isinstance(catalog, Catalog)
    assert isinstance(catalog.platforms, Mapping)
    assert all(isinstance(each, Condition) for each in next(iter(catalog.platforms.values())).conditions)
