"""Tricks by which authors slip something past a filter, and the prose that only looks like them."""

import pytest

from planner.core.catalog import Catalog
from tests.core.copy_scan.test_prose import found


@pytest.mark.parametrize(
    ("text", "kind", "part"),
    [
        ("全书地图放在saltroad.wang/ditu，自己拿", "url", "saltroad.wang/ditu"),
        ("试读三章见 saltroad点books点top", "url", "saltroad点books点top"),
        ("链接不能放，评论区扣1，私发", "workaround", "评论区扣1，私发"),
        ("look up ｓａｌｔｒｏａｄ．ｃｏｍ", "url", "ｓａｌｔｒｏａｄ．ｃｏｍ"),
        ("saltroad[.]com has it", "url", "saltroad[.]com"),
        ("https://例え.jp/x", "url", "https://例え.jp/x"),
        ("https://saltroad.中国/x", "url", "https://saltroad.中国/x"),
        ("see https://[2001:db8::1], now", "url", "https://[2001:db8::1]"),
        ("https://a:b@[2001:db8::1]:8080/x?a=b??c#d", "url", "https://a:b@[2001:db8::1]:8080/x?a=b??c#d"),
        ("手机：１３８００１３８０００", "phone", "１３８００１３８０００"),
        ("tel:+442079460958", "phone", "+442079460958"),
        ("1 3 8 0 0 1 3 8 0 0 0", "phone", "1 3 8 0 0 1 3 8 0 0 0"),
        ("加我V：saltroad88", "messenger-id", "加我V：saltroad88"),
        ("➕V xin saltroad", "rival-name", "V xin"),
        ("加q 1234567", "messenger-id", "加q 1234567"),
        ("抖★音 同名", "rival-name", "抖★音"),
        ("京🐶东有货", "rival-name", "京🐶东"),
        ("新书已上京d0ng", "rival-name", "京d0ng"),
        ("京dong有售", "rival-name", "京dong"),
        ("抖y1n同名", "rival-name", "抖y1n"),
        ("淘ba0有售", "rival-name", "淘ba0"),
        ("豆b@n同名", "rival-name", "豆b@n"),
        ("微x1n号saltroad88", "messenger-id", "微x1n号saltroad88"),
        ("dou yin 同名", "rival-name", "dou yin"),
        ("微店有售", "rival-name", "微店"),
        ("某度搜索", "rival-name", "某度"),
        ("Find it on Am@zon", "rival-name", "Am@zon"),
        ("Ama zon has the paperback", "rival-name", "Ama zon"),
        ("Am azon and all good bookshops", "rival-name", "Am azon"),
        ("anna@q\u200bq.com", "email", "anna@q\u200bq.com"),
        ("vale88圈aq\u200bq.com", "email", "vale88圈aq\u200bq.com"),
        ("annavale【点】com", "url", "annavale【点】com"),
        ("扫🐴进读者群", "qr-mention", "扫🐴"),
        ("B 站有朗读视频", "rival-name", "B 站"),
        ("It lives at weirhouse:com", "url", "weirhouse:com"),
        ("Pin-terest boards for every chapter", "rival-name", "Pin-terest"),
        ("Reviews welcome on Good reads", "rival-name", "Good reads"),
        ("My maps live on saltroad · com", "url", "saltroad · com"),
        ("Type saltroad • com into your browser", "url", "saltroad • com"),
        ("The maps: saltroad — com!", "url", "saltroad — com"),
        ("有声书已经上线喜马拉雅", "rival-name", "喜马拉雅"),
        ("复制这段话打开桃宝", "rival-name", "桃宝"),
        ("某当有货", "rival-name", "某当"),
        ("评论区扣1发链接", "workaround", "评论区扣1发链接"),
        ("看置顶评论，有购书方式", "workaround", "置顶评论，有购书方式"),
        ("链接在置顶评论", "workaround", "链接在置顶评论"),
        ("私我领电子版", "workaround", "私我领电子版"),
        ("私信回复“盐”自动发链接", "workaround", "私信回复“盐”自动发链接"),
        (
            "DM me the word SALT and I'll send you the link",
            "workaround",
            "DM me the word SALT and I'll send you the link",
        ),
        ("Писала об этом в телеграме", "rival-name", "телеграме"),
        ("ลงใน เฟสบุ๊ค แล้ว", "rival-name", "เฟสบุ๊ค"),
        ("旧章都在简书", "rival-name", "简书"),
        ("这套书封在桃宝定制的", "rival-name", "桃宝"),
        ("Nhắn Zalo 0912 345 678 nhé", "messenger-id", "Zalo 0912 345 678"),
        ("Threema-ID VALE2024", "messenger-id", "Threema-ID VALE2024"),
        ("🐧 1048 576 222", "messenger-id", "🐧 1048 576 222"),
        ("ไลน์ไอดี: anna.vale", "messenger-id", "ไลน์ไอดี: anna.vale"),
        ("找她 139零零零零4417", "phone", "139零零零零4417"),
        ("annavale ponto com ponto br", "url", "annavale ponto com ponto br"),
        ("Quét mã QR ở bìa sau", "qr-mention", "mã QR"),
        ("По промокоду ЗИМА25 дешевле", "promo-code", "промокоду ЗИМА25"),
    ],
)
def test_a_trick_is_seen_through(catalog: Catalog, text: str, kind: str, part: str) -> None:
    assert (kind, part) in found(catalog, text, "xiaohongshu")


@pytest.mark.parametrize(
    "text",
    [
        *("ISBN 0306406152 in paperback", "ISBN-10: 0306406152", "ISBN:0306406152"),
        *("at 12:30, on page 12:0123456789", "1 2 3 4 5 6 7 8 9 10", "the end.] com next"),
        *("Ein heißer Kakao, bitte.", "水温超过一百度", "爱❤情故事", "微微信步走过"),
        *("男孩蹲在河滩上淘宝石", "去二手市场淘宝物"),
        *("京东大道上的旧书店", "Amazon雨林里迷路的三天", "某当铺的老板", "打开密林的地图"),
        *("汉代的竹简书写很慢", "信简书生气", "私信都回复完了", "Телеграмма пришла ночью", "今天mao来了"),
        *("zip code 90210", "The door code 4815 was hers.", "Salt was worth more. For free men, too."),
    ],
)
def test_what_looks_like_a_trick_and_is_none(catalog: Catalog, text: str) -> None:
    assert found(catalog, text) == []


def test_a_shop_that_is_named_like_a_coin_is_a_shop(catalog: Catalog) -> None:
    for text in ("A Kobo favourite of the year", "Read it on a Kobo in bed."):
        assert found(catalog, text, "apple-books") == [("rival-name", "Kobo")]
    for text in ("Not worth a kobo.", "She had not a kobo to her name.", "He had a kobo in his pocket."):
        assert found(catalog, text, "apple-books") == []


def test_free_is_a_word_until_it_sells(catalog: Catalog) -> None:
    assert found(catalog, "For free men salt was gold.", "amazon-author") == []
    assert found(catalog, "Read for free today.", "amazon-author") == [("sales-words", "for free")]


def test_what_is_said_of_sales_goes(catalog: Catalog) -> None:
    for said in ("#1 bestseller", "Buy 2 get 1 free", "buy two, get one free"):
        assert ("sales-words", said) in found(catalog, f"{said} in the Salt Road series", "amazon-author")
