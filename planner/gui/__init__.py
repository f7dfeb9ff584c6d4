"""The window: shows the document and sends edits."""

from planner.gui.lasting import make_constants_last
from planner.gui.plain_imports import import_plainly

make_constants_last()
import_plainly()
