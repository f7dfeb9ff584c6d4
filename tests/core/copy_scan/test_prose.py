"""Ordinary prose in many languages raises nothing, on no platform, in whatever order it stands."""

from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.core.catalog import Catalog, Platform
from planner.core.copy_scan.scan import REMOVABLE, scan
from planner.core.facts import ANYWHERE, CopyRule
from tests.core.copy_scan.labelled import Snippet, false_alarms

PROSE = Path(__file__).parent.parent / "data" / "ordinary_prose.txt"
PARAGRAPHS = PROSE.read_text(encoding="utf-8").strip().split("\n\n")
SENTENCES = (PROSE.parent / "ordinary_sentences.txt").read_text(encoding="utf-8").splitlines()
PHRASES = ("link in bio", "message me for the link", "搜索书名")
STRICTEST = CopyRule(text="", source=(), removes=tuple(REMOVABLE), apps=(ANYWHERE,), phrases=PHRASES)


def found(catalog: Catalog, text: str, platform: str = "") -> list[tuple[str, str]]:
    """What a platform's rule finds, or the strictest rule that there could be."""
    judged = catalog.platforms[platform] if platform else strictest(catalog)
    return [(kind, text[start:end]) for kind, start, end in scan(catalog, judged, text)]


@cache
def strictest(catalog: Catalog) -> Platform:
    """One platform with the strictest rule, so that what finds things is made once."""
    return replace(catalog.platforms["own-website"], copy=STRICTEST)


def judging(catalog: Catalog) -> list[str]:
    """The strictest rule, and every platform that has one of its own."""
    return ["", *(id for id, platform in catalog.platforms.items() if platform.copy)]


@pytest.mark.parametrize("number", range(len(PARAGRAPHS)))
def test_a_paragraph_is_clean_under_the_strictest_rule(catalog: Catalog, number: int) -> None:
    assert found(catalog, PARAGRAPHS[number]) == []


def test_prose_is_clean_on_every_platform(catalog: Catalog) -> None:
    text = "\n\n".join(PARAGRAPHS)
    assert {id: found(catalog, text, id) for id in catalog.platforms if found(catalog, text, id)} == {}


@pytest.mark.parametrize("sentence", SENTENCES)
def test_a_sentence_full_of_near_misses_is_clean(catalog: Catalog, sentence: str) -> None:
    assert {id: found(catalog, sentence, id) for id in judging(catalog) if found(catalog, sentence, id)} == {}


@pytest.mark.parametrize("sentence", false_alarms(), ids=lambda sentence: sentence.text)
def test_a_sentence_that_is_known_to_raise_something_moves_once_it_is_clean(
    catalog: Catalog, sentence: Snippet
) -> None:
    assert found(catalog, sentence.text, sentence.platform)


@given(st.lists(st.sampled_from(PARAGRAPHS), max_size=4), st.sampled_from(["\n\n", "\n", " ", "\n* "]))
def test_paragraphs_in_any_order_are_clean(catalog: Catalog, chosen: list[str], between: str) -> None:
    assert found(catalog, between.join(chosen)) == []


@given(st.lists(st.sampled_from(" ".join(PARAGRAPHS).split()[:400]), max_size=30))
def test_an_address_is_found_within_any_words(catalog: Catalog, words: list[str]) -> None:
    text = " ".join([*words, "see https://annavale.example/salt", *words])
    assert ("url", "https://annavale.example/salt") in found(catalog, text)
