"""Writes blocks as PDF, in small layers: fonts, lines, boxes, flow, and ReportLab's canvas underneath."""

import os
import sys
from types import ModuleType

# ReportLab runs ``reportlab_mods`` and ``reportlab_settings``, or files of that name in the home, as code
# when it is first imported; empty modules in their place stop that. It follows variables such as RL_useA85
# as well, and falls over those that it cannot read, so they are out of the way for as long.
for _name in ("reportlab_mods", "reportlab_settings"):
    sys.modules.setdefault(_name, ModuleType(_name))
_theirs = {name: os.environ.pop(name) for name in tuple(os.environ) if name.upper().startswith("RL_")}
try:
    import reportlab.rl_config  # noqa: F401
finally:
    os.environ.update(_theirs)
