"""What the account is asked: only what its fields leave open."""

import pytest

from planner.core.catalog import Catalog
from planner.core.situation import Situation
from planner.core.vocabulary import LegalBasis
from planner.gui.inspector.asks import open_questions
from tests.core.build import account

FIGURES = "You need an Official Account, as the figures belong to those alone."
OFFICIAL = "You need an Official Account."


@pytest.mark.parametrize(
    ("type", "asked"), [("", True), ("personal account", False), ("subscription account", False)]
)
def test_what_the_kind_of_account_tells_needs_no_tick(catalog: Catalog, type: str, asked: bool) -> None:
    situation = Situation(account("wechat", type=type))
    questions = open_questions(catalog, catalog.platforms["wechat"], situation)
    assert (FIGURES in questions) is asked
    assert (OFFICIAL in questions) is asked


def test_what_was_ticked_can_be_unticked(catalog: Catalog) -> None:
    situation = Situation(account("wechat", type="personal account", met=(FIGURES,)))
    assert FIGURES in open_questions(catalog, catalog.platforms["wechat"], situation)


def test_what_the_fields_of_an_account_answer_is_not_asked(catalog: Catalog) -> None:
    newsletter = catalog.platforms["email-newsletter"]
    asked = "I have recorded consent to e-mail from every reader in the UK and the EU."
    silent = account("email-newsletter")
    answered = account("email-newsletter", opt_in=True, legal_basis=LegalBasis.CONSENT)
    assert asked in open_questions(catalog, newsletter, Situation(silent))
    assert asked not in open_questions(catalog, newsletter, Situation(answered))
