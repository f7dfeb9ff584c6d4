"""The export dialog, and the thread that it works in."""
