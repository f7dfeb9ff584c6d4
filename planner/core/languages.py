"""The languages that books are mostly written in, by code."""

import re

LANGUAGES = {
    "en": "English",
    "zh": "Chinese",
    "de": "German",
    "es": "Spanish",
    "fr": "French",
    "it": "Italian",
    "ja": "Japanese",
    "ko": "Korean",
    "nl": "Dutch",
    "pl": "Polish",
    "pt": "Portuguese",
    "ru": "Russian",
    "sv": "Swedish",
    "th": "Thai",
    "uk": "Ukrainian",
}

SCRIPTS = {
    "zh": r"[\u3400-\u9fff]",
    "ja": r"[\u3040-\u30ff\u3400-\u9fff]",
    "ko": r"[\uac00-\ud7af]",
    "th": r"[\u0e00-\u0e7f]",
    "ru": r"[\u0400-\u04ff]",
}


def language_name(code: str) -> str:
    """A language by name, or by code where we have no name for it."""
    return LANGUAGES.get(code.partition("-")[0].lower(), code)


def written_in(text: str, code: str) -> bool:
    """Whether a text may be in a language, by its script; any language without one of its own may be."""
    letters = SCRIPTS.get(code.partition("-")[0].lower())
    return letters is None or re.search(letters, text) is not None
