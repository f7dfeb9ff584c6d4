"""Every verdict has its words: the reason, the way on, the source, and nothing left unfilled."""

import re
from collections.abc import Iterator
from dataclasses import replace

import pytest

from planner.core.alternative_words import way_on_text
from planner.core.catalog import Catalog, Platform
from planner.core.citations import as_of_text, bare_sources_text, source_text, sources_text
from planner.core.facts import VerdictKind
from planner.core.finding_words import SEVERITY_MARKS, counts_text
from planner.core.names import option_name, place_name, platform_name
from planner.core.phrasing import listed, lower_first
from planner.core.plan import Book
from planner.core.rules import Severity
from planner.core.situation import Situation
from planner.core.verdict_words import MARKS, explain, link_policy, needs_way_on
from planner.core.verdicts import Verdict, judge, judge_all
from tests.core.build import PLATFORM_IDS, account

SITUATIONS = {
    "nobody": Situation(),
    "small": Situation(None, Book(id="b", genre="romance")),
    "told": Situation(account("p", type="personal", followers=3, languages=("en",), opt_in=False)),
}


ASKING = re.compile(r"\b([Nn]eeds?|must|has to|have to|[Oo]nly)\b")
LEFTOVER = re.compile(r"[{}]|  |\.\.| \.|\( |\(\)|\bNone\b(?! of | was )")


def is_clean(text: str) -> bool:
    """Whether nothing in a text looks as if a program had left it there."""
    return text == text.strip() and not LEFTOVER.search(text)


def verdicts(catalog: Catalog, platform: Platform) -> Iterator[tuple[Verdict, Situation]]:
    """Every verdict on a platform: each option, at large and at each placement, for several authors."""
    for situation in SITUATIONS.values():
        for option in catalog.options:
            for placement in ("", "hologram", *(spot.placement for spot in platform.placements)):
                yield judge(catalog, platform, option, situation, placement), situation


@pytest.mark.parametrize("id", PLATFORM_IDS)
def test_every_verdict_has_a_reason_a_source_and_a_way_on_where_one_is_needed(
    catalog: Catalog, id: str
) -> None:
    platform = catalog.platforms[id]
    for verdict, situation in verdicts(catalog, platform):
        words = explain(catalog, platform, verdict, situation)
        assert words.mark == MARKS[verdict.kind]
        assert words.label == verdict.kind
        assert words.reason.endswith((".", "!", "?"))
        assert words.source.startswith("Source: ")
        assert bool(words.way_on) == needs_way_on(verdict)
        for text in (words.reason, words.condition, words.way_on, words.source):
            assert is_clean(text), text
        assert is_clean(words.text)


@pytest.mark.parametrize("id", PLATFORM_IDS)
def test_a_grey_option_is_never_recommended_as_its_own_way_on(catalog: Catalog, id: str) -> None:
    platform = catalog.platforms[id]
    for verdict in judge_all(catalog, platform):
        if not verdict.usable:
            words = explain(catalog, platform, verdict)
            used = words.way_on.split("What can be used here: ")[-1].split(".")[0]
            assert words.reason
            assert option_name(catalog, verdict.option) not in used.split(", ")


@pytest.mark.parametrize("id", PLATFORM_IDS)
def test_every_way_on_names_the_other_platform_and_says_why(catalog: Catalog, id: str) -> None:
    platform = catalog.platforms[id]
    for way in platform.ways_on:
        text = way_on_text(catalog, platform, catalog.platforms[way.platform], platform.ways_on)
        assert catalog.platforms[way.platform].full_name in text
        assert is_clean(text)
        named = text.split(": ", 1)[1]
        for other in (platform, catalog.platforms[way.platform]):
            assert not named.startswith(other.name.lower()), text
    assert way_on_text(catalog, platform, platform, platform.ways_on) == ""


@pytest.mark.parametrize("id", PLATFORM_IDS)
def test_the_policy_is_said_in_a_few_words(catalog: Catalog, id: str) -> None:
    words = link_policy(catalog, catalog.platforms[id])
    assert words.startswith("links ")
    assert is_clean(words)


def test_the_policy_says_what_is_missing(catalog: Catalog) -> None:
    assert link_policy(catalog, catalog.platforms["tiktok"]) == "links limited · ad tracking not yet"
    assert "no click can be tracked" in link_policy(catalog, catalog.platforms["xiaohongshu"])


