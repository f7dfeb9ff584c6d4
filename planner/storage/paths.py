"""Where the program's own files and the user's folders are."""

from functools import cache
from pathlib import Path

NAME = "frontlist"


@cache
def _resources() -> Path:
    package = Path(__file__).resolve().parents[1]
    inside, beside = package / "resources", package.parent / "resources"
    return inside if inside.is_dir() else beside


def resource(*parts: str) -> Path:
    """A file or folder that ships with the program: inside the installed package, or beside a checkout's."""
    return _resources().joinpath(*parts)


def config_folder() -> Path:
    """Where the user's choices are kept; it may not exist yet."""
    from platformdirs import user_config_path

    return user_config_path(NAME, appauthor=False)


def cache_folder() -> Path:
    """Where anything is kept that can be made again; it may not exist yet."""
    from platformdirs import user_cache_path

    return user_cache_path(NAME, appauthor=False)


def data_folder() -> Path:
    """Where the user's own data is kept that stands in no plan file; it may not exist yet."""
    from platformdirs import user_data_path

    return user_data_path(NAME, appauthor=False)
