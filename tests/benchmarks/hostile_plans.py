"""Plans that no author writes: a megabyte of one hard text in a note, or activities without end.

``hostile_plans.py NAME SHARE`` prints the seconds of processor time that the PDF of such a share takes.
"""

import gc
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from random import Random
from time import process_time
from typing import Final

from planner.core.plan import Activity, Plan
from planner.export.choices import Choices
from planner.press.make import Maker
from planner.press.orders import Order
from tests.export.everything import everything

DAY: Final = date(2027, 1, 5)
SIZE: Final = 1_000_000  # bytes of UTF-8
ACTIVITIES: Final = 20_000
LATIN: Final = "abcdefghijklmnopqrstuvwxyz"
HEBREW: Final = "אבגדהוזחטיכלמנסעפצקרשת"
ARABIC: Final = "ابتثجحخدذرزسشصضطظعغفقكلمنهوي"
MARKS: Final = [chr(code) for code in range(0x300, 0x34F)]
HAN: Final = [chr(code) for code in range(0x4E00, 0x9FA6)]
RARE_HAN: Final = [chr(code) for code in range(0x20000, 0x2A6E0)]
HANGUL: Final = [chr(code) for code in range(0xAC00, 0xD7A4)]
THAI: Final = [chr(code) for code in (*range(0xE01, 0xE3B), *range(0xE3F, 0xE5C))]
VOWELS: Final = [chr(code) for code in range(0x64B, 0x653)]
PICTURES: Final = [chr(code) for code in range(0x1F300, 0x1F650)]
FIRST_PLANE: Final = [chr(code) for code in (*range(0x21, 0xD800), *range(0xE000, 0xFFFE))]
INDIAN: Final = [chr(code) for code in range(0x900, 0xE00)]
BRACKETS: Final = "([{)]}"
CONTROLS: Final = [chr(code) for code in (*range(0x01, 0x09), *range(0x0E, 0x20), *range(0x7F, 0xA0))]
TURNING: Final = "\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
SURROGATES: Final = [chr(code) for code in range(0xD800, 0xE000)]
JOINER: Final = "\u200d"
SCRIPTS: Final = (
    LATIN,
    HEBREW,
    ARABIC,
    "αβγδεζηθικλμνξοπρστυφχψω",
    "абвгдежзийклмнопрстуфхцчшщъыьэюя",
    HAN,
    HANGUL,
)
ENGLISH: Final = ("readers", "plan", "their", "launch", "with", "care", "and", "a", "newsletter", "budget")


def _word(random: Random, letters: Sequence[str], least: int = 2, most: int = 9) -> str:
    return "".join(random.choices(letters, k=random.randint(least, most)))


def _of_any_plane(random: Random) -> str:
    """A word of random characters, of whatever plane; surrogates are none."""
    codes = (random.randrange(0x21, 0x10FFFE) for _ in range(random.randint(2, 9)))
    return "".join(chr(code) for code in codes if not 0xD800 <= code < 0xE000)


def _vowelled(random: Random) -> str:
    return "".join(random.choice(ARABIC) + random.choice(VOWELS) for _ in range(4))


# One word after the other of each text, and what stands between them.
_WORDS: Final[Mapping[str, tuple[Callable[[Random], str], str]]] = {
    "English": (lambda random: random.choice(ENGLISH), " "),
    "one word": (lambda random: random.choice(LATIN), ""),
    "line breaks alone": (lambda _random: "\n", ""),
    "words and line breaks": (lambda random: random.choice(ENGLISH), "\n"),
    "letters among control characters": (lambda random: _word(random, [*LATIN, *CONTROLS]), " "),
    "Hebrew and Latin among controls of direction": (
        lambda random: _word(random, f"{LATIN}{HEBREW}{TURNING}"),
        " ",
    ),
    "letters among lone surrogates": (lambda random: _word(random, [*LATIN, *SURROGATES[::64]]), " "),
    "Latin words that all differ": (lambda random: _word(random, LATIN), " "),
    "Arabic words that all differ": (lambda random: _word(random, ARABIC), " "),
    "Hebrew words that all differ": (lambda random: _word(random, HEBREW), " "),
    "Hebrew words of one letter": (lambda random: random.choice(HEBREW), " "),
    "Korean words that all differ": (lambda random: _word(random, HANGUL, 1, 5), " "),
    "rare Chinese characters": (lambda random: random.choice(HAN), ""),
    "Chinese characters of the second plane": (lambda random: random.choice(RARE_HAN), ""),
    "Thai letters and marks without blanks": (lambda random: random.choice(THAI), ""),
    "Arabic words under marks": (_vowelled, " "),
    "emoji of several joined": (lambda random: JOINER.join(_word(random, PICTURES, 2, 5)), ""),
    "words of seven scripts": (lambda random: _word(random, random.choice(SCRIPTS), 1, 6), " "),
    "another script with each letter": (
        lambda random: "".join(random.choice(random.choice(SCRIPTS)) for _ in range(random.randint(2, 9))),
        " ",
    ),
    "letters of random Indian scripts": (lambda random: _word(random, INDIAN), " "),
    "random characters of the first plane": (lambda random: _word(random, FIRST_PLANE), " "),
    "random characters of all planes": (_of_any_plane, " "),
    "Hebrew and Latin in brackets": (
        lambda random: f"({random.choice(HEBREW)}) [{random.choice(LATIN)}]",
        " ",
    ),
    "brackets among Hebrew letters": (lambda random: random.choice(BRACKETS + HEBREW[0]), ""),
    "characters that nobody has": (lambda random: chr(random.randrange(0x50000, 0xE0000)), ""),
    "bare combining marks": (lambda random: random.choice(MARKS), ""),
    "letters under eight marks each": (lambda random: random.choice(LATIN) + _word(random, MARKS, 8, 8), ""),
}
ENDLESS: Final = f"{ACTIVITIES:,} activities"
SHORT: Final = f"{ACTIVITIES:,} activities of a title alone"
OF_ROWS: Final = (SHORT, ENDLESS)
NAMES: Final = (*_WORDS, *OF_ROWS)


def _text(name: str, share: float) -> str:
    word, between = _WORDS[name]

    def words(left: float) -> Iterator[str]:
        random = Random(1)
        while left > 0:
            yield (made := word(random))
            left -= len((made + between).encode(errors="surrogatepass"))

    return between.join(words(share * SIZE))


def hostile_plan(name: str, share: float) -> Plan:
    """The plan of a name, or a share of it."""
    plan = everything()
    phase = plan.phases[0]
    channel = phase.channels[0]
    if name in OF_ROWS:
        activity, count = channel.activities[0], round(share * ACTIVITIES)
        activity = Activity(id="a", title=activity.title) if name == SHORT else activity
        made = tuple(
            replace(activity, id=f"a{each}", title=f"{activity.title} {each}") for each in range(count)
        )
        channel = replace(channel, activities=made)
    else:
        channel = replace(channel, notes=_text(name, share))
    phase = replace(phase, channels=(channel, *phase.channels[1:]))
    return replace(plan, phases=(phase, *plan.phases[1:]))


def main(name: str, share: str) -> None:
    """Print the seconds for a plan, after a small one has brought in what every document needs.

    As in the worker that makes documents, no garbage is looked for meanwhile.
    """
    gc.disable()
    maker = Maker()

    def seconds(plan: Plan) -> float:
        begun = process_time()
        maker.make(Order(plan, Choices(), DAY, None, "pdf"), lambda _share: None, lambda: False)
        return process_time() - begun

    seconds(everything())
    print(seconds(hostile_plan(name, float(share))))


if __name__ == "__main__":
    main(*sys.argv[1:])
