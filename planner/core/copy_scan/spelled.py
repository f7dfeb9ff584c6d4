"""Finds web addresses with a word, a blank or another sign where a point belongs: "anna dot vale dot com"."""

import re
from collections.abc import Iterator
from itertools import chain

from planner.core.copy_scan.begun import BegunAddresses
from planner.core.copy_scan.folding import HAN, PICTURES, WORD_SIGN, Folded, compiled
from planner.core.copy_scan.hosts import (
    LABEL,
    OPEN,
    OPENING,
    SHUT,
    SHUTTING,
    STOP,
    Host,
    Slashes,
    bare,
    is_behind_far,
    is_parsed,
)
from planner.core.copy_scan.names import NOTHING
from planner.core.copy_scan.patterns import one_of
from planner.core.copy_words import CopyWords

SCHEME = r":\s?/\s?/\s?"
SCHEME_NAME = r"(?<![a-z0-9])h(?:tt|xx)ps? ?\Z"
SCHEME_BEFORE = rf"{SCHEME_NAME[:-2]}{SCHEME}"
# Behind a word that is an ordinary one too stands a blank or a bracket.
WORD_SHUT = rf"(?: | ?[{SHUTTING}] ?)"
SHUT_SIGNS = " )]}>"
BRACKETS = {"(": ")", "[": "]", "{": "}", "<": ">"}
WINDOW, SCHEME_LONGEST, LED_WITHIN = 120, 30, 16
DOT = "dot"
# Of so many letters is a name that no blank parts from "dotcom".
LONG = 4
CLEAR = r"[a-z0-9]+[._-][a-z0-9_.-]+"
PATH_FOLLOWS = r" ?/ ?[a-z0-9]"
LONG_PATH = rf"{PATH_FOLLOWS}[a-z0-9_-]{{3}}"
# The parts of a name that stand behind Chinese.
NAME_IN_PARTS = rf"[{HAN}：:，。] ?(?P<parts>(?:[a-z0-9]{{1,8}} ){{1,2}})\Z"
# A mailbox, by which even an end that few names have is clear: "salt.road at proton dot me".
AT = " at "
BOX_BEFORE = rf"(?<![a-z0-9._-])[a-z0-9]{{1,20}}[._][a-z0-9._]{{1,30}}{AT}\Z"
# Shorter to read at each stop than the list of all, in which it is looked up then.
ANY_TOP = r"[a-z]{2,12}+"


