"""Files: plans, the catalog, templates and settings."""
