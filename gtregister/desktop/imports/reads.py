"""What the worker makes of a file: opened once, planned again after each answer."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from gtregister.core.importing import imports, layouts, questions
from gtregister.core.importing.import_choices import Choices
from gtregister.core.importing.imports import Plan
from gtregister.core.importing.opened import Opened
from gtregister.core.importing.questions import Question
from gtregister.core.register import Register, Row
from gtregister.errors import UserError
from gtregister.importers import Ask, ColumnMatch, Layout, Step, reading


@dataclass(frozen=True, slots=True)
class Read:
    """What came of a file under some Choices.

    Without a `plan` the file cannot be read like this, and `refusal` says why; the
    `layout` is there all the same, so that columns can be chosen. `missing` are pupils
    of the years that the file lists who are not in it; `remembered` is what was said of
    a file of the same headings before.
    """

    choices: Choices
    layout: Layout
    plan: Plan | None = None
    questions: tuple[Question, ...] = ()
    missing: tuple[Row, ...] = ()
    refusal: str = ""
    remembered: Ask | None = None

    @property
    def columns(self) -> tuple[ColumnMatch, ...]:
        """Give the columns as they are used, or as they might be."""
        columns = self.plan.reading.columns if self.plan else self.layout.columns
        return tuple(column for column in columns if column.heading)


def begin(
    register: Register, opens: Callable[[], Opened], choices: Choices, step: Step
) -> tuple[Opened, Read] | str:
    """Open a file and plan its import, or say in a sentence why it cannot be opened."""
    try:
        opened = opens()
    except UserError as refused:
        return refused.text
    known = layouts.every(register)
    asked = reading.together(opened.sheets, choices.ask)
    ask = layouts.recalled(known, opened.sheets, asked)
    remembered = ask if ask is not asked else None
    read = again(register, opened, replace(choices, ask=ask), step)
    return opened, replace(read, remembered=remembered)


def again(register: Register, opened: Opened, choices: Choices, step: Step) -> Read:
    """Plan the import of an opened file under other Choices."""
    try:
        plan, asked = questions.plan(register, opened, choices, step)
    except UserError as refused:
        return Read(choices, _layout(opened, choices), refusal=refused.text)
    sheet = choices.ask.sheet or plan.reading.sheet
    layout = opened.layout(choices, sheet)
    alike = [pupil["id"] for question in asked for pupil in question.alike]
    missing = imports.missing(register, plan, alike)
    return Read(choices, layout, plan, tuple(asked), tuple(missing))


def _layout(opened: Opened, choices: Choices) -> Layout:
    """Lay the sheet out; without what the person said of it, if that does not fit."""
    try:
        return opened.layout(choices)
    except UserError:
        return opened.layout(Choices())
