"""Prepare ``.venv/`` and the system's libraries: ``bootstrap.py run|test|bench|package``.

Needs only Python's standard library. All that the system lacks is found before anything is made: as root on
Debian it is installed, otherwise the exact command is printed and nothing is touched.
"""

import ctypes
import importlib.util
import os
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Iterator, Mapping
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
MINOR = f"3.{sys.version_info.minor}"

# What must be there (a library's or a program's name) and Debian's package that brings it.
WINDOW = {
    "libglib-2.0.so.0": "libglib2.0-0",
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
}
SCREEN = {
    "Xvfb": "xvfb",
    "xdotool": "xdotool",
    "openbox": "openbox",
    "xprop": "x11-utils",
    "import": "imagemagick",
    "pdftotext": "poppler-utils",
    "qpdf": "qpdf",
    "fc-list": "fontconfig",
    "zbarimg": "zbar-tools",
}
PEERS = {"libpangoft2-1.0.so.0": "libpangoft2-1.0-0"}
BUNDLE = {
    "objdump": "binutils",
    str(sysconfig.get_config_var("INSTSONAME")): f"libpython{MINOR}",
}
SYSTEM: Mapping[str, Mapping[str, str]] = {
    "run": WINDOW,
    "test": WINDOW | SCREEN,
    "bench": WINDOW | SCREEN | PEERS,
    "package": WINDOW | SCREEN | BUNDLE,
}
LOCKS = {
    "run": "requirements.lock",
    "test": "requirements-dev.lock",
    "bench": "requirements-bench.lock",
    "package": "requirements-dev.lock",
}


def main(purpose: str) -> None:
    """Make the project ready to run, to test or to package."""
    lacking = dict(missing(purpose))
    if lacking:
        install_system(lacking)
    if not venv_works():
        say(f"Making .venv with Python {MINOR}")
        run(sys.executable, "-m", "venv", "--clear", str(VENV))
    say(f"Installing what {LOCKS[purpose]} pins (the first time takes a minute or two)")
    pip("--require-hashes", "--requirement", str(ROOT / LOCKS[purpose]))
    pip("--no-build-isolation", "--no-deps", "--editable", str(ROOT))
    compile_all()
    say(f"Ready: {BIN / 'frontlist'}")


def missing(purpose: str) -> Iterator[tuple[str, str]]:
    """What the system lacks, each with Debian's package for it."""
    if importlib.util.find_spec("ensurepip") is None:
        yield "Python's venv", f"python{MINOR}-venv"
    if sys.platform == "linux":
        yield from ((name, package) for name, package in SYSTEM[purpose].items() if not present(name))


def present(name: str) -> bool:
    """Whether a library loads or a program is on the path."""
    if ".so" not in name:
        return shutil.which(name) is not None
    try:
        ctypes.CDLL(name)
    except OSError:
        return False
    return True


def install_system(lacking: Mapping[str, str]) -> None:
    """Install Debian's packages as root; otherwise say what to do and stop."""
    if shutil.which("apt-get") is None:
        sys.exit(
            f"Please install these with your system's package manager, then try again: {' '.join(lacking)}"
        )
    packages = sorted(set(lacking.values()))
    install = ["apt-get", "install", "--yes", "--no-install-recommends", *packages]
    if os.geteuid() != 0:
        sys.exit(
            "Some system packages are missing. Nothing was changed: run this as root, then try again.\n\n"
            f"    apt-get update && {' '.join(install)}\n"
        )
    say(f"Installing system packages: {' '.join(packages)}")
    os.environ.setdefault("DEBIAN_FRONTEND", "noninteractive")
    run("apt-get", "update", "-qq")
    run(*install, "-qq")


def venv_works() -> bool:
    """Whether ``.venv`` holds a Python that starts, of a version that this project knows, with pip."""
    python = BIN / "python"
    check = "import sys, pip; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))"
    try:
        return subprocess.run([python, "-c", check], check=False, capture_output=True).returncode == 0
    except OSError:
        return False


def pip(*arguments: str) -> None:
    """Install into ``.venv``."""
    run(str(BIN / "python"), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *arguments)


def compile_all() -> None:
    """Byte-compile the packages and the project, whatever the environment says of bytecode."""
    folders = [*VENV.glob("lib/python3*/site-packages"), ROOT / "planner"]
    run(str(BIN / "python"), "-m", "compileall", "-qq", "-j", "0", *map(str, folders), check=False)


def say(line: str) -> None:
    """Tell what happens next."""
    print(line, flush=True)


def run(*command: str, check: bool = True) -> None:
    """Run a command; where it fails, name it and stop."""
    done = subprocess.run(command, check=False)
    if check and done.returncode != 0:
        sys.exit(f"This step failed: {' '.join(command)}")


if __name__ == "__main__":
    if sys.argv[1:] not in [[purpose] for purpose in SYSTEM]:
        sys.exit(f"Usage: bootstrap.py {'|'.join(SYSTEM)}")
    main(sys.argv[1])
