"""Link cards: each beside its code, with as much of its address as has room."""

import re

from planner.export.blocks import LinkCard, LinkCards
from planner.export.pdf.writer import write_pdf
from tests.export.pdf.conftest import document, links, read


def test_a_card_without_a_safe_address_has_no_code_and_no_link() -> None:
    written = write_pdf(document(LinkCards((LinkCard("Card", "javascript:alert(1)"),))))
    assert links(written) == []
    assert "javascript:alert(1)" in read(written).pages[0].extract_text()


def test_no_card_of_many_lines_is_parted_from_its_code() -> None:
    card = LinkCard(
        "Wharf" + " of so many words that" * 3, f"https://author.example/{'deep/' * 30}page", "Bio"
    )
    written = write_pdf(document(LinkCards((card,) * 9)), text_size="large")
    pages = [page.extract_text() for page in read(written).pages]
    assert len(pages) > 1
    assert "continued" not in "".join(pages)
    assert all(page.count("Wharf") == page.count("Bio") for page in pages)


def test_what_is_long_on_a_card_is_shown_by_its_beginning_and_leads_to_its_end() -> None:
    address = f"https://author.example/{'deep/' * 30}page"
    cards = document(LinkCards((LinkCard("A card " * 20 + "of many words", address),)))
    page = read(write_pdf(cards)).pages[0]
    shown = "".join(page.extract_text().split())
    assert "Acard" * 4 in shown
    assert "deep/" * 5 in shown
    assert not {"page", "words"} & set(re.findall("page|words", shown))
    assert {link.get_object()["/A"]["/URI"] for link in page["/Annots"]} == {address}  # type: ignore[attr-defined]


def test_words_stand_above_a_code_that_leaves_them_no_room_beside_it() -> None:
    address = f"https://author.example/{'a' * 1_900}"
    page = read(write_pdf(document(LinkCards((LinkCard("Autumn letter", address, "Newsletter"),))))).pages[0]
    assert {"Autumn letter", "Newsletter"} <= set(page.extract_text().splitlines())
