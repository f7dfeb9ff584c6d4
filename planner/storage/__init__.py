"""Files: plans, the catalog, the rules and templates, and the folders where the program keeps its own."""
