"""How well platforms suit a plan's book, on the command line."""

import json

import pytest

from planner.cli import run
from planner.core.catalog import Catalog
from planner.core.fit import FitKind
from planner.core.fit_words import ORDER, explain_fit
from planner.storage.templates import SAMPLE, shipped, template_path

FILE = str(template_path(SAMPLE))


def said(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    assert run(arguments) == 0
    return capsys.readouterr().out


def test_an_author_asks_why_a_platform_suits_or_not(
    catalog: Catalog, capsys: pytest.CaptureFixture[str]
) -> None:
    printed = said(capsys, "explain", "xiaohongshu", "--plan", FILE)
    words = explain_fit(catalog, catalog.platforms["xiaohongshu"], shipped(SAMPLE))
    assert f"{words.mark} {words.label}\n    {words.why}\n    Speaks for it:\n" in printed
    for _, reasons in words.parts:
        for reason in reasons:
            assert f"      - {reason.text} {reason.source}".rstrip() in printed
    assert "fit for this book" not in said(capsys, "explain", "xiaohongshu")


def test_the_best_fit_comes_first_and_the_order_is_explained(
    catalog: Catalog, capsys: pytest.CaptureFixture[str]
) -> None:
    order, *lines = said(capsys, "platforms", "--plan", FILE, "--sort", "fit").splitlines()
    assert order == ORDER
    kinds = [line.rpartition(" · ")[2] for line in lines if not line.startswith(" ")]
    assert len(kinds) == len(catalog.platforms)
    assert list(dict.fromkeys(kinds)) == [FitKind.STRONG, FitKind.POSSIBLE, FitKind.POOR]
    assert kinds == sorted(kinds, key=lambda kind: list(FitKind).index(FitKind(kind)))


def test_json_brings_every_reason_with_its_source(
    catalog: Catalog, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = json.loads(said(capsys, "platforms", "--plan", FILE, "--format", "json", "--sort", "fit"))
    for row in rows:
        words = explain_fit(catalog, catalog.platforms[row["id"]], shipped(SAMPLE))
        assert row["fit"]["verdict"] == words.kind
        assert row["fit"]["why"] == words.why
        assert [each["text"] for each in row["fit"]["against"]] == [r.text for r in words.speaks_against]
        assert all(each["source"] for each in (*row["fit"]["for"], *row["fit"]["against"]))
        assert row["fit"]["changes"] == list(words.changes)


def test_without_a_plan_nothing_is_said_of_a_book(capsys: pytest.CaptureFixture[str]) -> None:
    told = [row["fit"] for row in json.loads(said(capsys, "platforms", "--format", "json"))]
    assert not [each["why"] for each in told if "the book is" in each["why"]]
    assert any("Say in the brief which language the book is in." in each["changes"] for each in told)
