"""The press: makes documents in a process of its own, so that the window never waits for one."""
