"""The product itself, from blocks to bytes."""

from planner.export.pdf.writer import write_pdf as write

__all__ = ["write"]
