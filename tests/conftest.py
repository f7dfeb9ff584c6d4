"""What all tests share: no screen, no trace in the user's folders, and the catalog that ships."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from planner.core.catalog import Catalog
from planner.core.rules import RuleBook
from planner.storage.catalog_files import load_catalog
from planner.storage.rule_files import load_rules

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# Machines are shared: how long an example takes says nothing. Fixtures are records that nothing changes.
settings.register_profile("unhurried", deadline=None, suppress_health_check=list(HealthCheck))
settings.load_profile("unhurried")

FOLDERS = ("XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "APPDATA", "LOCALAPPDATA")


@pytest.fixture(scope="session", autouse=True)
def _user_folders(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Folders of the tests' own in the place of the user's."""
    root = tmp_path_factory.mktemp("user")
    with pytest.MonkeyPatch.context() as patch:
        for name in FOLDERS:
            patch.setenv(name, str(root / name.lower()))
        yield root


@pytest.fixture(scope="session")
def catalog(_user_folders: Path) -> Catalog:
    """The catalog that ships with the program."""
    return load_catalog()


@pytest.fixture(scope="session")
def rules(_user_folders: Path) -> RuleBook:
    """The rules that ship with the program."""
    return load_rules()
