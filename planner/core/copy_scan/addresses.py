"""Finds web and e-mail addresses in a text, written plainly or spelled out.

Hand-made patterns only cut out what may be one; ``urllib.parse`` and the list of top domains decide.
"""

import re
import unicodedata
from collections.abc import Iterator
from itertools import chain

from planner.core.copy_scan.folding import WORD_SIGN, Folded, compiled
from planner.core.copy_scan.hosts import EDGES, PATH, Host, Slashes, bare, is_parsed
from planner.core.copy_scan.look_alikes import look_alikes
from planner.core.copy_scan.mailboxes import AT_WITHIN, Mailboxes
from planner.core.copy_scan.names import Place
from planner.core.copy_scan.spelled import SCHEME, SCHEME_NAME, SpelledAddresses
from planner.core.copy_words import CopyWords

EMAIL, URL = "email", "url"
POINT = r"\.(?=[^\W_])"
# Read backwards from a point or an "@".
# Nothing follows that could make these give back; Python 3.11.2 reads groups within such as never do wrong.
HOST_BACK = rf"(?:[.%-]*+(?:[a-z0-9_@]++|\w(?<={WORD_SIGN})))+"
PART = rf"(?:[a-z0-9_-]++|\w(?<={WORD_SIGN}))+"
HOST_ON = rf"{PART}(?:\.{PART})*(?::\d+)?"
PATH_BEGINS = rf"[/?#](?:[{re.escape(EDGES)}.](?<={WORD_SIGN}))*+{WORD_SIGN}"
REST = rf"{WORD_SIGN}*+"
# Behind a scheme a host may be in any script.
HOST_OF_ANY_SCRIPT = rf"(?:[\w-]++\.)++[\w-]++(?::\d++)?+(?:{PATH})?+"
IPV6 = r"(?:[^/?#@]*@)?\[[\da-f:.]+\]"
MOST_INITIALS = 3
LONGEST = 253


class Addresses:
    """Finds addresses by the lists of top domains and of words for "dot" and "at"."""

    def __init__(self, words: CopyWords) -> None:
        """Prepare the patterns of the lists."""
        self._tops = frozenset(words.top_domains)
        self._weak = frozenset(words.word_domains)
        self._leads = tuple(words.far_leads_to)
        self._far_tops = frozenset(words.far_apart_domains)
        self._no_address = frozenset(words.no_address)
        self._alike = look_alikes(words)
        self._slashes = Slashes(words.slashes)
        self._spelled = SpelledAddresses(words, self._slashes)
        self._mailboxes = Mailboxes(words)

    def places(self, folded: Folded) -> Iterator[Place]:
        """Each address with its kind and its place among the signs."""
        yield from ((EMAIL, *place) for place in self._mailboxes.places(folded))
        hosts = (self._with_scheme(folded.signs), self._pointed(folded), self._spelled.hosts(folded))
        within = compiled(AT_WITHIN).match if folded.has("_at_") else None
        for host in chain.from_iterable(hosts):
            start, end, spelled = host
            mailbox = self._mailboxes.before(folded, host)
            if mailbox is None and within and within(folded.signs, start):
                mailbox = start
            if mailbox is None or spelled:  # "anna at vale dot com" may be a site at which she is
                yield URL, start, end
            if mailbox is not None:
                yield EMAIL, mailbox, end

    def _with_scheme(self, signs: str) -> Iterator[Host]:
        reached = 0
        for match in compiled(SCHEME).finditer(signs):
            name = compiled(SCHEME_NAME).search(signs, max(reached, match.start() - 7), match.start())
            if name is None or match.start() < reached:
                continue
            for pattern in (REST, HOST_OF_ANY_SCRIPT):
                rest = compiled(pattern).match(signs, match.end())
                whole = bare(rest.group()) if rest else ""
                reached = max(reached, match.end() + len(whole))
                if is_parsed(whole) or compiled(IPV6).match(whole):
                    yield name.start(), reached, False
                    break

    def _pointed(self, folded: Folded) -> Iterator[Host]:
        """Addresses without a scheme, with real points."""
        signs, reached = folded.signs, 0
        back, on = compiled(HOST_BACK).match, compiled(HOST_ON).match
        for point in compiled(POINT).finditer(signs):
            end = point.start()
            if end < reached:
                continue
            name = back(signs[max(reached, end - LONGEST) : end][::-1])
            host = on(signs, end + 1) if name else None
            if name is None or host is None:
                continue
            start, reached = end - name.end(), host.end()
            if "@" not in name[0] and self._is_address(folded, start, reached):
                reached = self._slashes.path_end(signs, reached)
                yield start, reached, False

    def _is_address(self, folded: Folded, start: int, end: int) -> bool:
        signs = folded.signs[start:end]
        host = signs.partition(":")[0]
        names, _, top = host.rpartition(".")
        web, known = host.startswith("www."), self._plain_top(top) in self._tops
        # Most points are no address's: that is seen sooner than parsed.
        if not (known or web) or not is_parsed(signs):
            return False
        if not web and compiled(PATH_BEGINS).match(folded.signs, end) is None:
            short = names[-2:-1] in ("", ".") or _is_initials(folded, start, start + len(names))
            weak = top in self._weak and not (top in self._far_tops and self._is_led(folded.signs, start))
            if short or weak or host in self._no_address:
                return False
        written = folded.written(start, start + len(host))
        if written == host:
            return True
        as_meant = unicodedata.normalize("NFKC", written)  # full-width letters are no capitals
        return as_meant.endswith(top) or as_meant.isupper()

    def _is_led(self, signs: str, start: int) -> bool:
        """Whether what leads to an address in Chinese stands before a place."""
        return signs.endswith(self._leads, 0, start - signs.endswith(" ", 0, start))

    def _plain_top(self, top: str) -> str:
        """A top domain, in which letters of another script may stand: "сom"."""
        return top if top.isascii() or top in self._tops else self._alike.plain(top)


def _is_initials(folded: Folded, start: int, end: int) -> bool:
    """Whether a short name is letters with a point behind each: "u.a.im Wald"."""
    if end - start > MOST_INITIALS:
        return False
    if folded.is_parted(start, end):
        return "." in folded.text[slice(*folded.place(start, end))]
    return "." in folded.written(start, end)
