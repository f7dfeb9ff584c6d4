"""The Preview view: the PDF as it will be, made anew after each edit while it is looked at."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QTimer, QUrl
from PySide6.QtGui import QDesktopServices, QHideEvent, QShowEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from planner.export.choices import NO_SECTION, Choices
from planner.export.safe_links import safe_link
from planner.gui.actions import Actions
from planner.gui.export.job import Exporter
from planner.gui.parts.labels import Words, rule
from planner.gui.parts.look import Dress, restyle
from planner.gui.preview.choices_bar import ChoicesBar
from planner.gui.preview.guide import Guide
from planner.gui.preview.opened import Opened, opener
from planner.gui.preview.pages import Pages
from planner.gui.preview.places import START
from planner.gui.preview.refresher import Refresher
from planner.gui.session import Session
from planner.gui.theme import Theme
from planner.press.orders import PAGES, Made, Order

NOTICED = 400  # milliseconds: what is quicker needs no word
AT_REST = 150
MAKING = "Making the preview…"
NO_PDF = "The preview cannot be shown, as what was made is no PDF. Change something to try again."


class PreviewView(QWidget):
    """Shows the document for the choices above it; it holds no document while it is hidden."""

    def __init__(
        self,
        session: Session,
        theme: Theme,
        actions: Actions,
        make: Exporter[Order, Made],
        recall: Callable[[], Choices],
        keep: Callable[[Choices], None],
    ) -> None:
        """Follow a session; ``make`` makes the documents, ``recall`` and ``keep`` remember the choices."""
        super().__init__()
        self.setObjectName("preview")
        self._session = session
        self._recall = recall
        self._keep = keep
        self._place = START
        self.open_link: Callable[[QUrl], object] = QDesktopServices.openUrl
        self.bar = ChoicesBar(recall())
        self.pages = Pages(theme)
        self.pages.setAccessibleName("Pages of the PDF")
        self.guide = Guide(self.pages)
        self.message = Words("", "quiet", small=True)
        self.message.setContentsMargins(16, 0, 16, 6)
        self.refresher = Refresher(opener(make, self.thread()), self)
        self._late = self._timer(0, self.refresh)
        self._slow = self._timer(NOTICED, self._say_slow)
        self._read = self._timer(AT_REST, self._describe)
        self._connect()
        self._lay_out(actions)
        Dress(self, theme)

    def refresh(self) -> None:
        """Have the document made as the plan and the choices are now."""
        if not self.isVisible():
            return
        choices = self.bar.choices
        if not choices.sections:
            self.refresher.stop()
            self._failed(NO_SECTION)
            return
        self._slow.start()
        self.refresher.ask(Order(self._session.plan, choices, self._session.today, None, PAGES))

    def end(self) -> None:
        """Make nothing more, as the window is closed."""
        self.refresher.end()

    def event(self, event: QEvent) -> bool:
        """Follow what was chosen in a dialog, once the window is back."""
        if (
            event.type() in (QEvent.Type.WindowActivate, QEvent.Type.Show)
            and self.bar.choices != self._recall()
        ):
            self.bar.show_choices(self._recall())
            self._late.start()
        return super().event(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Make the document when the view is first looked at again."""
        super().showEvent(event)
        if self.pages.document is None:
            self.pages.clear(MAKING)
            self._late.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Let the document go, but keep the place in it."""
        super().hideEvent(event)
        if event.spontaneous():
            return
        self.refresher.stop()
        if self.pages.document:
            self._place = self.pages.place
            self.pages.clear()

    def _made(self, opened: Opened) -> None:
        first = self.pages.document is None
        if opened.document is None:
            self._failed(NO_PDF)
            return
        self.pages.show_document(opened.document)
        if first:
            self.pages.return_to(self._place)
        self._say(opened.said)

    def _failed(self, sentence: str) -> None:
        self._say(sentence, "error")
        if self.pages.document is None:
            self.pages.clear()

    def _say(self, sentence: str, role: str = "quiet") -> None:
        self._slow.stop()
        self.guide.show_busy(busy=False)
        restyle(self.message, "role", role)
        self.message.say(sentence)

    def _say_slow(self) -> None:
        if self.refresher.busy and self.pages.document:
            self.guide.show_busy(busy=True)

    def _another_plan(self) -> None:
        self._place = START
        self.pages.return_to(self._place)
        self._late.start()

    def _chosen(self) -> None:
        self._keep(self.bar.choices)
        self._late.start()

    def _describe(self) -> None:
        """Give the current page's text to those who cannot see it."""
        if document := self.pages.document:
            text = document.getAllText(self.pages.page).text()
            self.pages.setAccessibleDescription(f"{self.guide.where.text()}. {text}")

    def _follow(self, url: QUrl) -> None:
        if address := safe_link(url.toString(QUrl.ComponentFormattingOption.FullyEncoded)):
            self.open_link(QUrl(address))

    def _timer(self, interval: int, slot: Callable[[], None]) -> QTimer:
        timer = QTimer(self, singleShot=True, interval=interval)
        timer.timeout.connect(slot)
        return timer

    def _connect(self) -> None:
        self._session.plan_changed.connect(self._late.start)
        self._session.opened.connect(self._another_plan)
        self.bar.changed.connect(self._chosen)
        self.refresher.made.connect(self._made)
        self.refresher.failed.connect(self._failed)
        self.pages.followed.connect(self._follow)
        self.pages.shown.connect(self._read.start)
        self.pages.turned.connect(self._read.start)

    def _lay_out(self, actions: Actions) -> None:
        export = QPushButton("Export…")
        export.setToolTip(actions["export"].toolTip())
        export.clicked.connect(actions["export"].trigger)
        self.bar.add(export)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self.bar, rule(), self.pages, rule(), self.guide, self.message):
            column.addWidget(part, int(part is self.pages))
