"""A saved view: what to show of a list, and how, under a name."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from gtregister.desktop.widgets.arrangement import Arrangement
from gtregister.desktop.widgets.list_choices import Those
from gtregister.table import Value


@dataclass(frozen=True, slots=True)
class SavedView:
    """Values that are wanted by the keys of filters, what to find, and the columns.

    Without an arrangement the columns stay as they are. `those` gives the keys of the
    rows that alone are shown, as they are now; only views that come with the program
    have it, and it is not stored.
    """

    name: str
    wanted: Mapping[str, list[Value]] = field(default_factory=dict)
    sought: str = ""
    arrangement: Arrangement | None = None
    those: Those | None = None

    def stored(self) -> dict[str, object]:
        """Turn it into what JSON can hold."""
        arranged = self.arrangement.stored() if self.arrangement else None
        return {
            "name": self.name,
            "wanted": {key: list(values) for key, values in self.wanted.items()},
            "sought": self.sought,
            "arrangement": arranged,
        }

    @classmethod
    def read(cls, stored: object) -> "SavedView | None":
        """Read what was stored; None if it has no name."""
        found = stored if isinstance(stored, dict) else {}
        name, wanted, arranged = map(found.get, ("name", "wanted", "arrangement"))
        if not isinstance(name, str) or not name:
            return None
        return cls(
            name,
            {
                str(key): [v for v in values if isinstance(v, str | int | float | None)]
                for key, values in (wanted.items() if isinstance(wanted, dict) else ())
                if isinstance(values, list)
            },
            str(found.get("sought") or ""),
            Arrangement.read(arranged) if arranged else None,
        )
