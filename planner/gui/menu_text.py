"""Texts of the user's in menus and on buttons, where Qt takes an ampersand for a mark of its own."""


def as_menu_text(text: str) -> str:
    """A text that a menu or a button shows as it is."""
    return text.replace("&", "&&")
