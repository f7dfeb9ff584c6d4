"""Work that offers an e-book in KDP Select outside Kindle is known by its words, and ordinary work is not."""

from dataclasses import replace

import pytest

from planner.core.catalog import Catalog
from planner.core.plan import Activity, Book
from planner.core.rules import RuleBook
from tests.core.build import channel, findings, plan

BOOK = Book(id="book", genre="romance", language="en", markets=("US",), kdp_select=True, series_number=2)

OFFERS = [
    ("own-website", "Sell the ebook in our shop"),
    ("own-website", "Give the e-book to newsletter subscribers"),
    ("own-website", "Free epub download for a week"),
    ("own-website", "Bundle of all e-books at 20% off"),
    ("own-website", "Upload the whole novel as a web serial"),
    ("own-website", "Sell PDFs of the book"),
    ("own-website", "Payhip store opens with the digital edition"),
    ("own-website", "Put the e-book on Gumroad"),
    ("own-website", "Readers can download the epub from the shop page"),
    ("patreon", "Upload the finished book for members"),
    ("patreon", "Members get the epub"),
    ("patreon", "Post all chapters of the book"),
    ("patreon", "Patrons receive the e-book a month early"),
    ("email-newsletter", "Attach the epub for all subscribers"),
    ("email-newsletter", "Everyone who signs up gets the book free"),
    ("email-newsletter", "Send the whole novel in ten instalments"),
    ("instagram", "DM the ebook file to anybody who asks"),
    ("instagram", "Giveaway of five e-books"),
    ("facebook-groups", "Hand out free ebooks in the group"),
    ("discord", "Share the e-book file with the server"),
    ("kickstarter", "E-book tier at $5"),
    ("kickstarter", "Backers get the ebook first"),
    ("email-newsletter", "E-Book an alle Abonnenten verschenken"),
    ("own-website", "Das E-Book im eigenen Shop verkaufen"),
    ("own-website", "Proposer l'ebook dans ma boutique"),
    ("email-newsletter", "Enviar el ebook a los suscriptores"),
    ("email-newsletter", "Enviar o ebook para as assinantes"),
    ("email-newsletter", "Mandare l'ebook agli iscritti"),
    ("email-newsletter", "Send the whole e-book free to my list"),
    ("email-newsletter", "Email everyone the EPUB"),
    ("patreon", "Give patrons the e-book"),
    ("own-website", "Offer the e-book free on my site"),
]
ORDINARY = [
    ("own-website", "Give away chapter one as a sample"),
    ("own-website", "Offer the prequel novella as a reader magnet"),
    ("own-website", "Blog about the e-book"),
    ("own-website", "Publish a deleted scene"),
    ("own-website", "Put the first chapter online"),
    ("own-website", "Free printable reading guide for book clubs"),
    ("own-website", "Shop page: add where the Kindle edition is sold"),
    ("own-website", "Sell signed paperbacks"),
    ("patreon", "Post book 1 chapters early"),
    ("patreon", "Send patrons the e-book of book 1"),
    ("patreon", "Audio chapters for members"),
    ("email-newsletter", "Ask readers to get the e-book"),
    ("email-newsletter", "Tell subscribers that the e-book is out"),
    ("email-newsletter", "Send ARC copies of the e-book to 20 reviewers"),
    ("email-newsletter", "Send the full book to my editor"),
    ("email-newsletter", "Share the full book trailer"),
    ("email-newsletter", "Letter: the e-book is free for five days, on Kindle only"),
    ("instagram", "Giveaway of five paperbacks"),
    ("instagram", "Giveaway of five Kindle e-books"),
    ("instagram", "Never send the e-book to anyone"),
    ("instagram", "Post about the e-book"),
    ("kickstarter", "Hardback tier"),
    ("email-newsletter", "Leseprobe des E-Books an alle Abonnenten"),
    ("email-newsletter", "E-Book an alle Abonnenten ankündigen"),
    ("email-newsletter", "E-Book-Start an alle Abonnenten melden"),
    ("email-newsletter", "Annoncer l'ebook aux abonnés"),
    ("email-newsletter", "Anunciar el ebook a los suscriptores"),
    ("email-newsletter", "Avisar as leitoras: o e-book saiu"),
    ("email-newsletter", "Apresentar o e-book aos assinantes"),
    ("email-newsletter", "Annunciare l'ebook agli iscritti"),
    ("email-newsletter", "Send subscribers the e-book news"),
    ("email-newsletter", "Send the letter about the e-book to all subscribers"),
    ("patreon", "Give patrons the e-book cover"),
    ("instagram", "Beitrag: Das E-Book ist da"),
    ("own-website", "Page du livre : où acheter l'ebook sur Amazon"),
    ("instagram", "El ebook ya está a la venta"),
    ("goodreads", "Giveaway of 100 e-books"),
    ("amazon-author", "Give the e-book away for five days"),
]


def told(catalog: Catalog, rules: RuleBook, platform: str, title: str, book: Book) -> bool:
    made = plan(channel(platform, activities=(Activity(id="a", title=title),)), book=book)
    return any(each.rule == "kdp-select-offered-here" for each in findings(catalog, rules, made))


@pytest.mark.parametrize(("platform", "title"), OFFERS)
def test_an_offer_of_the_exclusive_e_book_is_an_error(
    catalog: Catalog, rules: RuleBook, platform: str, title: str
) -> None:
    assert told(catalog, rules, platform, title, BOOK)
    assert not told(catalog, rules, platform, title, replace(BOOK, kdp_select=False))


@pytest.mark.parametrize(("platform", "title"), ORDINARY)
def test_ordinary_work_is_no_offer(catalog: Catalog, rules: RuleBook, platform: str, title: str) -> None:
    assert not told(catalog, rules, platform, title, BOOK)
