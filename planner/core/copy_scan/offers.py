"""Finds prices and promotion codes in a text."""

import re
from collections.abc import Iterator
from functools import partial
from itertools import chain, filterfalse

from planner.core.copy_scan.context_names import ContextNames
from planner.core.copy_scan.folding import (
    LATIN_SIGN,
    PICTURES,
    Folded,
    compiled,
    fold_word,
    fold_words,
    places_of,
)
from planner.core.copy_scan.look_alikes import look_alikes
from planner.core.copy_scan.names import AFTER, BEFORE, CYRILLIC, EDGE, NEAR, Place
from planner.core.copy_scan.offering import Offering, Told
from planner.core.copy_scan.patterns import every, one_folded, one_of
from planner.core.copy_scan.sums import Sums
from planner.core.copy_words import CopyWords

PRICE, PROMO_CODE = "price", "promo-code"
DIGIT = "[0-9]"  # many times sooner found than \d, and no others are left in a text
AMOUNT = r"\d(?:[\d.,]*\d)?(?: [.,] ?\d[59](?!\w))?"
# "SALT15", "COZY-25", "ЗИМА25".
LATIN_CODE = r"(?:[a-z]{1,2}[-_]\d{2,6}|[a-z0-9]{3,20}+)(?:[-_](?=[a-z]{0,9}\d)[a-z0-9]{1,12}+)?"
CODE = rf"(?:{LATIN_CODE}|[{CYRILLIC}]{{3,15}}+\d{{0,4}}+)(?![a-z0-9])"
OPENING, CLOSING = "(?P<open>[\"'“「『【(（《<¥$€\\[])?", "(?(open)[\"'”」』】)）》>¥$€\\]]?)"
# A code that is said, in Chinese signs, behind names that end so: "优惠口令：山月".
SAID, SAID_CODE = ("令", "号"), r": ?[“「『【《]?[\u4e00-\u9fff]{2,8}[”」』】》]?"
# Letters and digits: no story's code, and between two signs for money one that a shop's app reads.
SURE_CODE = r"(?=[a-z]*+\d)(?=\d*+[a-z])[a-z0-9]{5,20}+"
# What is copied and opened in an app: "复制 (Kd82jsW1)".
TOKEN = rf"[(《【「/]{SURE_CODE}[)》】」/]"
COPIED = rf"复制[^a-z0-9\n]{{0,8}}?{TOKEN}|{TOKEN}(?=[^a-z0-9\n]{{0,6}}复制)"
CODE_BACK = r"[\"'”」』】 は를을]{0,3}(?P<code>[a-z0-9]{5,20}+)(?![a-z0-9])"
# "7 euros 90", "7€90", "7 euros con 90".
REST = r"(?:(?: con)? ?\d\d(?!\w|[.,]\d))?"
ONE = ("a", "one", "un", "une", "ein", "einen")
# How far before the name of a currency its sum in words is read.
NUMBER_WITHIN = 40
# Signs that stand in no sum in words.
NO_NUMBER = ".,\n"
# Behind one a sum of cents has no more words, nor more joints before a number: a row of them has no end.
MOST_JOINED, MOST_JOINTS = 8, 3


