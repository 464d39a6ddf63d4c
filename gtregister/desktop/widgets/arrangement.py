"""How a person arranged a list, to be kept for the next time."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from gtregister.desktop.widgets.shown_rows import Sorting


@dataclass(frozen=True, slots=True)
class Arrangement:
    """What a person chose of a list; what they left alone is not in it.

    `shown` says of columns whether to show them, `order` has all columns from left to
    right, `widths` are logical pixels at a text size of 100 %.
    """

    shown: Mapping[str, bool] = field(default_factory=dict)
    order: tuple[str, ...] = ()
    widths: Mapping[str, int] = field(default_factory=dict)
    sorting: Sorting = ()

    def stored(self) -> dict[str, object]:
        """Turn it into what JSON can hold."""
        return {
            "shown": dict(self.shown),
            "order": list(self.order),
            "widths": dict(self.widths),
            "sorting": [list(pair) for pair in self.sorting],
        }

    @classmethod
    def read(cls, stored: object) -> "Arrangement":
        """Read what was stored; whatever in it is damaged is left out."""
        found = stored if isinstance(stored, dict) else {}
        shown, order, widths, sorting = (
            found.get(name) for name in ("shown", "order", "widths", "sorting")
        )
        return cls(
            {k: v for k, v in _pairs(shown) if isinstance(v, bool)},
            tuple(str(key) for key in order) if isinstance(order, list) else (),
            {k: v for k, v in _pairs(widths) if isinstance(v, int) and 0 < v < 4000},
            tuple(
                (str(pair[0]), bool(pair[1]))
                for pair in (sorting if isinstance(sorting, list) else [])
                if isinstance(pair, list) and len(pair) == 2
            ),
        )


class ColumnState(NamedTuple):
    """One column as it is shown now, for a dialog to change."""

    key: str
    title: str
    is_shown: bool


def _pairs(stored: object) -> list[tuple[str, object]]:
    return list(stored.items()) if isinstance(stored, dict) else []
