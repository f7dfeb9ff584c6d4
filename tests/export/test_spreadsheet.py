"""The tables: read back by Python's own reader, the same every time, and never run by a spreadsheet."""

import csv
import io
from dataclasses import replace
from datetime import date, time

import pytest
from hypothesis import given, settings

from planner.core.catalog import Catalog
from planner.core.plan import Plan
from planner.core.vocabulary import Promo
from planner.export.outline.context import Context
from planner.export.outline.links import NO_ADDRESS
from planner.export.spreadsheet import LINK_COLUMNS, TASK_COLUMNS, links_csv, tasks_csv
from planner.export.text import clean
from planner.storage.templates import BLANK, SAMPLE, new_plan
from tests.core.build import channel, link, plan, work
from tests.export.hostile import HOSTILE
from tests.strategies import plans

DAY = date(2027, 1, 5)


def context(made: Plan, catalog: Catalog) -> Context:
    return Context(made, catalog, (), DAY)


def rows(written: bytes) -> list[dict[str, str]]:
    """The rows as Python reads them, strictly."""
    text = written.decode("utf-8-sig")
    assert written.startswith(b"\xef\xbb\xbf")
    assert text.endswith("\r\n")
    read = list(csv.reader(io.StringIO(text, newline=""), strict=True))
    assert len({len(row) for row in read}) == 1
    return [dict(zip(read[0], row, strict=True)) for row in read[1:]]


def test_the_sample_has_a_row_for_each_link_and_task(catalog: Catalog) -> None:
    made = new_plan(SAMPLE)
    links, tasks = rows(links_csv(context(made, catalog))), rows(tasks_csv(context(made, catalog)))
    assert [row["Link"] for row in links] == [each.label for c in made.channels for each in c.links]
    assert [row["Task"] for row in tasks] == [each.title for c in made.channels for each in c.activities]
    assert {row["Owner"] for row in tasks} <= {"", *(person.name for person in made.people)}
    assert all(date.fromisoformat(row["Due"]) for row in tasks if row["Due"])


def test_an_empty_plan_has_its_columns(catalog: Catalog) -> None:
    made = replace(new_plan(BLANK), phases=())
    assert links_csv(context(made, catalog)).decode("utf-8-sig") == ",".join(LINK_COLUMNS) + "\r\n"
    assert tasks_csv(context(made, catalog)).decode("utf-8-sig") == ",".join(TASK_COLUMNS) + "\r\n"


def test_days_are_dates_where_the_launch_is_known(catalog: Catalog) -> None:
    own = channel("own-website", activities=(work(due=-28, lead_days=7, hours=1.5),))
    for launch, due in ((date(2027, 5, 5), "2027-04-07"), (None, "")):
        (row,) = rows(tasks_csv(context(plan(own, launch=launch), catalog)))
        assert (row["Due"], row["From launch"], row["Days ahead"], row["Hours"]) == (due, "T-28", "7", "1.5")


def test_work_that_lasts_has_a_last_day_and_only_an_offer_is_one(catalog: Catalog) -> None:
    tasks = (work(due=-31, ends=-29), replace(work(due=-31, ends=-29, promo=Promo.PRICE_CUT), id="cut"))
    made = plan(channel("own-website", activities=tasks), launch=date(2027, 5, 5))
    told = [(row["Ends"], row["Offer"]) for row in rows(tasks_csv(context(made, catalog)))]
    assert told == [("2027-04-06", ""), ("2027-04-06", "price cut, until 6 April 2027")]


def test_what_is_paid_for_and_for_whom_it_is_has_columns(catalog: Catalog) -> None:
    tasks = (work(boosted=True, gifted=False, region="GB"), replace(work(), id="plain"))
    own = channel("own-website", link("page", dynamic_qr=True), activities=tasks, region="US")
    made = context(plan(own), catalog)
    columns = ("Region", "Paid to be shown", "Paid for or a gift")
    told = [tuple(row[name] for name in columns) for row in rows(tasks_csv(made))]
    assert told == [("United Kingdom", "yes", "no"), ("United States", "", "")]
    (row,) = rows(links_csv(made))
    assert row["QR counts its scans"] == "yes"


def test_a_time_of_day_has_its_zone(catalog: Catalog) -> None:
    tasks = (work(due=-28, at=time(10, 30)), replace(work(due=-27), id="any"))
    made = plan(channel("own-website", activities=tasks))
    made = replace(made, author=replace(made.author, time_zone="Europe/London"))
    first, second = rows(tasks_csv(context(made, catalog)))
    assert (first["At"], first["Time zone"]) == ("10:30", "Europe/London")
    assert (second["At"], second["Time zone"]) == ("", "")


def test_a_link_that_cannot_work_is_told_why_and_not_written(catalog: Catalog) -> None:
    (row,) = rows(links_csv(context(plan(channel("xiaohongshu", link("bio", "utm"))), catalog)))
    assert row["Why there is no address"] == catalog.platforms["xiaohongshu"].links.text
    assert (row["Address"], row["Target"]) == ("", "")


@pytest.mark.parametrize("typed", ["www.example.com/book", "javascript:alert(1)", "data:text/html,x"])
def test_what_is_no_address_does_not_stand_as_one(typed: str, catalog: Catalog) -> None:
    (row,) = rows(links_csv(context(plan(channel("own-website", link("page", target=typed))), catalog)))
    assert (row["Address"], row["Why there is no address"]) == ("", NO_ADDRESS)


@pytest.mark.parametrize("text", [*HOSTILE, "+1", "-1", "@SUM(A1)", "\tx", "\r=1", " =1", "＝1", "a\nb", '"'])
def test_text_is_text_and_no_formula(text: str, catalog: Catalog) -> None:
    there = link("page", target=text, address=text, owner=text, notes=text)
    own = channel(
        "own-website", replace(there, label=text), activities=(replace(work(notes=text), title=text),)
    )
    made = context(plan(own), catalog)
    (task,), (row,) = rows(tasks_csv(made)), rows(links_csv(made))
    for read in (task["Task"], task["Notes"], row["Link"], row["Target"], row["Notes"]):
        assert read.removeprefix("'") == clean(text)
        assert not read.lstrip().startswith(("=", "+", "-", "@", "＝"))
        assert not read.startswith(("\t", "\r"))


@settings(max_examples=25)
@given(made=plans)
def test_any_plan_makes_whole_tables(catalog: Catalog, made: Plan) -> None:
    for write in (links_csv, tasks_csv):
        written = write(context(made, catalog))
        rows(written)
        assert write(context(made, catalog)) == written
