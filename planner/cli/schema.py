"""``frontlist schema``: the JSON Schema of the plan file."""

from argparse import Namespace


def schema(_options: Namespace) -> int:
    """Print the schema."""
    import json

    from planner.storage.format import schema as plan_schema

    print(json.dumps(plan_schema(), ensure_ascii=False, indent=1))
    return 0
