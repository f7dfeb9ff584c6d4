"""Texts as they are compared: without accents and capitals."""

import unicodedata


def folded(text: str) -> str:
    """A text without accents and capitals; what remains is decomposed (NFKD), Korean into its letters."""
    # Without the marks that stand by themselves first: of very many in a row, their order would take minutes.
    apart = unicodedata.normalize("NFKD", _without_marks(text))
    return _without_marks(apart).casefold()


def _without_marks(text: str) -> str:
    return "".join(sign for sign in text if not unicodedata.combining(sign))
