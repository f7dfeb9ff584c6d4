"""Keeps the user's own folders out of the tests, and makes copies of what ships."""

from pathlib import Path
from shutil import copytree

import pytest

from planner.core.resources import resource
from planner.storage import paths


@pytest.fixture(autouse=True)
def own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("config", "cache", "data"):
        folder = tmp_path / "user" / name
        monkeypatch.setattr(paths, f"{name}_folder", lambda folder=folder: folder)


@pytest.fixture(scope="module")
def pristine(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of what ships."""
    folder = tmp_path_factory.mktemp("catalog")
    for part in ("lists", "rules", "platforms"):
        copytree(resource(part), folder / part)
    return folder
