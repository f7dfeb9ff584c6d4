"""The command line under hostile names, places and streams: one plain sentence, exit code 2, nothing lost."""

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from planner import __main__ as program
from planner.__main__ import main
from planner.storage.format import REVISION
from planner.storage.templates import SAMPLE, template_path

LONG = "n" * 300
FULL = Path("/dev/full")


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    path = tmp_path / "sample.frontlist"
    path.write_bytes(template_path(SAMPLE).read_bytes())
    return path


def said(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    """The one sentence with which a command is refused."""
    assert main(arguments) == 2
    sentence = capsys.readouterr().err
    assert sentence.endswith(".\n")
    assert sentence.count("\n") == 1
    assert sentence.strip().isprintable()
    assert len(sentence) < 500
    return sentence


@pytest.mark.parametrize(
    "arguments",
    [
        ("new", "-o", f"{LONG}.frontlist"),
        ("new", "-o", "."),
        ("new", "--template", "a\nb\x1b[31m" * 900, "-o", "x"),
        ("new", "--launch", "\x1b[31m", "-o", "x"),
        ("check", "x", "one\ntoo many"),
        ("explain", "x" * 100_000),
        ("explain", "a\nb\x1b[31m"),
        ("explain", "tiktok", ""),
        ("export", "x", "-o", ""),
        ("no\nsuch",),
        (LONG,),
    ],
    ids=lambda arguments: " ".join(arguments)[:30].encode("unicode_escape").decode(),
)
def test_an_odd_name_is_refused_in_one_line(
    arguments: Sequence[str], capsys: pytest.CaptureFixture[str]
) -> None:
    said(capsys, *arguments)


def test_a_folder_is_not_taken_for_a_file(
    sample: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = {*tmp_path.iterdir()}
    for command in (("new",), ("export", str(sample)), ("suggest", str(sample))):
        assert "names a folder" in said(capsys, *command, "-o", f"{tmp_path / 'books.pdf'}{os.sep}")
    assert {*tmp_path.iterdir()} == before


@pytest.mark.skipif(os.name == "nt", reason="links need a privilege there")
def test_a_plan_is_never_overwritten_by_its_own_document(
    sample: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = sample.read_bytes()
    link = sample.with_name("link.pdf")
    link.symlink_to(sample)
    assert "is the plan itself" in said(capsys, "export", str(sample), "-o", str(link))
    plan = sample.rename(sample.with_name("plan.pdf"))
    assert "is the plan itself" in said(capsys, "export", str(plan), "-o", str(plan))
    assert plan.read_bytes() == before


@pytest.mark.skipif(os.name == "nt", reason="links need a privilege there")
def test_a_link_that_leads_in_a_circle_is_refused(sample: Path, capsys: pytest.CaptureFixture[str]) -> None:
    one, two, plan = (sample.with_name(name) for name in ("one.pdf", "two.pdf", "plan.frontlist"))
    one.symlink_to(two)
    two.symlink_to(one)
    plan.symlink_to(one)
    for command in (("new", "-o", str(plan)), ("export", str(sample), "-o", str(one)), ("check", str(one))):
        assert "leads in a circle" in said(capsys, *command)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may look everywhere")
def test_a_folder_that_may_not_be_looked_into_is_named(
    sample: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    closed = tmp_path / "closed"
    closed.mkdir(mode=0)
    try:
        for command in (("new", "-o", str(closed / "x")), (str(closed / "x"),)):
            assert "you have no permission" in said(capsys, *command)
    finally:
        closed.chmod(0o700)


@pytest.mark.skipif(not FULL.exists(), reason="needs a device that is always full")
@pytest.mark.parametrize("arguments", [("--version",), ("schema",), ("platforms",), ("explain", "tiktok")])
def test_output_that_cannot_be_written_is_told(arguments: Sequence[str]) -> None:
    with FULL.open("w") as full:
        ended = run(arguments, full.fileno())
    assert ended.returncode == 2
    assert ended.stderr == "The output cannot be written: the disk is full; send it to another place.\n"


@pytest.mark.skipif(os.name == "nt", reason="pipes end in another way there")
@pytest.mark.parametrize("arguments", [("--version",), ("platforms",)])
def test_a_reader_that_has_gone_is_no_error(arguments: Sequence[str]) -> None:
    read_end, write_end = os.pipe()
    os.close(read_end)
    try:
        ended = run(arguments, write_end)
    finally:
        os.close(write_end)
    assert (ended.returncode, ended.stderr) == (0, "")


def run(arguments: Sequence[str], out: int) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "planner", *arguments]
    return subprocess.run(command, stdout=out, stderr=subprocess.PIPE, encoding="utf-8", check=False)


def test_an_interrupt_ends_it_without_a_trace(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(_arguments: Sequence[str]) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(program, "_run", interrupted)
    assert main(["check"]) == program.INTERRUPTED
    assert capsys.readouterr().err == "Stopped.\n"


@pytest.mark.parametrize("day", ["9999-12-31", "9999-12-01", "0001-01-01"])
def test_a_launch_at_the_end_of_time_is_exported(day: str, sample: Path) -> None:
    text = sample.read_text("utf-8")
    launch = '"launch": "'
    start = text.index(launch) + len(launch)
    sample.write_text(text[:start] + day + text[start + 10 :], "utf-8")
    assert main(["export", str(sample), "-o", str(sample.with_suffix(".pdf"))]) == 0


def test_verdicts_for_a_plan_come_with_the_notices_of_its_file(
    sample: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    newer = sample.read_text("utf-8").replace(f'"revision": {REVISION}', f'"revision": {REVISION + 1}', 1)
    sample.write_text(newer, "utf-8")
    assert main(["platforms", "--plan", str(sample)]) == 0
    assert "which is newer" in capsys.readouterr().err
