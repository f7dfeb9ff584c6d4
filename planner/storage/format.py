"""The plan file: bytes to a plan and back, and what is said of bytes that are no plan of ours."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Any, NamedTuple, cast

from planner import __version__
from planner.core.changes import ChangeError
from planner.core.plan import Plan
from planner.core.tree import Tree
from planner.storage.errors import PlanFileError, shown
from planner.storage.json_text import JsonError, Parsed, Place, dump, parse, spoken
from planner.storage.lenient import NothingReadableError, read_what_can_be
from planner.storage.problems import problems
from planner.storage.shape import aside, has_extra, json_schema, reader, to_data

FORMAT = 1
REVISION = 5
WRITTEN_BY = f"Frontlist {__version__}"
OLDER = "an older version of Frontlist"
"""For whom a plan of a newer format is an extract: what is not understood of it is not in it."""
DEEPEST = 60
NAMED = 5

MEND = "correct that place in a text editor, or open an older copy"
NO_PLAN = "choose a file that Frontlist saved, or open an older copy"
NEWER = "open it with the version that wrote it"


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanFile:
    """All that stands in a plan file.

    ``format`` is raised when older programs could no longer read the file right, ``revision`` when fields
    are added; ``rests_on`` says which verdict each platform's option had when the plan was saved.
    """

    format: int
    revision: int
    written_by: str
    plan: Plan
    rests_on: Mapping[str, str] = field(default_factory=dict)
    extra: Mapping[str, object] = field(default_factory=dict)


class Beside(NamedTuple):
    """What a newer version wrote into a plan's file beside the plan, and the file's revision."""

    revision: int = REVISION
    extra: Mapping[str, object] = MappingProxyType({})


NOTHING_BESIDE = Beside()


class Opened(NamedTuple):
    """A plan file as it was read, and what the user should be told of it, in sentences.

    A plan that is ``loose`` was found inside another file, and so has none of its own to be saved to;
    ``stamp`` tells what the file held from any other contents.
    """

    file: PlanFile
    notices: tuple[str, ...] = ()
    loose: bool = False
    stamp: str = ""

    @property
    def plan(self) -> Plan:
        """The plan."""
        return self.file.plan

    @property
    def rests_on(self) -> Mapping[str, str]:
        """The kind of verdict that each "platform.option" had when the plan was saved."""
        return self.file.rests_on

    @property
    def revision(self) -> int:
        """The revision that the file was written in."""
        return self.file.revision

    @property
    def beside(self) -> Beside:
        """What is kept where the plan is written again; of a newer format nothing is."""
        return NOTHING_BESIDE if self.read_only else Beside(self.file.revision, self.file.extra)

    @property
    def read_only(self) -> bool:
        """Whether the file is of a newer format, so that saving over it would lose something."""
        return self.file.format > FORMAT


def as_new(plan: Plan) -> Opened:
    """A plan that no file holds yet, as if it had been opened."""
    return Opened(PlanFile(format=FORMAT, revision=REVISION, written_by=WRITTEN_BY, plan=plan))


def read(data: bytes, name: str) -> Opened:
    """The plan in a file's bytes; raises PlanFileError, which calls the file by ``name``."""
    try:
        parsed = parse(data)
        written_in, revision = _versions(parsed.data)
        if written_in > FORMAT:
            opened = _read_newer_format(parsed.data, name)
        elif revision > REVISION:
            opened = _read_newer_revision(parsed.data, name)
        else:
            opened = Opened(_read_strictly(parsed.data, name))
    except JsonError as error:
        way_out = MEND if error.place else NO_PLAN
        raise PlanFileError(name, error.problem, place=error.place, way_out=way_out) from None
    except RecursionError:
        raise PlanFileError(name, "it is nested too deep", way_out=NO_PLAN) from None
    _check_ids(opened.plan, name)
    return Opened(opened.file, (*opened.notices, *_notice_of_cleaning(parsed)))


