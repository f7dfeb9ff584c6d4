"""The document as a Word file (.docx), to be edited on."""
