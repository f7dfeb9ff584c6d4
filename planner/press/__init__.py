"""The press: makes documents in a process of its own, so that the window never waits for one."""

WORKER = "--worker"
"""What this program is started with once more, to make documents beside the window."""
