"""What a command refuses, in one plain sentence."""

from collections.abc import Iterable


class UserError(Exception):
    """Something the user asked for that cannot be done; its text says what, where and the way out."""


def unknown_name(kind: str, name: str, known: Iterable[str]) -> UserError:
    """A name that nothing has, with the nearest ones that there are."""
    from difflib import get_close_matches

    from planner.storage.errors import shown

    by_folded = {each.casefold(): each for each in known}
    near = [by_folded[n] for n in get_close_matches(name.casefold(), by_folded, n=3, cutoff=0.4)]
    choices = near or sorted(by_folded.values())[:10]
    hint = "Nearest" if near else "There are"
    return UserError(f"There is no {kind} “{shown(name)}”. {hint}: {', '.join(choices)}.")
