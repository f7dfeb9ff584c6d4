"""The brief: the book, its author, the goals and what the plan may cost."""
