"""Writes blocks as one accessible web page that needs nothing but itself."""
