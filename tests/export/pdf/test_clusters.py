"""What readers see as one character is never cut."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.export.pdf.clusters import LONGEST, clusters, is_emoji


@pytest.mark.parametrize(
    "cluster",
    [
        "a",
        "e\u0323\u0302",
        "ผู้",
        "น้ำ"[:2],
        "क्षि",
        "👨‍👩‍👧",
        "👍🏽",
        "❤️",
        "🇫🇷",
        "1️⃣",
        "🏴\U000e0067\U000e0062\U000e007f",
        "\u1112\u1161\u11ab",
        "\U0001e922\U0001e944",
    ],
)
def test_a_cluster_stays_whole(cluster: str) -> None:
    assert clusters(f"x{cluster}x") == ["x", cluster, "x"]


def test_flags_are_pairs_and_letters_are_single() -> None:
    assert clusters("🇫🇷🇩🇪") == ["🇫🇷", "🇩🇪"]
    assert clusters("盐之路") == ["盐", "之", "路"]
    assert clusters("\u1112\u1161\u1112\u1161") == ["\u1112\u1161", "\u1112\u1161"]


def test_emoji_ask_for_their_own_face() -> None:
    assert [is_emoji(cluster) for cluster in ("❤️", "👍🏽", "🇫🇷", "1️⃣", "👨‍👩‍👧")] == [True] * 5
    assert [is_emoji(cluster) for cluster in ("❤", "1", "क्‍ष", "盐")] == [False] * 4


@given(st.text(max_size=100))
def test_nothing_is_lost(text: str) -> None:
    assert "".join(clusters(text)) == text
    assert all(0 < len(cluster) <= LONGEST for cluster in clusters(text))


@given(st.text(st.sampled_from("ab\u0301\u0323\u05b4\u064e\u0e34\ufe0f盐\n"), max_size=100))
def test_marks_alone_are_found_as_they_are_among_what_joins_otherwise(text: str) -> None:
    assert clusters(text) == clusters(f"{text}\u1112")[:-1]


@given(
    st.lists(st.text(st.sampled_from("ab\u0301\u0915\u094d\u200d🇫👍\u1112\u1161"), min_size=1), min_size=1)
)
def test_clusters_of_many_lines_are_those_of_each(lines: list[str]) -> None:
    found = clusters("\n".join(lines))
    assert found == [part for line in lines for part in ("\n", *clusters(line))][1:]
