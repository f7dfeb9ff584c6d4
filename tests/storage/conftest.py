"""Keeps the user's own folders out of the tests."""

from pathlib import Path

import pytest

from planner.storage import paths


@pytest.fixture(autouse=True)
def own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("config", "cache", "data"):
        folder = tmp_path / "user" / name
        monkeypatch.setattr(paths, f"{name}_folder", lambda folder=folder: folder)
