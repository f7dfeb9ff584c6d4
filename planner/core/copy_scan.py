"""Finds in an author's text what a platform removes: addresses, contacts, names of other apps.

Every function runs in time linear in the text.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from planner.core.addresses import parse
from planner.core.facts import CopyRule

TOP_DOMAINS = frozenset(
    {
        *("com", "net", "org", "io", "co", "app", "me", "ly", "to", "uk", "us", "ca", "au", "de", "fr", "it"),
        *("es", "nl", "eu", "jp", "cn", "kr", "in", "br", "mx", "ru", "tv", "info", "biz", "dev", "page"),
        *("site", "online", "shop", "store", "link", "books", "book", "blog", "press", "club", "art", "ink"),
    }
)
SALES_WORDS = "sales-words"
WORKAROUND = "workaround"
RIVAL_NAME = "rival-name"
EDGES = "“”\"'()[]{}<>«»,;:!?…。，、！？；：（）【】"
SCHEME = re.compile(r"https?://", re.IGNORECASE)
# Chinese, Japanese and Korean are written without blanks, so their letters part words as blanks do.
WORD = re.compile(r"[^\s\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef]+")
BEFORE, AFTER = r"(?<![0-9A-Za-z_À-ɏ])", r"(?![0-9A-Za-z_À-ɏ])"
EMAIL = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}", re.ASCII)
PHONE = re.compile(
    r"(?<![\w.])(?:(?P<isbn>97[89](?:[ -]?\d){10}(?!\d))"
    r"|\+?\d(?:[ ()-]{0,2}\d){8,14}(?!\w|\.\d)|\d{3}\.\d{3}\.\d{4}(?!\w|\.\d))",
    re.ASCII,
)
PRICE = re.compile(
    r"[$€£¥₩]\s?\d|\b\d[\d.,]{0,20}\s?(?:USD|EUR|GBP|dollars|euros?)\b", re.IGNORECASE | re.ASCII
)
QR_MENTION = re.compile(r"\bQR\b|二维码|掃碼|扫码", re.IGNORECASE | re.ASCII)
# "Line" and "telegram" are words too: without "ID" they need an @ or a digit behind the colon.
MESSENGER_ID = re.compile(
    r"\b(?:wechat|whatsapp|telegram|kakao|line|vx|wx|qq)\s?(?:(?:id|number)\b|号)\s?[:：]?\s?[@+]?[\w-]{4,40}"
    r"|\b(?:wechat|whatsapp|kakao|vx|wx|qq)\s?[:：]\s?[@+]?[\w-]{4,40}"
    r"|\b(?:telegram|line)\s?[:：]\s?(?:@|(?=[\w-]{0,40}\d))[\w-]{4,40}"
    r"|(?:微信|薇信|威信)(?:号|id)?\s?[:：]?\s?[A-Za-z][\w-]{4,40}",
    re.IGNORECASE | re.ASCII,
)
PROMO_CODE = re.compile(
    r"\b(?:promo|coupon|discount) code\b|\bcode\s?[:：]\s?(?-i:[A-Z0-9]{3,20})\b|优惠码|口令",
    re.IGNORECASE | re.ASCII,
)


class Spot(NamedTuple):
    """Where in a text something was found, and what kind of thing it is."""

    kind: str
    start: int
    end: int


def scan(text: str, rule: CopyRule) -> Iterator[Spot]:
    """Everything in a text that the rule removes, kind by kind."""
    for kind in rule.removes:
        finder = FINDERS.get(kind)
        if finder:
            yield from (Spot(kind, start, end) for start, end in finder(text))
    if RIVAL_NAME in rule.removes:
        yield from (Spot(RIVAL_NAME, start, end) for start, end in names_in(text, rule.names))
    kind = SALES_WORDS if SALES_WORDS in rule.removes else WORKAROUND
    yield from (Spot(kind, start, end) for start, end in names_in(text, rule.phrases))


def names_in(text: str, names: Iterable[str]) -> Iterator[tuple[int, int]]:
    """Where any of the names stands as a word of its own; Chinese, Japanese and Korean need no word edges."""
    folded = text.casefold()
    wanted = sorted((n for n in names if n and n.casefold() in folded), key=len, reverse=True)
    if wanted:
        words = (rf"{BEFORE}{re.escape(n)}{AFTER}" if n.isascii() else re.escape(n) for n in wanted)
        pattern = "|".join(words)
        yield from (match.span() for match in re.finditer(pattern, text, re.IGNORECASE))


def web_addresses(text: str) -> Iterator[tuple[int, int]]:
    """Where a web address stands, with or without its scheme."""
    for match in WORD.finditer(text):
        scheme = SCHEME.search(match.group())
        word = match.group()[scheme.start() if scheme else 0 :]
        start = match.end() - len(word.lstrip(EDGES))
        bare = word.strip(EDGES).rstrip(".")
        if bare and _is_address(bare):
            yield start, start + len(bare)


def phone_numbers(text: str) -> Iterator[tuple[int, int]]:
    """Where a phone number stands; an ISBN is none."""
    return (match.span() for match in PHONE.finditer(text) if not match["isbn"])


def _is_address(word: str) -> bool:
    if "@" in word.split("/", 1)[0] and "://" not in word:
        return False
    if word.lower().startswith(("http://", "https://")):
        return parse(word) is not None
    parts = parse(f"https://{word}")
    if parts is None or not parts.hostname:
        return False
    *names, top = parts.hostname.split(".")
    known = top in TOP_DOMAINS or names[0] == "www"
    return known and all(names) and len(names[-1]) > 1 and _is_lower_domain(word, top)


def _is_lower_domain(word: str, top: str) -> bool:
    """Whether the end of the domain is written as in an address, and is no new sentence: "end.In short"."""
    host = re.split(r"[/?#:]", word, maxsplit=1)[0]
    return host.endswith(top) or host.isupper()


def _matches(pattern: re.Pattern[str]) -> Callable[[str], Iterator[tuple[int, int]]]:
    return lambda text: (match.span() for match in pattern.finditer(text))


FINDERS: dict[str, Callable[[str], Iterator[tuple[int, int]]]] = {
    "url": web_addresses,
    "email": _matches(EMAIL),
    "phone": phone_numbers,
    "price": _matches(PRICE),
    "qr-mention": _matches(QR_MENTION),
    "messenger-id": _matches(MESSENGER_ID),
    "promo-code": _matches(PROMO_CODE),
}
