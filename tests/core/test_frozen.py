"""Frozen classes: what they share with those that ``dataclass`` would write, and how they are refused."""

import pickle
from collections.abc import Mapping
from dataclasses import FrozenInstanceError, field, fields, replace

import pytest

from planner.core.frozen import named_value, record, value


@record
class Fact:
    text: str
    dated: str = ""


@record
class OldFact(Fact):
    months: int
    sources: Mapping[str, str] = field(default_factory=dict)


@named_value
class Node:
    extra: Mapping[str, str] = field(default_factory=dict)
    id: str

    def __post_init__(self) -> None:
        if not self.id:
            raise ValueError("an id must be short plain text")


@value
class Change:
    id: str
    label: str = field(default="", compare=False)


def test_has_its_fields_those_of_what_it_extends_first() -> None:
    fact = OldFact(text="old", months=12)
    assert [each.name for each in fields(fact)] == ["text", "dated", "months", "sources"]
    assert (fact.text, fact.dated, fact.months, fact.sources) == ("old", "", 12, {})


def test_a_default_that_is_made_is_made_for_each() -> None:
    one, other = OldFact(text="", months=1), OldFact(text="", months=1)
    assert one.sources is not other.sources
    assert OldFact(text="", months=1, sources={"a": "b"}).sources == {"a": "b"}


def test_a_record_is_equal_to_itself_alone() -> None:
    fact = Fact(text="same")
    assert fact == fact  # noqa: PLR0124
    assert fact != Fact(text="same")


def test_a_value_is_what_it_holds_but_for_what_is_not_compared() -> None:
    assert Node(id="a") == Node(id="a") != Node(id="b")
    assert Change("a", "one") == Change("a", "other")
    assert hash(Change("a", "one")) == hash(Change("a", "other"))


def test_refuses_what_is_missing_or_unknown() -> None:
    with pytest.raises(TypeError, match="Fact is made of text, dated"):
        Fact(dated="today")  # type: ignore[call-arg]
    with pytest.raises(TypeError):
        Fact(text="a", who="b")  # type: ignore[call-arg]
    with pytest.raises(AttributeError):
        Fact(who="b")  # type: ignore[call-arg]


def test_a_value_cannot_be_changed_and_is_checked_each_time_it_is_made() -> None:
    node = Node(id="a")
    with pytest.raises(FrozenInstanceError):
        node.id = "b"  # type: ignore[misc]
    with pytest.raises(FrozenInstanceError):
        del node.id
    with pytest.raises(ValueError, match="short plain text"):
        replace(node, id="")
    assert replace(node, id="b") == Node(id="b")


def test_a_value_says_what_it_holds_and_can_be_sent_to_another_process() -> None:
    change = Change("a", "Move")
    assert repr(change) == "Change(id='a', label='Move')"
    sent = pickle.loads(pickle.dumps(change))
    assert (sent, sent.label) == (change, "Move")


def test_a_value_can_be_matched_by_what_it_holds() -> None:
    match Change("a", "Move"):
        case Change(id, label):
            assert (id, label) == ("a", "Move")
