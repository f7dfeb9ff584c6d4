"""Finds web and e-mail addresses in a text, written plainly or spelled out.

Hand-made patterns only cut out what may be one; ``urllib.parse`` and the list of top domains decide.
"""

import re
import unicodedata
from collections.abc import Iterator
from itertools import chain
from typing import NamedTuple

from planner.core.addresses import parse
from planner.core.copy_scan.folding import WORD_SIGN, Folded, compiled
from planner.core.copy_scan.patterns import one_of
from planner.core.copy_words import CopyWords

EMAIL, URL = "email", "url"
EDGES = "“”\"'()[]{}<>«»,;:!?…。，、！？；：（）【】"
SCHEME = r":\s?/\s?/\s?"
SCHEME_NAME = r"(?<![a-z0-9])h(?:tt|xx)ps? ?\Z"
SCHEME_BEFORE = rf"{SCHEME_NAME[:-2]}{SCHEME}\Z"
POINT = r"\.(?=[^\W_])"
# Read backwards from a point or an "@".
HOST_BACK = rf"(?:[\w.@%-](?<={WORD_SIGN})){{1,253}}"
MAILBOX_BACK = r"[a-z0-9_.+-]{1,64}"
BOX_BACK = r"[a-z0-9_.+-]++(?<=[a-z0-9])"
AT_WITHIN = r"[a-z0-9.-]++_at_[a-z0-9-]++\."
# What is a mailbox before "at" and a mail service alone: "anna.vale at gmail".
JOINED_BOX = r"[a-z]{2,}[._][a-z]{2,}"
MAIL_HOST = r"(?=[a-z0-9])[a-z0-9-]{1,63}+(?:\.(?P<top>[a-z0-9-]{1,63}+)){1,4}+"
HOST_ON = rf"(?:[\w-](?<={WORD_SIGN}))++(?:\.(?:[\w-](?<={WORD_SIGN}))++)*+(?::\d+)?+"
PATH = rf"[/?#]{WORD_SIGN}*+"
PATH_BEGINS = rf"[/?#](?:[{re.escape(EDGES)}.](?<={WORD_SIGN}))*+{WORD_SIGN}"
SLASHES = r"(?: slash [a-z0-9_-]+)+"
REST = rf"{WORD_SIGN}*+"
# Behind a scheme a host may be in any script.
HOST_OF_ANY_SCRIPT = rf"(?:[\w-]++\.)++[\w-]++(?::\d++)?+(?:{PATH})?+"
LABEL = r"[a-z0-9][a-z0-9_-]*+"
SHUTTING = " )]}>）】"
OPEN, SHUT = r" ?[(\[{<（【]? ?", r" ?[)\]}>）】]? ?"
WORD_SHUT = r"(?: | ?[)\]}>] ?)"  # behind a word that is an ordinary one too stands a blank or a bracket
# What ``urllib.parse`` takes for an address whatever stands in it: that is seen ten times sooner than parsed.
PLAIN = r"[a-z0-9-]++(?:\.[a-z0-9-]++)++(?:[/?#][\w./?=&#%+-]*+)?"
IPV6 = r"(?:[^/?#@]*@)?\[[\da-f:.]+\]"
BRACKETS = {"(": ")", "[": "]", "{": "}", "<": ">"}
MOST_INITIALS = 3
LONGEST, WINDOW, SCHEME_LONGEST, LED_WITHIN = 253, 120, 13, 16
STOP = r"\s*(?:\Z|[^\w\s@&+-])"  # what ends a sentence, or opens a bracket or a path


class Host(NamedTuple):
    """A web address among folded signs, and whether its last point is a word."""

    start: int
    end: int
    spelled: bool


