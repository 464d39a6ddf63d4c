"""The register by year and subject, as a heat map that leads to the pupils."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from gtregister.core.register import Register
from gtregister.desktop.widgets.chart_card import ChartCard
from gtregister.desktop.widgets.heat_map import Heat, HeatMap
from gtregister.i18n import N_, _, ngettext, translated
from gtregister.table import Table

# What schools call these subjects where there is little room.
_SHORT = {
    "maths": N_("Maths"),
    "computing": N_("Comp"),
    "design_technology": N_("DT"),
    "geography": N_("Geog"),
    "history": N_("Hist"),
    "languages": N_("MFL"),
    "religious_education": N_("RE"),
    "citizenship": N_("Citizen"),
    "art": N_("Art"),
    "pe": N_("PE"),
    "performing_arts": N_("Perf arts"),
}


class SubjectsCard(ChartCard):
    """Where the register is thick and where it is thin; a cell leads to its pupils."""

    def __init__(
        self, go: Callable[[dict[str, object]], None], parent: QWidget | None = None
    ) -> None:
        self._map = HeatMap(_("Register by year and subject"))
        super().__init__(self._map, parent)
        self._go = go
        self._table = Table("", (), ())
        self._map.chosen.connect(self._show_pupils)

    def show_register(self, register: Register) -> None:
        """Count the register again."""
        # Loaded when the page is told: the window is painted before that.
        from gtregister.reports.year_by_subject import REPORT

        table = REPORT.table(register)
        columns = table.columns[1:]
        self._map.show_heat(
            Heat(
                rows=tuple(
                    _("Year {n}").format(n=year) if year else _("Reception")
                    for year in table.keys
                ),
                columns=tuple(translated(_SHORT.get(c.key, c.title)) for c in columns),
                whole=tuple(translated(column.title) for column in columns),
                numbers=tuple(
                    tuple(int(n) if isinstance(n, int) else None for n in row[1:])
                    for row in table.rows
                ),
                say=_in_words,
            )
        )
        self.show_chart(_finding(table), table)

    def _show_pupils(self, row: int, column: int) -> None:
        subject = self._table.columns[column + 1]
        self._go(
            {
                "year_group": self._table.keys[row],
                "subject": translated(subject.title),
            }
        )


def _in_words(year: str, subject: str, number: int) -> str:
    return ngettext(
        "{year}, {subject}: {n} pupil", "{year}, {subject}: {n} pupils", number
    ).format(year=year, subject=subject)


def _finding(table: Table) -> str:
    """Say in the title what the map shows."""
    from gtregister.reports.year_by_subject import ALL_ROUND

    empty = [
        translated(column.title)
        for place, column in enumerate(table.columns[1:], 1)
        if column.key != ALL_ROUND and not any(row[place] for row in table.rows)
    ]
    if not any(isinstance(n, int) for row in table.rows for n in row[1:]):
        return _("Nobody is on the register yet")
    if not empty:
        return _("Every subject has somebody on the register")
    if len(empty) == 1:
        return _("Nobody is on the register for {subject}").format(subject=empty[0])
    return ngettext(
        "Nobody is on the register for {n} subject",
        "Nobody is on the register for {n} subjects",
        len(empty),
    )
