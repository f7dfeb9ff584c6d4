"""The codes of languages, and how a text shows which one it is in."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import chain
from operator import itemgetter
from typing import NamedTuple

# Scripts that tell a language by themselves, from the first letter to the last: a pattern of so many letters
# would take longer to make than most texts take to read.
OWN_SCRIPTS = {
    "ja": ("\u3040", "\u30ff"),
    "zh": ("\u3400", "\u9fff"),
    "ko": ("\uac00", "\ud7af"),
    "th": ("\u0e00", "\u0e7f"),
}
# Japanese grammar is written so, and outside quotes a single sign shows it; "no" stands in Chinese names too.
HIRAGANA = re.compile("[\u3041-\u306d\u306f-\u3096]")
ONLY_CHINESE = re.compile("[这這们們吗嗎您你书说发为]")
QUOTED = re.compile('『[^』]*』|「[^」]*」|《[^》]*》|〈[^〉]*〉|“[^”]*”|"[^"]*"')
SCRIPTS = {**OWN_SCRIPTS, "ru": ("\u0400", "\u04ff")}

# Short words that a text of some sentences can hardly do without, and that few other languages have.
COMMON_WORDS: Mapping[str, frozenset[str]] = {
    code: frozenset(words.split())
    for code, words in {
        "en": "the and of with that this from was her his she have will you for not are",
        "de": "der die das und nicht ist ein eine mit sich auf für dem den von zu sie wird",
        "es": "el los las una que por con para del está su como más pero sus",
        "fr": "le les des est une dans pour qui que pas sur avec elle nous son",
        "it": "il gli della che per una sono non con del di nella suo più",
        "nl": "het een van niet voor met zijn aan haar dat wordt ook maar op",
        "pl": "się nie jest na że do jak to co dla oraz przez jej",
        "pt": "não uma com para dos que os da do em mais foi seu pelo",
        "sv": "och att det som är inte med för den av på till hon hans",
    }.items()
}
CHINESE = frozenset({"zh", "yue"})
# Where Chinese is written in traditional characters.
REGIONS = frozenset({"tw", "hk", "mo"})
LANGUAGES_OF: Mapping[str, Sequence[str]] = {
    word: [code for code, words in COMMON_WORDS.items() if word in words]
    for word in frozenset().union(*COMMON_WORDS.values())
}
LETTERS = re.compile(r"[^\W\d_]+")
BLANKED = str.maketrans({sign: " " for sign in map(chr, range(128)) if not sign.isalpha()})
# Letters that tell one language from another of the same script.
OWN_LETTERS = {"uk": "[іїєґІЇЄҐ]", "ru": "[ыэъёЫЭЪЁ]"}
LATIN = re.compile("[A-Za-z\u00c0-\u024f]")
WORDS_ENOUGH = 4
LETTERS_OF_NAMES = 5  # one in so many may be those of a name in another script
READ = 600
CODE = "([a-z]{2,3})(-[a-z0-9]+)*"
# All codes of two letters; of those of three there are thousands.
ISO_639_1 = """
aa ab ae af ak am an ar as av ay az ba be bg bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee
el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io
is it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn
mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se
sg sh si sk sl sm sn so sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi
vo wa wo xh yi yo za zh zu
"""
TWO_LETTERS = frozenset(ISO_639_1.split())
ONE_IN = 6
REMEMBERED = 1000


@lru_cache(maxsize=REMEMBERED)
def is_code(text: str) -> bool:
    """Whether a text is a language's code, also one of those that we have no name for."""
    found = re.fullmatch(CODE, text, re.IGNORECASE)
    return found is not None and (len(found[1]) > 2 or found[1].lower() in TWO_LETTERS)


@lru_cache(maxsize=REMEMBERED)
def base(code: str) -> str:
    """A language without its country: "en-GB" is "en"."""
    return code.partition("-")[0].lower()


def traditional(code: str) -> bool:
    """Whether a language is Chinese in traditional characters, by its script or else its region."""
    language, *parts = code.lower().split("-")
    return language in CHINESE and (
        "hant" in parts or ("hans" not in parts and not REGIONS.isdisjoint(parts))
    )


class Evidence(NamedTuple):
    """What the first 600 characters of a text show of its language.

    ``seems`` is the language that it seems to be in, or "" in doubt. It may ``mostly`` be in those of whose
    commonest words it has so many that it need not be looked at closely.
    """

    seems: str
    mostly: tuple[str, ...]


def evidence_of(text: str) -> Evidence:
    """What a text shows of its language, by its letters and its commonest words."""
    text = text[:READ]
    words = _words(text.lower())
    telling = filter(LANGUAGES_OF.__contains__, words)
    common = Counter(chain.from_iterable(map(LANGUAGES_OF.__getitem__, telling)))
    latin = text.isascii() or len(LATIN.findall(text)) * 2 >= sum(map(len, words))
    mostly = tuple(sorted(code for code, times in common.items() if times * ONE_IN > len(words)))
    return Evidence(_by_words(common) if latin else _by_letters(text), mostly)


def _words(text: str) -> list[str]:
    if text.isascii():
        return text.translate(BLANKED).split()  # three times as fast
    return LETTERS.findall(text)


def _by_letters(text: str) -> str:
    """The first language whose own letters a text has, and not only in a name or two, or ""."""
    if HIRAGANA.search(text) and HIRAGANA.search(QUOTED.sub("", text)) and not ONLY_CHINESE.search(text):
        return "ja"
    enough = sum(map(len, LETTERS.findall(text))) / LETTERS_OF_NAMES
    # The rarer before the more common: Japanese is written with Chinese characters too.
    for code, script in OWN_SCRIPTS.items():
        if letters_in(text, script) > enough:
            return code
    return next((code for code, letters in OWN_LETTERS.items() if re.search(letters, text)), "")


def _by_words(common: Counter[str]) -> str:
    """The language that leads by twice the words of the next one, or ""."""
    ranked = sorted(common.items(), key=itemgetter(1), reverse=True)
    (code, most), (_, next_most), *_ = *ranked, ("", 0), ("", 0)
    return code if most >= WORDS_ENOUGH and most >= 2 * next_most else ""


def written_in(text: str, code: str) -> bool:
    """Whether a text may be in a language, by its script; any language without one of its own may be."""
    script = SCRIPTS.get(base(code))
    return script is None or letters_in("".join(set(text)), script) > 0


def letters_in(text: str, script: tuple[str, str]) -> int:
    """How many signs of a text are letters of a script."""
    first, last = script
    return 0 if text.isascii() else sum(first <= sign <= last for sign in text)
