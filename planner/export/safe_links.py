"""Decides which addresses may become links, and writes them in plain ASCII."""

import re
from urllib.parse import quote, urlsplit, urlunsplit

from planner.export.text import DROPPED

MAIL = "mailto:"
LONGEST_LINK = 2000
_SCHEMES = ("http", "https", "mailto")
_SPACED = re.compile(r"[\s\x00-\x1f\x7f]")
_LONGEST_LABEL = 63
_JOINERS = "\u200c\u200d"


def safe_link(url: str) -> str | None:
    """The address in plain ASCII if it may become a link (http, https, mailto), else None."""
    url = url.strip()
    if not url or len(url) > LONGEST_LINK or _SPACED.search(url) or DROPPED.search(url):
        return None
    try:
        parts = urlsplit(url)
        if parts.scheme.lower() not in _SCHEMES:
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
    host = f"[{host}]" if ":" in host else _ascii_host(host)
    place = host if parts.port is None else f"{host}:{parts.port}"
    return urlunsplit(
        (parts.scheme.lower(), place, _quoted(parts.path), _quoted(parts.query), _quoted(parts.fragment))
    )


def _ascii_host(host: str) -> str:
    """A host in ASCII as browsers look it up, by UTS 46, which tells ß from ss; raises ValueError."""
    if host.isascii():
        return host
    import idna

    return ".".join(map(_ascii_label, idna.uts46_remap(host).removesuffix(".").split(".")))


def _ascii_label(label: str) -> str:
    """A part of a host; unlike IDNA 2008, and like browsers, this takes pictures too."""
    import idna

    if not label.isascii():
        idna.check_initial_combiner(label)
        idna.check_bidi(label)
        if any(char in _JOINERS and not idna.valid_contextj(label, at) for at, char in enumerate(label)):
            raise ValueError("a joiner between letters that it cannot join")
        label = f"xn--{label.encode('punycode').decode()}"
    if not 0 < len(label) <= _LONGEST_LABEL:
        raise ValueError("an empty or overlong part")
    return label


def _quoted(part: str) -> str:
    return quote(part, safe="%/:=&?~#+!$,;'@()*[]")