class Addresses:
    """Finds addresses by the lists of top domains and of words for "dot" and "at"."""

    def __init__(self, words: CopyWords) -> None:
        """Prepare the patterns of the lists."""
        self._tops = frozenset(words.top_domains)
        self._weak = frozenset(words.word_domains)
        self._apart = tuple(f".{top}" for top in words.apart_domains)
        self._no_mailbox = frozenset(words.no_mailbox)
        self._no_host, self._no_address = frozenset(words.no_host), frozenset(words.no_address)
        self._close_dots = frozenset(words.close_dots)
        dots = "|".join(map(re.escape, (*words.dots, *words.dot_words)))
        apart = one_of(words.apart_domains)
        joint = rf"{OPEN}(?:{dots}|\.){SHUT}"
        # One pattern a word: those that begin with a word are found quickly.
        self._ends = tuple((word, rf"{end}(?![a-z0-9_-])") for word, end in _ends(words, joint))
        self._leads_on = rf"(?<![a-z])(?:{'|'.join(words.address_leads)}):? ?\Z"
        self._before_end = rf"(?<![\w-]){LABEL}(?:{joint}{LABEL}){{0,3}}(?P<gap>{OPEN})\Z"
        self._joint = (
            rf"{OPEN}(?:{dots}|[.{''.join(words.close_dots)}]){SHUT}| [{''.join(words.parted_dots)}] "
        )
        short = "|".join(host.replace(".", rf"(?: |{OPEN}(?:{dots}){SHUT})") for host in words.short_hosts)
        self._short = rf"(?<![a-z0-9_-])(?:{short}) ?/ ?{WORD_SIGN}++"
        self._short_hosts = tuple(frozenset(host.split(".")) for host in words.short_hosts)
        self._www = rf"www[ ,]+(?P<host>{LABEL})[ ,]+{apart}(?![a-z0-9_-])(?:{PATH})?"
        # Of an "at" that ends in a letter, that letter seems to begin the host.
        self._run_on = tuple(
            (at[:-1], at[-1]) for at in words.ats if not at[0].isascii() and at[-1].isascii()
        )
        run_on = (at for at, _ in self._run_on)
        self._joins = (
            "@",
            "#",
            *words.ats,
            *run_on,
            *words.bracketed_ats,
            *words.at_pictures,
        )
        self._join_ends = frozenset((*SHUTTING, *(join[-1] for join in self._joins)))
        services = "|".join((*words.mail_hosts, *words.mail_words))
        self._mail_host = rf"@(?:{MAIL_HOST}|(?:{services})(?![a-z0-9-]))"
        self._services = {
            **{word: _service(word, "b-z0-9_@#") for word in words.mail_hosts},
            **{word: _service(word, " b-z0-9_@#") for word in words.mail_words},
        }
        ats = "|".join(re.escape(at) for at in words.ats if at.isascii())
        in_brackets = "|".join(("@", ats, *words.bracketed_ats))
        pictures = "".join(words.at_pictures)
        far_ats = "|".join(re.escape(at) for at in words.ats if not at.isascii())
        self._at_longest = len(" ()() ") + max(map(len, (*words.ats, *words.bracketed_ats)))
        self._at = (
            rf"(?: ?@ ?|#| ?[(\[{{<（【] ?(?:{in_brackets}) ?[)\]}}>）】] ?| ?(?:{far_ats}) ?"
            rf"|(?P<picture>[{pictures}])|(?P<word> (?:{ats}) ))\Z"
        )

    def places(self, folded: Folded) -> Iterator[tuple[str, int, int]]:
        """Each address with its kind and its place among the signs."""
        yield from self._emails(folded.signs)
        within = compiled(AT_WITHIN).match if folded.has("_at_") else None
        for host in (
            *self._with_scheme(folded.signs),
            *self._pointed(folded),
            *self._spelled(folded),
            *self._blanks(folded),
        ):
            mailbox = self._mailbox_before(folded, host)
            if mailbox is None and within and within(folded.signs, host.start):
                mailbox = host.start
            yield (URL, host.start, host.end) if mailbox is None else (EMAIL, mailbox, host.end)
        yield from self._at_services(folded)

    def _emails(self, signs: str) -> Iterator[tuple[str, int, int]]:
        """Mailboxes before a bare "@", also where the address of a mail service has lost its ending."""
        reached = 0
        for host in compiled(self._mail_host).finditer(signs):
            at, top = host.start(), host["top"]
            box = compiled(MAILBOX_BACK).match(signs[max(reached, at - 64) : at][::-1])
            if box and (top is None or top.isalpha()):
                reached = host.end()
                yield EMAIL, at - box.end(), reached

    def _at_services(self, folded: Folded) -> Iterator[tuple[str, int, int]]:
        """Mailboxes at a service whose address has lost its ending, behind more than a bare "@"."""
        for word, pattern in self._services.items():
            for service in compiled(pattern).finditer(folded.signs) if folded.has(word) else ():
                start = self._mailbox_before(folded, Host(*service.span(), False))
                if start is not None:
                    yield EMAIL, start, service.end()

    def _with_scheme(self, signs: str) -> Iterator[Host]:
        reached = 0
        for match in compiled(SCHEME).finditer(signs):
            name = compiled(SCHEME_NAME).search(signs, max(reached, match.start() - 7), match.start())
            if name is None or match.start() < reached:
                continue
            for pattern in (REST, HOST_OF_ANY_SCRIPT):
                rest = compiled(pattern).match(signs, match.end())
                bare = _bare(rest.group()) if rest else ""
                reached = max(reached, match.end() + len(bare))
                if _is_parsed(bare) or compiled(IPV6).match(bare):
                    yield Host(name.start(), reached, False)
                    break

    def _pointed(self, folded: Folded) -> Iterator[Host]:
        """Addresses without a scheme, with real points."""
        signs, reached = folded.signs, 0
        for point in compiled(POINT).finditer(signs):
            if point.start() < reached:
                continue
            back = signs[max(reached, point.start() - LONGEST) : point.start()][::-1]
            before = compiled(HOST_BACK).match(back)
            host = compiled(HOST_ON).match(signs, point.end())
            if host is None:
                continue
            name = before.group()[::-1].lstrip(".-%") if before else ""
            if not name:
                continue
            start, reached = point.start() - len(name), host.end()
            if "@" in name:
                continue
            if self._is_address(folded, start, reached):
                reached = _path_end(signs, reached)
                yield Host(start, reached, False)

    def _is_address(self, folded: Folded, start: int, end: int) -> bool:
        signs = folded.signs[start:end]
        host = signs.partition(":")[0]
        names, _, top = host.rpartition(".")
        web, known = host.startswith("www."), top in self._tops
        # Most points are no address's: that is seen sooner than parsed.
        if not (known or web) or not _is_parsed(signs):
            return False
        if not web and compiled(PATH_BEGINS).match(folded.signs, end) is None:
            short = names[-2:-1] in ("", ".") or _is_initials(folded, start, start + len(names))
            if short or top in self._weak or host in self._no_address:
                return False
        written = folded.written(start, start + len(host))
        as_meant = unicodedata.normalize("NFKC", written)  # full-width letters are no capitals
        return as_meant.endswith(top) or as_meant.isupper()

    def _spelled(self, folded: Folded) -> Iterator[Host]:
        """Addresses with a word, a blank or a comma where a point belongs."""
        signs, reached = folded.signs, 0
        found = (compiled(pattern).finditer(signs) for word, pattern in self._ends if folded.has(word))
        for match in sorted(chain.from_iterable(found), key=re.Match.start):
            if match.start() < reached:
                continue
            floor, reached = max(reached, match.start() - WINDOW), match.end()
            window = signs[floor : match.start()]
            before = compiled(self._before_end, re.ASCII).search(window)
            if before is None:
                continue
            start = floor + before.start()
            if not self._is_apart(folded, match, before["gap"], start):
                continue
            host = compiled(self._joint).sub(".", signs[start : match.end()])
            if host.split(".")[0] not in self._no_host and _is_parsed(host):
                slashes = compiled(SLASHES).match(signs, match.end())
                reached = slashes.end() if slashes else _path_end(signs, match.end())
                yield Host(_scheme_start(signs, start), reached, match.group()[0].isalnum())

    def _blanks(self, folded: Folded) -> Iterator[Host]:
        """Addresses with a blank for each point: behind "www", and short links, which have a path."""
        signs = folded.signs
        short = folded.has("/") and any(map(folded.words.issuperset, self._short_hosts))
        for pattern in (*((self._www,) if folded.has("www") else ()), *((self._short,) if short else ())):
            for match in compiled(pattern).finditer(signs):
                yield Host(match.start(), match.start() + len(_bare(match.group())), True)

    def _is_apart(self, folded: Folded, end: re.Match[str], gap: str, start: int) -> bool:
        """Whether what stands for the point can be one: a word needs blanks, a comma may have none."""
        sign, after = end.group()[0], folded.signs[end.start() + 1 : end.end()]
        close = not gap and not after.startswith(" ")
        if sign == " ":
            return not gap and self._is_at_end(folded.signs, start, end.end())
        if sign in self._close_dots:
            return close and f".{after}" in self._apart
        if sign == ".":
            lower = folded.written(end.start(), end.end()).islower()
            shut = after.strip()[:1] in BRACKETS.values()
            paired = not shut or BRACKETS.get(gap.strip()) == after.strip()[:1]
            return not close and lower and paired and f".{after.strip(' )]}>')}" in self._apart
        return bool(gap) or not sign.isascii() or not sign.isalpha()

    def _is_at_end(self, signs: str, start: int, end: int) -> bool:
        """Whether words that lead to an address stand before a place, or the sentence ends behind it."""
        led = compiled(self._leads_on).search(signs, max(0, start - LED_WITHIN), start)
        return bool(led or compiled(STOP).match(signs, end))

    def _mailbox_before(self, folded: Folded, host: Host) -> int | None:
        """Where the mailbox begins that an "at" joins to a host, or None where there is none."""
        if folded.signs[host.start - 1 : host.start] not in self._join_ends:
            return None
        near = folded.signs[max(0, host.start - self._at_longest) : host.start]
        if not near.rstrip(SHUTTING).endswith(self._joins):
            return None
        floor = max(0, host.start - WINDOW)
        before = folded.signs[floor : host.start]
        for at, letter in self._run_on:
            if before.endswith(at) and folded.signs.startswith(letter, host.start):
                before += letter
        joint = compiled(self._at).search(before, max(0, len(before) - self._at_longest))
        back = compiled(BOX_BACK).match(before[: joint.start()][::-1]) if joint else None
        if joint is None or back is None:
            return None
        start, box = floor + joint.start() - back.end(), back.group()[::-1]
        if joint["picture"] and box in self._no_mailbox:
            return None
        if joint["word"]:
            small = folded.written(start, start + 1).islower()
            clear = host.spelled or compiled(JOINED_BOX).fullmatch(box)
            if not clear or not small or box in self._no_mailbox:
                return None
        return start


