"""The window: shows the document and sends edits."""
