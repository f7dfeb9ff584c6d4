"""Undoes what hides words from a reader of signs, and keeps the way back to their places.

Capitals, accents, full-width and other styled signs become plain ones; signs without width go, and so do
blanks, dots and stars between single letters or between two Chinese ones, where pictures go too. All in
time linear in the text.
"""

import re
import sys
import unicodedata
from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cache, cached_property

KEPT_MARKS = frozenset("@:/.-_+#&=%~$¥₩€£")
VARIATION = range(0xFE00, 0xFE10)
ACCENTS = range(0x0300, 0x0370)
HAN_USUAL, HAN_COMPATIBLE = "\u3400-\u9fff", "\uf900-\ufaff"
HAN = HAN_USUAL + HAN_COMPATIBLE
# What is taken out: between single letters, between Chinese ones, and each blank after another.
SINGLE = r"(?=[a-z](?![a-z0-9]))(?:(?<=[^a-z0-9'’][a-z].)|(?<=\A[a-z].))"
BETWEEN_LETTERS = rf"[ .·•*_|~-]{SINGLE}"
ONE_BESIDE_ANOTHER = " [a-z] [a-z](?![a-z0-9])"
PICTURES = "\u2190-\u2bff\U0001f300-\U0001faff"
# Signs that hide one of a name in Japanese or Korean: they part none there.
MASKS = "○◯〇●□■×"
# Pictures that stand for a sign of a name beside one of its others stay.
BEFORE_SIGN = "(?<!🍑(?=宝))(?<!(?<!京)[🐶🐕](?=东))(?<!🐧(?=[群裙]))"
FISH = "(?<![闲咸贤黄][🐟🐠🐡](?!鱼))(?<!某[🐶🐕🐟🍑])(?<![脸臉][📖📕📗📚])"
HEARTS = "(?<![微威][❤♥💗💚])(?<![薇维葳溦][❤♥💗💚](?!信))"
TELLING = f"{BEFORE_SIGN}{HEARTS}{FISH}(?<!抖[🎵🎶🎼])(?<![天某][🐱🐈])(?<![维維扫][🐴🐎])"
# Between the signs of Japanese and Korean, which stand beside blanks and middle dots otherwise too.
HIRAGANA, KATAKANA, HANGUL = "\u3041-\u3096", "\u30a1-\u30fa", "\uac00-\ud7a3"
SYLLABLE = HIRAGANA + KATAKANA + HANGUL
NOT_BETWEEN_SYLLABLES = f" ·•{MASKS}"
# Most blanks stand before longer words, which is seen first.
NO_WORD = "(?![a-z][a-z0-9])"
# Blanks are the most, and found many times sooner alone than as one of several signs.
BLANK_BETWEEN_LETTERS = f" {NO_WORD}{SINGLE}"
BLANK_AMONG_OTHERS = r" (?=[^\0-\x7f])(?<=[^\0-\x7f] )"
SIGN_OR_PICTURE = rf"[.·•*_|~+/{PICTURES}-]{NO_WORD}"
STANDS_FOR_NONE, SINGLE_BEHIND = f".{TELLING}", f".{SINGLE}"
# What has to stand around one that is no picture: each of these is found sooner alone, too.
NO_PICTURES, BETWEEN_SINGLE = ".·•*_|~+/-", ".·•*_|~-"
AROUND_SIGN = rf"{NO_WORD}(?:(?=[^\0-\x7f])(?<=[^\0-\x7f].)|{SINGLE})"
# A letter in a circle among others that stand in none is read as the sign that joins a mailbox to its host.
CIRCLED_AT = "[ⓐⒶ](?<![①-⓿].)(?![①-⓿])"
BEAUTY = " \t·•"
# Patterns that begin with one certain sign are looked for many times faster than with one of several.
SECOND_BLANK, SECOND_BLANK_OR_TAB = " (?<=  )", r"[ \t](?<=[ \t][ \t])"
# Chinese, Japanese and Korean are written without blanks, so their letters part words as blanks do.
# These are the signs of all others: named so, they are compiled ten times as fast as what they leave out.
WORD_SIGN = r"[!-~\xa1-\u1fff]"
WORDS = f"{WORD_SIGN}+"
ASCII_BYTES = bytes(range(128))
ASCII = frozenset(map(chr, ASCII_BYTES))
NUMBERED = f"utf-32-{sys.byteorder[0]}e"
LATIN_SIGN = r"[0-9a-z_\u00e0-\u024f]"
LATIN = f"{LATIN_SIGN}+"
BLANKED: Mapping[int, str] = str.maketrans(
    dict.fromkeys((sign for sign in ASCII if not (sign.islower() or sign.isdigit() or sign == "_")), " ")
)
ALL_BLANKED = {**BLANKED, ord("_"): " "}

