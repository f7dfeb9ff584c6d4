"""Finds in an author's text what a platform removes: addresses, contacts, names of other apps.

Every function runs in time linear in the text.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from planner.core.addresses import parse
from planner.core.catalog import CopyRule

TOP_DOMAINS = frozenset(
    {
        *("com", "net", "org", "io", "co", "app", "me", "ly", "to", "uk", "us", "ca", "au", "de", "fr", "it"),
        *("es", "nl", "eu", "jp", "cn", "kr", "in", "br", "mx", "ru", "tv", "info", "biz", "dev", "page"),
        *("site", "online", "shop", "store", "link", "books", "book", "blog", "press", "club", "art", "ink"),
    }
)
SALES_WORDS = "sales-words"
WORKAROUND = "workaround"
EDGES = "“”\"'()[]{}<>«»,;:!?…。，、！？；：（）【】"
EMAIL = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}")
PHONE = re.compile(r"(?<![\w.])\+?\d(?:[ ()-]{0,2}\d){8,14}(?![\w.])")
PRICE = re.compile(r"(?:[$€£¥₩]\s?\d|\b\d[\d.,]*\s?(?:USD|EUR|GBP|dollars|euros?|pounds)\b)", re.IGNORECASE)
QR_MENTION = re.compile(r"\bQR\b|二维码|掃碼|扫码", re.IGNORECASE)
MESSENGER_ID = re.compile(
    r"\b(?:wechat|whatsapp|telegram|kakao|line|vx|wx|qq)\s?(?:id|number|no\.|no|号)?\s?[:：]\s?@?[\w-]{4,40}"
    r"|(?:微信|薇信|威信)(?:号|id)?\s?[:：]?\s?[A-Za-z][\w-]{4,40}",
    re.IGNORECASE,
)
PROMO_CODE = re.compile(
    r"\b(?:promo|coupon|discount) code\b|\bcode\s?[:：]\s?\w{3,20}|优惠码|口令", re.IGNORECASE
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
    if "rival-name" in rule.removes:
        yield from (Spot("rival-name", start, end) for start, end in names_in(text, rule.names))
    kind = SALES_WORDS if SALES_WORDS in rule.removes else WORKAROUND
    yield from (Spot(kind, start, end) for start, end in names_in(text, rule.phrases))


def names_in(text: str, names: Iterable[str]) -> Iterator[tuple[int, int]]:
    """Where any of the names stands as a word of its own; Chinese, Japanese and Korean need no word edges."""
    wanted = sorted(filter(None, names), key=len, reverse=True)
    if wanted:
        pattern = "|".join(rf"(?<!\w){re.escape(n)}(?!\w)" if n.isascii() else re.escape(n) for n in wanted)
        yield from (match.span() for match in re.finditer(pattern, text, re.IGNORECASE))


def web_addresses(text: str) -> Iterator[tuple[int, int]]:
    """Where a web address stands, with or without its scheme."""
    for match in re.finditer(r"\S+", text):
        word = match.group()
        start = match.start() + len(word) - len(word.lstrip(EDGES))
        bare = word.strip(EDGES).rstrip(".")
        if bare and _is_address(bare):
            yield start, start + len(bare)


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
    "phone": _matches(PHONE),
    "price": _matches(PRICE),
    "qr-mention": _matches(QR_MENTION),
    "messenger-id": _matches(MESSENGER_ID),
    "promo-code": _matches(PROMO_CODE),
}
