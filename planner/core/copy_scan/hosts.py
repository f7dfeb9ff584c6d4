"""What a web address is made of: its host, its path, the signs and words that part them."""

from collections.abc import Iterable

from planner.core.addresses import parse
from planner.core.copy_scan.folding import HAN, WORD_SIGN, compiled, fold_word
from planner.core.copy_scan.patterns import one_folded

EDGES = "“”\"'()[]{}<>«»,;:!?…。，、！？；：（）【】「」『』"
PATH_FIRSTS = "/?#"
PATH = rf"[{PATH_FIRSTS}]{WORD_SIGN}*+"
LABEL = r"[a-z0-9][a-z0-9_-]*+"
STOP = r"\s*(?:\Z|[^\w\s@&+-])"  # what ends a sentence, or opens a bracket or a path
# What may stand around a word that is read as a dot or an "at".
OPENING, SHUTTING = r"(\[{<（【「『*~|/=«“", r")\]}>）】」』*~|/=»”"
# Behind the second no blank and none of its signs follows, so nothing is lost when it gives none back.
OPEN, SHUT = rf" ?[{OPENING}，、]? ?", rf" ?+[{SHUTTING}，、]?+ ?+"
# What ``urllib.parse`` takes for an address whatever stands in it: that is seen ten times sooner than parsed.
PLAIN = r"[a-z0-9-]++(?:\.[a-z0-9-]++)++(?:[/?#][A-Za-z0-9_./?=&#%+-]*+)?"

# In Chinese no blank has to part an address from what goes before it.
FAR_BEFORE = rf"[{HAN}][：:，。、“「（]? ?\Z"

# Where a web address stands among folded signs, from and to, and whether its last point is a word.
Host = tuple[int, int, bool]


class Slashes:
    """Knows the words for a slash, in which authors spell the path of an address."""

    def __init__(self, words: Iterable[str]) -> None:
        """Prepare the words."""
        known = tuple(words)
        latin = one_folded(word for word in known if word.isascii())
        far = one_folded(word for word in known if not word.isascii())
        spelled = rf" {latin} | ?{far} ?"
        self.any = rf"(?: ?/ ?|{spelled})"
        self._firsts = frozenset(
            (*PATH_FIRSTS, " ", *(fold_word(word)[0] for word in known if not word.isascii()))
        )
        self._spelled = rf"(?:(?:{spelled})[a-z0-9_-]++)+"
        # Behind a blank another address may follow: "anna dot com / vale dot com".
        self._loose = rf"(?:(?: ?/ ?|{spelled})[a-z0-9_-]++(?! ?(?:dot|\.)))+"

    def path_end(self, signs: str, end: int, loose: bool = False) -> int:
        """Where the path ends that stands behind a host, or the host where none does."""
        sign = signs[end : end + 1]
        if sign not in self._firsts:
            return end
        path = compiled(PATH).match(signs, end) if sign in PATH_FIRSTS else None
        length = len(bare(path.group())) if path else 0
        spelled = compiled(self._loose if loose else self._spelled).match(signs, end) if length < 2 else None
        return spelled.end() if spelled else end + length


def is_parsed(address: str) -> bool:
    """Whether what stands behind a scheme is an address."""
    return bool(compiled(PLAIN).fullmatch(address) or parse(f"https://{address}"))


def is_behind_far(signs: str, start: int) -> bool:
    """Whether Chinese stands close before a place."""
    return compiled(FAR_BEFORE).search(signs, max(0, start - 3), start) is not None


def bare(word: str) -> str:
    """An address without the stops and brackets behind it."""
    bare = word.rstrip(EDGES + ".")
    return f"{bare}]" if bare.count("[") > bare.count("]") and word[len(bare) :].startswith("]") else bare
