"""The inspector: all about what is selected."""
