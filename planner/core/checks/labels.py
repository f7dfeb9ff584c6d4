"""What a text discloses: a label of the law that stands as a word of its own, and anything but "none"."""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from typing import Final

from planner.core.catalog_lists import AdLabel
from planner.core.checks.gains import gains
from planner.core.checks.phrase_prefilter import Prefilter
from planner.core.checks.phrases import meant, phrases_of
from planner.core.copy_scan.folding import Folded, compiled, fold
from planner.core.copy_scan.patterns import one_of
from planner.core.copy_words import CopyWords

REMEMBERED: Final = 256
# How far before and after a label the words are read that deny or affirm it.
NEAR: Final = 20
_EAST: Final = "\u3005\u3400-\u9fff\uac00-\ud7af"
_KANA: Final = "\u3040-\u30ff"
# A letter of a script whose words are parted by blanks, and whatever such a word ends at.
_WESTERN: Final = rf"[^\W_{_EAST}{_KANA}]"
# What may stand before a label that is not in Latin letters: nothing but signs on its line, the end of a
# sentence, a hash, a bracket, or a mark such as ※ or a picture.
_OPENS: Final = r"(?:^[^\w\n]*|[.!?。|#\[({<«【〔〈《「『〖*※\u2190-\u2bff\U0001f000-\U0001faff]\ufe0f?\s*)\Z"
_CLOSES: Final = " )]】"
_JOINED: Final = rf"[{_EAST}\u30a0-\u30ff]\Z"


def says_something(words: CopyWords, disclosure: str) -> bool:
    """Whether a disclosure is one: not empty, no mere stroke, and not "none"."""
    said = unicodedata.normalize("NFKC", disclosure).casefold().strip(" \t\n.,;:!-–—_。、！")
    return any(sign.isalnum() for sign in said) and said not in words.no_disclosure


def discloses(words: CopyWords, text: str, labels: Iterable[str], says: tuple[str, ...] = ()) -> bool:
    """Whether a text says that money is behind it: as the law wants it, or in the words that people use."""
    folded = fold(text.replace("’", "'"))
    if _tie_prefilter(words).may_match(folded):
        said, _ = _read(text)
        ties = (place for place in _ties(words).finditer(said) if not _denied(words, said, place))
        if any(True for _ in ties):
            return True
    return gains(words, folded) or _is_labelled(words, text, folded, labels, says)


