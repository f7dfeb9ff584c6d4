"""Window or command line: the one way in."""

import sys
from collections.abc import Sequence

from planner import __version__

COMMANDS = ("new", "check", "export", "platforms", "explain", "schema")
HELP = ("-h", "--help", "help")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run what the arguments ask for, and return the exit code."""
    arguments = sys.argv[1:] if arguments is None else arguments
    first = arguments[0] if arguments else ""
    if first == "--version":
        print(f"Frontlist {__version__}")
        return 0
    if first in COMMANDS or first in HELP or (first.startswith("-") and len(first) > 1):
        from planner.cli import run

        return run(arguments)
    if first == "self-test":
        from planner.self_test import self_test

        return self_test()
    if first and not _can_be_opened(first):
        return 2
    from planner.app import run as run_window

    return run_window(arguments)


def _can_be_opened(name: str) -> bool:
    from pathlib import Path

    if Path(name).exists():
        return True
    commands = ", ".join((*COMMANDS, "self-test"))
    print(
        f"“{name}” is neither a file nor a command; name a plan to open, or one of {commands}.",
        file=sys.stderr,
    )
    return False


if __name__ == "__main__":
    sys.exit(main())