# Up to so many signs a text is searched as it is, and up to so many kinds of signs are replaced one by one.
FEW, FEW_SIGNS = 4096, 200
# So many signs are parted into words at a time.
PART = 8192
# Up to here scripts have so few letters that all of a name's are in any text; no vocabulary holds others.
LAST_ALPHABET = "\u1fff"

# A pattern is made when it is first asked for: most starts of the program read no copy.
compiled = cache(re.compile)


class Folded:
    """A text with its plain ``signs``, the ``kinds`` of these, and the way from places there to the text."""

    def __init__(self, text: str) -> None:
        """Fold a text."""
        self.text = text
        self._seen, self._hidden, self.kinds = _plain(text)
        pictured = not self._seen.isascii() and self.has_pictures
        self._parting = _offsets(_parting(self._seen, self.kinds, pictured))
        self.signs = _without(self._seen, self._parting)

    @cached_property
    def vocabulary(self) -> str:
        """Each word once that is not Chinese, Japanese or Korean: shorter to search than many signs.

        Of few signs that are not all ASCII it is the signs themselves: to search them is sooner done than
        to part them.
        """
        if len(self.signs) < FEW and not self.signs.isascii():
            return self.signs
        words = "\n".join(_distinct(self.signs))
        return words if words.isascii() else "\n".join(set(compiled(WORDS).findall(words)))

    @cached_property
    def words(self) -> frozenset[str]:
        """The Latin words and numbers in the vocabulary."""
        return latin_words(self.vocabulary)

    @cached_property
    def has_pictures(self) -> bool:
        """Whether any of the signs is a picture."""
        return not self._seen.isascii() and any(map(compiled(f"[{PICTURES}]").match, self.kinds))

    @cached_property
    def _joints(self) -> list[int]:
        """Before which signs one was taken out that nobody sets between signs for beauty."""
        taken = enumerate(self._parting)
        return [place for before, place in taken if self._seen[place + before] not in BEAUTY]

    def is_parted(self, start: int, end: int) -> bool:
        """Whether such a sign was taken out within a stretch of the signs."""
        after = bisect_right(self._joints, start)
        return after < len(self._joints) and self._joints[after] < end

    def has(self, word: str) -> bool:
        """Whether a word, or words with blanks between them, stand anywhere among the signs."""
        if " " in word:
            return all(map(self.has, word.split())) and word in self.signs
        if word.isascii():
            return word in self.vocabulary
        if not self.kinds.issuperset(word):
            return False
        return word in (self.vocabulary if word.isalpha() and max(word) <= LAST_ALPHABET else self.signs)

    def may_have(self, phrase: str) -> bool:
        """Whether all words or signs of a phrase stand among the signs: sooner said than whether it does."""
        if phrase.isascii():
            return self.words.issuperset(_words_of(phrase))
        return self.kinds.issuperset(phrase)

    @property
    def is_as_written(self) -> bool:
        """Whether each sign stands where it does in the text."""
        return not self._parting and not self._hidden

    def place(self, start: int, end: int) -> tuple[int, int]:
        """Where in the text a stretch of the signs stands."""
        if self.is_as_written:
            return start, end
        last = self._back(end - 1) + 1
        while last < len(self.text) and _is_mark(self.text[last]):
            last += 1
        return self._back(start), last

    @cached_property
    def spaced(self) -> str:
        """The signs with a blank for each that is no letter or digit: sooner split into words."""
        blanks = {sign: " " for sign in self.kinds if sign and not sign.isalnum()}
        return _with(blanks, self.signs)

    @cached_property
    def _written(self) -> str:
        """The text without what was taken out: as long as the signs."""
        return _without(_without(self.text, self._hidden), self._parting)

    def written(self, start: int, end: int) -> str:
        """A stretch of the signs as the author wrote it, without what was taken out."""
        return self._written[start:end]

    def _back(self, place: int) -> int:
        for offsets in (self._parting, self._hidden):
            place += bisect_right(offsets, place)
        return place


