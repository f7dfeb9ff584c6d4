"""Ids of records: short random strings."""

import secrets

ALPHABET = "23456789abcdefghjkmnpqrstuvwxyz"
LENGTH = 8


def new_id() -> str:
    """An id that no other record is likely ever to have (31 ** 8, about 850 thousand million)."""
    return "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))
