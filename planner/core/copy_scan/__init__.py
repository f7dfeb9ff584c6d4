"""What a platform removes from an author's text, found where it stands, however it is written."""
