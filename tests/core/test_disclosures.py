"""What shops ask authors to write beside links discloses them in each language, and talk of ads does not."""

import pytest

from planner.core.catalog import Catalog
from planner.core.checks.labels import discloses, lawful

SAYS = (
    "I'm an Amazon affiliate.",
    "Bookshop.org pays me 10% when you order with my link.",
    "Some of these are referral links (aff link)",
    "Ada Vale is a participant in the Amazon Services LLC Associates Program.",
    "This post contains affiliate links but that does not change what I think.",
    "Not all links here are affiliate links.",
    "Her new novel (affiliate link) is out.",
    "Als Amazon-Partnerin verdiene ich an qualifizierten Verkäufen.",
    "Es handelt sich um Empfehlungslinks, für die ich eine Vergütung erhalte.",
    "Ich erhalte eine Provision, ohne dass du mehr zahlst.",
    "Beim Kauf über die Partner-Links bekomme ich ein paar Cent, der Preis ändert sich nicht.",
    "Ces liens me rapportent une petite commission sans frais pour vous.",
    "Les liens suivis d'un astérisque sont affiliés ; la boutique me reverse quelques centimes.",
    "Je gagne une commission sans que vous ne payiez plus.",
    "Liens rémunérés",
    "Enlaces afiliados.",
    "Gano una comisión sin que pagues más.",
    "Los enlaces son de afiliación.",
    "Algunos enlaces son de afiliados: no pagas más y yo me llevo una pequeña comisión.",
    "Como afiliada de Amazon, gano con las compras que cumplen los requisitos.",
    "Contiene link affiliati.",
    "Alcuni link sono affiliati: per te non cambia nulla.",
    "Partecipo al programma di affiliazione di Amazon.",
    "Links de afiliados.",
    "Alguns links são de afiliado: ganho uma pequena comissão sem custo para você.",
    "Como participante do Programa de Associados da Amazon, sou remunerado pelas compras qualificadas.",
    "#publi",
    "Партнёрские ссылки.",
    "Это партнерская ссылка.",
    "С покупок по ссылкам я получаю небольшой процент.",
    "Реклама. ООО «Книги», erid: 2Vtz",
    "Advertentie",
    "Als Amazon-partner verdien ik aan in aanmerking komende aankopen.",
    "Annons",
    "Inlägget innehåller adlinks.",
    "Indeholder reklamelinks.",
    "Annonce",
    "Reklame: bogen er ude",
    "Reklama",
    "Współpraca reklamowa z księgarnią",
    "当メールはAmazonアソシエイト・プログラムの参加者です。",
    "当サイトはAmazonのアソシエイトとして収入を得ています。",
    "アフィリエイトリンクを含みますが価格は変わりません。",
    "※広告",
    "📢 広告です",
    "★PR",
    "本ページはプロモーションが含まれています",
    "[협찬] 신간",
    "유료광고 포함",
    "경제적 대가를 받고 작성했습니다.",
    "이 포스팅은 제휴마케팅이 포함된 광고로 커미션을 지급 받습니다.",
    "제휴링크이며 구매자에게 추가 비용은 없습니다.",
    "合作推广",
    "本文含推广链接，购买后我会获得佣金。",
    "※ 推广",
)
SAYS_NOTHING = (
    "The ad was on the wall, half torn.",
    "He answered an advertisement in the paper.",
    "I never earn a commission.",
    "I don't use affiliate links.",
    "None of these are affiliate links.",
    "There are no ads and no affiliate links here.",
    "Affiliate links are banned on this forum.",
    "What are affiliate links?",
    "She clicked an affiliate link and lost her savings.",
    "I don't pay for ads, nor do I get a commission.",
    "The painter got 10% of the harbour.",
    "Links to my other books are below.",
    "Die Anzeige hing an der Wand.",
    "Ich nutze keine Partnerlinks.",
    "Affiliate-Links verwende ich nicht.",
    "Der Preis ist fair, eine Provision bekomme ich nicht.",
    "Je ne mets jamais de liens affiliés.",
    "La publicité couvrait les murs de la gare.",
    "Annonce : le tome 2 sort en mai.",
    "Nos liens avec l'éditeur sont anciens.",
    "Nunca uso enlaces de afiliado.",
    "El precio no cambia y no recibo ninguna comisión.",
    "La publicidad cubría los muros.",
    "Non uso link affiliati.",
    "La pubblicità era sul muro.",
    "Não uso links de afiliados.",
    "Sem comissão para mim.",
    "Я не ставлю партнёрские ссылки.",
    "Реклама висела на стене.",
    "Комиссия приехала в полдень.",
    "De advertentie hing aan de muur.",
    "Ik gebruik geen affiliatelinks.",
    "Annonsen satt på väggen.",
    "Jag använder inga annonslänkar.",
    "Annoncen hang på muren.",
    "Reklamen var rød.",
    "Reklama wisiała na ścianie.",
    "Nie używam linków afiliacyjnych.",
    "壁に広告が貼ってあった。",
    "アフィリエイトリンクは使用していません。",
    "彼女はアフィリエイトリンクを踏んだ。",
    "宣伝の仕事は忙しい。",
    "벽에 광고가 붙어 있었다.",
    "제휴 링크를 사용하지 않습니다.",
    "그는 대가를 받았다.",
    "墙上贴着一张广告。",
    "我从不放推广链接。",
    "她靠佣金过日子。",
)


def said(catalog: Catalog, text: str) -> bool:
    labels, says = lawful(catalog.ad_labels.values())
    return discloses(catalog.copy_words, text, labels, says)


@pytest.mark.parametrize("text", SAYS)
def test_standard_sentences_and_labels_disclose(catalog: Catalog, text: str) -> None:
    assert said(catalog, text)
    assert said(catalog, f"The Salt Road is out today.\n{text}\n\nIt has 300 pages.")


@pytest.mark.parametrize("text", SAYS_NOTHING)
def test_talk_of_ads_and_commissions_does_not(catalog: Catalog, text: str) -> None:
    assert not said(catalog, text)