def lawful(laws: Iterable[AdLabel]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """All labels in lawful use by some laws, and the phrases that say as much."""
    rows = tuple(laws)
    labels = (label for law in rows for label in (*law.labels, *law.alike))
    return tuple(labels), tuple(phrase for law in rows for phrase in law.says)


def is_labelled(words: CopyWords, text: str, labels: Iterable[str], says: tuple[str, ...]) -> bool:
    """Whether a text holds a label, or says what one of some phrases says and what follows does not deny."""
    return _is_labelled(words, text, fold(text), labels, says)


def _is_labelled(
    words: CopyWords, text: str, folded: Folded, labels: Iterable[str], says: tuple[str, ...]
) -> bool:
    if any(has_label(words, text, label) for label in labels):
        return True
    said, _ = _read(text)
    phrases = phrases_of(says)
    if not phrases.prefilter.may_match(folded):
        return False
    ends = (end for _, end in meant(said, phrases))
    return any(not said[end : end + NEAR].casefold().startswith(words.ad_denied_after) for end in ends)


@lru_cache(maxsize=1)
def _read(text: str) -> tuple[str, str]:
    """A text as labels are looked for in it, and without capitals, as most are soonest ruled out."""
    said = unicodedata.normalize("NFKC", text)
    return said, said.casefold()


@lru_cache(maxsize=1)
def _tie_prefilter(words: CopyWords) -> Prefilter:
    return Prefilter.of((*words.tie_labels, *words.tie_alone, *words.tie_for))


@lru_cache(maxsize=1)
def _ties(words: CopyWords) -> re.Pattern[str]:
    """A label behind #, in brackets or first on its line, and one for a name that ends its line."""
    labels, alone = one_of(words.tie_labels), one_of(words.tie_alone)
    first = rf"{labels}[ \t]*(?:$|[.:|/!。！：]|[ \t][-–—])"
    named = rf"{one_of(words.tie_for)}(?:[ \t]+[^\s!?]+){{1,3}}[ \t.!]*$"
    own_line = rf"^[^\w\n]*(?:{first}|{alone}[^\w\n]*$|{named})"
    either = f"(?:{labels}|{alone})"
    hashed, bracketed = rf"#{either}(?![\w-])", rf"[(\[【][ \t]*{either}[ \t]*[)\]】]"
    return re.compile(f"{hashed}|{bracketed}|{own_line}", re.IGNORECASE | re.MULTILINE)


def has_label(words: CopyWords, text: str, label: str) -> bool:
    """Whether a label stands in a text as a word of its own, and is not denied."""
    said, folded = _read(text)
    wanted = unicodedata.normalize("NFKC", label)
    return wanted.casefold() in folded and any(
        _stands(words, said, place, wanted) for place in _pattern(wanted).finditer(said)
    )


def begins_with(text: str, labels: Iterable[str]) -> bool:
    """Whether a text begins with one of some labels."""
    said = unicodedata.normalize("NFKC", text).lstrip()
    return said.startswith(tuple(unicodedata.normalize("NFKC", label) for label in labels))


@lru_cache(maxsize=REMEMBERED)
def _pattern(label: str) -> re.Pattern[str]:
    """Where a label stands, in a Western script as a whole word, however large its letters."""
    before = rf"(?<!{_WESTERN})" if re.match(_WESTERN, label) else ""
    after = rf"(?!{_WESTERN})" if re.match(_WESTERN, label[-1]) else ""
    return re.compile(f"{before}{re.escape(label)}{after}", re.IGNORECASE)


def _around(words: CopyWords, text: str, place: re.Match[str]) -> tuple[str, str]:
    """What stands near a label on its line: before it, less a kind of advertising, and behind it."""
    before = text[max(0, place.start() - NEAR) : place.start()].rpartition("\n")[2]
    return _kinds(words).sub("", before), text[place.end() : place.end() + NEAR].partition("\n")[0]


def _denied(words: CopyWords, text: str, place: re.Match[str]) -> bool:
    before, behind = _around(words, text, place)
    denied = f" {before}".casefold().rstrip(" ").endswith(words.ad_denied_before)
    return denied or behind.lstrip(_CLOSES).casefold().startswith(words.ad_denied_after)


def _stands(words: CopyWords, text: str, place: re.Match[str], label: str) -> bool:
    if _denied(words, text, place):
        return False
    before, behind = _around(words, text, place)
    after = behind.lstrip(_CLOSES)
    if label.isascii():
        return before.endswith("#") or _is_apart(before, behind)
    if not re.match(rf"[{_EAST}{_KANA}]", label):
        # No chance puts brackets or two words there; a word that a sentence goes on with is what it is about.
        sure = " " in label or not label[0].isalpha() or _is_bracketed(before, behind)
        return sure or bool(compiled(_OPENS).search(before) and not after.strip()[:1].islower())
    ends = not _tails(words).sub("", behind)[:1].isalnum()
    if ends and _of_the_post(words).search(before):
        return True
    affirmed = after.startswith(words.ad_affirmed_after)
    ends = affirmed or ends
    return ends and bool(
        compiled(_OPENS).search(before) or (affirmed and not compiled(_JOINED).search(before))
    )


def _is_bracketed(before: str, behind: str) -> bool:
    return f"{before[-1:]}{behind[:1]}" in ("()", "[]", "【】")


def _is_apart(before: str, behind: str) -> bool:
    """Whether no Western word stands beside a label in Western letters: "a PR stunt" is none."""
    words = f"{before.rstrip()[-1:]} {behind.lstrip()[:1]}"
    return not compiled(_WESTERN).search(words)


@lru_cache(maxsize=1)
def _kinds(words: CopyWords) -> re.Pattern[str]:
    """A kind of advertising, right before a label."""
    return re.compile(rf"{one_of(words.ad_kinds)}\Z")


@lru_cache(maxsize=1)
def _of_the_post(words: CopyWords) -> re.Pattern[str]:
    """What says before a label that it is about the post, such as 本文为."""
    return re.compile(rf"{one_of(words.ad_posts)}{one_of(words.ad_affirmed_before)}\Z")


@lru_cache(maxsize=1)
def _tails(words: CopyWords) -> re.Pattern[str]:
    """What may belong to a label behind it."""
    return re.compile(rf"\A{one_of(words.ad_tails)}")
