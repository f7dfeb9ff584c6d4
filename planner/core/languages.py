"""The languages that books are mostly written in, by code."""

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
    "uk": "Ukrainian",
}


def language_name(code: str) -> str:
    """A language by name, or by code where we have no name for it."""
    return LANGUAGES.get(code.partition("-")[0].lower(), code)
