"""The JSON Schema says what a plan file holds."""

import json
from dataclasses import fields
from typing import Any

from planner.core.plan import Plan
from planner.storage.format import schema


def groups(part: Any) -> list[dict[str, Any]]:
    """All parts of the schema that describe a group of fields."""
    below = part.values() if isinstance(part, dict) else part if isinstance(part, list) else []
    own = [part] if isinstance(part, dict) and isinstance(part.get("properties"), dict) else []
    return own + [group for each in below for group in groups(each)]


def test_it_names_every_field_and_allows_no_other() -> None:
    plan = schema()["properties"]["plan"]
    assert list(plan["properties"]) == [each.name for each in fields(Plan) if each.name != "extra"]
    assert plan["required"] == ["id", "book", "author"]
    for group in groups(schema()):
        assert group["additionalProperties"] is False
        assert "extra" not in group["properties"]


def test_it_says_how_amounts_days_and_choices_are_written() -> None:
    phase = schema()["properties"]["plan"]["properties"]["phases"]["items"]["properties"]
    channel = phase["channels"]["items"]["properties"]
    assert {"type": "string", "format": "date"} in phase["starts"]["anyOf"]
    assert {"type": "integer"} in phase["starts"]["anyOf"]
    assert channel["budget"]["anyOf"][0]["examples"] == ["12.50 USD"]
    assert channel["stance"]["enum"] == ["core", "supporting", "experiment"]


def test_it_is_plain_json() -> None:
    assert json.loads(json.dumps(schema())) == schema()
    assert schema()["properties"]["format"] == {"const": 1}
