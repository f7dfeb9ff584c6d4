"""The labelled set is what it says, and the copy checks judge it as well as authors may expect."""

from planner.core.catalog import Catalog
from tests.core.copy_scan.labelled import score, snippets


def test_the_set_is_large_and_half_of_it_are_traps() -> None:
    traps = [snippet for snippet in snippets() if not snippet.expected]
    assert len(snippets()) >= 330
    assert abs(len(traps) / len(snippets()) - 0.5) < 0.02


def test_a_third_is_set_aside_and_holds_both_sorts() -> None:
    aside = [snippet for snippet in snippets() if snippet.set_aside]
    assert 0.28 < len(aside) / len(snippets()) < 0.39
    assert 0.4 < len([snippet for snippet in aside if snippet.expected]) / len(aside) < 0.6


def test_each_snippet_is_its_own_and_judged_by_a_rule_that_is_there(catalog: Catalog) -> None:
    assert len({snippet.id for snippet in snippets()}) == len(snippets())
    assert len({(snippet.platform, snippet.text) for snippet in snippets()}) == len(snippets())
    assert all(catalog.platforms[snippet.platform].copy for snippet in snippets())


def test_what_is_expected_lies_in_the_text_in_order() -> None:
    for snippet in snippets():
        ends = [0, *(end for _, _, end in snippet.expected)]
        for (_, start, end), reached in zip(snippet.expected, ends, strict=False):
            assert reached <= start < end <= len(snippet.text), snippet.id
            assert snippet.text[start:end].strip() == snippet.text[start:end], snippet.id


def test_the_third_set_aside_is_judged_well(catalog: Catalog) -> None:
    result = score(catalog, [snippet for snippet in snippets() if snippet.set_aside])
    assert result.precision >= 0.98
    assert result.recall >= 0.95


def test_the_rest_is_judged_well(catalog: Catalog) -> None:
    result = score(catalog, [snippet for snippet in snippets() if not snippet.set_aside])
    assert result.precision >= 0.98
    assert result.recall >= 0.95
