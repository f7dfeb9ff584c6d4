"""Checks of a channel's copy and tasks against what the platform removes or punishes."""

from collections.abc import Iterator, Mapping
from functools import cache, partial

from planner.core import edits
from planner.core.changes import Edit
from planner.core.checks.cleared import clearing, is_cleared
from planner.core.checks.phrases import Phrases, phrases_of, planned_against
from planner.core.checks.scene import Scene
from planner.core.citations import sources_text
from planner.core.copy_scan.hints import WORKAROUND
from planner.core.copy_scan.scan import SALES_WORDS, Spot, scan
from planner.core.facts import CopyRule
from planner.core.findings import Fix, Hit
from planner.core.rule_ids import RuleId
from planner.core.tree import Tree

KINDS = {
    "url": "a web address",
    "email": "an e-mail address",
    "phone": "a phone number",
    "messenger-id": "a messenger contact",
    "qr-mention": "a mention of a QR code",
    "rival-name": "the name of another app or shop",
    "price": "a price",
    "promo-code": "a promotion code",
}
RULES: Mapping[str, RuleId] = {WORKAROUND: "forbidden-workaround", SALES_WORDS: "copy-sales-words"}
SHOWN = 40


def copy_text(scene: Scene) -> Iterator[Hit]:
    """What the platform removes from the text: each kind once, with all its places and a fix for all."""
    rule = scene.platform.copy if scene.platform else None
    if scene.platform is None or rule is None:
        return
    by_kind: dict[str, list[Spot]] = {}
    text = scene.channel.copy
    for spot in scan(scene.catalog, scene.platform, text):
        if not is_cleared(scene.channel, text, (spot.start, spot.end)):
            by_kind.setdefault(spot.kind, []).append(spot)
    for kind, spots in by_kind.items():
        yield _hit(scene, rule, kind, spots)


def _hit(scene: Scene, rule: CopyRule, kind: str, spots: list[Spot]) -> Hit:
    assert scene.platform is not None
    text = scene.channel.copy
    first = spots[0]
    what = KINDS.get(kind, "words")
    return Hit(
        rule=RULES.get(kind, "copy-removed"),
        subject=scene.channel.id,
        aspect="copy",
        spans=tuple((spot.start, spot.end) for spot in spots),
        values=(
            ("what", what),
            ("found", text[first.start : first.end][:SHOWN]),
            ("platform", scene.platform.name),
            ("reason", rule.text),
        ),
        source=sources_text(scene.platform, [rule]),
        fixes=cutting(text, spots, what),
    )


def cutting(text: str, spots: list[Spot], what: str) -> tuple[Fix, Fix]:
    """To take spots, which are ``what``, out of a copy, or to say that they mean something else."""
    label = f"Take out {what}" if len(spots) == 1 else f"Take out all {len(spots)}"
    cut = partial(_cut, text, spots, f"Take out {what}")
    return Fix(label, cut), clearing(tuple(text[spot.start : spot.end] for spot in spots))


def _cut(text: str, spots: list[Spot], label: str, tree: Tree, channel: str) -> Edit:
    return edits.set_field(tree, channel, "copy", without(text, spots), label)


def without(text: str, spots: list[Spot]) -> str:
    """The text with the spots, which stand in order, cut out, and the blank that each would leave."""
    kept, reached = [], 0
    for spot in spots:
        before, after = text[reached : spot.start], text[spot.end : spot.end + 1]
        leaves_blank = before.endswith(" ") and (not after or after in " .,;:!?")
        kept.append(before[:-1] if leaves_blank else before)
        reached = spot.end
    return "".join((*kept, text[reached:]))


@cache
def _workarounds(rule: CopyRule) -> Phrases:
    hints = () if SALES_WORDS in rule.removes else rule.phrases
    return phrases_of((*hints, *rule.planned), rule.unless)


def workarounds_in_tasks(scene: Scene) -> Iterator[Hit]:
    """Activities whose words plan what the platform removes, or a workaround that its rules rule out."""
    rule = scene.platform.copy if scene.platform else None
    if rule is None or scene.platform is None:
        return
    for activity, found in planned_against(scene, _workarounds(rule)):
        yield Hit(
            rule="forbidden-workaround",
            subject=activity.id,
            aspect="activities",
            values=(
                ("found", found[0][:SHOWN]),
                ("platform", scene.platform.name),
                ("reason", rule.text),
            ),
            source=sources_text(scene.platform, [rule]),
            fixes=(clearing(found),),
        )


CHECKS = (copy_text, workarounds_in_tasks)
