"""The program can test itself, also where it was installed from a bundle."""

import os
import subprocess
import sys


def test_the_self_test_passes() -> None:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-m", "planner", "self-test"]
    run = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=120, check=False)
    assert run.returncode == 0, run.stderr
    assert "passed" in run.stdout
