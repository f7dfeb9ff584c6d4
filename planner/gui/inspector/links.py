"""The links of the channel: where each stands, where it leads, and the address that results."""

from collections.abc import Callable

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from planner.core import edits
from planner.core.addresses import tagged
from planner.core.changes import Edit, Rewrite
from planner.core.names import place_name
from planner.core.plan import Link, Node
from planner.core.utm_style import house_style
from planner.core.verdict_words import explain
from planner.core.verdicts import judge
from planner.gui.inspector.link_options import LinkOptions
from planner.gui.inspector.subject import NOTHING, View
from planner.gui.inspector.tables import LINK
from planner.gui.parts.choice import NOT_SAID, Choices
from planner.gui.parts.form import Form
from planner.gui.parts.labels import Words, heading, shortened
from planner.gui.parts.record_book import Book, RecordBook
from planner.gui.session import Session

NO_LINKS = "No links yet. Add one for each place where readers can click."


class LinksPart(QWidget):
    """The list of links with the fields of the current one."""

    def __init__(self, session: Session, choices: Callable[[str], Choices]) -> None:
        """Begin empty; ``show_view`` fills it."""
        super().__init__()
        self.setObjectName("links_part")
        self._session = session
        self._base = choices
        self._view = View(session, NOTHING)
        book = Book(
            one="link",
            title="Links",
            nothing=NO_LINKS,
            records=lambda: self._view.channel.links if self._view.channel else (),
            describe=self._describe,
            add=lambda: edits.add_link(session.document.tree, self._view.subject.channel),
        )
        self.book = RecordBook(session, book, Form(session, LINK, self._choices))
        self.book.list.currentRowChanged.connect(self._show_result)
        self._options = LinkOptions()
        self._options.wanted.connect(self._set_options)
        self._result = Words("", small=True)
        self._tag = self._button("Fill in UTM tags", "fill_utm", self.fill_utm)
        self._copy = self._button("Copy address", "copy_address", self.copy_address)
        self._lay_out()

    def show_view(self, view: View) -> None:
        """Show the links of a channel."""
        self._view = view
        self.book.refresh()
        self._show_result()

    def link(self) -> Link | None:
        """The current link as it is now."""
        id, tree = self.book.current(), self._session.document.tree
        return tree.get(id, Link) if id and tree.has(id) else None

    def fill_utm(self) -> None:
        """Fill in the tags in the house style: platform, kind of traffic, book, spot."""
        link = self.link()
        if link:
            view = self._view
            values = house_style(view.session.catalog, view.platform, view.session.plan, link)
            same = all(getattr(link, name) == value for name, value in values.items())
            self._session.do(Edit("Fill in UTM tags", () if same else (Rewrite(link.id, values),)))

    def copy_address(self) -> None:
        """Put the resulting address on the clipboard."""
        link = self.link()
        if link:
            QGuiApplication.clipboard().setText(tagged(link))

    def _set_options(self, options: tuple[str, ...]) -> None:
        link = self.link()
        if link:
            tree = self._session.document.tree
            self._session.do(edits.set_field(tree, link.id, "options", options, "Change options of link"))

    def _show_result(self) -> None:
        link = self.link()
        for part in (self._tag, self._copy):
            part.setVisible(link is not None)
        address = tagged(link) if link else ""
        self._tag.setEnabled(not self._session.read_only)
        self._copy.setEnabled(bool(address))
        self._result.say(f"Readers follow: {address}" if address else "")
        self._options.show_link(self._view, link)

    def _describe(self, node: Node) -> str:
        assert isinstance(node, Link)
        place = place_name(self._session.catalog, node.placement) if node.placement else "no place yet"
        name = shortened(node.label or node.target) or "Without a name"
        return f"{name}\n{place} · {shortened(node.target) or 'leads nowhere yet'}"

    def _choices(self, name: str) -> Choices:
        return placements(self._view) if name == "placement" else self._base(name)

    def _button(self, text: str, name: str, slot: Callable[[], None]) -> QPushButton:
        button = QPushButton(text)
        button.setObjectName(name)
        button.clicked.connect(slot)
        return button

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.addWidget(self._tag)
        buttons.addWidget(self._copy)
        buttons.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 0)
        column.setSpacing(8)
        column.addWidget(heading("Links"))
        column.addWidget(self.book)
        column.addWidget(self._options)
        column.addWidget(self._result)
        column.addLayout(buttons)


def placements(view: View) -> Choices:
    """The platform's placements, each with what a plain tracked link can do there in one word."""
    catalog, platform = view.session.catalog, view.platform
    choices = {"": NOT_SAID}
    clicks = next((option.id for option in catalog.options.values() if option.marks), "")
    for spot in platform.placements if platform else ():
        assert platform is not None
        verdict = judge(catalog, platform, clicks, view.situation, spot.placement)
        words = explain(catalog, platform, verdict, view.situation)
        choices[spot.placement] = f"{place_name(catalog, spot.placement)}  {words.mark} {words.label}"
    return choices
