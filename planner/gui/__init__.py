"""The window: shows the document and sends edits."""

from planner.gui.lasting_none import make_none_last

make_none_last()
