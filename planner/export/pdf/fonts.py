"""The fonts of the PDF, by the language of a document: which face has a character, and words in a look."""

from pathlib import Path

from planner.core.resources import resource
from planner.export.languages import language_tag, written_leftwards
from planner.export.pdf.chain import faces
from planner.export.pdf.choice import Choice
from planner.export.pdf.pieces import Word
from planner.export.pdf.words import Look, Words


class FontBook:
    """The faces in the order in which they are asked for a character, and the words already measured."""

    def __init__(self, folder: Path, language: str = "") -> None:
        """Name the faces of the folder of fonts; ``language``, a BCP 47 tag, decides shapes and breaks."""
        self.language = language
        self.leftwards = written_leftwards(language)
        self._folder = folder
        found = faces(folder)
        self._choices = {
            (bold, italic): Choice(found.chain(bold=bold, italic=italic, language=language), found.eastern)
            for bold in (False, True)
            for italic in (False, True)
        }
        self._words: dict[Look, Words] = {}

    def speaking(self, language: str) -> "FontBook":
        """The book of the same fonts for text in another language."""
        return _book(self._folder, language)

    def words(self, look: Look) -> Words:
        """The words in a look, each of which is measured once."""
        words = self._words.get(look)
        if words is None:
            words = self._words[look] = Words(self._choices[look.bold, look.italic], look, self.language)
        return words

    def word(self, text: str, look: Look) -> Word:
        """The word in a look."""
        return self.words(look)[text]


_books: dict[tuple[Path, str], FontBook] = {}


def _book(folder: Path, language: str) -> FontBook:
    known = language if language_tag(language) == language else ""
    if (folder, known) not in _books:
        _books[folder, known] = FontBook(folder, known)
    return _books[folder, known]


def font_book(language: str = "") -> FontBook:
    """The fonts that the program brings, for a language; one book a process, so that words stay measured."""
    return _book(resource("fonts"), language)
