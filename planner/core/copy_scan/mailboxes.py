"""Finds e-mail addresses in a text, with an "@" or what authors write for one."""

from collections.abc import Iterator
from functools import cache

from planner.core.copy_scan.folding import Folded, compiled, fold_word, latin_words
from planner.core.copy_scan.hosts import Host
from planner.core.copy_scan.names import BEFORE, NEAR
from planner.core.copy_scan.patterns import one_folded, one_of
from planner.core.copy_words import CopyWords

MAILBOX_BACK = r"[a-z0-9_.+-]{1,64}"
BOX_BACK = r"[a-z0-9_.+-]++(?<=[a-z0-9])"
AT_WITHIN = r"[a-z0-9.-]++_at_[a-z0-9-]++\."
# What is a mailbox before "at" and a mail service alone: "anna.vale at gmail".
JOINED_BOX = r"[a-z]{2,}[._][a-z]{2,}"
MAIL_HOST = r"(?=[a-z0-9])[a-z0-9-]{1,63}+(?:\.(?P<top>[a-z0-9-]{1,63}+)){1,4}+"
BRACKET, SHUT_BRACKET = r"[(\[{<（【「《*~|“«]", r"[)\]}>）】」》*~|”»]"
SHUTTING = " )]}>）】」》*~|”»"
WINDOW = 120
STOP_BEFORE = r"[!?;:。！？]|\.(?= )"
# A mailbox behind the name of its service: a word that holds a digit or parts, or behind a colon any word.
NAMED_BOX = r"(?=[a-z0-9._+-]{4})[a-z0-9]++(?:[._+-][a-z0-9]++)*+(?![@\w])"
CLEAR_BOX = r"(?=[a-z._+-]*+[0-9]|[a-z]++[._+-][a-z0-9])"