class Prices:
    """Finds amounts of money, but the sums in a story."""

    def __init__(self, words: CopyWords) -> None:
        """Prepare the signs and words for money."""
        self._sums = Sums(words.offering)
        signs = "".join(map(re.escape, {fold_word(sign) for sign in words.money_signs}))
        plain = {fold_word(word) for word in words.money_words}
        latin = one_of(word for word in plain if word.isascii())
        other = one_of(word for word in plain if not word.isascii())
        codes = (*(word for word in plain if word.isascii() and len(word) == len("usd")), *words.money_before)
        self._mark = rf"{BEFORE}{one_folded(words.money_marks)}\Z"
        self._signed = re.compile(rf"[{signs}] ?{AMOUNT}")
        self._named = re.compile(
            rf"{DIGIT}(?<!{LATIN_SIGN}\d)(?<![.,{signs}]\d)(?:[\d.,]*+(?<=\d))?"
            rf" ?(?:{latin}{AFTER}|{other}|[{signs}]){REST}"
        )
        self._coded = {code: rf"{code}(?<!{EDGE}{code})[. ]{{0,2}}{AMOUNT}" for code in map(fold_word, codes)}
        self._currencies = tuple(word for word in plain if word.isascii() and word.isalpha())
        numbers = (*"|".join(words.digit_words).split("|"), *words.ten_words)
        joined = rf"(?:{one_of((*numbers, *words.number_joints))}[ -]?)"
        self._any_number, self._number_words = one_of(numbers), tuple({*numbers, *words.number_joints})
        # Up to the first number only joints: else each word of a row would be tried as it.
        led = rf"(?:{one_of(words.number_joints)}[ -]?)"
        self._number = rf"(?<![a-z]){led}*{one_of(numbers)}[ -]?{joined}*\Z"
        soon = rf"(?={led}{{0,{MOST_JOINTS}}}{one_of(numbers)})"
        self._more = rf" {soon}{joined}{{0,{MOST_JOINED}}}{one_of(numbers)}(?: {latin})?{AFTER}"
        self._one = rf"(?<![a-z]){one_of(ONE)} \Z"
        leads = one_folded(words.price_leads)
        self._ends = tuple(map(fold_word, words.price_ends))
        self._led_number = rf"{BEFORE}{leads} (?P<number>{one_of(numbers)}) (?:and )?\Z"
        self._great_words = frozenset(map(fold_word, words.great_sums))
        self._great = rf" {one_folded(words.great_sums)}{AFTER}"
        cash = (*words.cash_behind, *(word.split()[-1] for word in words.cash_before))
        self._cash_words = frozenset(map(fold_word, cash))
        self._cash = rf"[ -]?{one_folded(words.cash_behind)}{AFTER}"
        self._of_cash = rf"{BEFORE}{one_folded(words.cash_before)} \Z"
        self._bare_lead = rf"{BEFORE}{leads} \Z"
        self._others = re.compile(
            rf"{DIGIT}(?:(?<![\w.,]\d)\d?p(?!\w|\.\w)"
            r"|(?P<bare>(?<= \d)\d?[.,]\d[059](?![\w%]|[.,]\d)))"
        )

    def places(self, folded: Folded) -> Iterator[Place]:
        """Each price with its place among the signs."""
        coded = (pattern for code, pattern in self._coded.items() if folded.has(code))
        great = not self._great_words.isdisjoint(folded.words)
        cash = not self._cash_words.isdisjoint(folded.words)
        for pattern in (self._signed, self._named, self._others, *map(compiled, coded)):
            sums = pattern.finditer(folded.signs)
            if great or pattern is self._others:
                sums = filter(partial(self._is_sum, folded), sums)
            found = map(re.Match.span, sums)
            offered = filter(partial(self._is_no_cash, folded), found) if cash else found
            for start, end in self._sums.prices(folded, offered):
                yield PRICE, self._begin(folded.signs, start), end
        spelled = chain(self._in_words(folded), self._without_currency(folded))
        for start, end in spelled if self._sums.may_sell(folded) else ():
            if self._is_no_cash(folded, (start, end)) and self._sums.sold(folded, start, end):
                yield PRICE, start, end

    def _begin(self, signs: str, start: int) -> int:
        """Where a price begins, with the letters that say whose money its sign is: "US$5"."""
        marked = start and signs[start - 1].isalpha() and not signs[start].isalnum()
        mark = compiled(self._mark).search(signs, max(0, start - NEAR), start) if marked else None
        return mark.start() if mark else start

    def _is_no_cash(self, folded: Folded, sum: tuple[int, int]) -> bool:
        """Whether a sum is not money that somebody in a story has, finds or pays."""
        start, end = sum
        if compiled(self._cash).match(folded.signs, end):
            return False
        return compiled(self._of_cash).search(folded.signs, max(0, start - NEAR), start) is None

    def _is_sum(self, folded: Folded, sum: re.Match[str]) -> bool:
        """Whether a sum may be a price; a bare one only behind a lead, where something is sold."""
        start, end = sum.span()
        if compiled(self._great).match(folded.signs, end):
            return False
        if sum.lastgroup != "bare":
            return True
        led = compiled(self._bare_lead).search(folded.signs, max(0, start - NEAR), start)
        return led is not None and self._sums.sold(folded, start, end)

    def _without_currency(self, folded: Folded) -> Iterator[tuple[int, int]]:
        """Sums in words that end as prices do, behind what leads to one: "for two ninety-nine"."""
        for end in filter(folded.may_have, self._ends):
            for place in places_of(end, folded.signs):
                number = compiled(self._led_number).search(folded.signs, max(0, place - NEAR), place)
                over = place + len(end)
                if number and compiled(f"(?!-){AFTER}").match(folded.signs, over):
                    yield number.start("number"), over

    def _in_words(self, folded: Folded) -> Iterator[tuple[int, int]]:
        """Sums in words: "ninety-nine cents"."""
        for currency in folded.words.intersection(self._currencies):
            for name in compiled(f"{currency}(?<!{EDGE}{currency}){AFTER}").finditer(folded.signs):
                before = folded.signs[max(0, name.start() - NUMBER_WITHIN) : name.start()]
                before = before[max(map(before.rfind, NO_NUMBER)) + 1 :]
                led = before.rstrip(" -").endswith(self._number_words)
                counted = compiled(self._any_number).search(before) if led else None
                number = compiled(self._number).search(before) if counted else None
                more = compiled(self._more).match(folded.signs, name.end())
                if more and not number:
                    number = compiled(self._one).search(before)
                if number:
                    start = name.start() - len(before) + number.start()
                    yield start, more.end() if more else name.end()


