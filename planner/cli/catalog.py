"""``frontlist catalog``: for those who keep the catalog."""

from argparse import Namespace

from planner.cli.errors import UserError


def check_catalog(options: Namespace) -> int:
    """Print every fault of a catalog's files; 1 where there is one, else 0."""
    from planner.core.resources import resource
    from planner.storage.catalog_check.check import PARTS
    from planner.storage.catalog_check.check import check_catalog as faults_of
    from planner.storage.errors import shown

    folder = options.folder or resource()
    parts = [part for part in PARTS if (folder / part).is_dir()]
    if not parts:
        raise UserError(
            f"“{shown(str(folder))}” has no folder “platforms”, “rules” or “lists”; name what holds them."
        )
    faults = faults_of(folder, resource())
    for fault in faults:
        print(fault)
    files = sum(len(list((folder / part).glob("*.toml"))) for part in parts)
    print(f"{_counted(files, 'file')}: {_counted(len(faults), 'fault')}.")
    return int(bool(faults))


def _counted(number: int, what: str) -> str:
    return f"{number or 'no'} {what}{'' if number == 1 else 's'}"


def platform_schema(_options: Namespace) -> int:
    """Print the JSON Schema of a platform's file, for editors that complete and check while one types."""
    import json

    from planner.storage import platform_schema as schema
    from planner.storage.catalog_files import load_catalog, read_folder

    traits = [row["id"] for row in read_folder("lists")["traits"]["traits"]]
    described = schema.platform_schema(load_catalog(), traits)
    print(json.dumps(described, ensure_ascii=False, indent=1))
    return 0