class Mailboxes:
    """Finds the mailboxes before the hosts of addresses, and those at mail services that are only named."""

    def __init__(self, words: CopyWords) -> None:
        """Prepare the words for an "at" and for mail services."""
        self._no_mailbox, self._roles = frozenset(words.no_mailbox), frozenset(words.mail_roles)
        # Of an "at" that ends in a letter, that letter seems to begin the host.
        self._run_on = tuple(
            (at[:-1], at[-1]) for at in words.ats if not at[0].isascii() and at[-1].isascii()
        )
        run_on = (at for at, _ in self._run_on)
        self._joins = ("@", "#", *words.ats, *run_on, *words.bracketed_ats, *words.at_pictures)
        self._join_ends = frozenset(join[-1] for join in self._joins)
        self._may_join = self._join_ends.union(SHUTTING)
        services = "|".join((*words.mail_hosts, *words.mail_words))
        self._mail_host = rf"@(?:{MAIL_HOST}|(?:{services})(?![a-z0-9-]))"
        self._services = {
            **{word: _service(word, "b-z0-9_@#") for word in words.mail_hosts},
            **{word: _service(word, " b-z0-9_@#") for word in words.mail_words},
        }
        ats = one_of(at for at in words.ats if at.isascii())
        far_ats = one_of(at for at in words.ats if not at.isascii())
        at_firsts = "".join((*(at[0] for at in words.ats if not at.isascii()), *words.at_pictures))
        in_brackets = one_of(("@", *words.ats, *words.bracketed_ats))
        self._at_longest = len(" ()() ") + max(map(len, (*words.ats, *words.bracketed_ats)))
        self._at = (
            rf"(?=[ @#{at_firsts}]|{BRACKET})"
            rf"(?: ?@ ?|#| ?{BRACKET} ?{in_brackets} ?{SHUT_BRACKET} ?| ?{far_ats} ?"
            rf"|(?P<picture>[{''.join(words.at_pictures)}])|(?P<word> {ats} ))\Z"
        )
        self._site_verbs, self._mail_verbs = frozenset(words.site_verbs), frozenset(words.mail_verbs)
        self._no_box_before = rf"{BEFORE}{one_folded(words.no_mailbox_before)} \Z"
        self._box_signs = tuple(map(fold_word, words.box_signs))
        self._parts = (
            rf"(?<![a-z0-9])(?:[a-z0-9]++[ (\[]{{1,2}}{one_folded(words.box_signs)}[ )\]]{{1,2}}){{1,3}}\Z"
        )
        self._named = (*words.mail_hosts, *words.mail_words)
        self._behind_name = cache(lambda word: _named_service(word, words))

    def places(self, folded: Folded) -> Iterator[tuple[int, int]]:
        """Mailboxes that need no host: before a bare "@", or at a mail service."""
        yield from self._emails(folded.signs)
        yield from self._at_services(folded)
        for word in self._named:
            *parts, last = word.split()
            if folded.words.issuperset(parts) and folded.has(last):
                named = compiled(self._behind_name(word)).finditer(folded.signs)
                yield from (box.span() for box in named)

    def before(self, folded: Folded, host: Host) -> int | None:
        """Where the mailbox begins that an "at" joins to a host, or None where there is none."""
        begun, _, spelled = host
        if folded.signs[begun - 1 : begun] not in self._may_join:
            return None
        near = folded.signs[max(0, begun - self._at_longest) : begun].rstrip(SHUTTING)
        if near[-1:] not in self._join_ends or not near.endswith(self._joins):
            return None
        floor = max(0, begun - WINDOW)
        before = folded.signs[floor:begun]
        for at, letter in self._run_on:
            if before.endswith(at) and folded.signs.startswith(letter, begun):
                before += letter
        joint = compiled(self._at).search(before, max(0, len(before) - self._at_longest))
        back = compiled(BOX_BACK).match(before[: joint.start()][::-1]) if joint else None
        if joint is None or back is None:
            return None
        start, box = floor + joint.start() - back.end(), back.group()[::-1]
        if joint["picture"] and box in self._no_mailbox:
            return None
        written = folded.written(floor + joint.start(), begun)
        small = folded.written(start, start + 1).islower()
        if joint["word"] and not (small and written.isupper()):  # "agent AT vale DOT com"
            hidden = not written.isascii()
            clear = hidden or spelled or box in self._roles or compiled(JOINED_BOX).fullmatch(box)
            if (
                not clear
                or not small
                or box in self._no_mailbox
                or self._is_of(folded, before[: start - floor])
            ):
                return None
        return start - self._more_parts(before[: start - floor])

    def _more_parts(self, before: str) -> int:
        """How many signs before the last part of a mailbox belong to it: "j dot" of "j dot vale"."""
        if not before.rstrip(SHUTTING).endswith(self._box_signs):
            return 0
        parts = compiled(self._parts).search(before)
        return len(parts.group()) if parts else 0

    def _is_of(self, folded: Folded, before: str) -> bool:
        """Whether a word before "at" is a person or a thing to be found: "our editor at vale dot com"."""
        if compiled(self._no_box_before).search(before[-NEAR:]):
            return True
        if self._site_verbs.isdisjoint(folded.words):
            return False
        sentence = latin_words(compiled(STOP_BEFORE).split(before)[-1])
        finds = not self._site_verbs.isdisjoint(sentence) and self._mail_verbs.isdisjoint(sentence)
        return finds and not before.endswith((" at ", " on "))

    def _emails(self, signs: str) -> Iterator[tuple[int, int]]:
        """Mailboxes before a bare "@", also where the address of a mail service has lost its ending."""
        reached = 0
        for host in compiled(self._mail_host).finditer(signs):
            at, top = host.start(), host["top"]
            box = compiled(MAILBOX_BACK).match(signs[max(reached, at - 64) : at][::-1])
            if box and (top is None or top.isalpha()):
                reached = host.end()
                yield at - box.end(), reached

    def _at_services(self, folded: Folded) -> Iterator[tuple[int, int]]:
        """Mailboxes at a service whose address has lost its ending, behind more than a bare "@"."""
        for word, pattern in self._services.items():
            there = folded.has(word) if word.isalnum() else folded.may_have(word)
            for service in compiled(pattern).finditer(folded.signs) if there else ():
                start = self.before(folded, (*service.span(), not service.group().isalnum()))
                if start is not None:
                    yield start, service.end()


def _service(word: str, never_before: str) -> str:
    return rf"{word}(?<![{never_before}]{word})(?: com(?![a-z0-9]))?(?![a-z0-9_@]|[.-][a-z0-9])"


def _named_service(word: str, words: CopyWords) -> str:
    """A mail service with a mailbox behind its name: "gmail: annavale", "my gmail is anna.vale"."""
    mail, linked = one_folded(words.mail_names), one_folded(words.mail_links)
    needed = word in (*words.mail_words, *words.mail_messengers)
    named = rf" ?{mail}" if needed else rf"(?: ?{mail})?"
    before = rf"(?<![a-z0-9@.]{word})"
    return rf"{word}{before}{named}(?: ?[:=] ?{NAMED_BOX}|{linked}{CLEAR_BOX}{NAMED_BOX})"
