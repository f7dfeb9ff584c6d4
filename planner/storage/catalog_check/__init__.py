"""Names every fault of the catalog's files, with its line and how to mend it; a file a sort of fault."""