class SpelledAddresses:
    """Finds addresses by the lists of words and signs for a point."""

    def __init__(self, words: CopyWords, slashes: Slashes) -> None:
        """Prepare the patterns of the lists."""
        self._slashes = slashes
        self._tops, self._weak = frozenset(words.top_domains), frozenset(words.word_domains)
        self._far_apart = frozenset(words.far_apart_domains)
        self._apart = tuple(f".{top}" for top in words.apart_domains)
        self._no_host = frozenset(words.no_host)
        self._noun = rf"[ -]{one_of(words.dot_com_words)}(?![a-z])"
        self._close_dots, self._joined = frozenset(words.close_dots), frozenset(words.joined_dots)
        # Behind a name in Chinese, of which nobody can tell where it begins, such an end is an address alone.
        far = (dot for dot in words.dots if not dot.isascii())
        self._far_ends = frozenset(f"{dot}{top}" for dot in far for top in words.apart_domains)
        dots = "|".join(map(re.escape, (*words.dots, *words.stop_dots, *words.dot_words)))
        joint = rf"{OPEN}(?:{dots}|\.){SHUT}"
        close = "".join(words.close_dots)
        # What is no part of a longer word is sooner looked up than searched.
        parted = (part for top in words.parted_domains for part in (top, top.split(".")[0]))
        self._alone = frozenset(filter(str.isascii, (*words.dot_words, *parted, "dot", "d0t")))
        # One pattern a word: those that begin with a word are found quickly.
        self._ends = tuple((word, rf"{end}(?![a-z0-9_-])") for word, end in _ends(words, joint))
        self._picture = rf"[{PICTURES}]{_close_end(words)}(?![a-z0-9_-])"
        self._leads_on = rf"(?<![a-z])(?:{'|'.join(words.address_leads)}):? ?\Z"
        self._before_end = rf"(?<![\w-]){LABEL}(?:{joint}{LABEL}){{0,3}}(?P<gap>{OPEN})\Z"
        self._joint = (
            rf"{OPEN}(?:{dots}|[.{close}{PICTURES}]){SHUT}| [{''.join(words.parted_dots)}] | (?=[a-z.]+\Z)"
        )
        any_joint = rf"(?: |{OPEN}(?:{dots}|[.{close}{PICTURES}]){SHUT})"
        short = "|".join(host.replace(".", any_joint) for host in words.short_hosts)
        self._short = rf"(?<![a-z0-9_-])(?:{short}){slashes.any}{WORD_SIGN}++"
        self._short_hosts = tuple(frozenset(host.split(".")) for host in words.short_hosts)
        self._slash_words = ("/", *words.slashes)
        # Of a word that ends in a letter, that letter seems to begin the host: "三个w点anna点com".
        run_on = tuple(word[:-1] for word in words.www_words if not word.isascii() and word[-1].isascii())
        self._begins = (":", *words.www_words, *run_on)
        www = f"{one_of(words.www_words)}{joint}|{one_of(run_on)}"
        self._before_host = rf"(?:{SCHEME_BEFORE}|{www})(?=[a-z0-9]\Z)"
        self._foreign = tuple(words.dot_words)
        self._begun = BegunAddresses(words, dots)

    def hosts(self, folded: Folded) -> Iterator[Host]:
        """Each address with another sign or a word where a point belongs."""
        yield from self._spelled(folded)
        yield from self._begun.hosts(folded)
        yield from self._short_links(folded)

    def _spelled(self, folded: Folded) -> Iterator[Host]:
        signs, reached = folded.signs, 0
        patterns = [
            pattern
            for word, pattern in self._ends
            if (word in folded.words if word in self._alone else folded.has(word))
        ]
        if folded.has_pictures:
            patterns.append(self._picture)
        begins = any(map(folded.has, self._begins))
        found = (compiled(pattern).finditer(signs) for pattern in patterns)
        for match in sorted(chain.from_iterable(found), key=re.Match.start):
            point, over = match.span()
            if point < reached:
                continue
            floor, reached = max(reached, point - WINDOW), over
            window = signs[floor:point]
            if self._is_far(match) and not (DOT in window or self._is_over(signs, over)):
                continue  # "a polka dot top", sooner seen than what stands before
            before = compiled(self._before_end, re.ASCII).search(window)
            if before is None:
                if compiled(rf"[{HAN}]\Z").search(window) and match.group() in self._far_ends:
                    yield point, over, True
                continue
            start = floor + before.start()
            label = window[before.start() : before.start("gap")]
            if not self._is_apart(folded, match, (before["gap"], label), start):
                continue
            host = compiled(self._joint).sub(".", signs[start:over])
            noun = compiled(self._noun).match(signs, over)
            if host.split(".")[0] not in self._no_host and not noun and is_parsed(host):
                reached = self._slashes.path_end(signs, over, loose=True)
                if begins:
                    start = self._begin(signs, start)
                if match.group()[1:2] == " " == signs[point - 1]:
                    start -= self._parts_before(signs, start)
                yield start, reached, signs[point].isalnum()

    def _begin(self, signs: str, start: int) -> int:
        """Where a host begins with the scheme or "www" before it."""
        begun = compiled(self._before_host).search(signs, max(0, start - SCHEME_LONGEST), start + 1)
        return begun.start() if begun else start

    def _parts_before(self, signs: str, start: int) -> int:
        """How many signs before a host are parts of its name, where its point stands in blanks in Chinese."""
        before = compiled(NAME_IN_PARTS).search(signs, max(0, start - LED_WITHIN), start)
        return len(before["parts"]) if before and self._no_host.isdisjoint(before["parts"].split()) else 0

    def _short_links(self, folded: Folded) -> Iterator[Host]:
        """Short links with a blank for the point, which have a path."""
        named = any(map(folded.words.issuperset, self._short_hosts))
        if named and any(map(folded.has, self._slash_words)):
            for match in compiled(self._short).finditer(folded.signs):
                yield match.start(), match.start() + len(bare(match.group())), True

    def _is_apart(self, folded: Folded, end: re.Match[str], before: tuple[str, str], start: int) -> bool:
        """Whether what stands for the point can be one: a word needs blanks, a comma may have none."""
        gap, label = before
        sign, after = end.group()[0], folded.signs[end.start() + 1 : end.end()]
        close, over = not gap and not after.startswith(" "), end.end()
        if self._is_far(end):
            return end["far"] in self._tops and self._is_clear(folded, start, over, label)
        if sign.isalnum() and sign not in self._close_dots:
            return self._is_word_apart(folded, end, before, start)
        top = after.strip(SHUT_SIGNS)
        apart = f".{top}" in self._apart
        path_of_site = not apart and top in self._tops and self._has_path(folded, over)
        far = not apart and top in self._far_apart and self._is_in_chinese(folded, start, over)
        if sign == " ":
            if after[0].isalnum():  # nothing but a blank stands for the point
                path = compiled(LONG_PATH).match(folded.signs, over) is not None
                return not gap and (path or self._is_led(folded.signs, start))
            return not gap and self._is_set_off(folded.signs, start, over)
        if sign in self._close_dots or compiled(f"[{PICTURES}]").match(sign):
            return close and (apart or far or (path_of_site and not sign.isascii()))
        if sign == ".":
            shut = after.strip()[:1] in BRACKETS.values()
            paired = not shut or BRACKETS.get(gap.strip()) == after.strip()[:1]
            lower = folded.written(end.start(), over).islower()
            known = apart or path_of_site or far or (shut and top in self._tops)
            return not close and lower and paired and known
        return self._is_word_apart(folded, end, before, start)

    def _is_word_apart(self, folded: Folded, end: re.Match[str], before: tuple[str, str], start: int) -> bool:
        """The same of a word, or of a stop that is read as one."""
        (gap, label), sign, over = before, end.group()[0], end.end()
        if end.group() in self._joined:
            return self._is_set_off(folded.signs, start, over) if gap else len(label) >= LONG
        if end.group().startswith(self._foreign):
            return bool(gap)
        if compiled(r"[a-z]*\Z").search(end.group())[0] in self._weak and not self._has_path(folded, over):  # type: ignore[index]
            clear = compiled(CLEAR).fullmatch(label) or not sign.isascii() or gap.strip()
            return (bool(clear) and len(label) >= LONG) or self._is_over(folded.signs, over)
        return bool(gap) or not sign.isascii() or not sign.isalpha()

    def _is_in_chinese(self, folded: Folded, start: int, end: int) -> bool:
        """Whether a place stands close behind Chinese, with no capitals as names have them."""
        first = start - self._parts_before(folded.signs, start)
        return is_behind_far(folded.signs, first) and folded.written(start, end).islower()

    def _has_path(self, folded: Folded, end: int) -> bool:
        return compiled(PATH_FOLLOWS).match(folded.signs, end) is not None

    def _is_far(self, end: re.Match[str]) -> bool:
        """Whether an end is none of those that are read behind a dot in words without more."""
        return end.lastgroup == "far"

    def _is_clear(self, folded: Folded, start: int, end: int, name: str) -> bool:
        """Whether what few names end in is clear: behind several parts, or led to and at a sentence's end."""
        signs = folded.signs
        if signs.endswith(AT, 0, start) and compiled(BOX_BEFORE).search(signs, max(0, start - WINDOW), start):
            return True
        parts = compiled(self._joint).sub(".", name).split(".")
        if parts[0] in self._no_host or "to" in parts or not folded.written(start, end).islower():
            return False
        led = self._is_led(signs, start) or is_behind_far(signs, start)
        return len(parts) > 1 or (led and self._is_over(signs, end))

    def _is_set_off(self, signs: str, start: int, end: int) -> bool:
        """Whether words that lead to an address stand before a place, or the sentence ends behind it."""
        return self._is_led(signs, start) or self._is_over(signs, end)

    def _is_led(self, signs: str, start: int) -> bool:
        """Whether words that lead to an address stand before a place."""
        return compiled(self._leads_on).search(signs, max(0, start - LED_WITHIN), start) is not None

    def _is_over(self, signs: str, end: int) -> bool:
        """Whether a sentence ends at a place."""
        return compiled(STOP).match(signs, end) is not None


