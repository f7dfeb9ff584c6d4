"""Cleans the text of a plan for print, and decides which addresses may become links."""

import re
from functools import lru_cache
from urllib.parse import quote, urlsplit, urlunsplit

from planner.core.normalization import composed, without_ligatures
from planner.export.hosts import ascii_host

LINK_SCHEMES = ("http", "https", "mailto")
MAIL = "mailto:"
LONGEST_LINK = 2000
_LONG = 1000

_NEWLINES = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_CONTROLS = r"\x00-\x08\x0e-\x1f\x7f-\x9f"
_BIDI = r"\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_NONCHARACTERS = r"\ufdd0-\ufdef" + "".join(f"\\U{plane:04x}fffe\\U{plane:04x}ffff" for plane in range(17))
_DROPPED = re.compile(rf"[{_CONTROLS}{_BIDI}{_NONCHARACTERS}\ud800-\udfff\ufeff]")
_SPACED = re.compile(r"[\s\x00-\x1f\x7f]")


def clean(text: str) -> str:
    """The text as it can be printed: composed (NFC), ligatures apart, line ends as line feeds, tabs kept.

    Dropped are controls, direction marks, lone surrogates and noncharacters. A PDF hyphenates lines anew, and
    drops soft hyphens too.
    """
    if text.isascii() and text.isprintable():
        return text
    return _cleaned_once(text) if len(text) > _LONG else _cleaned(text)


def _cleaned(text: str) -> str:
    return composed(without_ligatures(_DROPPED.sub("", _NEWLINES.sub("\n", text))))


# Where no font has some characters, a long text is cleaned to be printed, and then to say where they stand.
_cleaned_once = lru_cache(maxsize=32)(_cleaned)


def unprintable_text(places: str) -> str:
    """What is said of characters that no font has, from their names and places."""
    return f"No font on this computer has these characters, so they are printed as □: {places}."


def safe_link(url: str) -> str | None:
    """The address in plain ASCII if it may become a link (http, https, mailto), else None."""
    url = url.strip()
    if not url or len(url) > LONGEST_LINK or _SPACED.search(url) or _DROPPED.search(url):
        return None
    try:
        parts = urlsplit(url)
        if parts.scheme.lower() not in LINK_SCHEMES:
            return None
        return _mail(parts.path, parts.query) if parts.scheme.lower() == "mailto" else _web(url)
    except ValueError:
        return None


def _mail(path: str, query: str) -> str | None:
    if path.count("@") != 1:
        return None
    return urlunsplit(("mailto", "", quote(path, safe="@!#$%&'*+-/=?^_`{|}~.,"), _quoted(query), ""))


def _web(url: str) -> str | None:
    parts = urlsplit(url)
    host = parts.hostname
    if not host or "\\" in url or "@" in parts.netloc:
        return None
    host = f"[{host}]" if ":" in host else ascii_host(host)
    place = host if parts.port is None else f"{host}:{parts.port}"
    return urlunsplit(
        (parts.scheme.lower(), place, _quoted(parts.path), _quoted(parts.query), _quoted(parts.fragment))
    )


def _quoted(part: str) -> str:
    return quote(part, safe="%/:=&?~#+!$,;'@()*[]")
