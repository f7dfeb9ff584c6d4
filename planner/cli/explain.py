"""``frontlist explain``: why a way of tracking works on a platform, or not."""

from argparse import Namespace
from collections.abc import Iterator

from planner.cli.lookup import find_option, find_platform
from planner.core.catalog import Catalog, Platform
from planner.core.verdicts import judge
from planner.core.words import explain as explain_verdict
from planner.core.words import link_policy, option_name, sources_text


def explain(options: Namespace) -> int:
    """Print the verdict on one option, or on all of them."""
    from planner.storage.catalog_files import load_catalog

    catalog = load_catalog()
    platform = find_platform(catalog, options.platform)
    chosen = [find_option(catalog, options.option)] if options.option is not None else list(catalog.options)
    if options.option is None:
        print(f"{platform.full_name} ({link_policy(catalog, platform)})")
        print(f"    {platform.links.text}\n    {sources_text(platform, [platform.links])}")
    for option in chosen:
        print("\n".join(lines(catalog, platform, option)))
    return 0


def lines(catalog: Catalog, platform: Platform, option: str) -> Iterator[str]:
    """The verdict on an option, as lines of text."""
    words = explain_verdict(catalog, platform, judge(catalog, platform, option))
    yield f"{words.mark} {option_name(catalog, option)}: {words.label}"
    for sentence in (words.reason, words.condition, words.way_on, words.source):
        if sentence:
            yield f"    {sentence}"
