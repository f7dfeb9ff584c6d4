"""The window: shows the document and sends edits."""

from planner.gui.lasting import make_constants_last

make_constants_last()
