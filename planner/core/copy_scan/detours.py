"""Finds in Chinese what sends readers elsewhere: to a search, a comment, a picture, a group or a passcode."""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from planner.core.copy_scan.folding import Folded, compiled, fold_word, fold_words, places_of
from planner.core.copy_scan.names import Place
from planner.core.copy_scan.offering import Offering, Told
from planner.core.copy_scan.patterns import one_folded
from planner.core.copy_words import CopyWords, DetourWords, HintWords

# How far before a word what leads to it is read.
BEFORE_WITHIN = 20
NUMERALS = "一二三四五六七八九十两0123456789"


class _Detour(NamedTuple):
    """Words that are looked for first, and patterns for what has to stand before and behind one."""

    words: tuple[str, ...]
    before: str
    behind: str
    ends: frozenset[str] = frozenset()  # in one of these has to end what stands before, if any are given


class Detours:
    """Finds detours, each by a word that few texts hold."""

    def __init__(self, kind: str, words: CopyWords) -> None:
        """Prepare the words; ``kind`` is that of the finds."""
        self._kind, self._offering = kind, Offering(words.offering)
        detours, hints = words.detours, words.hints
        self._detours = _by_word(
            _search(detours),
            *_answers(detours, hints),
            _asking(detours, hints),
            _sent(detours, hints),
            *_own_page(detours, hints),
            *_pictures(detours),
            _group(detours),
        )

    def places(self, folded: Folded) -> Iterator[Place]:
        """Each detour with its place among the signs, but what somebody in a story says."""
        for start, end in _places(self._detours, folded):
            if not self._offering.is_said(folded, end):
                yield self._kind, start, end


class Passcodes:
    """Finds passcodes in Chinese signs, but those that are named as codes anyway: "复制口令"."""

    def __init__(self, kind: str, words: CopyWords) -> None:
        """Prepare the words; ``kind`` is that of the finds."""
        self._kind, self._offering = kind, Offering(words.offering)
        named = "".join(f"(?<!{word})" for word in words.before if not word.isascii())
        told = "".join(f"(?<!{fold_word(word)})" for word in words.detours.passcodes_of)
        other = one_folded(words.detours.not_passcodes)
        code = rf": ?(?!{other})[“「『【《]?[\u4e00-\u9fff]{{2,8}}[0-9a-z]{{0,6}}"
        # The place first: what is none before it is looked at there alone.
        self._detours = _by_word(
            _Detour(_folded(words.detours.passcodes), rf"\Z{named}{told}", code),
            _quoted_passcode(words.detours),
        )

    def places(self, folded: Folded) -> Iterator[Place]:
        """Each passcode with its place among the signs, but those of a story."""
        for start, end in _places(self._detours, folded):
            said = self._offering.is_said(folded, end)
            if not (said or self._offering.tells(folded, start, end) is Told.SURELY):
                yield self._kind, start, end


def _by_word(*detours: _Detour) -> dict[str, list[_Detour]]:
    """The detours that a word may be part of."""
    found: dict[str, list[_Detour]] = {}
    for detour in detours:
        for word in detour.words:
            found.setdefault(word, []).append(detour._replace(before=rf"(?:{detour.before})\Z"))
    return found


def _places(detours: Mapping[str, Iterable[_Detour]], folded: Folded) -> Iterator[tuple[int, int]]:
    signs = folded.signs
    for word, known in detours.items():
        there = folded.has(word) if word.isascii() else folded.kinds.issuperset(word)
        for place in places_of(word, signs) if there else ():
            floor, end = max(0, place - BEFORE_WITHIN), place + len(word)
            for detour in known:
                if detour.ends and signs[place - 1 : place] not in detour.ends:
                    continue
                behind = compiled(detour.behind).match(signs, end)
                before = compiled(detour.before).search(signs, floor, place) if behind else None
                if behind and before:
                    yield before.start(), behind.end()


