"""What another check says already, so that one cause is told once."""

from collections.abc import Collection

from planner.core.catalog import SERVES_EBOOK
from planner.core.checks.scene import Scene
from planner.core.facts import Fact
from planner.core.needs import always_asks_for
from planner.core.vocabulary import LegalBasis, ListOrigin


def says_why(scene: Scene, unmet: Collection[Fact]) -> bool:
    """Whether KDP Select or missing consent is why each of some conditions is not met: a check tells that."""
    serves = scene.platform is not None and SERVES_EBOOK in scene.platform.traits
    causes = [("kdp_select", serves), ("opt_in", _sends_unasked(scene))]
    told = [field for field, is_told in causes if is_told]
    return bool(unmet) and all(any(always_asks_for(fact, field) for field in told) for fact in unmet)


def without_consent(scene: Scene) -> bool:
    """Whether messages are planned for people who, by the account, have not agreed to them."""
    return _sends_unasked(scene) and not _are_buyers(scene)


def _sends_unasked(scene: Scene) -> bool:
    return scene.writes_to_a_list and scene.account is not None and scene.account.opt_in is False


def _are_buyers(scene: Scene) -> bool:
    """Whether a soft opt-in of the author's own buyers stands in for consent, which has a rule of its own."""
    account = scene.account
    if account is None or account.list_origin is not ListOrigin.BUYERS:
        return False
    return account.legal_basis is LegalBasis.SOFT_OPT_IN