def write(plan: Plan, rests_on: Mapping[str, str] | None = None, beside: Beside = NOTHING_BESIDE) -> bytes:
    """The bytes of a plan's file, with what a newer version wrote into the one that it was read from."""
    newer = REVISION + 1 if beside.extra or has_extra(plan) else REVISION
    file = PlanFile(
        format=FORMAT,
        revision=max(newer, beside.revision),
        written_by=WRITTEN_BY,
        plan=plan,
        rests_on=rests_on or {},
        extra=beside.extra,
    )
    return dump(to_data(file))


def schema() -> dict[str, Any]:
    """The JSON Schema of the plan file."""
    dialect = {"$schema": "https://json-schema.org/draft/2020-12/schema"}
    described = json_schema(PlanFile)
    described["properties"]["format"] = {"const": FORMAT}
    return dialect | described | {"title": "Frontlist plan"}


def _versions(data: Any) -> tuple[int, int]:
    """The format and revision that data says it is in; raises JsonError when it says nothing of the kind."""
    if not isinstance(data, dict) or "format" not in data:
        raise JsonError("it is not a Frontlist plan")
    return _whole_number(data["format"], "format"), _whole_number(data.get("revision", REVISION), "revision")


def _whole_number(value: Any, name: str) -> int:
    if type(value) is not int or value < 1:
        raise JsonError("the value must be a whole number from 1 up", name)
    return value


def _read_strictly(data: Any, name: str, *, keep: bool = False) -> PlanFile:
    from pydantic_core import ValidationError

    try:
        return cast("PlanFile", reader(PlanFile, keep=keep).validate_python(data))
    except ValidationError as error:
        problem = next(problems(error))
    raise PlanFileError(name, problem.text, place=spoken(problem.place), way_out=NEWER if keep else MEND)


def _read_newer_revision(data: dict[str, Any], name: str) -> Opened:
    _refuse_deep(data)
    file = _read_strictly(aside(data, PlanFile, keep=True), name, keep=True)
    by = _writer(file.written_by)
    return Opened(file, (f"This plan was written by {by}, which is newer. What it added is kept.",))


def _read_newer_format(data: dict[str, Any], name: str) -> Opened:
    """What this version understands of a plan from a later one, for reading only."""
    by = _writer(data.get("written_by"))
    known = aside({"revision": REVISION, **data, "written_by": by}, PlanFile, keep=False)
    try:
        file, skipped = read_what_can_be(known, PlanFile)
    except NothingReadableError:
        problem = f"it was written by {by} in a format that this version does not know"
        raise PlanFileError(name, problem, way_out=NEWER) from None
    file = replace(file, plan=replace(file.plan, extract=file.plan.extract or OLDER))
    notices = [f"This plan was written by {by} in a newer format, and is open for reading only."]
    if skipped:
        notices.append(f"This version could not read some of it: {_listed(skipped)}.")
    return Opened(file, tuple(notices))


def _refuse_deep(data: Any) -> None:
    """What is kept unread must be shallow enough to be written again."""
    level = [data]
    for _ in range(DEEPEST):
        level = [child for each in level for child in _children(each)]
    if level:
        raise JsonError("it is nested too deep")


def _children(data: Any) -> list[Any]:
    values = data.values() if isinstance(data, dict) else data
    return [each for each in values if isinstance(each, dict | list)]


def _check_ids(plan: Plan, name: str) -> None:
    try:
        Tree.of(plan)
    except ChangeError as error:
        way_out = "give one of them another id in a text editor, or open an older copy"
        raise PlanFileError(name, str(error), way_out=way_out) from None


def _notice_of_cleaning(parsed: Parsed) -> tuple[str, ...]:
    if not parsed.cleaned:
        return ()
    return (f"Control characters, which cannot be shown, were left out of: {_listed(parsed.cleaned)}.",)


def _listed(places: Sequence[Place]) -> str:
    named = "; ".join(spoken(place) for place in places[:NAMED])
    more = len(places) - NAMED
    return f"{named}; and {more} more" if more > 0 else named


def _writer(written_by: object) -> str:
    return shown(written_by) if isinstance(written_by, str) and written_by else "a later version"
