"""Pages below each other: every height has its page, and a place is found again in another size."""

from PySide6.QtCore import QSizeF

from planner.gui.preview.places import MARGIN, START, Place, Places, places, scale_to_fit

A4 = QSizeF(595, 842)


def test_pages_stand_below_each_other_in_the_middle_of_the_room() -> None:
    found = places(A4, 3, 1.0, 1000)
    assert [rect.left() for rect in found.rects] == [202, 202, 202]
    assert all(
        upper.bottom() < lower.top() for upper, lower in zip(found.rects, found.rects[1:], strict=False)
    )
    assert found.height == found.rects[2].bottom() + 1 + MARGIN
    assert found.width == 1000


def test_a_page_wider_than_the_room_keeps_its_margins() -> None:
    assert places(A4, 1, 2.0, 300).width == 1190 + 2 * MARGIN


def test_as_wide_as_there_is_room() -> None:
    assert round(595 * scale_to_fit(A4, 700)) == 700 - 2 * MARGIN
    assert scale_to_fit(A4, 0) > 0


def test_every_height_has_its_page() -> None:
    found = places(A4, 3, 1.0, 1000)
    second = found.rects[1]
    assert found.page_at(0) == 0
    assert found.page_at(second.top() - 1) == 0
    assert found.page_at(second.top()) == 1
    assert found.page_at(10_000) == 2
    assert list(found.between(second.top(), second.top() + 10)) == [1]
    assert list(found.between(second.top() - 30, second.top() + 10)) == [0, 1]
    assert list(found.between(found.rects[0].bottom() + 1, second.top() - 1)) == []


def test_a_place_is_found_again_in_another_size_and_in_a_shorter_document() -> None:
    small, large, shorter = places(A4, 3, 1.0, 900), places(A4, 3, 2.0, 900), places(A4, 1, 1.0, 900)
    place = small.place_at(small.rects[1].top() + 421)
    assert place == Place(1, 0.5)
    assert large.height_of(place) == large.rects[1].top() + 842
    assert shorter.height_of(place) == shorter.rects[0].top() + 421


def test_no_pages_have_no_places() -> None:
    nothing = Places(())
    assert (nothing.height, nothing.page_at(5), list(nothing.between(0, 900))) == (0, 0, [])
    assert nothing.place_at(5) == START
    assert nothing.height_of(START) == 0
