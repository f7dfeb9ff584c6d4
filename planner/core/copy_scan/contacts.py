"""Finds phone numbers and the ids of messengers in a text."""

import re
from collections.abc import Iterable, Iterator

from planner.core.catalog_lists import App
from planner.core.copy_scan.digits import DIGIT_SIGNS, SignDigits, SpelledDigits
from planner.core.copy_scan.folding import LAST_ALPHABET, PICTURES, Folded, compiled, fold_word
from planner.core.copy_scan.look_alikes import look_alikes
from planner.core.copy_scan.names import AFTER, BEFORE, Names, Place, begins_word
from planner.core.copy_scan.parted import parted, spaced
from planner.core.copy_scan.patterns import every, one_backwards, one_folded, one_of
from planner.core.copy_words import CopyWords

PHONE, MESSENGER_ID = "phone", "messenger-id"
# A run of digits with what may part them; what is none is sorted out by its digits afterwards.
ODD = rf"[/_*~|·•–—{PICTURES}]"
ODD_APART = f" ?{ODD} ?"
RUN = rf"[+(0-9](?<![\w.,/=][+(0-9])(?<![0-9][ :-][+(0-9])(?:[ ().{ODD[1:-1]}-]{{0,3}}[0-9]){{6,}}+"
RUN_ENDS = r"[\w:/]|[.,]\d|-\d"
NUMBER = (
    r"\+[1-9][\d ().-]{6,22}"  # with the code of its country
    r"|00[1-9][\d ().-]{7,22}"
    r"|1[3-9]\d-?\d{4}-?\d{4}|1[3-9]\d \d{4} \d{4}"  # a mobile in China
    r"|1(?P<gap>[ .-])[3-9](?:(?P=gap)\d){9}"  # the same, digit by digit
    r"|[48]00-\d{3}-?\d{4}"
    r"|\(?\d{3}\)?[ .-]\d{3}[.-]\d{4}|\d{3} \d{3} \d{4}|1[.-]\d{3}[.-]\d{3}[.-]\d{4}"  # North America
    r"|\(0?\d{1,4}\) ?\d{3,5}[ -]?\d{3,4}"  # an area in brackets
    r"|0\d{1,4}[ -]\d{3,8}|0\d{1,4}[ -]\d{3,4}[ -]\d{3,4}|0\d(?:[ .-]\d\d){4}|0\d{9,10}"  # an area with its 0
    r"|0\d{2,4}[ -]\d{3,5}[ -]\d{2,5}(?:[ -]\d{2,4})?"  # the same, in other groups
    r"|8 ?\(\d{3}\) ?\d{3}-?\d\d-?\d\d|8-\d{3}-\d{3}-\d\d-\d\d"  # in Russia
)
# Digits with blanks between them all, in groups.
ONE_BY_ONE = r"\d(?: \d)+(?: ?- ?\d(?: \d)+)+"
POSTCODE, STATE = r"\d{5}-\d{4}", r"[\s,][A-Z]{2}\s"
DAY = r"(?:19|20)\d\d-[01]\d-[0-3]\d"
# In words a number has no signs that group its digits.
IN_A_ROW, LONG_MOBILE = r"1?[2-9]\d\d[2-9]\d{6}", r"01[5-7]\d{9}"
# Letters that look like digits, beside digits or between two.
LOOKS = str.maketrans("oilsbzgq", "01158299")
MAY_LOOK = r"[oil](?:\d|(?<=\d.))|\d[sbzgq]\d"
LOOKING = r"[oil](?:(?<![a-z].)[oil]*+(?=\d)|(?<=\d.)[oil]*+(?![a-z]))|(?<=\d)[sbzgq](?=\d)"
MOBILE, SERVICE = r"1[3-9]\d{9}", r"[48]00\d{7}"
FEWEST_LED, FEWEST, MOST = 7, 8, 15
LED_WITHIN = 22
LED_TO = "at|on|me|us|unter|auf|an|al|el|au|le|is|es|est|ist|per|по|это"
ID = r"[a-z0-9][a-z0-9_.-]{0,38}[a-z0-9_](?:#\d{4})?"
# What is read to know an id is no longer than one: names may stand in a row without an end.
HAS_LETTER = r"(?=\d{0,39}+[a-z_])"
# Nothing but an id: a word with a digit in it, long enough to be no model and no amount.
CLEAR_ID = rf"(?=[a-z_.-]{{0,40}}+[\d#]){HAS_LETTER}(?=[\w.#-]{{5}}){ID}"
# Two words joined as handles are: "anna.vale", "vale_books".
JOINED_ID = rf"(?=[a-z0-9]{{2,38}}+[._][a-z0-9])(?=[\w.]{{5}}){ID}"
# A word that has a blank in no sentence: behind a name that is a word too.
UNDERSCORED = rf"(?=[a-z0-9.]{{2,38}}+_[a-z0-9]){ID}"
# A name with the number that Discord once put behind each.
NUMBERED = r"[a-z0-9_.]{2,32}#\d{4}(?!\d)"
# What parts a name from an id: a colon, or a sign or picture that is set like one.
COLONS = ":=|｜丨"
COLON = rf" ?[{COLONS}{PICTURES}]{{1,3}} ?"
# Behind these even a word that is none otherwise names a messenger.
ADDING = ("加", "加我", "加个", "➕", "➕我", "+", "+我", "十")
ID_NUMBER = rf"\+?[\d{''.join(DIGIT_SIGNS)}](?:[ .·・•()/-]{{0,2}}[\d{''.join(DIGIT_SIGNS)}]){{5,14}}"
# Behind these with a blank alone a word is none: "line number of the poem", "the Facebook account has".
NO_WORD = r"(?<!number )(?<!no\. )(?<!account )"
# A word alone, with which a line or its Latin part ends: behind a colon it is longer than most words.
LONE_ENDS = r"(?= *(?:\Z|[^\x00-\x7f]|[\n,!]))"
LONE_ID, LONG_ID = rf" [a-z]{{4,24}}{LONE_ENDS}", rf"{COLON}[a-z]{{9,24}}{LONE_ENDS}"
SURE_ID = rf"(?:{ID_NUMBER}|{CLEAR_ID})"
ANY_ID = rf"(?:{SURE_ID}|{NO_WORD}{ID})"
BARE_NUMBER = r"\d{6,12}(?!\w)"


