"""The plan, the catalog and what the rules say of them: plain Python, no library."""
