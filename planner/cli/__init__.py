"""The command line: everything that needs no display."""

import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from planner.cli.errors import UserError
from planner.cli.parser import parse


def run(arguments: Sequence[str]) -> int:
    """Run a command and return its exit code: 0, 1 where there are findings, 2 where something is refused."""
    from planner.core.platforms import FaultyCatalogError
    from planner.storage.errors import PlanFileError

    _replace_unprintable()
    try:
        options = parse(arguments)
        code: int = options.command(options)
        if sys.stdout:
            sys.stdout.flush()
    except (UserError, PlanFileError, FaultyCatalogError) as error:
        print(error, file=sys.stderr)
        return 2
    except OSError as error:
        return program_file_failed(error) if error.filename else output_failed(error)
    return code


def program_file_failed(error: OSError) -> int:
    """The exit code where a file that the program brings cannot be used, and which one that is."""
    from planner.storage.errors import reason, shown

    name = shown(Path(str(error.filename)).name)
    print(f"The program's file “{name}” cannot be used: {reason(error)}; install it anew.", file=sys.stderr)
    return 2


def output_failed(error: OSError) -> int:
    """The exit code where nothing more can be printed: 0 where the reader has gone, else 2 and why."""
    from planner.storage.errors import reason

    with suppress(OSError, ValueError):
        # What is still to be flushed at the end would fail again, and be reported.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    if isinstance(error, BrokenPipeError):
        return 0
    print(f"The output cannot be written: {reason(error)}; send it to another place.", file=sys.stderr)
    return 2


def _replace_unprintable() -> None:
    """Print any script on any console, with a substitute where the console cannot."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure:
            reconfigure(errors="replace")