def _is_initials(folded: Folded, start: int, end: int) -> bool:
    """Whether a short name is letters with a point behind each: "u.a.im Wald"."""
    return end - start <= MOST_INITIALS and "." in folded.text[slice(*folded.place(start, end))]


def _is_parsed(address: str) -> bool:
    """Whether what stands behind a scheme is an address."""
    return bool(compiled(PLAIN, re.ASCII).fullmatch(address) or parse(f"https://{address}"))


def _scheme_start(signs: str, start: int) -> int:
    """Where the scheme begins that stands before a host, or the host where none does."""
    if "/" not in signs[max(0, start - 2) : start]:
        return start
    scheme = compiled(SCHEME_BEFORE).search(signs, max(0, start - SCHEME_LONGEST), start)
    return scheme.start() if scheme else start


def _path_end(signs: str, end: int) -> int:
    """Where the path ends that stands behind a host, or the host where none does."""
    path = compiled(PATH).match(signs, end)
    return end + len(_bare(path.group())) if path else end


def _ends(words: CopyWords, joint: str) -> Iterator[tuple[str, str]]:
    """What ends an address, with the word or sign in the place of its point."""
    near, apart = one_of(words.spelled_domains), one_of(words.apart_domains)
    far = one_of((*words.spelled_domains, *words.far_domains))
    for word in words.dots:
        end = near if word.isascii() else far
        yield word, rf"{re.escape(word)}{SHUT}{end}(?:{joint}{end})?"
    for word, its_ends in words.dot_words.items():
        yield word, rf"{word}{WORD_SHUT}{one_of(its_ends)}"
    yield ".", rf"[.](?:(?<=[ (\[{{<].)|(?=[ )\]}}>])){SHUT}{apart}"
    yield from ((sign, rf"[{sign}] ?{apart}") for sign in words.close_dots)
    yield from ((sign, rf" [{sign}] {one_of(words.parted_domains)}") for sign in words.parted_dots)


def _service(word: str, never_before: str) -> str:
    return rf"{word}(?<![{never_before}]{word})(?![a-z0-9_@]|[.-][a-z0-9])"


def _bare(word: str) -> str:
    bare = word.rstrip(EDGES + ".")
    return f"{bare}]" if bare.count("[") > bare.count("]") and word[len(bare) :].startswith("]") else bare