def is_han(sign: str) -> bool:
    """Whether a sign is Chinese: a pattern of all these takes longer to make than most texts to read."""
    return HAN_USUAL[0] <= sign <= HAN_USUAL[2] or HAN_COMPATIBLE[0] <= sign <= HAN_COMPATIBLE[2]


def is_syllable(sign: str) -> bool:
    """Whether a sign is a syllable of Japanese or Korean."""
    return (
        HIRAGANA[0] <= sign <= HIRAGANA[2]
        or KATAKANA[0] <= sign <= KATAKANA[2]
        or HANGUL[0] <= sign <= HANGUL[2]
    )


def latin_words(signs: str) -> frozenset[str]:
    """The Latin words and numbers among plain signs."""
    if signs.isascii():
        return frozenset(signs.translate(BLANKED).split())  # three times as fast
    return frozenset(compiled(LATIN).findall(signs))


_words_of = cache(latin_words)


def fold(text: str) -> Folded:
    """A text folded."""
    return Folded(text)


@cache
def fold_word(word: str) -> str:
    """The plain signs of a word from a list, which stands in several."""
    if word.isalnum():  # nothing in it parts or hides anything
        return word.lower() if word.isascii() else "".join(map(plain_sign, word))
    return fold(word).signs


def fold_words(words: Iterable[str]) -> list[str]:
    """The plain signs of words from a list, folded all at once, which takes a fraction of the time.

    Those in ASCII are folded by themselves, which is sooner done.
    """
    given = tuple(words)
    plain: dict[str, str] = {}
    for some in ([word for word in given if word.isascii()], [word for word in given if not word.isascii()]):
        if some:
            plain.update(zip(some, fold("\n".join(some)).signs.split("\n"), strict=True))
    return [plain[word] for word in given]


def _distinct(signs: str) -> set[str]:
    """Each word once: part by part, for that is sooner done than with all words at once."""
    if len(signs) <= PART:
        return set(signs.split())
    found: set[str] = set()
    start = 0
    while start < len(signs):
        end = signs.find(" ", start + PART)
        end = len(signs) if end < 0 else end
        found.update(signs[start:end].split())
        start = end
    return found


def _parting(signs: str, kinds: Collection[str], has_pictures: bool) -> list[int]:
    """The places of what only parts the signs of a word."""
    if signs.isalnum():
        return []
    gone: set[int] = set()
    if not signs.isascii():
        gone.update(_blanks_between(signs, kinds))
        places = _starts(SIGN_OR_PICTURE, signs) if has_pictures else _may_part(signs)
        gone.update(place for place in places if _parts_signs(signs, place))
    elif compiled(ONE_BESIDE_ANOTHER).search(f" {signs.translate(ALL_BLANKED)}"):
        gone.update(_starts(BETWEEN_LETTERS, signs))
    if "\t" in signs:
        gone.update(_starts(SECOND_BLANK_OR_TAB, signs))
    elif "  " in signs:
        gone.update(_starts(SECOND_BLANK, signs))
    return sorted(gone)


def _blanks_between(signs: str, kinds: Collection[str]) -> Iterator[int]:
    """Where a blank parts single letters or Chinese signs; these are told without a pattern, made slowly."""
    if " " not in signs:
        return
    yield from _starts(BLANK_BETWEEN_LETTERS, signs)
    if max(kinds) >= HAN_USUAL[0] and any(map(is_han, kinds)):
        for place in _starts(BLANK_AMONG_OTHERS, signs):
            if is_han(signs[place - 1]) and is_han(signs[place + 1]):
                yield place


