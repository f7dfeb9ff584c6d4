"""How wide the columns of a table are, on paper, in a Word file and where a document is shortened."""
