"""The program outlives a fault of PySide6 that ends Python 3.11 after some hundred signals."""

import subprocess
import sys

BUSY = """
from PySide6.QtCore import QObject, Signal
import planner.gui

class Source(QObject):
    told = Signal()

source = Source()
for _ in range(20_000):
    source.told.emit()
    source.setObjectName("busy")
print("alive")
"""


def test_many_signals_do_not_end_the_program() -> None:
    command = [sys.executable, "-c", BUSY]
    assert subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip() == "alive"
