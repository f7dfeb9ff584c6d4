"""Writes blocks as PDF, in small layers: fonts, lines, boxes, flow, and ReportLab's canvas underneath."""

import sys
from types import ModuleType

# ReportLab runs ``reportlab_settings`` or ``~/.reportlab_settings`` as code when it is first imported;
# an empty module in its place stops that.
sys.modules.setdefault("reportlab_settings", ModuleType("reportlab_settings"))
