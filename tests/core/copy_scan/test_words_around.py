"""The same words offer something or tell something, by the words around them."""

import pytest

from planner.core.catalog import Catalog
from tests.core.copy_scan.test_prose import found


@pytest.mark.parametrize(
    ("offer", "part", "prose"),
    [
        ("Join my Discord, we read", "Discord", "My Discord with Rome came out in 1931."),
        ("Our Discord with 300 readers", "Discord", "Our Discord with Milan blames the bankers."),
        ("Look on Medium, of course.", "Medium", "On Medium of all things she wrote."),
        ("On Discord with Anna Vale", "Discord", "My Discord and Other Poems came late."),
        ("Patreon has the draft", "Patreon", "Patreon of the arts, said the plaque."),
        ("Naver and Kakao have it", "Naver", "Naver was the name of a river."),
        ("Find it on Naver", "Naver", "Naver, she wrote, is a strath."),
        ("Scan the QR in the old ledger", "Scan the QR", "The QR in the old ledger was red."),
        ("This QR works until Sunday", "QR", "In this QR, wrote the bishop, it stands."),
        ("Try the QR!", "QR", "The QR stamped on the barrel faded."),
        ("The QR on the last picture", "QR", "The QR on the headstone faded."),
        ("Link in the image", "Link in the image", "The link in the image of the saint glows."),
        ("link in the comments of this post", "link in the comments", "A link in the comments of Ruskin."),
        ("The link in our profile", "link in our profile", "The weakest link in the profile broke."),
        ("再到B站看", "B站", "再到B站，他已经困了。"),
        ("去咸鱼蹲一本", "咸鱼", "她去咸鱼摊前站了站。"),
        ("全文同步到大眼了", "大眼", "他睁着大眼了望远方。"),
        ("密林で予約が始まった", "密林", "密林で鳥が鳴いた。"),
        ("封底的QR扫一下", "QR", "The QR in the old ledger was red."),
        ("二惟码在最后", "二惟码", "二人惟一的码头。"),
        ("카.톡으로 오세요", "카.톡", "카드와 톡 쏘는 맛."),
        ("쿠 팡에서", "쿠 팡", "쿠키와 팡파르."),
        ("Twitter has it", "Twitter", "The twitter of birds woke her."),
        ("绿泡泡同名", "绿泡泡", "锅里冒着绿泡泡。"),
        ("在非死不可上搜我", "在非死不可", "他说，今天非死不可。"),
        ("照片墙同名", "照片墙", "客厅里有一面照片墙。"),
        ("采访视频在油管，两小时", "油管", "裂缝在油管，没人看见。"),
        ("直播放快手了", "快手", "他把刀放快手边。"),
        ("我dy也叫这个名字", "dy", "我写dy和dx。"),
        ("书掛在蝦🦐皮", "蝦🦐皮", "蝦皮很薄。"),
        ("密林さんで買えます", "密林さん", "密林で鳥が鳴いた。"),
        ("逗瓣开分8.4", "逗瓣", "逗他的花瓣。"),
        ("脆上连载", "脆上", "他干脆上了船。"),
        ("天猫旗舰店", "天猫", "第二天猫回来了。"),
        ("カカオで連絡して", "カカオ", "カカオ70%のチョコ。"),
        ("闲🐟出一本", "闲🐟", "池塘里🐟很闲。"),
        ("咸🐟鱼有卖", "咸🐟鱼", "咸鱼太咸。"),
        ("更多在Kobo", "Kobo", "She had not one kobo left."),
        ("el QR lleva al capítulo", "QR", "El QR del regimiento."),
        ("长按下方小图", "长按下方小图", "长按门铃的人走了。"),
        ("Our Discord is full of readers.", "Discord", "Our Discord, full of violins, hums."),
        ("My Twitch", "Twitch", "My Twitch, my shame, my own."),
        ("Mondays, on Twitch with my cat", "Twitch", "Mondays. On Twitch with my cat he leaned."),
        ("My Discord is a riot. Join us!", "Discord", "My Discord is a riot. Hush now, child!"),
        ("On Medium new poems.", "Medium", "On Medium new poems he was silent."),
        ("Via Signal to Discord, WhatsApp and back", "Signal", "Via Signal to Dover and back."),
        ("On Mastodon as annavale.", "Mastodon", "On Mastodon as a beast of burden."),
        ("Join Threads to read along.", "Threads", "Join Threads to the left of the seam."),
        ("Naver lists the edition.", "Naver", "Naver lists to port and sinks."),
        ("Look, Naver lists to port.", "Naver", "“Naver lists to port and sinks.”"),
        ("Seek it in Naver for readers.", "Naver", "The road in Naver runs on sand."),
        ("Seek it by Naver and salt.", "Naver", "Near Naver and salt no tree stands."),
        ("Insta has a whale.", "Insta", "Insta whale, cried the mate."),
        ("On Medium I write.", "Medium", "On Medium I and Medium II he was silent."),
        ("Our Discord is loud and silly.", "Discord", "Our Discord is a quarrel of violins."),
        ("Join Discord and shout.", "Discord", "Join Discord at the second seam."),
        ("My Signal, a novel a week", "Signal", "My Signal, a short novel for all to read"),
        ("A Signal group of mine", "Signal", "A Signal group of peaks lies north."),
        ("A Signal group of readers and cats", "Signal", "The Signal group of cats and peaks."),
        ("Discord: my server is up.", "Discord", "Discord: my father at the table."),
    ],
)
def test_an_offer_is_told_from_prose(catalog: Catalog, offer: str, part: str, prose: str) -> None:
    assert [words for _, words in found(catalog, offer, "xiaohongshu")][:1] == [part]
    assert found(catalog, prose, "xiaohongshu") == []


@pytest.mark.parametrize(
    ("offer", "prose"),
    [
        ("A free book is waiting for you.", "A free book is a dangerous thing."),
        ("Your free book is a click away.", "No free book ever taught him much."),
        ("Get a free copy today.", "Every free copy was once a chained one."),
        ("Buy today!", "Buy today's bread tomorrow."),
        ("A free copy of Eden, yours to claim.", "She had a free copy of Eden."),
        ("Best price in town, I promise you.", "Best price in town was what he said."),
        ("A free book club night.", "A free book-club night."),
        ("Readers, order now.", "The old order now lay in the mud."),
        ("Go and order now, all of you.", "The law and order now, he said, is me."),
        ("Salt Road buy now!", "Nobody could buy now what had burned."),
        ("A special offer of signed copies: join.", "A special offer of peace came late."),
        ("The free book is a find.", "The free book is the one that burned."),
        ("The new release is a triumph of art.", "The special offer is never what it seems."),
        ("Have it for free all week.", "He gave it for free all his life."),
        ("He said: fr3e b00k for all.", "He said: free book for all."),
    ],
)
def test_a_sale_is_told_from_what_is_said_in_general(catalog: Catalog, offer: str, prose: str) -> None:
    assert [kind for kind, _ in found(catalog, offer, "amazon-author")] == ["sales-words"]
    assert found(catalog, prose, "amazon-author") == []


def test_a_story_holds_a_code_or_a_call_to_scan_one(catalog: Catalog) -> None:
    assert found(catalog, "Code: RED, shouted the nurse.", "xiaohongshu") == []
    assert found(catalog, "Code: RED saves you money.", "xiaohongshu") == [("promo-code", "Code: RED")]
    assert found(catalog, "Scan the code on his toe, he said.", "xiaohongshu") == []
    assert found(catalog, "Scan the code on page two.", "xiaohongshu") == [("qr-mention", "Scan the code")]
