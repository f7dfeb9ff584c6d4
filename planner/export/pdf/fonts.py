"""The fonts of the PDF, by the language of a document: which face has a character, and words in a look."""

from functools import cache

from planner.export.languages import language_tag, written_leftwards
from planner.export.pdf.chain import faces
from planner.export.pdf.choice import Choice
from planner.export.pdf.memo import Memo
from planner.export.pdf.pieces import Word
from planner.export.pdf.words import Look, Words


class FontBook:
    """The faces in the order in which they are asked for a character, and the words already measured."""

    def __init__(self, language: str) -> None:
        """Begin without any word; ``language``, a BCP 47 tag, decides shapes and breaks."""
        self.language = language
        self.leftwards = written_leftwards(language)
        found = faces()
        self._choices = {
            (bold, italic): Choice(found.chain(bold=bold, italic=italic, language=language), found.eastern)
            for bold in (False, True)
            for italic in (False, True)
        }
        self._words = Memo(self._begun)

    def words(self, look: Look) -> Words:
        """The words in a look, each of which is measured once."""
        return self._words[look]

    def word(self, text: str, look: Look) -> Word:
        """The word in a look."""
        return self.words(look)[text]

    def _begun(self, look: Look) -> Words:
        return Words(self._choices[look.bold, look.italic], look, self.language)


_book = cache(FontBook)


def font_book(language: str = "") -> FontBook:
    """The fonts that the program brings, for a language; one book a process, so that words stay measured."""
    return _book(language if language_tag(language) == language else "")
