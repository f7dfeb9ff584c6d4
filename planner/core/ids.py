"""Ids of records: short random strings."""

import os

ALPHABET = "23456789abcdefghjkmnpqrstuvwxyz"
LENGTH = 8


def new_id() -> str:
    """An id that no other record is likely ever to have (31 ** 8, about 850 thousand million)."""
    number = int.from_bytes(os.urandom(2 * LENGTH), "big")
    return "".join(ALPHABET[number // len(ALPHABET) ** place % len(ALPHABET)] for place in range(LENGTH))
