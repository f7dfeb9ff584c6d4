"""A plan in pieces for another process: one for each channel, so that packing can pause in between."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from planner.core.plan import Channel, Phase, Plan
from planner.storage.shape import aside, reader, to_data

KINDS: dict[str, type[Any]] = {"plan": Plan, "phase": Phase, "channel": Channel}


def packed(plan: Plan) -> Iterator[bytes]:
    """The pieces of a plan: its own fields, then each phase's, each followed by its channels."""
    yield _piece("plan", replace(plan, phases=()))
    for phase in plan.phases:
        yield _piece("phase", replace(phase, channels=()))
        for channel in phase.channels:
            yield _piece("channel", channel)


def unpacked(pieces: Iterable[bytes]) -> Plan:
    """The plan that was packed into these pieces."""
    plan: Plan | None = None
    phases: list[Phase] = []
    channels: dict[int, list[Channel]] = {}
    for piece in pieces:
        match _record(piece):
            case Plan() as found:
                plan = found
            case Phase() as found:
                phases.append(found)
            case Channel() as found:
                channels.setdefault(len(phases) - 1, []).append(found)
    assert plan
    filled = (replace(each, channels=tuple(channels.get(at, ()))) for at, each in enumerate(phases))
    return replace(plan, phases=tuple(filled))


def _piece(kind: str, record: Any) -> bytes:
    text = json.dumps([kind, to_data(record)], ensure_ascii=False, separators=(",", ":"))
    return text.encode("utf-8", "replace")


def _record(piece: bytes) -> Any:
    name, data = json.loads(piece)
    kind = KINDS[name]
    return reader(kind, keep=True).validate_python(aside(data, kind, keep=True))
