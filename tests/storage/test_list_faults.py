"""Every fault of a list, and of the rules of the trade, is named with its line and how to mend it."""

from pathlib import Path

import pytest

from planner.core.resources import resource
from planner.storage.catalog_check.check import check_catalog
from planner.storage.catalog_check.strict_files import FileFault
from planner.storage.catalog_check.trade_rules import trade_rules
from tests.storage.planted import alone, broken


@pytest.mark.parametrize(
    ("file", "old", "new", "says"),
    [
        ("kinds", "kinds = [", "sorts = [", "there is no table called “sorts”"),
        ("kinds", 'name = "Video"', "name = 3", "the value must be a text in quotes"),
        ("traits", 'id = "store", text = ', 'id = "store", words = ', "there is no field called “words”"),
        ("copy", "bare_codes =", "barred_codes =", "there is no field called “barred_codes”"),
        ("efforts", "hours = 2", "hours = nan", "a number that is not endless"),
        ("genres", 'id = "nonfiction"', 'id = "fiction"', "“fiction” stands here a second time"),
        ("genres", 'parent = "romance"', 'parent = "love"', "there is no genre “love”"),
        ("regions", 'within = ["WORLD"]', 'within = ["MOON"]', "there is no region “MOON”"),
        ("regions", 'gateway = "', 'gateway = "no-', "there is no platform “no-"),
        ("tracking", 'home = "own-website"', 'home = "own-web"', "there is no platform “own-web”"),
        ("mediums", 'kinds = ["newsletter"]', 'kinds = ["letter"]', "there is no kind “letter”"),
        ("efforts", "share = 0.", "share = 9.", "`share` is more than the whole"),
        ("efforts", 'id = "newsletter"', 'id = "letter"', "there is no kind “letter”"),
        ("editions", 'id = "hardback"', 'id = "scroll"', "there is no edition “scroll”"),
        ("promotions", 'id = "featured deal"', 'id = "deal"', "there is no kind of promotion “deal”"),
        ("placements", 'medium = "print"', 'medium = "paper"', "there is no medium “paper”"),
        (
            "genres",
            'id = "fiction", name',
            'id = "fiction", parent = "romance", name',
            "“fiction” lies within itself",
        ),
        ("regions", 'id = "WORLD"', 'id = "WORLD", within = ["EU"]', "“WORLD” lies within itself"),
        ("kinds", "kinds = [", "kinds = []\nrows = [", "the list is empty"),
        ("labels", 'labels = ["', 'labels = [] # "', "`labels` is empty"),
        ("apps", 'names = ["Kobo"]', 'names = ["Kobo", ""]', "`names` holds something empty"),
        ("retailers", '"amazon.co.uk", ', '"amazon co uk", ', "“amazon co uk” is no domain"),
        ("retailers", '"amazon.co.uk" =', '"amazon.co.ukk" =', "no domain of the shop “amazon.co.ukk”"),
        ("retailers", '"amazon.fr" = ["BE"]', '"amazon.frr" = ["BE"]', "no domain of the shop “amazon.frr”"),
        ("retailers", '= ["BE"]', '= ["BEE"]', "there is no region “BEE”"),
        ("retailers", '["bookshop.org/a"]', '["bookshop.com/a"]', "no domain of the shop “bookshop.com”"),
        ("retailers", '= "GB"', '= "GBB"', "there is no region “GBB”"),
        ("retailers", "affiliates_from = ", "affiliates_from = -", "`affiliates_from` is below nothing"),
        ("sites", 'domains = ["inkitt.com"]', 'domains = [""]', "`domains` holds something empty"),
        ("sites", 'domains = ["royalroad.com"]', 'domains = ["inkitt.com"]', "stands at “inkitt” already"),
        ("mail_services", 'name = "Kit"', 'shelf_months = -1\nname = "Kit"', "the shelf life is shorter"),
        ("mail_services", "checked = 2026", "checked = 2926", "the day is still to come"),
        ("mail_services", "affiliate marketing.", "affiliate marketing", "no whole sentence"),
        ("labels", 'url = "http', 'url = "hppt', "is no web address"),
        (
            "labels",
            'sources = [{ title = "Ad marking law"',
            'sources = [] # "',
            "`sources` is empty",
        ),
        ("labels", 'as_of = "2026"', 'as_of = "2999-01"', "“2999-01” is still to come"),
        ("mail_services", "sources = [{ ", 'sources = [{ as_of = "lately", ', "is no year, month or day"),
    ],
)
def test_a_fault_of_a_list_is_named(tmp_path: Path, file: str, old: str, new: str, says: str) -> None:
    folder = alone(f"lists/{file}", tmp_path)
    faults, line = broken(folder, f"lists/{file}", old, new)
    named = [fault for fault in faults if says in fault.says]
    assert [(fault.file, fault.line) for fault in named] == [(folder / f"lists/{file}.toml", line)], faults


def test_a_list_that_is_empty_is_named(tmp_path: Path) -> None:
    path = alone("lists/genres", tmp_path) / "lists" / "genres.toml"
    path.write_text("", "utf-8")
    faults = check_catalog(tmp_path, resource())
    assert faults == [FileFault(path, 1, "the list is empty", "begin it with “genres”")]


def test_a_list_that_is_missing_is_named(tmp_path: Path) -> None:
    path = alone("lists/genres", tmp_path) / "lists" / "kinds.toml"
    missing = check_catalog(tmp_path, tmp_path)
    assert FileFault(path, 1, "the list is missing", "put it there") in missing
    assert check_catalog(tmp_path, resource()) == []


@pytest.mark.parametrize(
    ("listed", "ids", "says"),
    [
        ('rows = [{ id = "R01", about = "A", says = "tip", breaks = {}, keeps = {} }]', ["R01"], []),
        ('rows = [{ id = "R01", says = "tip", breaks = {}, keeps = {} }]', [], ["“about” is missing"]),
        ("rows = [", [], ["this is no TOML"]),
    ],
)
def test_rules_of_the_trade_are_known_where_they_are_listed(
    tmp_path: Path, listed: str, ids: list[str], says: list[str]
) -> None:
    faults: list[FileFault] = []
    assert trade_rules(tmp_path, faults) == []
    (tmp_path / "rules.toml").write_text(listed, "utf-8")
    assert [row.id for row in trade_rules(tmp_path, faults)] == ids
    assert [part in fault.says for part, fault in zip(says, faults, strict=True)] == [True] * len(says)
