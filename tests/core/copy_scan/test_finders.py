"""Each finder finds its contents whole, and nothing that only looks alike."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.core.addresses import parse
from planner.core.catalog import Catalog
from planner.core.copy_scan.addresses import EMAIL, URL, Addresses
from planner.core.copy_scan.contacts import MessengerIds, Phones
from planner.core.copy_scan.folding import fold
from planner.core.copy_scan.hosts import PLAIN
from planner.core.copy_scan.offers import Prices, PromoCodes
from planner.core.copy_scan.scan import Finder


def found(finder: Finder, text: str) -> list[tuple[str, str]]:
    folded = fold(text)
    places = sorted(finder.places(folded), key=lambda place: place[1])
    whole = [a for a in places if not any(b != a and b[1] <= a[1] and a[2] <= b[2] for b in places)]
    return [(kind, text[slice(*folded.place(start, end))]) for kind, start, end in whole]


@pytest.mark.parametrize(
    ("text", "urls"),
    [
        ("a.com", []),
        ("a.com/b", ["a.com/b"]),
        ("ab.com/", ["ab.com/"]),
        ("ab.com:8080/x", ["ab.com:8080/x"]),
        ("ab.com?x=1#y", ["ab.com?x=1#y"]),
        ("see ab.com, or cd.org; (ef.net)", ["ab.com", "cd.org", "ef.net"]),
        ("ab.com.", ["ab.com"]),
        ("..ab.com", ["ab.com"]),
        ("ab.notatop", []),
        ("www.ab.notatop", ["www.ab.notatop"]),
        ("ab.in", []),
        ("ab.in/x", ["ab.in/x"]),
        ("www.ab.in", ["www.ab.in"]),
        ("ab.Com", []),
        ("AB.COM", ["AB.COM"]),
        ("ab..com", []),
        ("https://x", []),
        ("https://xy.example", ["https://xy.example"]),
        ("ftp://ab.cd", ["ab.cd"]),
        ("xhttps://ab.cd", ["ab.cd"]),
        ("https://ab.cd).", ["https://ab.cd"]),
        ("http : / / ab.cd now", ["http : / / ab.cd"]),
        ("https://ab.cd/https://ef.gh", ["https://ab.cd/https://ef.gh"]),
        ("книга.рф", ["книга.рф"]),
        ("ab dot com", ["ab dot com"]),
        ("abdot com", []),
        ("ab (dot) co (dot) uk/x", ["ab (dot) co (dot) uk/x"]),
        ("one ab dot com", ["ab dot com"]),
        ("ab dot in", []),
        ("dot com", []),
        ("ab,com", ["ab,com"]),
        ("ab, com", []),
        ("ab,in", []),
        ("ab .com", ["ab .com"]),
        ("ab. com", ["ab. com"]),
        ("ab. Com", []),
        ("ab . de", []),
        ("ab。com", ["ab。com"]),
        ("ab点cn", ["ab点cn"]),
        ("ab dot common", []),
        ("ab dot com and cd dot org", ["ab dot com", "cd dot org"]),
    ],
)
def test_web_addresses(catalog: Catalog, text: str, urls: list[str]) -> None:
    places = found(Addresses(catalog.copy_words), text)
    assert [address for kind, address in places if kind == URL] == urls


@given(st.text(alphabet="a1-.-/?#=&%+_:@é", max_size=12))
def test_what_is_not_parsed_could_be(address: str) -> None:
    plain = re.fullmatch(PLAIN, address, re.ASCII) is not None
    assert not plain or parse(f"https://{address}") is not None


@pytest.mark.parametrize(
    ("text", "emails"),
    [
        ("a@b.co", ["a@b.co"]),
        ("a@b", []),
        ("a@b.12", []),
        ("@b.co", []),
        ("to ab.c+d@e-f.co.uk.", ["ab.c+d@e-f.co.uk"]),
        ("anna at vale dot com", ["anna at vale dot com"]),
        ("me at vale dot com", []),
        ("Anna at vale dot com", []),
        ("anna at vale.com", []),
        ("anna [at] vale.com", ["anna [at] vale.com"]),
        ("anna#vale.com", ["anna#vale.com"]),
        ("anna @ vale.com", ["anna @ vale.com"]),
        ("anna艾特vale.com", ["anna艾特vale.com"]),
        ("anna arroba vale punto com", ["anna arroba vale punto com"]),
        ("anna[@]vale.com", ["anna[@]vale.com"]),
        ("anna_at_vale.com", ["anna_at_vale.com"]),
        ("vale.com/meet_at_noon.html", []),
        ("anna 圈 qq 点 com", ["anna 圈 qq 点 com"]),
    ],
)
def test_mail_addresses(catalog: Catalog, text: str, emails: list[str]) -> None:
    places = found(Addresses(catalog.copy_words), text)
    assert [address for kind, address in places if kind == EMAIL] == emails


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("+1 23456", []),
        ("+12345678", ["+12345678"]),
        ("+123456789012345", ["+123456789012345"]),
        ("+1234567890123456", []),
        ("call 1234567", ["1234567"]),
        ("call 123456", []),
        ("1234567", []),
        ("recall 1234567", []),
        ("Tel.: 1234567", ["1234567"]),
        ("call me, Ishmael, in 1851851", []),
        ("0044 1234567", ["0044 1234567"]),
        ("13800138000, 23800138000", ["13800138000"]),
        ("12800138000", []),
        ("800-123-4567", ["800-123-4567"]),
        ("555 013 4477", ["555 013 4477"]),
        ("+44 20 7946 0958:", []),
        ("a+44 20 7946 0958", []),
        ("+44 20 7946 0958, ok", ["+44 20 7946 0958"]),
        ("一三八零零一三八零零零", ["一三八零零一三八零零零"]),
        ("一二八零零一三八零零零", []),
        ("一三八零零一三八零零", []),
        ("978 1 234 56789 7", []),
        ("030 123456", ["030 123456"]),
        ("Boston, MA 02110-1301", []),
        ("Boston, MA\n02110-1301", []),
        ("the text: 2027-05-14", []),
        ("the text: 2027-0514", ["2027-0514"]),
        ("Call me at 02110-1301", ["02110-1301"]),
        ("139 OO13 8OOO", ["139 OO13 8OOO"]),
        ("+1-555-O13-4477", ["+1-555-O13-4477"]),
        ("Llama al seis uno dos, tres cuatro cinco", []),
        ("Llama al seis uno dos, tres cuatro cinco, seis", ["seis uno dos, tres cuatro cinco, seis"]),
        ("Ruf an: null drei null neun null eins acht", ["null drei null neun null eins acht"]),
        ("0️⃣3️⃣0️⃣ 1️⃣2️⃣3️⃣4️⃣5️⃣6️⃣!", ["0️⃣3️⃣0️⃣ 1️⃣2️⃣3️⃣4️⃣5️⃣6️⃣"]),
    ],
)
def test_phone_numbers(catalog: Catalog, text: str, numbers: list[str]) -> None:
    assert [number for _, number in found(Phones(catalog.copy_words), text)] == numbers


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("vx: anna", ["vx: anna"]),
        ("vx anna", ["vx anna"]),
        ("vx anna7", ["vx anna7"]),
        ("vx id anna", ["vx id anna"]),
        ("The vx idea", []),
        ("vx @anna", ["vx @anna"]),
        ("avx: anna", []),
        ("微信anna", ["微信anna"]),
        ("微信 号 anna", ["微信 号 anna"]),
        ("微信里", []),
        ("Line: anna", []),
        ("Line: anna7", ["Line: anna7"]),
        ("Line anna7", []),
        ("Line @anna", ["Line @anna"]),
        ("Line ID anna", ["Line ID anna"]),
        ("QQ 12345678", ["QQ 12345678"]),
        ("WhatsApp: +44 7946 095000.", ["WhatsApp: +44 7946 095000"]),
        ("Discord: anna#1234", ["Discord: anna#1234"]),
        ("VX💚 anna", ["VX💚 anna"]),
        ("vx丨anna", ["vx丨anna"]),
        ("Q：274588", ["Q：274588"]),
        ("溦信 anna99", ["溦信 anna99"]),
        ("➕我薇 anna99", ["薇 anna99"]),
        ("Q: 1984?", []),
        ("line number of the poem", []),
        ("The Facebook account has a new picture", []),
        ("Facebook account: anna", ["Facebook account: anna"]),
        ("Facebook account anna99", ["Facebook account anna99"]),
        ("LINE number 0312345678", ["LINE number 0312345678"]),
        ("WhatsApp me: +44 7946 095000", ["WhatsApp me: +44 7946 095000"]),
        ("WhatsApp me anytime", []),
        ("T€legram: @anna", ["T€legram: @anna"]),
        ("Tele-gram: @anna", ["Tele-gram: @anna"]),
        ("We-Chat anna88", ["We-Chat anna88"]),
        ("徽信 anna99", ["徽信 anna99"]),
        ("w❤x：anna_9", ["w❤x：anna_9"]),
        ("whatsapp我 6 1 2 3・4 5 8 8", ["whatsapp我 6 1 2 3・4 5 8 8"]),
        ("ラ イ ン ID：anna_21", ["ラ イ ン ID：anna_21"]),
        ("WeChat handle is anna_9", ["WeChat handle is anna_9"]),
        ("The WeChat handle is broken", []),
        ("賴ID anna_tw", ["賴ID anna_tw"]),
        ("微星 GTX1080", []),
        ("vx linyi", ["vx linyi"]),
        ("我的vx linyi 欢迎来聊", ["vx linyi"]),
        ("vx linyi, every day", ["vx linyi"]),
        ("VX nerve agent", []),
        ("a VX attack", []),
        ("vx 好友", []),
        ("IG: harbourlight", ["IG: harbourlight"]),
        ("作者ig：harbourlight，欢迎", ["ig：harbourlight"]),
        ("IG harbourlight", []),
        ("IG: tomorrow", []),
        ("IG: photographs of the harbour", []),
        ("Our IG: photographs", []),
    ],
)
def test_messenger_ids(catalog: Catalog, text: str, ids: list[str]) -> None:
    finder = MessengerIds(catalog.apps.values(), catalog.copy_words)
    assert [id for _, id in found(finder, text)] == ids


@pytest.mark.parametrize(
    ("text", "prices"),
    [
        ("$5", ["$5"]),
        ("$ 5.99, $", ["$ 5.99"]),
        ("5 $, 6€", ["5 $", "6€"]),
        ("1.234,50 euros", ["1.234,50 euros"]),
        ("5 dollarsign", []),
        ("USD 5", ["USD 5"]),
        ("ausd 5", []),
        ("dollar 5", []),
        ("58元", ["58元"]),
        ("a5 euro", []),
        ("five euros", []),
        ("get it for five euros", ["five euros"]),
        ("a dollar ninety-nine for the novel", ["a dollar ninety-nine"]),
        ("zum Preis von neunundneunzig Cent als Buch", ["neunundneunzig Cent"]),
        ("The novel is now 2,99.", ["2,99"]),
        ("He ran for 2,99 miles.", []),
        ("à 7 euros 90.", ["7 euros 90"]),
        ("紙の本は1,540円（税込）", ["1,540円"]),
        ("彼女は300円を握りしめた", []),
        ("Sie hat noch 40 Euro.", []),
        ("A novel of a $5 million heist", []),
        ("Il cache 300 euros sous son lit.", []),
        ("Son nouveau livre est à 3 euros.", ["3 euros"]),
        ("Un billet de 50 euros dans un roman", []),
        ("A $20 bill in a second-hand novel", []),
        ("He paid 50 euros for the book", []),
        ("The novel for $ 2 . 99 this week", ["$ 2 . 99"]),
        ("It costs $5 . 10 days remain", ["$5"]),
        ("la saga por 3 euros con 99", ["3 euros con 99"]),
        ("the book for two dollars and forty-nine cents", ["two dollars and forty-nine cents"]),
        ("The ebook costs one ninety-nine", ["one ninety-nine"]),
        ("the book for two ninety-nine-year-olds", []),
        ("the ebook at Rp 25.000 or ฿99", ["Rp 25.000", "฿99"]),
    ],
)
def test_prices(catalog: Catalog, text: str, prices: list[str]) -> None:
    assert [price for _, price in found(Prices(catalog.copy_words), text)] == prices


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("promo code", ["promo code"]),
        ("promo code: SALT20!", ["promo code: SALT20"]),
        ("promo code salt", ["promo code"]),
        ("promo codex", []),
        ("code SALT", []),
        ("code: SALT", ["code: SALT"]),
        ("code SALT2", ["code SALT2"]),
        ("code salt2", []),
        ("decode SALT2", []),
        ("code A1", []),
        ("复制口令", ["口令"]),
        ("口令换了", []),
        ("优惠码ABC", ["优惠码ABC"]),
        ("クーポンコード「AKI300」で", ["クーポンコード「AKI300」"]),
        ("Der Code lautet SALT2027", ["Code lautet SALT2027"]),
        ("They gave me code COZY20, so use it", ["code COZY20"]),
        ("SALT2027 at checkout", ["SALT2027"]),
        ("输入SALT2027立减", ["SALT2027"]),
        ("salt2027 at checkout", []),
        ("复制￥kR7d2bTq9aF￥", ["￥kR7d2bTq9aF￥"]),
        ("They cost $1 and $2", []),
        ("El código 2027 del faro", []),
        ("con el código LIBRO10", ["código LIBRO10"]),
        ("pakai kode diskon BUKU5 ya", ["kode diskon BUKU5"]),
        ("ใช้ โค้ดส่วนลด BOOK10 เลย", ["โค้ดส่วนลด BOOK10"]),
        ("kode etik penulis", []),
        ("复制 (Kd82jsW1) 打开", ["复制 (Kd82jsW1)"]),
        ("《Kd82jsW1》复制", ["《Kd82jsW1》"]),
        ("₤xK3dWq9₤", ["₤xK3dWq9₤"]),
        ("折扣🐎 SHU88", ["折扣🐎 SHU88"]),
        ("code → WREN20, cod3 WREN20", ["code → WREN20", "cod3 WREN20"]),
        ("with WREN20 you save", ["WREN20"]),
        ("discount code COZY-25 until Friday", ["discount code COZY-25"]),
        ("code SALT_10", ["code SALT_10"]),
        ("promo code SALT-friendly", ["promo code SALT"]),
    ],
)
def test_promotion_codes(catalog: Catalog, text: str, codes: list[str]) -> None:
    assert [code for _, code in found(PromoCodes(catalog.copy_words), text)] == codes
