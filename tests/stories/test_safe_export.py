"""An export is made of the plan and nothing else: no file, no address, no setting of the user's gets in."""

import os
import re
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import fields, replace
from datetime import date
from html import unescape
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from pypdf import PdfReader

from planner.core.plan import Comp, Node, Plan
from planner.export.choices import Choices
from planner.export.formats import FORMATS
from planner.press.make import Maker
from planner.press.orders import Order
from planner.storage.plan_file import save_plan
from planner.storage.templates import SAMPLE, template_path
from tests.export.everything import everything

DAY = date(2027, 1, 5)
ROOT = Path(__file__).parents[2]
KEPT = {"id", "owner", "platform", "placement", "options", "tracking", "language", "currency", "extract"}
SPY = """
import sys
from pathlib import Path

trap, log = Path(sys.argv[1]), open(sys.argv[2], "w", buffering=1)

def spy(event, arguments):
    if event == "open" and isinstance(arguments[0], (str, bytes)) and str(trap) in str(arguments[0]):
        log.write(f"open {arguments[0]}\\n")
    if event.startswith(("socket.", "subprocess.", "os.system", "os.exec", "os.spawn", "urllib.",
                         "webbrowser.", "ftplib.", "http.", "smtplib.")):
        log.write(f"{event} {arguments}\\n")

sys.addaudithook(spy)
from planner.__main__ import main
sys.exit(main(sys.argv[3:]))
"""


def hostile(node: Any, text: str) -> Any:
    """A record with this text in every field that takes one, and in all below it."""
    values: dict[str, Any] = {}
    for field in fields(node):
        value = getattr(node, field.name)
        if field.name in KEPT:
            continue
        if type(value) is str:
            values[field.name] = text
        elif isinstance(value, Node | Comp):
            values[field.name] = hostile(value, text)
        elif isinstance(value, tuple):
            values[field.name] = tuple(
                hostile(each, text) if isinstance(each, Node | Comp) else text if type(each) is str else each
                for each in value
            )
    return replace(node, **values)


def attacks(trap: Path) -> str:
    """Texts that would have a file read, an address fetched or a script run, were they more than text."""
    there = trap / "secret.png"
    return "\n".join(
        (
            f'<img src="{there}"/><img src="file://{there}"/> ![x]({there}) {there}',
            f'<img src="http://127.0.0.1:9/x.png"/> <link href="http://127.0.0.1:9/a"> @import url({there});',
            "[a](javascript:alert(1)) <a href='javascript:alert(2)'>b</a> file:///etc/passwd \\\\host\\share",
            f"{{{{config}}}} ${{7*7}} \\input{{{there}}} <!ENTITY x SYSTEM '{there}'> &x;",
            "<evalString>1</evalString> <seq id='a'/> <unichar code='65'/>",
            "<onDraw name='f'/> <para> </b> <br> <index/> [[x]](fuzz{y}) \x1b[31m \u202e \ufffe",
        )
    )


def run(arguments: list[str], folder: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    environment: Mapping[str, str] = {**os.environ, "PYTHONPATH": str(ROOT), **variables}
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=folder,
        env=environment,
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )


