"""What is wrong in the list of apps and shops: names that stand twice, and words that hide nothing."""

from collections.abc import Iterator, Sequence

from planner.core.catalog_lists import App
from planner.core.copy_scan.folding import fold
from planner.core.copy_scan.patterns import every
from planner.storage.catalog_check.fault import Fault


def app_faults(apps: Sequence[App]) -> Iterator[Fault]:
    """Everything that is wrong with the apps, each at its place in the list."""
    seen: dict[str, str] = {}
    for n, app in enumerate(apps):
        names = tuple(every((*app.names, *app.evasions, *app.proper, *app.initials, *app.words)))
        if not names:
            yield Fault(("apps", n, "id"), f"the app “{app.id}” has no name", "give it `names` or `words`")
        for name in dict.fromkeys(names):
            owner = seen.setdefault(name, app.id)
            if owner != app.id:
                says = f"“{name}” stands at “{owner}” already"
                yield Fault(("apps", n, "id"), says, "name it once, at the app that it means")
        folded = [fold(name).signs for name in names] if app.not_in else []
        for word in every(app.not_in):
            signs = fold(word).signs
            if not any(name in signs for name in folded):
                says = f"“{word}” holds no name of “{app.id}”"
                yield Fault(("apps", n, "not_in"), says, "drop it, or correct it")
