"""Texts as they are compared: without accents and capitals."""

import unicodedata


def folded(text: str) -> str:
    """A text without accents and capitals; what remains is decomposed (NFKD), Korean into its letters."""
    apart = unicodedata.normalize("NFKD", text)
    return "".join(sign for sign in apart if not unicodedata.combining(sign)).casefold()
