"""What another check says already, so that one cause is told once."""

from collections.abc import Collection

from planner.core.asking import always_asks_for
from planner.core.catalog import SERVES_EBOOK
from planner.core.checks.scene import Scene
from planner.core.facts import Fact


def says_why(scene: Scene, unmet: Collection[Fact]) -> bool:
    """Whether KDP Select or missing consent is why each of some conditions is not met: a check tells that."""
    serves = scene.platform is not None and SERVES_EBOOK in scene.platform.traits
    causes = [("kdp_select", serves), ("opt_in", without_consent(scene))]
    told = [field for field, is_told in causes if is_told]
    return bool(unmet) and all(any(always_asks_for(fact, field) for field in told) for fact in unmet)


def without_consent(scene: Scene) -> bool:
    """Whether messages are planned for people who, by the account, have not agreed to them."""
    return scene.writes_to_a_list and scene.account is not None and scene.account.opt_in is False