@pytest.fixture(scope="module")
def trap(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder in which nothing may be opened."""
    folder = tmp_path_factory.mktemp("trap")
    (folder / "secret.png").write_bytes(b"\x89PNG\r\n\x1a\n secret")
    return folder


@pytest.fixture(scope="module")
def plan(trap: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    made: Plan = hostile(everything(), attacks(trap))
    path = tmp_path_factory.mktemp("plan") / "hostile.frontlist"
    save_plan(path, made)
    return path


@pytest.mark.parametrize("format", FORMATS.values(), ids=FORMATS)
def test_no_text_of_a_plan_opens_a_file_or_an_address(
    format: Any, plan: Path, trap: Path, tmp_path: Path
) -> None:
    out, log = tmp_path / f"out{format.ending}", tmp_path / "log"
    done = run(["-c", SPY, str(trap), str(log), "export", str(plan), "-o", str(out)], tmp_path)
    assert done.returncode == 0, done.stderr
    assert log.read_text() == ""
    assert out.stat().st_size > 500


def test_the_spy_would_have_seen_it(trap: Path, tmp_path: Path) -> None:
    log = tmp_path / "log"
    spied = SPY.replace("from planner.__main__ import main", "import socket; socket.socket()").replace(
        "sys.exit(main(sys.argv[3:]))", "open(trap / 'secret.png')"
    )
    run(["-c", spied, str(trap), str(log)], tmp_path)
    assert "socket." in log.read_text()
    assert "secret.png" in log.read_text()


def test_settings_of_reportlab_are_neither_run_nor_followed(tmp_path: Path) -> None:
    mark = tmp_path / "run"
    code = f"open({str(mark)!r}, 'a').write('run')\nuseA85 = 1\ninvariant = 0\n"
    home, path = tmp_path / "home", tmp_path / "path"
    for folder in (home, path):
        folder.mkdir()
    for name in ("reportlab_settings", "reportlab_mods"):
        (home / f".{name}").write_text(code)
        (path / f"{name}.py").write_text(code)
    order = ["-m", "planner", "export", str(template_path(SAMPLE)), "--date", "2027-01-05", "-o"]
    plain = run([*order, str(tmp_path / "plain.pdf")], tmp_path)
    swayed = run(
        [*order, str(tmp_path / "swayed.pdf")],
        path,
        HOME=str(home),
        USERPROFILE=str(home),
        PYTHONPATH=f"{path}{os.pathsep}{ROOT}",
        RL_useA85="1",
        RL_invariant="0",
        RL_trustedHosts="*",
        RL_defaultPageSize="nowhere",
        RL_pageCompression="x",
    )
    assert (plain.returncode, swayed.returncode) == (0, 0), swayed.stderr
    assert not mark.exists()
    assert (tmp_path / "plain.pdf").read_bytes() == (tmp_path / "swayed.pdf").read_bytes()


BAD = (
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "file:///etc/passwd",
    "\\\\host\\share\\a.exe",
    "//host/share",
    "data:text/html,<script>alert(1)</script>",
    "vbscript:msgbox(1)",
    "ftp://host/a",
    "smb://host/share",
    "ms-word:ofe|u|https://host.example/a",
    "http:\\\\host",
    "https://user:secret@host.example/",
    "https://host.example/\u202egpj.exe",
    "#nowhere",
    "pdf:/etc/x.pdf",
)


def actions(pdf: Path) -> list[tuple[str, str]]:
    """What a click on each link of a PDF does."""
    found = []
    for page in PdfReader(pdf).pages:
        for note in page.get("/Annots", ()):
            does = note.get_object().get("/A", {})
            found.append((str(does.get("/S", "")), str(does.get("/URI", ""))))
    return found


def misleading() -> Plan:
    """A plan whose links, and whose author, lead where they may not."""
    made = everything()
    first, *others = made.phases
    channel, *more = first.channels
    links = tuple(replace(channel.links[0], id=f"bad{n}", address=bad) for n, bad in enumerate(BAD))
    phase = replace(first, channels=(replace(channel, links=links), *more))
    author = replace(made.author, website=BAD[0], email=BAD[2])
    return replace(made, phases=(phase, *others), author=author)


def test_no_link_leads_anywhere_but_to_the_web_or_to_mail(tmp_path: Path) -> None:
    plan = misleading()
    pages = {}
    for id in ("pdf", "html", "markdown", "word"):
        path = tmp_path / f"out{FORMATS[id].ending}"
        Maker().make(Order(plan, Choices(), DAY, path, id), lambda _share: None, lambda: False)
        pages[id] = path
    assert all(kind in ("", "/URI", "/GoTo") for kind, _ in actions(pages["pdf"]))
    with ZipFile(pages["word"]) as word:
        relations = word.read("word/_rels/document.xml.rels").decode()
    html, markdown = pages["html"].read_text("utf-8"), pages["markdown"].read_text("utf-8")
    links = [
        *(address for _, address in actions(pages["pdf"]) if address),
        *(unescape(link) for link in re.findall(r'href="([^"#][^"]*)"', html)),
        *re.findall(r"\]\(<([^>]*)>\)", markdown),
        *re.findall(r'Target="([^"]*)" TargetMode="External"', relations),
    ]
    assert all(source.startswith("data:image/") for source in re.findall(r'src="([^"]*)"', html))
    assert links
    assert [link for link in links if not re.match(r"https?://[\w.-]+(/|\?|$)|mailto:[^:]+@", link)] == []
    assert not any("host.example" in link and "@" in link for link in links)
