"""A plan of an import: all that it would do, in numbers too; nothing of it is done."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from gtregister.core.importing.conflicts import Kept
from gtregister.core.importing.families import Families
from gtregister.core.importing.import_choices import Choices, Question
from gtregister.core.importing.outcomes import Asked, Known, New, Unsaid
from gtregister.core.importing.proposals import Proposals
from gtregister.core.importing.taking_part import TakingPart
from gtregister.importers import Aside, Problem, Reading


@dataclass(frozen=True, slots=True)
class Counts:
    """What an import does, in numbers of rows, pupils and results."""

    rows: int
    used: int
    asked: int
    skipped: int
    new_pupils: int
    changed_pupils: int
    unchanged_pupils: int
    asked_pupils: int
    new_results: int
    changed_results: int
    unchanged_results: int
    new_contacts: int = 0
    changed_contacts: int = 0
    unchanged_contacts: int = 0
    new_referrals: int = 0
    new_activities: int = 0
    joined_activities: int = 0
    new_places: int = 0
    changed_places: int = 0
    unchanged_places: int = 0

    @property
    def is_of_activities(self) -> bool:
        """Say whether it is about activities, and about no results."""
        results = self.new_results + self.changed_results + self.unchanged_results
        places = self.new_places + self.changed_places + self.unchanged_places
        return bool(places) and not results


class Before(NamedTuple):
    """An earlier import of the same file: when, by whom, and of which of its sheets.

    `sheet` is "" where the file has only one.
    """

    day: str
    person: str
    sheet: str = ""


@dataclass(frozen=True, slots=True)
class Plan:
    """All that an import would do; nothing of it is done yet.

    `before` says when and by whom the very same rows were imported already; `kept` is
    what the register has and keeps; `unsaid` is what a person may say for the whole
    file.
    """

    source: Path
    sha256: str
    reading: Reading
    new: tuple[New, ...]
    known: tuple[Known, ...]
    asked: tuple[Asked, ...]
    skipped: tuple[Aside, ...]
    problems: tuple[Problem, ...]
    before: Before | None
    generation: int
    choices: Choices = field(default_factory=Choices)
    kept: tuple[Kept, ...] = ()
    unsaid: Unsaid = field(default_factory=Unsaid)
    families: Families = field(default_factory=Families)
    proposals: Proposals = field(default_factory=Proposals)
    taking_part: TakingPart = field(default_factory=TakingPart)

    def counts(self) -> Counts:
        """Count what it would do."""
        skipped = len(self.skipped)
        asked = sum(len(person.rows) for person in self.asked)
        rows = len(self.reading.records) + len(self.reading.skipped)
        return Counts(
            rows=rows,
            used=rows - asked - skipped,
            asked=asked,
            skipped=skipped,
            new_pupils=len(self.new),
            changed_pupils=sum(1 for k in self.known if k.changes),
            unchanged_pupils=sum(1 for k in self.known if not k.changes),
            asked_pupils=len(self.asked),
            new_results=sum(len(n.results) for n in self.new)
            + sum(len(k.results) for k in self.known),
            changed_results=sum(len(k.amended) for k in self.known),
            unchanged_results=sum(k.unchanged for k in self.known),
            new_contacts=len(self.families.new),
            changed_contacts=len({c.contact_id for c in self.families.changed}),
            unchanged_contacts=self.families.unchanged,
            new_referrals=len(self.proposals.new),
            new_activities=self.taking_part.new_activities,
            joined_activities=self.taking_part.joined_activities,
            new_places=self.taking_part.new_places,
            changed_places=self.taking_part.changed_places,
            unchanged_places=self.taking_part.unchanged_places,
        )

    @property
    def questions(self) -> list[Question]:
        """List what the file does not say and nobody has answered yet."""
        unknown = self.choices.unknown
        questions: list[Question] = []
        undated = self.unsaid.results or self.unsaid.activities
        if undated and "academic_year" not in unknown:
            questions.append("academic_year")
        if self.unsaid.pupils and "year_group" not in unknown:
            questions.append("year_group")
        return questions

    @property
    def changes_nothing(self) -> bool:
        """Say whether the register holds all of it already."""
        if self.new or self.choices.left or self.proposals.new:
            return False
        if self.taking_part.happened:
            return False
        return self.families.changes_nothing and not any(
            k.changes or k.results or k.amended for k in self.known
        )


@dataclass(frozen=True, slots=True)
class Applied:
    """What came of an import; `import_id` is None if there was nothing to change.

    `change_id` is the change that an undo puts back.
    """

    import_id: int | None
    counts: Counts
    change_id: int | None = None
