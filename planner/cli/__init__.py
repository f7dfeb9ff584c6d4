"""The command line: everything that needs no display."""

import sys
from collections.abc import Sequence

from planner.cli.errors import UserError
from planner.cli.parser import parse


def run(arguments: Sequence[str]) -> int:
    """Run a command and return its exit code: 0, 1 where there are findings, 2 where something is refused."""
    from planner.storage.errors import PlanFileError

    _speak_utf8()
    try:
        options = parse(arguments)
        code: int = options.command(options)
    except (UserError, PlanFileError) as error:
        print(error, file=sys.stderr)
        return 2
    except BrokenPipeError:
        sys.stderr.close()
        return 0
    return code


def _speak_utf8() -> None:
    """Print any script on any console, with a substitute where the console cannot."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure:
            reconfigure(errors="replace")