def test_the_way_on_from_xiaohongshu_is_wechat(catalog: Catalog) -> None:
    platform = catalog.platforms["xiaohongshu"]
    words = explain(catalog, platform, judge(catalog, platform, "smart-link"))
    assert "For readers in mainland China, use WeChat 微信公众号: WeChat reaches" in words.way_on
    assert words.mark == "⊘"


def test_each_kind_and_severity_has_a_mark_of_its_own() -> None:
    assert len(set(MARKS.values())) == len(VerdictKind)
    assert len(set(SEVERITY_MARKS.values())) == len(Severity)


@pytest.mark.parametrize(
    ("names", "text"), [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")]
)
def test_names_in_a_row(names: list[str], text: str) -> None:
    assert listed(names) == text
    assert listed(names, last="or") == text.replace("and", "or")


@pytest.mark.parametrize(
    ("text", "lowered"),
    [
        ("The number of links", "the number of links"),
        ("A poor fit", "a poor fit"),
        ("WeChat reaches", "WeChat reaches"),
        ("LGBTQ+ fiction", "LGBTQ+ fiction"),
        ("LitRPG", "LitRPG"),
        ("US readers", "US readers"),
        ("", ""),
    ],
)
def test_a_sentence_goes_on_with_a_small_letter(text: str, lowered: str) -> None:
    assert lower_first(text) == lowered


def test_what_the_catalog_does_not_know_keeps_its_id(catalog: Catalog) -> None:
    for name in (option_name, place_name, platform_name):
        assert name(catalog, "of-tomorrow") == "of-tomorrow"


@pytest.mark.parametrize(
    ("as_of", "text"),
    [
        ("2026-06-24", "24 June 2026"),
        ("2026", "2026"),
        ("2026-04", "April 2026"),
        ("2026-13", "2026-13"),
        ("", ""),
        ("spring", "spring"),
    ],
)
def test_the_date_of_a_source(as_of: str, text: str) -> None:
    assert as_of_text(as_of) == text


def test_disputed_facts_say_so_and_name_every_source_once(catalog: Catalog) -> None:
    tiktok = catalog.platforms["tiktok"]
    bio = tiktok.placement_fact("bio")
    assert bio is not None
    text = sources_text(tiktok, [bio, bio])
    point = "It is about the profile link of a personal account. On one side: "
    cited, _, sides = text.partition(f"Checked 22 November 2026. Sources disagree. {point}")
    one, _, other = sides.partition(" On the other side: ")
    (conflict,) = [each for each in tiktok.conflicts if "profile link" in each.about]
    assert [one, other] == [claim.says for claim in conflict.claims]
    assert cited == bare_sources_text(tiktok, [bio]).partition("Checked")[0]
    assert all(text.count(tiktok.sources[key].title) == 1 for key in bio.source)
    assert sources_text(tiktok, []) == ""


def test_a_title_that_asks_has_no_second_stop(catalog: Catalog) -> None:
    meta = catalog.platforms["facebook-ads"]
    (asking,) = [key for key, source in meta.sources.items() if source_text(source).endswith("?")]
    fact = replace(meta.links, source=(asking,))
    assert f"{meta.sources[asking].title} Checked" in sources_text(meta, [fact])


def test_findings_are_counted_in_words() -> None:
    counts = {Severity.TIP: 3, Severity.BLOCKER: 1, Severity.ERROR: 0, Severity.WARNING: 2}
    assert counts_text(counts) == "1 blocker, 2 warnings and 3 tips"
    assert counts_text({}) == ""


def asked_of_account_or_book(platform: Platform) -> Iterator[str]:
    """The sentences of conditions that what the author has said of account and book can meet."""
    options = ((fact.condition, fact.any_of) for fact in platform.tracking)
    for text, needs in (*((each.text, each.any_of) for each in platform.conditions), *options):
        if any(need.account_type or need.kdp_select is not None for need in needs):
            yield text


@pytest.mark.parametrize("id", PLATFORM_IDS)
def test_a_condition_says_what_is_asked_so_that_it_can_be_called_met(catalog: Catalog, id: str) -> None:
    for text in asked_of_account_or_book(catalog.platforms[id]):
        assert ASKING.search(text), text
        assert "none" not in text, text


def test_a_book_outside_kdp_select_meets_a_condition_that_reads_so(catalog: Catalog) -> None:
    kobo = catalog.platforms["kobo"]
    wide = Situation(book=Book(id="book", genre="fantasy", markets=("CA",), kdp_select=False))
    words = explain(catalog, kobo, judge(catalog, kobo, "smart-link", wide), wide)
    assert "must not be in KDP Select" in words.condition
    assert words.condition.endswith("(met).")