class PromoCodes:
    """Finds promotion codes, and the words that say that there is one."""

    def __init__(self, words: CopyWords) -> None:
        """Prepare the words for codes."""
        alike = look_alikes(words)
        self._names = ContextNames(tuple(every(words.codes)), words.code_words, (), words, alike)
        self._offering = Offering(words.offering)
        self._behind = f"(?: ?:? ?|{one_folded(words.code_links)}){OPENING}(?P<code>{CODE}){CLOSING}"
        self._signs = frozenset(map(fold_word, words.money_signs))
        signs = "".join(map(re.escape, self._signs))
        self._token = f"[{signs}]({SURE_CODE})[{signs}]"
        self._uses = tuple(fold_words(words.code_uses))
        links = one_folded(words.code_links)
        self._bare = {word: _followed_by_code(word, links) for word in words.bare_codes}
        self._other = tuple(f"{word} " for word in words.other_codes)

    def places(self, folded: Folded) -> Iterator[Place]:
        """Each code with its place among the signs, with the words that say that it is one."""
        for _, start, end in self._names.places(folded):
            code = compiled(self._behind).match(folded.signs, end)
            sure = code and (code["open"] in self._signs or _is_code(folded, *code.span("code")))
            said = compiled(SAID_CODE).match(folded.signs, end) if folded.signs[end - 1] in SAID else None
            yield PROMO_CODE, start, code.end() if code and sure else said.end() if said else end
        if any(map(compiled(SURE_CODE).fullmatch, filterfalse(str.isalpha, folded.words))):
            tokens = (COPIED, *((self._token,) if any(map(folded.has, self._signs)) else ()))
            found = (compiled(pattern).finditer(folded.signs) for pattern in tokens)
            yield from ((PROMO_CODE, *token.span()) for token in chain.from_iterable(found))
            yield from self._before_use(folded)
        for match in self._behind_word(folded):
            mixed = any(map(str.isdigit, match["code"])) and not match["code"].isdigit()
            sure = ":" in match["colon"] or mixed
            other = folded.signs.endswith(self._other, 0, match.start())
            if (
                sure
                and not other
                and _is_code(folded, *match.span("code"))
                and not self._is_told(folded, match)
            ):
                yield PROMO_CODE, *match.span()

    def _before_use(self, folded: Folded) -> Iterator[Place]:
        """Codes before what is done with one: "SALT15 at checkout"."""
        for use in filter(folded.may_have, self._uses):
            for place in places_of(use, folded.signs):
                floor = max(0, place - NEAR - len("  "))
                back = compiled(CODE_BACK).match(folded.signs[floor:place][::-1])
                if back is None:
                    continue
                start, end = place - back.end("code"), place - back.start("code")
                if compiled(SURE_CODE).match(folded.signs, start, end) and _is_code(folded, start, end):
                    yield PROMO_CODE, start, end

    def _is_told(self, folded: Folded, code: re.Match[str]) -> bool:
        """Whether a story holds a code: "Code: RED, shouted the speaker"."""
        if compiled(SURE_CODE).fullmatch(code["code"]):
            return False
        return self._offering.tells(folded, *code.span()) is Told.SURELY

    def _behind_word(self, folded: Folded) -> Iterator[re.Match[str]]:
        """What may be a code behind a word that is otherwise none."""
        for word, pattern in self._bare.items():
            if folded.may_have(word) if word.isascii() else folded.has(word):
                yield from compiled(pattern).finditer(folded.signs)


def _followed_by_code(word: str, links: str) -> str:
    edge, blank = (f"(?<!{EDGE}{re.escape(word)})", " ") if word.isascii() else ("", " ?")
    colon = rf"(?P<colon> ?[:={PICTURES}]{{1,2}} ?|{links}|{blank})"
    return rf"{re.escape(word)}{edge}{colon}{OPENING}(?P<code>{CODE}){CLOSING}"


def _is_code(folded: Folded, start: int, end: int) -> bool:
    """Whether a word is written as codes are: in capitals and digits."""
    return not any(map(str.islower, folded.written(start, end)))