class Phones:
    """Finds phone numbers; dates, years, ratios, prices and ISBNs are none."""

    def __init__(self, words: CopyWords) -> None:
        """Prepare the words that stand before a number."""
        leads, led_to = map(one_backwards, (words.phone_leads, LED_TO.split("|")))
        self._led_back = rf"[^\w+(]*(?:{led_to}[: ]+)?{leads}(?![a-z])"
        self._other = tuple(fold_word(word) for word in words.other_numbers)
        self._spelled = SpelledDigits(words.digit_words, words.ten_words, words.digit_again)
        self._signs = SignDigits(words.digit_alike, words.digit_hangul)

    def places(self, folded: Folded) -> Iterator[Place]:
        """Each phone number with its place among the signs."""
        signs = _with_digits(folded)
        for run in compiled(RUN, re.ASCII).finditer(signs):
            if (
                self._is_phone(signs, run)
                and not _is_postcode(folded, run)
                and not compiled(RUN_ENDS, re.ASCII).match(signs, run.end())
            ):
                yield PHONE, *run.span()
        for start, end, digits, plain in self._signs.rows(folded):
            pattern = f"{NUMBER}|{SERVICE}" if plain else MOBILE
            if compiled(pattern).fullmatch(digits):
                yield PHONE, start, end
        for start, end, digits, sure in self._spelled.rows(folded):
            led = FEWEST_LED <= len(digits) <= MOST and self._is_led(signs, start)
            if led or (sure and compiled(f"{NUMBER}|{LONG_MOBILE}|{IN_A_ROW}").fullmatch(digits)):
                yield PHONE, start, end

    def _is_phone(self, signs: str, run: re.Match[str]) -> bool:
        number = run.group()
        count = sum(map(number.count, "0123456789"))
        if not FEWEST_LED <= count <= MOST or compiled(DAY).fullmatch(number):
            return False
        if signs[max(0, run.start() - LED_WITHIN) : run.start()].rstrip(" :.#").endswith(self._other):
            return False
        number = compiled(ODD_APART).sub("-", number)
        if compiled(ONE_BY_ONE).fullmatch(number):
            number = number.replace(" ", "")
        if count >= FEWEST and compiled(NUMBER).fullmatch(number):
            return True
        return self._is_led(signs, run.start())

    def _is_led(self, signs: str, start: int) -> bool:
        """Whether "call" or the like stands before a number."""
        return bool(compiled(self._led_back).match(signs[max(0, start - LED_WITHIN) : start][::-1]))


