"""What the window and its worker say to each other: frames of a kind, a length and so many bytes."""

import struct
from collections.abc import Iterator
from enum import IntEnum
from typing import BinaryIO, NamedTuple

HEAD = struct.Struct(">BI")


class Kind(IntEnum):
    """What a frame is: the first three go to the worker, the others come from it."""

    PIECE = 1
    MAKE = 2
    STOP = 3
    SHARE = 4
    SAID = 5
    MADE = 6
    REFUSED = 7
    STOPPED = 8


class Frame(NamedTuple):
    """One frame."""

    kind: Kind
    data: bytes


def send(pipe: BinaryIO, kind: Kind, data: bytes = b"") -> None:
    """Write a frame through a buffered pipe; raises OSError when nobody reads it any more."""
    pipe.write(HEAD.pack(kind, len(data)))
    pipe.write(data)
    pipe.flush()


def frames(pipe: BinaryIO) -> Iterator[Frame]:
    """Every whole frame that comes, up to the pipe's end; raises ValueError where something else comes."""
    while len(head := pipe.read(HEAD.size)) == HEAD.size:
        number, length = HEAD.unpack(head)
        # Before it is read, as of what is no frame the length is anything.
        kind = Kind(number)
        data = pipe.read(length)
        if len(data) < length:
            return
        yield Frame(kind, data)
