"""Languages by their names, and those that a text seems to be in."""

import pytest

from planner.core.catalog import Catalog
from planner.core.languages import evidence_of, written_in
from planner.core.names import language_name

ENGLISH = "She counts the sails off the bar, and the ledger that was her father's is in her hands."
GERMAN = "Der Wind steht gut, und das Salz ist in der Kammer, die nicht zu öffnen ist, mit dem Schlüssel."


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("en-GB", "English"),
        ("ar", "Arabic"),
        ("he-IL", "Hebrew"),
        ("fa", "Persian"),
        ("ur", "Urdu"),
        ("xx", "xx"),
    ],
)
def test_a_language_is_told_by_its_name(catalog: Catalog, code: str, name: str) -> None:
    assert language_name(catalog, code) == name


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (ENGLISH, "en"),
        (GERMAN, "de"),
        ("Le sel est dans la chambre, et les marins qui sont avec nous ne sont pas pour elle.", "fr"),
        ("塩の道は、海の上の物語です。", "ja"),
        ("盐路是一本关于海的小说。", "zh"),
        ("『雨の図書館』表紙公開。三月十日発売です。", "ja"),
        ("『ばなな物語』新版今日上市，限量贈送明信片。", "zh"),
        ("作者吉本ばなな的新书今天在各大书店上市了", "zh"),
        ("优の良品今日上市，海盐全场八折", "zh"),
        ("소금길 이야기입니다.", "ko"),
        ("读者在 LINE 公式アカウント 上写道：别问是谁移动了码头边的浮标。", "zh"),
        ("소금길은 바다의 이야기이다. 옛 이름은 鹽路라고 쓴다.", "ko"),
        ("Соль была дороже жизни, и это знали все, кто её вёз.", "ru"),
        ("Сіль була дорожча за життя, і всі це знали.", "uk"),
        ("Salt. Wind. Pepper.", ""),
        ("", ""),
        ("The Salt Road 小红书 review", ""),
    ],
)
def test_a_text_seems_to_be_in_a_language_or_in_none(text: str, code: str) -> None:
    assert evidence_of(text).seems == code


def test_a_text_in_the_books_language_is_seen_at_once() -> None:
    assert evidence_of(ENGLISH).mostly == ("en",)
    assert "en" not in evidence_of(GERMAN).mostly
    assert evidence_of("").mostly == ()


def test_chinese_and_japanese_are_told_apart() -> None:
    assert written_in("塩の道", "ja")
    assert not written_in("盐路是小说", "ja")
    assert written_in("盐路是小说", "zh")
