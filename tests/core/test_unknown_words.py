"""Words that the catalog does not know are told, with the nearest one, and nothing is concluded from them."""

from dataclasses import replace

import pytest

from planner.core.catalog import Catalog
from planner.core.document import Document
from planner.core.findings import Finding
from planner.core.fit import FitKind, judge_fit
from planner.core.fit_words import explain_fit
from planner.core.plan import Book, Plan
from planner.core.rules import RuleBook, Severity
from tests.core.build import account, channel, findings, plan, work
from tests.core.rule_cases import BROKEN, KEPT, Case
from tests.strategies import numbered


def unknown(catalog: Catalog, rules: RuleBook, made: Plan) -> list[Finding]:
    return [found for found in findings(catalog, rules, made) if found.rule == "brief-word-unknown"]


@pytest.mark.parametrize(
    ("field", "word", "meant"),
    [
        ("genre", "romanse", "romance"),
        ("genre", "Romance", "romance"),
        ("genre", "quantum physics for cats", ""),
        ("language", "english", "en"),
        ("language", "Klingonese", ""),
        ("language", "xx", ""),
        ("language", "qq-GB", ""),
        ("markets", ("USA",), ("US",)),
        ("markets", ("United States", "GB", "US"), ("US", "GB")),
        ("markets", ("GB", "ATLANTIS"), ""),
    ],
)
def test_a_word_of_the_brief_is_told_and_mended(
    catalog: Catalog, rules: RuleBook, field: str, word: object, meant: object
) -> None:
    made = plan(book=Book(id="book", **{field: word}))  # type: ignore[arg-type]
    (found,) = unknown(catalog, rules, made)
    assert (found.subject, found.severity) == ("book", Severity.WARNING)
    assert (found.fix is not None) is bool(meant)
    assert found.instead.startswith("You may mean “" if meant else "Choose a word")
    if found.fix:
        document = Document(made)
        document.apply(found.fix.edit(document.tree, found.subject))
        assert getattr(document.plan.book, field) == meant


def test_accounts_channels_and_their_work_are_looked_at(catalog: Catalog, rules: RuleBook) -> None:
    made = plan(
        channel("own-website", region="Germny", activities=(work(region="UKK"),)),
        accounts=(account("tiktok", type="busines", region="Japn", languages=("en", "germn")),),
    )
    assert [
        (found.subject, found.fix.label if found.fix else "") for found in unknown(catalog, rules, made)
    ] == [
        ("account-tiktok", "Write “business”"),
        ("account-tiktok", "Write “de”"),
        ("account-tiktok", "Write “JP”"),
        ("channel", "Write “DE”"),
        ("work", ""),
    ]


def test_each_unknown_word_of_a_channel_is_told(catalog: Catalog, rules: RuleBook) -> None:
    tasks = [replace(work(region=word), id=word) for word in ("Germny", "Frnce")]
    made = plan(channel("own-website", region="Japn", activities=tuple(tasks)))
    assert [found.fix.label for found in unknown(catalog, rules, made) if found.fix] == [
        "Write “JP”",
        "Write “DE”",
        "Write “FR”",
    ]


def test_a_word_is_told_once_in_a_channel_and_mended_everywhere_in_it(
    catalog: Catalog, rules: RuleBook
) -> None:
    tasks = tuple(
        replace(work(region=word), id=f"task{n}") for n, word in enumerate(("", "Germny", "Germny"))
    )
    mended = replace(tasks[0], id="other", region="FR")
    lanes = [channel("own-website", id=id, activities=(*tasks, mended)) for id in ("one", "two")]
    made = numbered(plan(*lanes))
    found = unknown(catalog, rules, made)
    assert [each.subject for each in found] == [each.activities[1].id for each in made.channels[:2]]
    document = Document(made)
    for each in found:
        assert each.fix
        document.apply(each.fix.edit(document.tree, each.subject))
    for lane in document.plan.channels[:2]:
        assert [task.region for task in lane.activities] == ["", "DE", "DE", "FR"]
    assert unknown(catalog, rules, document.plan) == []


@pytest.mark.parametrize("language", ["", " ", "fi", "en-GB", "zh-Hant-TW", "EN", "yue"])
def test_a_language_by_any_code_is_no_unknown_word(catalog: Catalog, rules: RuleBook, language: str) -> None:
    assert unknown(catalog, rules, plan(book=Book(id="book", language=language))) == []


def test_types_are_asked_only_where_the_platform_has_some(catalog: Catalog, rules: RuleBook) -> None:
    made = plan(accounts=(account("own-website", type="shop"), account("hologram", type="beam")))
    assert unknown(catalog, rules, made) == []


@pytest.mark.parametrize("cases", [BROKEN, KEPT], ids=["broken", "kept"])
def test_on_a_platform_that_is_unknown_the_rest_of_a_plan_is_still_checked(
    catalog: Catalog, rules: RuleBook, cases: tuple[Case, ...]
) -> None:
    for made, today in (case.example for case in cases):
        lanes = tuple(
            replace(phase, channels=tuple(replace(each, platform="hologram") for each in phase.channels))
            for phase in made.phases
        )
        told = {found.rule for found in findings(catalog, rules, replace(made, phases=lanes), today)}
        assert ("platform-unknown" in told) is any(phase.channels for phase in lanes)
        assert not any(rule.startswith(("option-", "placement-", "links-", "platform-not-")) for rule in told)


@pytest.mark.parametrize("fields", [{"markets": ("USA",)}, {"language": "english"}])
def test_no_fit_is_poor_for_a_word_that_is_unknown(catalog: Catalog, fields: dict[str, object]) -> None:
    novel = Book(id="book", genre="romance", **fields)  # type: ignore[arg-type]
    assert judge_fit(catalog, catalog.platforms["tiktok"], novel).kind is not FitKind.POOR


def test_nobody_is_said_to_be_or_to_read_where_a_word_is_unknown(catalog: Catalog) -> None:
    novel = plan(book=Book(id="book", genre="history", language="klingonese", markets=("ATLANTIS",)))
    fit = explain_fit(catalog, catalog.platforms["wechat"], novel)
    told = " ".join((fit.why, *(reason.text for _, reasons in fit.parts for reason in reasons)))
    assert not any(
        word in told for word in ("ATLANTIS", "klingonese", "the book's markets", "Readers here read")
    )
