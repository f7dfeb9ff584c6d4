"""An author builds a plan in a real window, with a real mouse and then with the keyboard alone."""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from planner.__main__ import main
from tests import screen
from tests.screen import Screen

pytestmark = pytest.mark.skipif(
    bool(screen.missing()) and "CI" not in os.environ, reason=f"this machine lacks {screen.missing()}"
)

State = dict[str, Any]


class Driven:
    """The program on the screen, and what it says of itself."""

    def __init__(self, on: Screen, plan: Path, folder: Path) -> None:
        """Start it on a plan, and wait until the plan is on the board."""
        self.screen = on
        self._program: subprocess.Popen[str] = on.start(
            [sys.executable, "-m", "tests.gui.driven", str(plan), str(folder)]
        )
        self.until(lambda state: state["ready"] and bool(state["platforms"]))

    def state(self) -> State:
        """What is where now, and what the plan holds."""
        assert self._program.stdin
        assert self._program.stdout
        self._program.stdin.write("state\n")
        self._program.stdin.flush()
        found: State = json.loads(self._program.stdout.readline())
        return found

    def until(self, wanted: Callable[[State], bool]) -> State:
        """The state as soon as it is as wanted."""
        self.screen.wait(lambda: wanted(self.state()))
        return self.state()


@pytest.fixture
def driven(tmp_path: Path) -> Iterator[Driven]:
    """The real window on an empty plan of four phases."""
    plan = tmp_path / "plan.frontlist"
    assert main(["new", "--title", "The Salt Road", "-o", str(plan)]) == 0
    with Screen() as on:
        yield Driven(on, plan, tmp_path)


def test_platforms_are_dragged_to_lanes_and_cards_between_lanes(driven: Driven) -> None:
    at = driven.state()
    first, second, *_ = at["platforms"]
    foundation, _, launch, _ = at["lanes"]

    driven.screen.drag(at["platforms"][first], at["lanes"][foundation])
    driven.until(lambda now: now["plan"][foundation] == [first])
    driven.screen.drag(at["platforms"][second], at["lanes"][foundation])
    at = driven.until(lambda now: len(now["plan"][foundation]) == 2 and len(now["cards"]) == 2)
    assert at["modified"]

    card = next(iter(at["cards"]))
    driven.screen.drag(at["cards"][card], at["lanes"][launch])
    at = driven.until(lambda now: len(now["plan"][launch]) == 1)
    assert at["plan"][foundation] == [second]
    assert at["undo"].startswith("Move")

    driven.screen.key("ctrl+z", "ctrl+z", "ctrl+z")
    at = driven.until(lambda now: not now["modified"])
    assert not any(at["plan"].values())


def test_several_are_dragged_at_once_and_put_in_order(driven: Driven) -> None:
    at = driven.state()
    first, second, third, *_ = at["platforms"]
    foundation, pre_launch, *_ = at["lanes"]

    driven.screen.click(at["platforms"][first])
    driven.screen.click(at["platforms"][third], holding="ctrl")
    driven.screen.drag(at["platforms"][first], at["lanes"][foundation])  # not third: a double click
    driven.until(lambda now: now["plan"][foundation] == [first, third])
    driven.screen.drag(at["platforms"][second], at["lanes"][foundation])
    at = driven.until(lambda now: len(now["plan"][foundation]) == 3 and len(now["cards"]) == 3)

    top, *_, last = sorted(at["cards"], key=lambda id: at["cards"][id][1])
    across, down = at["cards"][top]
    driven.screen.drag(at["cards"][last], (across, down - 15))
    at = driven.until(lambda now: now["plan"][foundation][0] == second)
    assert at["plan"][foundation] == [second, first, third]

    top, *_, last = sorted(at["cards"], key=lambda id: at["cards"][id][1])
    driven.screen.click(at["cards"][top])
    driven.screen.click(at["cards"][last], holding="ctrl")
    at = driven.until(lambda now: len(now["selection"]) == 2)
    driven.screen.drag(at["cards"][top], at["lanes"][pre_launch])
    at = driven.until(lambda now: len(now["plan"][pre_launch]) == 2)
    assert at["plan"][foundation] == [first]
    driven.screen.key("ctrl+z")
    driven.until(lambda now: len(now["plan"][foundation]) == 3)


def test_the_same_by_keyboard_alone(driven: Driven) -> None:
    keys = driven.screen.key
    at = driven.state()
    foundation, pre_launch, *_ = at["plan"]

    keys("ctrl+f")
    for letter in "tiktok":
        keys(letter)
    driven.until(lambda now: "tiktok" in now["platforms"] and len(now["platforms"]) < 5)
    keys("Down", "Return")
    at = driven.until(lambda now: now["plan"][foundation] == ["tiktok"])

    keys("F6")
    driven.until(lambda now: bool(now["selection"]))
    keys("alt+Right")
    driven.until(lambda now: now["plan"][pre_launch] == ["tiktok"])
    keys("ctrl+s")
    driven.until(lambda now: not now["modified"])
    keys("Delete")
    driven.until(lambda now: not any(now["plan"].values()))
    keys("ctrl+z")
    driven.until(lambda now: now["plan"][pre_launch] == ["tiktok"])
