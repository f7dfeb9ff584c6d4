"""Folding never moves a find: it lies within the text and holds the same words, however they are hidden."""

from hypothesis import given
from hypothesis import strategies as st

from planner.core.catalog import Catalog
from planner.core.copy_scan.folding import fold
from planner.core.copy_scan.scan import scan
from tests.core.copy_scan.labelled import Snippet, snippets

HIDDEN = ("\u200b", "\u2060", "\u00ad", "\ufeff")
FOUND = tuple(snippet for snippet in snippets() if snippet.expected and not snippet.set_aside)
WIDE = {ord(digit): ord(digit) + 0xFEE0 for digit in "0123456789"}


def pieces(catalog: Catalog, platform: str, text: str) -> list[tuple[str, str]]:
    """What is found, as plain signs."""
    spots = scan(catalog, catalog.platforms[platform], text)
    assert all(0 <= spot.start < spot.end <= len(text) for spot in spots)
    return [(spot.kind, fold(text[spot.start : spot.end]).signs) for spot in spots]


@given(st.sampled_from(FOUND), st.data())
def test_signs_without_width_hide_no_find_and_move_none(
    catalog: Catalog, snippet: Snippet, data: st.DataObject
) -> None:
    text = snippet.text
    for _ in range(data.draw(st.integers(1, 5))):
        place = data.draw(st.integers(0, len(text)))
        text = text[:place] + data.draw(st.sampled_from(HIDDEN)) + text[place:]
    assert pieces(catalog, snippet.platform, text) == pieces(catalog, snippet.platform, snippet.text)


@given(st.sampled_from(FOUND))
def test_full_width_digits_are_found_where_they_stand(catalog: Catalog, snippet: Snippet) -> None:
    text = snippet.text.translate(WIDE)
    assert pieces(catalog, snippet.platform, text) == pieces(catalog, snippet.platform, snippet.text)


@given(st.sampled_from(FOUND), st.text(alphabet="\u200b\u0301 é微İ👨\u200d👩 a.", max_size=12))
def test_what_stands_before_moves_a_find_by_its_own_length(
    catalog: Catalog, snippet: Snippet, before: str
) -> None:
    moved = f"{before}\n\n{snippet.text}"
    shift = len(moved) - len(snippet.text)
    spots = {tuple(spot) for spot in scan(catalog, catalog.platforms[snippet.platform], moved)}
    for kind, start, end in scan(catalog, catalog.platforms[snippet.platform], snippet.text):
        assert (kind, start + shift, end + shift) in spots