def _is_postcode(folded: Folded, run: re.Match[str]) -> bool:
    """Whether a number is one of a place in North America: "Boston, MA 02110-1301"."""
    state = folded.written(max(0, run.start() - 4), run.start())
    return bool(compiled(POSTCODE).fullmatch(run.group()) and compiled(STATE).fullmatch(state))


def _with_digits(folded: Folded) -> str:
    """The signs, where letters that look like digits in a number are digits: "l39 oo13 8ooo"."""
    if not compiled(MAY_LOOK).search(folded.vocabulary):
        return folded.signs
    return re.sub(LOOKING, lambda them: them[0].translate(LOOKS), folded.signs)


class MessengerIds:
    """Finds the name of a messenger with an id behind it."""

    def __init__(self, apps: Iterable[App], words: CopyWords) -> None:
        """Prepare the names that stand before ids."""
        apps = tuple(apps)
        contacts = tuple(every(word for app in apps for word in app.contacts))
        weak = tuple(every(word for app in apps for word in app.contact_words))
        doubted = (
            *(word for word in every(word for app in apps for word in app.words) if word.isascii()),
            *weak,
        )
        self._unsure = frozenset(word for word in doubted if not word.endswith(words.id_marks))
        self._handles = self._unsure.intersection(weak)
        in_parts = parted(contacts, (word for app in apps for word in app.words))
        names = (
            *contacts,
            *spaced((*contacts, *weak)),
            *in_parts,
            *weak,
        )
        self._lone = {
            **dict.fromkeys((word for word in weak if word.isascii() and len(word) > 1), LONG_ID),
            **dict.fromkeys((word for app in apps for word in app.lone), LONE_ID),
        }
        self._names = Names(names, alike=look_alikes(words))
        self._plain = frozenset(name for name in names if name.isascii() and name[0].isalnum())
        marks = _one_of(fold_word(word) for word in words.id_marks)
        link, verb = _latin(words.id_links), _verb(words.id_verbs)
        mark = rf" ?の?{marks}(?:{COLON}| ?)(?!{link} )[「『“\"]?"
        linked = rf" ?の?{marks}(?: {link} (?:@{ID}|{SURE_ID})| ?{_far(words.id_links)} ?{ID})"
        self._sure = (
            rf"(?:{mark}|{COLON})@?{ANY_ID}| ?(?:@{ID}|{SURE_ID})| {UNDERSCORED}"
            rf"|{verb}(?:@{ID}|{SURE_ID})|{linked}"
            rf"|(?=[^ -~]){_far(words.id_links)} ?(?:{SURE_ID}|{UNDERSCORED})"
        )
        self._written_together = rf"(?=[\w.-]{{4}}){HAS_LETTER}{ID}"
        self._after_word = rf"{mark}@?{ANY_ID}|{linked}|(?:{COLON}| ?)@{ID}|{COLON}{SURE_ID}"
        self._after_word += (
            rf"|{COLON}{UNDERSCORED}|(?:{COLON}| ){NUMBERED}| ?{_far(words.id_links)} ?{CLEAR_ID}"
        )
        self._after_mark = rf"(?:{COLON}| ?)@?(?:{SURE_ID}|{HAS_LETTER}{ID})"
        self._marks = tuple(map(fold_word, words.id_marks))
        self._after_letter = f"{COLON}(?:{CLEAR_ID}|{BARE_NUMBER})"
        self._after_handle = rf"{self._after_word}|{COLON}{JOINED_ID}| {UNDERSCORED}"
        self._after_far_handle = (
            rf"{self._after_handle}| ?(?=[a-z0-9.]*_){CLEAR_ID}| ?[1-9](?: ?\d){{7,10}}(?!\w)"
        )
        self._after: dict[str, re.Pattern[str]] = {}
        between = (*words.id_marks, *words.id_links, *words.id_verbs)
        self._may_follow = frozenset(
            ("の", *COLONS, *"".join(DIGIT_SIGNS), *(word[0] for word in map(fold_word, between)))
        )

    def places(self, folded: Folded) -> Iterator[Place]:
        """Each id with the messenger's name before it, and its place among the signs."""
        signs, adds = folded.signs, any(map(folded.has, ADDING))
        far = not signs.isascii()
        for place in self._names.places(folded):
            name, start, end = place
            if far and self._is_followed_by_word(signs, end):
                continue
            after = self._after.get(name) or self._after.setdefault(name, self._id_after(name))
            id = after.match(signs, end)
            if id is None and name not in self._plain and (adds or name not in self._unsure):
                id = self._id_closer(signs, place)
            if id:
                yield MESSENGER_ID, start, id.end()

    def _is_followed_by_word(self, signs: str, end: int) -> bool:
        """Whether a sign stands behind a name in which nothing begins that may stand before an id."""
        place = end + signs.startswith(" ", end)
        sign = signs[place : place + 1]
        return sign > LAST_ALPHABET and sign.isalpha() and sign not in self._may_follow

    def _id_closer(self, signs: str, place: Place) -> re.Match[str] | None:
        """An id behind a name that is added or no Latin word: less has to stand between them."""
        name, start, end = place
        led = not name.isascii() and signs.endswith(ADDING, 0, start)
        if not led and name in self._unsure:
            return None
        id = compiled(self._sure).match(signs, end) if led else None
        return id or self._id_written_together(signs, place)

    def _id_written_together(self, signs: str, place: Place) -> re.Match[str] | None:
        """An id that nothing parts from a name that is Chinese or is added: "加微saltroad", "+V saltroad"."""
        name, start, end = place
        added = not name[0].isalnum() and begins_word(signs, start)
        if not added and name[-1].isascii():
            return None
        blank = signs.startswith(" ", end) and (added or not name[0].isascii())
        return compiled(self._written_together).match(signs, end + blank)

    def _id_after(self, name: str) -> re.Pattern[str]:
        """What an id looks like behind a name: a word that is none otherwise has to be clearer."""
        if len(name) == 1 and name.isascii():
            return compiled(self._after_letter)
        if name in self._handles:
            known = self._after_handle if name.isascii() else self._after_far_handle
            return compiled(known + self._alone(name))
        if not name.isascii() and fold_word(name).endswith(self._marks):
            return compiled(f"{self._sure}|{self._after_mark}")
        return compiled((self._after_word if name in self._unsure else self._sure) + self._alone(name))

    def _alone(self, name: str) -> str:
        """An id that is a mere word, where no Latin word stands before the name either; "" where none is."""
        id, word = self._lone.get(name), fold_word(name)
        return rf"|(?<![a-z0-9]{word})(?<![a-z0-9] {word}){id}" if id else ""


def _one_of(words: Iterable[str]) -> str:
    """Any of the words, the Latin ones as words of their own."""
    ordered = tuple(words)
    latin = one_of(word for word in ordered if word.isalpha() and word.isascii())
    other = one_of(word for word in ordered if not (word.isalpha() and word.isascii()))
    return f"(?:{BEFORE}{latin}{AFTER}|{other})"


def _verb(words: Iterable[str]) -> str:
    """What calls readers to an id: "me at", "找我"."""
    known = tuple(words)
    return rf"(?:(?:{COLON}| ){_latin(known)}(?:{COLON}| )|(?:{COLON}| ?){_far(known)}(?:{COLON}| ?))"


def _latin(words: Iterable[str]) -> str:
    return one_folded(word for word in words if word.isascii())


def _far(words: Iterable[str]) -> str:
    return one_folded(word for word in words if not word.isascii())
