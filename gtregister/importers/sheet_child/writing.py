"""What the child says to its parent: lines of JSON."""

import json
from datetime import date, datetime

from .limits import UNPACKED_BYTES, Line, Refused  # noqa: TID252 - see __init__


class _Marks(dict[object, object]):
    """What stands for a cell for which JSON has no word."""

    def __missing__(self, cell: object) -> object:
        day = cell.date() if isinstance(cell, datetime) else cell
        mark = {"d": day.isoformat()} if isinstance(day, date) else str(cell)
        self[cell] = mark
        return mark


_encoder = json.JSONEncoder(
    default=_Marks().__getitem__, ensure_ascii=False, check_circular=False
)


def written(line: Line) -> bytes:
    """Write one line."""
    text = _encoder.encode(line)
    if len(text) > UNPACKED_BYTES:
        raise Refused("large")
    return text.encode("utf-8", "replace") + b"\n"