def _close_end(words: CopyWords) -> str:
    """What ends an address behind a sign that stands close before it: any end where a path follows."""
    far = one_of(words.far_apart_domains)
    return rf"(?: ?+{one_of(words.apart_domains)}|(?=[a-z])(?:{far}|{ANY_TOP}(?=/[a-z0-9])))"


def _tops(words: CopyWords) -> tuple[str, ...]:
    return tuple({*words.spelled_domains, *words.far_domains, *words.top_domains})


def _ends(words: CopyWords, joint: str) -> Iterator[tuple[str, str]]:
    """What ends an address, with the word or sign in the place of its point."""
    near, apart, top = one_of(words.spelled_domains), one_of(words.apart_domains), one_of(_tops(words))
    far = one_of(words.far_apart_domains)
    limited = one_of((*words.spelled_domains, *words.far_domains))
    bracketed = rf" ?[{SHUTTING}] ?{top}"
    for word in words.dots:
        spelled = re.escape(word)
        if word.isascii():
            any_top = rf" (?P<far>{ANY_TOP})(?!{joint}{LABEL})" if word == DOT else NOTHING
            limited_to = rf"{SHUT}{near}(?:{joint}{near})?|(?<=[{OPENING}]{spelled}){bracketed}"
            yield word, rf"{spelled}(?:{limited_to}|{any_top})"
        else:
            yield word, rf"{spelled}{SHUT}{top}(?:{joint}{top})?"
    yield from ((stop, rf"{stop}{SHUT}{limited}(?:{joint}{near})?") for stop in words.stop_dots)
    for word, its_ends in words.dot_words.items():
        of_country = rf"(?:{OPEN}{word}{WORD_SHUT}{near}(?![a-z]))?+"
        ends = rf"(?:{WORD_SHUT}{one_of(its_ends)}{of_country}|(?<=[{OPENING}]{word}){bracketed})"
        yield word, rf"{word}{ends}(?!{OPEN}{word}(?![a-z]))"
    yield from ((word, word) for word in words.joined_dots)
    yield from ((top, rf" {top}(?={STOP}|{LONG_PATH})") for top in words.parted_domains)
    beside = rf"(?:(?<=[ (\[{{<].)|(?=[ )\]}}>])){SHUT}(?:{apart}|{ANY_TOP}(?={PATH_FOLLOWS}))"
    yield ".", rf"[.](?:{beside}|(?<= .) {far}|(?<=[(\[{{<].)[)\]}}>] ?{ANY_TOP})"
    close = _close_end(words)
    yield from ((sign, rf"{re.escape(sign)}{close}") for sign in words.close_dots)
    signs, tops = re.escape("".join(words.parted_dots)), words.parted_domains
    for first in {top.split(".")[0] for top in tops}:
        yield first, rf" [{signs}] {one_of(top for top in tops if top.split('.')[0] == first)}"
