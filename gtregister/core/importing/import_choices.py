"""What the person has said about an import, beyond what the file says itself."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from gtregister.errors import UserError
from gtregister.i18n import _
from gtregister.importers import Ask

# Whose word counts where the file and the register disagree: the file's, but not over
# what somebody has edited by hand; the file's always; or the register's.
Rule = Literal["edited", "file", "register"]
# What a file may leave unsaid: when its results were taken, in which year pupils are.
Question = Literal["academic_year", "year_group"]


@dataclass(frozen=True, slots=True)
class Choices:
    """What the person has said about an import.

    `year` is the year group of pupils whose row has none. `answers` has, for the number
    of a row that asks, *new*, *skip*, or the pupil it belongs to: by UPN, or as *#12*
    by the id. `corrections` has the new text of cells, by the number of the row and the
    place of the column from 0.

    Whatever the rule says, `details` has by pupil and field, `contacts` by contact and
    field, and `results` by the id of a stored result, whether a change goes in. With
    `asks_names` no other name or birthday goes in unless `details` says so, not even
    that of a pupil list. `left` are pupils to mark as left. `remember` keeps what the
    columns are for the next file of the same headings. `unknown` are the questions to
    which the person knows no answer.
    """

    ask: Ask = field(default_factory=Ask)
    year: int | None = None
    answers: Mapping[int, str] = field(default_factory=dict)
    corrections: Mapping[tuple[int, int], str] = field(default_factory=dict)
    rule: Rule = "edited"
    details: Mapping[tuple[int, str], bool] = field(default_factory=dict)
    contacts: Mapping[tuple[int, str], bool] = field(default_factory=dict)
    results: Mapping[int, bool] = field(default_factory=dict)
    asks_names: bool = False
    unknown: frozenset[Question] = frozenset()
    left: frozenset[int] = frozenset()
    remember: bool = False

    def check(self) -> None:
        """Raise UserError for a year that cannot be one."""
        year = self.ask.academic_year
        if year is not None and not 1990 <= year <= 2100:
            said = _("Write the academic year by its first year, such as 2025.")
            raise UserError(said, "academic_year")
        if self.year is not None and not -2 <= self.year <= 14:
            said = _("A year group is a number from 1 to 14; Reception is 0.")
            raise UserError(said, "year")
