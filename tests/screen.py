"""A private virtual screen with a window manager, and a real mouse and keyboard on it."""

import os
import select
import shutil
import subprocess
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

NEEDED = ("Xvfb", "xdotool", "openbox", "xprop", "import")
PATIENCE = 20.0
PAUSE = 0.02

Point = tuple[int, int]


def missing() -> list[str]:
    """The programs that the screen needs and this machine lacks."""
    return [program for program in NEEDED if shutil.which(program) is None]


class Screen:
    """Xvfb and openbox, for as long as the ``with`` lasts."""

    def __init__(self, width: int = 1280, height: int = 800) -> None:
        """Plan a screen of a size, in pixels."""
        self._size = f"{width}x{height}x24"
        self._programs: list[subprocess.Popen[str]] = []
        self._server: subprocess.Popen[str]

    def __enter__(self) -> Self:
        """Start the screen and wait until the window manager is there."""
        reading, writing = os.pipe()
        # Without -noreset Xvfb resets when its last client leaves; a program that starts just then aborts.
        self._server = subprocess.Popen(
            ["Xvfb", "-displayfd", str(writing), "-screen", "0", self._size, "-nolisten", "tcp", "-noreset"],
            pass_fds=[writing],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        os.close(writing)
        number = _first_line(reading)
        if not number:
            self._server.kill()
            raise RuntimeError("Xvfb did not start")
        self.environment = {**os.environ, "DISPLAY": f":{number}", "QT_QPA_PLATFORM": "xcb"}
        self.environment.pop("WAYLAND_DISPLAY", None)
        self.start(["openbox"])
        self.wait(self._is_managed)
        return self

    def __exit__(
        self, _kind: type[BaseException] | None, _error: BaseException | None, _trace: TracebackType | None
    ) -> None:
        """End every program that was started here, the screen last."""
        for program in (*reversed(self._programs), self._server):
            program.terminate()
            try:
                program.wait(10)
            except subprocess.TimeoutExpired:
                program.kill()
                program.wait()
            for pipe in filter(None, (program.stdin, program.stdout)):
                pipe.close()

    def _is_managed(self) -> bool:
        asked = ["xprop", "-root", "_NET_SUPPORTING_WM_CHECK"]
        said = subprocess.run(asked, env=self.environment, capture_output=True, text=True, check=False)
        return "window id" in said.stdout

    def start(self, command: Sequence[str]) -> subprocess.Popen[str]:
        """Start a program on the screen, with pipes to talk to it."""
        program = subprocess.Popen(
            command,
            env=self.environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        self._programs.append(program)
        return program

    @staticmethod
    def wait(condition: Callable[[], bool]) -> None:
        """Wait until a condition holds; raises TimeoutError when it never does."""
        end = time.monotonic() + PATIENCE
        while not condition():
            if time.monotonic() > end:
                raise TimeoutError("what was waited for did not happen")
            time.sleep(PAUSE)

    def _do(self, *words: object) -> None:
        subprocess.run(["xdotool", *map(str, words)], env=self.environment, check=True, capture_output=True)

    def drag(self, start: Point, end: Point) -> None:
        """Press, leave the drag threshold, travel, rest, release."""
        self._do("mousemove", *start)
        self._do("mousedown", 1)
        self._do("mousemove", start[0] + 12, start[1] + 2)
        for step in range(1, 11):
            across, down = (round(a + (b - a) * step / 10) for a, b in zip(start, end, strict=True))
            self._do("mousemove", across, down)
            time.sleep(PAUSE)
        time.sleep(5 * PAUSE)
        self._do("mouseup", 1)

    def click(self, at: Point, *, holding: str = "") -> None:
        """Press and release the left button, with a key held down such as ``ctrl``."""
        keys = (["keydown", holding], ["keyup", holding]) if holding else ([], [])
        self._do("mousemove", *at, *keys[0], "click", 1, *keys[1])

    def key(self, *names: str) -> None:
        """Press keys, such as ``alt+Down``, one after the other."""
        self._do("key", *names)

    def picture(self, path: Path) -> None:
        """Write what is on the screen as an image file."""
        subprocess.run(["import", "-window", "root", str(path)], env=self.environment, check=True)


def _first_line(pipe: int) -> str:
    """What a pipe says up to its first line end, or as much as comes in time."""
    said = b""
    while not said.endswith(b"\n") and select.select([pipe], [], [], PATIENCE)[0]:
        said += os.read(pipe, 32)
    os.close(pipe)
    return said.decode().strip()