def _folded(words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(fold_words(words))


def _ends(*words: str) -> frozenset[str]:
    return frozenset(word[-1] for word in _folded(words))


def _search(words: DetourWords) -> _Detour:
    """A call to search for the title: "搜索我的书名", "搜《盐路》就能找到"."""
    on, whose, titles, finds = map(one_folded, (words.seek_on, words.titles_of, words.titles, words.finds))
    named = rf"(?:《[^《》\n]{{1,30}}》|“[^“”\n]{{1,30}}”|「[^「」\n]{{1,30}}」|{whose}?书)"
    found = rf"[，, ]?(?:就|即|便)?(?:能|可以|可|会)?{finds}"
    goes, told, kinds = map(one_folded, (words.goes_to, words.apps_told, words.app_kinds))
    app = rf"(?:{goes}{told}{{1,4}}{kinds}[里上]?)?"
    return _Detour(_folded(words.seek), app, rf"{on}{{0,2}}(?:{whose}?{titles}|{named}{found})")


def _answers(words: DetourWords, hints: HintWords) -> Iterator[_Detour]:
    """A link for a comment: "评论区扣1发你链接"; what is asked for by name is a hint by itself."""
    answers, answered = map(one_folded, (words.answers, words.answered))
    place = rf"(?:在?{one_folded(words.answer_places)}[里中]?)?"
    said = rf"(?:个|数字)? ?[“「\"']?{answered}[”」\"']?"
    lead = rf"{place}{answers} ?{said} ?[，, ]?(?:我|就|都|会|立刻|马上){{0,3}}"
    yield _Detour(_folded(words.sends), lead, "")
    yield _Detour(tuple(f"{fold_word(ask)}你" for ask in hints.ask), lead, f"{one_folded(hints.things)}?")


def _asking(words: DetourWords, hints: HintWords) -> _Detour:
    """A call to ask for a link: "想要链接的私我"."""
    askers, ask = map(one_folded, (words.askers, hints.ask))
    return _Detour(_folded(hints.things), "", rf"的{askers}{{0,3}}[，, ]?(?:{ask}(?:一下)?我|找我)")


def _quoted_passcode(words: DetourWords) -> _Detour:
    """A passcode in quotes that has to be told: "下单报暗号“兰亭”"."""
    tells = "|".join(f"(?<={fold_word(word)})" for word in words.tells_code)
    return _Detour(
        _folded(words.passcodes), rf"(?:{tells})", r"[“「『【][\u4e00-\u9fff0-9a-z]{2,10}[”」』】]"
    )


def _sent(words: DetourWords, hints: HintWords) -> _Detour:
    """A call to ask for what is then sent: "后台踢我拿全文"."""
    at, nudge, fetch = map(one_folded, (words.asked_at, words.nudges, hints.fetch))
    return _Detour(
        _folded(words.sent), rf"{at}?{nudge}我?[，, ]?(?:{fetch}你?){{1,2}}", "", _ends(*hints.fetch, "你")
    )


def _own_page(words: DetourWords, hints: HintWords) -> Iterator[_Detour]:
    """What is said to be on the own page: "详见主页", "入口在简介"."""
    leads, things, stands, offers, places = map(
        one_folded, (words.own_leads, words.own_things, words.own_stands, words.own_offers, hints.own_places)
    )
    seen = "".join(f"(?<!{sign})" for sign in words.not_own)
    own = _folded(hints.own_places)
    ends = _ends(*words.own_leads, *words.own_stands, "我", "的")
    yield _Detour(own, rf"(?:{seen}{leads}|{things}[，, ]?{stands})我?的?", rf"(?:{places}|里)?", ends)
    yield _Detour(own, "", offers)


def _pictures(words: DetourWords) -> Iterator[_Detour]:
    """A code or a contact in a picture: "图三有码", "联系方式看图"."""
    picture, within, holds = map(one_folded, (words.pictures, words.within, words.holds))
    number = rf"[{NUMERALS}]{{1,2}}"
    which = rf"(?:第?{number}张?图片?|图片?{number}|p\d{{1,2}}|{picture})"
    ends = _ends(*words.pictures, *words.within, *words.holds, *"图片", *NUMERALS)
    no_code = rf"(?!{one_folded(words.not_codes)})"
    yield _Detour(_folded(words.codes), rf"{which}{within}?{holds}?", no_code, ends)
    asked = rf"{one_folded(words.sought)}[，, ]?(?:请|就|都|详)?"
    yield _Detour(_folded(words.look_at), asked, rf"(?!{one_folded(words.not_pictures)})")
    yield _Detour(_folded(words.watermarks), rf"{picture}{within}?的?", "")


def _group(words: DetourWords) -> _Detour:
    """A call into a group: "进群领取试读"."""
    join, whose, ends = map(one_folded, (words.joins, words.groups_of, words.group_ends))
    return _Detour(
        _folded(words.groups), rf"{join}{whose}?", rf"(?!{one_folded(words.not_groups)})[，, ]?{ends}"
    )
