"""Frontlist, a marketing-plan builder for indie authors."""

__version__ = "0.1.0"
