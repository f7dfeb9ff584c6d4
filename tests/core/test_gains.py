"""A text discloses that its links earn money in a label, or in a sentence of its own, in many languages."""

import pytest

from planner.core.catalog import Catalog
from planner.core.checks.labels import discloses

SAYS = (
    "I get commissions for purchases made through links in this post.",
    "I'm paid a commission for books bought through these links.",
    "We may receive a commission.",
    "If you click a link and buy, I’ll earn a small commission, at no cost to you.",
    "At no extra cost to you, I get a commission.",
    "Not only do I love it, I also get a commission.",
    "I don't hide it: if you buy through this link I get a commission.",
    "I receive a share of sales from this link",
    "Some links pay me a referral fee",
    "This link earns me money",
    "Buying here supports me: the shop pays me a little",
    "Ich bekomme eine kleine Provision, wenn du über diesen Link kaufst.",
    "Wenn du über den Link kaufst, bekomme ich eine Provision – für dich ändert sich nichts.",
    "Kaufst du über den Link, verdiene ich ein paar Cent.",
    "Provisions-Link",
    "Je touche une petite commission si vous achetez par ce lien.",
    "Nous recevons une commission sur les achats faits par ce lien, sans surcoût pour vous.",
    "Collaboration commerciale",
    "Recibo una pequeña comisión si compras por este enlace.",
    "Puedo recibir una comisión por las compras, sin coste para ti.",
    "Ricevo una piccola commissione.",
    "Ganho uma comissão se comprar por este link.",
    "Als je via deze link koopt, ontvang ik een kleine commissie.",
    "Om du köper via länken får jag provision.",
    "Jeśli kupisz przez ten link, otrzymam prowizję.",
    "Если вы купите по этой ссылке, я получу комиссию.",
    "通过此链接购买，我会获得佣金。",
    "このリンクから購入すると、紹介料を受け取ります。",
    "이 링크로 구매하시면 수수료를 받습니다.",
)
SAYS_NOTHING = (
    "The commission of the crime was quick.",
    "She will receive a commission in the army.",
    "I get the commission to paint the king's portrait.",
    "The European Commission pays us a visit.",
    "I get no commission for this.",
    "I do not earn a commission on these links.",
    "No commission: I get nothing for it.",
    "I don't get paid for this, and no link earns me money.",
    "I make a little money go far.",
    "He gets a cut on his hand.",
    "Ich bekomme keine Provision.",
    "Ich verdiene mein Geld als Lehrerin.",
    "La Commission européenne reçoit le roman.",
    "Je ne touche aucune commission.",
    "La comisión del crimen fue rápida.",
    "Non ricevo commissioni.",
    "Ik krijg geen commissie.",
    "Я не получаю комиссию.",
    "他从中得到了佣金。",
    "このリンクから収益は得ていません。",
    "그는 수수료를 받았다.",
    "PR nightmare at the palace",
    "She works in PR.",
)


def said(catalog: Catalog, text: str) -> bool:
    return discloses(catalog.copy_words, text, ["PR"])


@pytest.mark.parametrize("text", SAYS)
def test_a_sentence_says_that_its_writer_gains(catalog: Catalog, text: str) -> None:
    assert said(catalog, text)


@pytest.mark.parametrize("text", SAYS_NOTHING)
def test_what_denies_it_or_tells_a_story_does_not(catalog: Catalog, text: str) -> None:
    assert not said(catalog, text)


def test_it_may_stand_anywhere_in_a_text(catalog: Catalog) -> None:
    story = "She got a commission. The king paid. Nothing is for sale here.\n"
    assert said(catalog, f"{story}I get a commission.\n{story}")
    assert not said(catalog, story)
