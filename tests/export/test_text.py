"""What is dropped from a plan's text."""

import unicodedata

import pytest

from planner.export.text import clean


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("plain", "plain"),
        ("a\tb\nc", "a\tb\nc"),
        ("a\r\nb\rc\u2028d", "a\nb\nc\nd"),
        ("nul\0 bell\a escape\x1b c1\x9f", "nul bell escape c1"),
        ("\u202eright to left\u202c \u2066isolate\u2069", "right to left isolate"),
        ("lone \ud800 surrogate \udfff", "lone  surrogate "),
        ("non\ufffe\uffff\ufdd0\U0001ffff characters", "non characters"),
        ("e\u0301", "é"),
        ("ﬁrst oﬀer, aﬄuent eﬃcacy, ﬂy, ﬅ, ﬆ", "first offer, affluent efficacy, fly, st, st"),
        ("<b>&amp;</b>", "<b>&amp;</b>"),
        ("小红书 😀", "小红书 😀"),
    ],
)
def test_clean(text: str, printed: str) -> None:
    assert clean(text) == printed
    assert clean(printed) == printed


def test_clean_leaves_every_script_alone() -> None:
    text = "Tiếng Việt Русский Ελληνικά 中文 日本語 한국어 עברית العربية"
    assert clean(text) == unicodedata.normalize("NFC", text)
