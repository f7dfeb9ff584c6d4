"""What the program's files end with, and where its folders are, by the habits of each system."""

from contextlib import suppress
from pathlib import Path

NAME = "frontlist"
SUFFIX = f".{NAME}"


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


def same_file(one: Path, other: Path) -> bool:
    """Whether two paths lead to one file, by whatever way; not where either cannot be looked at."""
    with suppress(OSError, ValueError):
        return one.samefile(other)
    return one == other
