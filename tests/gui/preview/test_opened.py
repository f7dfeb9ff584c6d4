"""A document is opened in the thread that has it made, and then is the window's."""

from datetime import date
from threading import Thread

import pytest
from PySide6.QtCore import QThread

from planner.export.choices import Choices
from planner.gui.preview.opened import Opened, opener
from planner.press.make import Maker
from planner.press.orders import Made, Order
from tests.gui.samples import full_plan


def opened(made: Made) -> Opened:
    """What comes of an order in another thread."""
    home, found = QThread.currentThread(), []
    order = Order(full_plan(), Choices(), date(2027, 1, 5))
    make = opener(lambda *_: made, home)
    thread = Thread(target=lambda: found.append(make(order, lambda _: None, lambda: False)))
    thread.start()
    thread.join()
    return found[0]


@pytest.mark.usefixtures("qtbot")
def test_a_document_belongs_to_the_thread_of_the_window() -> None:
    order = Order(full_plan(), Choices(), date(2027, 1, 5))
    data = Maker().make(order, lambda _: None, lambda: False).data
    document, said = opened(Made(data, "shortened"))
    assert said == "shortened"
    assert document
    assert document.thread() is QThread.currentThread()
    assert "The Salt Road" in document.getAllText(0).text()


@pytest.mark.usefixtures("qtbot")
def test_what_is_no_pdf_is_none() -> None:
    assert opened(Made(b"no PDF")) == (None, "")
