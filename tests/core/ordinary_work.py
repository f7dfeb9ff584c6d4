"""The names of ordinary work of authors, which no rule on words may mind."""

from pathlib import Path

ORDINARY_WORK = tuple(
    Path(__file__).with_name("data").joinpath("ordinary_work.txt").read_text("utf-8").splitlines()
)
