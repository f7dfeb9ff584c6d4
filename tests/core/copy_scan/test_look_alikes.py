"""Words are found behind signs that only look like their letters, and other words stay as they are."""

import pytest

from planner.core.catalog import Catalog
from planner.core.copy_scan.folding import FEW, fold
from planner.core.copy_scan.look_alikes import NONE_ALIKE, LookAlikes
from tests.core.copy_scan.test_prose import found


@pytest.mark.parametrize(
    "text",
    [
        "a missing l*nk in the profile",
        "he wrote l*nk, said the printer, in biology",
        "the chainl!nk in bio",
        "a b*nk in bio",
        "*ink in bio",
        "an inst*ment in the b*nk",
        "k*bo, l*ne, x*",
        "xinsta.gram and insta.grams",
        "app.le booking",
        "a kick-starter of a plot",
        "the *missing link* in *bi* and *tri*",
    ],
)
def test_other_words_with_such_signs_are_no_hints(catalog: Catalog, text: str) -> None:
    assert found(catalog, text, "xiaohongshu") == []


def test_a_sales_word_is_seen_through_its_disguise(catalog: Catalog) -> None:
    assert found(catalog, "Claim a fr3e b00k.", "amazon-author") == [("sales-words", "fr3e")]
    assert found(catalog, "A thr3e book shelf.", "amazon-author") == []


ALIKE = LookAlikes({"l": "1i", "o": "0о"}, {"a": "@", "i": "!"})


@pytest.mark.parametrize(
    ("signs", "unmasked"),
    [
        ("link", "llnk"),
        ("l!nk", "llnk"),
        ("l1nk", "llnk"),
        ("go! in", "go! ln"),
        ("am@z0n", "amazon"),
        ("@nna, a@", "@nna, a@"),
        ("оn", "on"),
        ("", ""),
    ],
)
def test_signs_are_unmasked_within_words_and_keep_their_places(signs: str, unmasked: str) -> None:
    assert ALIKE.unmasked(signs) == unmasked


def test_a_pattern_for_plain_signs_keeps_its_counts() -> None:
    assert ALIKE.plain_pattern(r"in \w{1,20}") == r"ln \w{1,20}"


@pytest.mark.parametrize("blown", [1, FEW])
def test_the_words_with_such_signs_are_few(blown: int) -> None:
    assert ALIKE.disguised(fold("my l!nk, in m1d air " * blown)) == {"llnk", "mld"}
    assert NONE_ALIKE.disguised(fold("my l!nk in b1o " * blown)) == frozenset()


@pytest.mark.parametrize(
    ("text", "kind", "part"),
    [
        ("L!nk in b!o!", "workaround", "L!nk in b!o"),
        ("the L1nk in b1o", "workaround", "L1nk in b1o"),
        ("l¡nk 1n pr0file", "workaround", "l¡nk 1n pr0file"),
        ("DM me for the l1nk", "workaround", "DM me for the l1nk"),
        ("🔗 in my bio", "workaround", "🔗 in my bio"),
        ("T!kTok has it", "rival-name", "T!kTok"),
        ("In$tagram has it", "rival-name", "In$tagram"),
        ("PM me for the lınk", "workaround", "PM me for the lınk"),
        ("D1scord has it", "rival-name", "D1scord"),
        ("my l*nk in pr*file", "workaround", "l*nk in pr*file"),
        ("see the lin.k in my b-io", "workaround", "lin.k in my b-io"),
        ("DM me for the l_i*nk", "workaround", "DM me for the l_i*nk"),
        ("l!n*k in b*o", "workaround", "l!n*k in b*o"),
        ("link in bi*", "workaround", "link in bi*"),
        ("see *Instagram* now", "rival-name", "Instagram"),
        ("Faceboo* has it", "rival-name", "Faceboo*"),
        ("Inst*gr*m has it", "rival-name", "Inst*gr*m"),
        ("Face_bo*ok has it", "rival-name", "Face_bo*ok"),
        ("App.le Books has it", "rival-name", "App.le Books"),
        ("D*scord has it", "rival-name", "D*scord"),
        ("P4treon has it", "rival-name", "P4treon"),
        ("c0de: SALT", "promo-code", "c0de: SALT"),
        ("my pr0mo code SALT", "promo-code", "pr0mo code SALT"),
    ],
)
@pytest.mark.parametrize(
    "before", ["", "Salt, again and again. " * (FEW // 10)], ids=["alone", "in much text"]
)
def test_a_disguise_is_seen_through(catalog: Catalog, before: str, text: str, kind: str, part: str) -> None:
    assert found(catalog, before + text, "xiaohongshu") == [(kind, part)]


@pytest.mark.parametrize(
    ("text", "kind", "part"),
    [
        ("anna📧annavale.com", "email", "anna📧annavale.com"),
        ("anna🐌annavale.com", "email", "anna🐌annavale.com"),
        ("anna(at)annavale(punkt)de", "email", "anna(at)annavale(punkt)de"),
        ("anna(a)annavale.com", "email", "anna(a)annavale.com"),
        ("annaⓐannavale.com", "email", "annaⓐannavale.com"),
        ("ⓐⓝⓝⓐvale.com", "url", "ⓐⓝⓝⓐvale.com"),
        ("slow snails 🐌 annavale.com", "url", "annavale.com"),
        ("read📧annavale.com", "url", "annavale.com"),
        ("shop🛒annavale.com", "url", "annavale.com"),
        ("annavale🔴com", "url", "annavale🔴com"),
        ("annavale d0t c0m", "url", "annavale d0t c0m"),
    ],
)
def test_a_picture_stands_for_a_sign_of_an_address(catalog: Catalog, text: str, kind: str, part: str) -> None:
    assert found(catalog, text, "xiaohongshu") == [(kind, part)]