def _parts_signs(signs: str, place: int) -> bool:
    """Whether a sign parts two others that belong together, as a blank may or a picture."""
    sign, before, behind = signs[place], signs[place - 1 : place], signs[place + 1 : place + 2]
    if is_han(before) and is_han(behind):
        return compiled(STANDS_FOR_NONE).match(signs, place) is not None
    if is_syllable(before) and is_syllable(behind):
        return sign not in NOT_BETWEEN_SYLLABLES
    return sign in BETWEEN_SINGLE and compiled(SINGLE_BEHIND).match(signs, place) is not None


def _may_part(signs: str) -> Iterator[int]:
    """Where a sign that is no picture may part those of a word."""
    for sign in NO_PICTURES:
        if sign in signs:
            yield from _starts(re.escape(sign) + AROUND_SIGN, signs)


def _starts(pattern: str, signs: str) -> Iterator[int]:
    return map(re.Match.start, compiled(pattern).finditer(signs))


def places_of(word: str, signs: str) -> Iterator[int]:
    """Where a word stands among signs, within others too."""
    start = signs.find(word)
    while start >= 0:
        yield start
        start = signs.find(word, start + len(word))


def _offsets(gone: Sequence[int]) -> list[int]:
    """From which place on one more sign is missing, for each that is gone."""
    return [place - before for before, place in enumerate(gone)]


def _without(signs: str, offsets: Sequence[int]) -> str:
    """Signs without those that are gone."""
    if not offsets:
        return signs
    gone = [offset + before for before, offset in enumerate(offsets)]
    kept = zip((0, *(place + 1 for place in gone)), (*gone, len(signs)), strict=True)
    return "".join(signs[start:end] for start, end in kept)


def _plain(text: str) -> tuple[str, list[int], frozenset[str]]:
    """The plain signs of a text, where some had no width, and all kinds of signs that there may be."""
    if text.isascii():
        return text.lower(), [], ASCII
    if "ⓐ" in text or "Ⓐ" in text:
        text = compiled(CIRCLED_AT).sub("@", text)
    kinds = {sign: plain_sign(sign) for sign in (set(text) if len(text) < FEW else _may_hold(text))}
    changed = {sign: plain for sign, plain in kinds.items() if plain != sign}
    hidden = "".join(sign for sign, plain in changed.items() if not plain)
    gone = [match.start() for match in re.finditer(f"[{re.escape(hidden)}]", text)] if hidden else []
    return _with(changed, text), _offsets(gone), frozenset(kinds.values())


def _may_hold(text: str) -> frozenset[str]:
    """All ASCII signs, and each other of a text: sooner told apart as numbers, and without those of ASCII."""
    others = text.encode("utf-8", "surrogatepass").translate(None, ASCII_BYTES)
    codes = others.decode("utf-8", "surrogatepass").encode(NUMBERED, "surrogatepass")
    return ASCII.union(map(chr, set(memoryview(codes).cast("I"))))


def _with(changed: Mapping[str, str], text: str) -> str:
    """A text with each of some signs changed; a few are replaced many times faster than translated."""
    if len(changed) > FEW_SIGNS:
        return text.translate({ord(sign): plain for sign, plain in changed.items()})
    for sign, plain in changed.items():
        text = text.replace(sign, plain)
    return text


@cache
def plain_sign(sign: str) -> str:
    """The one plain sign for a sign, or "" for one without a width of its own."""
    if unicodedata.category(sign) == "Cf" or _is_mark(sign):
        return ""
    if sign.isdecimal():
        return str(unicodedata.decimal(sign))
    apart = unicodedata.normalize("NFKD", sign)
    if apart[0].isascii() and apart[0].isalnum() and all(map(unicodedata.combining, apart[1:])):
        return apart[0].lower()
    plain = unicodedata.normalize("NFKC", sign).lower()
    bare = plain.isascii() and not plain.isalnum() and plain not in KEPT_MARKS
    return sign if len(plain) != 1 or bare else plain


def _is_mark(sign: str) -> bool:
    """Whether a sign is seen only on the one before it: an accent, a key's frame around a digit."""
    return ord(sign) in VARIATION or ord(sign) in ACCENTS or unicodedata.category(sign) == "Me"
