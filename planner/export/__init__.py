"""Turns a plan into documents: neutral blocks first, then each format that is made of them."""
