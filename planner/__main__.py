"""Window or command line: the one way in."""

import atexit
import gc
import sys
from collections.abc import Sequence

from planner import __version__
from planner.press import WORKER

COMMANDS = ("new", "check", "export", "platforms", "explain", "suggest", "schema", "catalog")
HELP = ("-h", "--help", "help")
INTERRUPTED = 130
# A command is over before there is garbage worth looking for, and looking takes a tenth of its time; so
# does Python's own last look at its end, which what is frozen is spared.
RARELY = 100_000


def main(arguments: Sequence[str] | None = None) -> int:
    """Run what the arguments ask for, and return the exit code."""
    try:
        return _run(sys.argv[1:] if arguments is None else arguments)
    except KeyboardInterrupt:
        print("Stopped.", file=sys.stderr)
        return INTERRUPTED


def _run(arguments: Sequence[str]) -> int:
    first = arguments[0] if arguments else ""
    if first == "--version":
        return _print_version()
    if first == WORKER:
        from planner.press.worker import work

        return work()
    if first in COMMANDS or first in HELP or (first.startswith("-") and len(first) > 1):
        gc.set_threshold(RARELY)
        atexit.register(gc.freeze)
        from planner.cli import run

        return run(arguments)
    if first == "self-test":
        from planner.self_test import self_test

        return self_test()
    if first and not _can_be_opened(first):
        return 2
    from planner.app import run as run_window

    return run_window(arguments)


def _print_version() -> int:
    try:
        print(f"Frontlist {__version__}", flush=True)
    except OSError as error:
        from planner.cli import output_failed

        return output_failed(error)
    return 0


def _can_be_opened(name: str) -> bool:
    from pathlib import Path

    from planner.storage.errors import reason, shown

    try:
        Path(name).stat()
    except FileNotFoundError:
        commands = ", ".join((*COMMANDS, "self-test"))
        way_out = f"name a plan to open, or one of {commands}"
        print(f"“{shown(name)}” is neither a file nor a command; {way_out}.", file=sys.stderr)
    except (OSError, ValueError) as error:
        print(f"“{shown(name)}” cannot be opened: {reason(error)}; choose another file.", file=sys.stderr)
    else:
        return True
    return False


if __name__ == "__main__":
    sys.exit(main())
