"""What sends readers elsewhere without a link is found, and sentences with the same signs are clean."""

import pytest

from planner.core.catalog import Catalog
from planner.core.copy_scan.scan import scan

DETOURS = (
    "搜索我的书名就能买到",
    "搜《盐路》就能找到",
    "评论区扣1发你链接",
    "想要链接的私我",
    "口令：盐路2027",
    "暗号：盐路",
    "图三有码",
    "见置顶笔记图片里的码",
    "进群领取试读",
    "联系方式看图",
    "看我主页头像的水印",
    "搜一下书名就有",
    "搜我的笔名",
    "搜一搜《盐路》，就能买到",
    "各大平台搜这本书名",
    "打1我私你",
    "回复“想要”发你",
    "扣1拉你进群",
    "留1，我发你",
    "需要链接的宝子滴我",
    "要链接的姐妹们，私信我",
    "想要购买方式的可以私聊我",
    "第三张图有码",
    "最后一张图的码",
    "封面右下角有码",
    "p3有码",
    "图2的码",
    "怎么买看图",
    "链接见图",
    "入群看番外",
    "加读者群，一起聊",
    "图片水印里有",
    "口令:盐路",
    "搜“盐路”就能买到",
    "暗语：春天来了",
    "评论求，我私信你",
    "Look up the title wherever you buy books",
    "The code is in the third image",
    "Find it by typing the title into your shop",
)

ORDINARY = (
    "在书店搜一搜",
    "周末去书店看看",
    "私信我聊聊书",
    "请在评论区告诉我你的想法",
    "主页有更多内容",
    "警察搜遍了全城",
    "她搜肠刮肚想起一个书名",
    "他搜索着记忆里的名字",
    "搜救队在山里找到了她",
    "图三是码头的老照片",
    "图片里的码头在下雨",
    "第三张图里她在码字",
    "封面上的码头",
    "她走进群山看日出",
    "加裙边的裙子",
    "她想加裙子的长度",
    "走进群众中去",
    "加入群领导小组",
    "口令一响，士兵立正",
    "他们的暗号是三声鸟叫",
    "她说出暗号，门开了",
    "书里有个暗号：三长两短。",
    "他们的口令：风起",
    "暗号解谜小说推荐",
    "回复读者1封信",
    "她打了1个电话给你发消息",
    "回复1位读者",
    "看图书馆的窗",
    "哪里买菜，看图形认字",
    "头像画得很好",
    "水印木刻的历史",
    "封面图很美",
    "打1折的旧书",
    "扣子扣好了发你照片",
    "入群之前先读群规",
    "我想进群山深处",
    "想要的链接生活与书",
    "链接的意义",
    "这本书的名字来自一首诗",
    "书名是《盐路》",
    "我在书店找到《盐路》",
    "搜《红楼梦》的论文",
    "小红书搜索功能更新了",
    "码字三千，更新一章",
    "第2张图是手稿",
    "p2是手稿",
    "图一图二都是插画",
    "求评论",
    "求一本好书",
    "欢迎入群岛的世界",
    "加群星璀璨的夜",
    "评论666",
)


def found(catalog: Catalog, text: str) -> set[str]:
    return {spot.kind for spot in scan(catalog, catalog.platforms["xiaohongshu"], text)}


@pytest.mark.parametrize("text", DETOURS)
def test_a_detour_is_found(catalog: Catalog, text: str) -> None:
    assert found(catalog, text)


@pytest.mark.parametrize("text", ORDINARY)
def test_an_ordinary_sentence_is_clean(catalog: Catalog, text: str) -> None:
    assert found(catalog, text) == set()


def test_a_passcode_is_told_as_a_code_and_a_search_as_a_workaround(catalog: Catalog) -> None:
    assert found(catalog, "暗号：盐路") == {"promo-code"}
    assert found(catalog, "搜索我的书名就能买到") == {"workaround"}
