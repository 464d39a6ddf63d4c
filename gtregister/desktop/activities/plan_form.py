"""The form of an activity: what is always asked, and the rest behind “More”."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from gtregister.core.enrichment import activities, activity_parts
from gtregister.core.enrichment.activities import NewActivity
from gtregister.core.register import Register, Row
from gtregister.core.roll import staff
from gtregister.desktop import style
from gtregister.desktop.activities import plan_options, words
from gtregister.desktop.activities.partner_choice import PartnerChoice
from gtregister.desktop.widgets.lines import line
from gtregister.desktop.widgets.option_form import OptionForm
from gtregister.desktop.widgets.row_list import RowList
from gtregister.errors import UserError
from gtregister.i18n import _, translated
from gtregister.options import Answer, Option


class PlanForm(QWidget):
    """Asks for a plan; `changed` is sent when one leaves a field or chooses."""

    changed = Signal()

    def __init__(
        self,
        register: Register,
        plan: NewActivity,
        activity_id: int = 0,
        asked: Sequence[Option] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._register = register
        self._plan = plan
        self._id = activity_id
        first = (*plan_options.first(register, plan), *asked, *plan_options.who(plan))
        rest = plan_options.more(register, plan)
        self.first, self.rest = OptionForm(first, self), OptionForm(rest, self)
        self._keys = {option.key for option in first}
        self._fill_rest()
        self.subjects = _subjects(register, plan)
        self.more = QPushButton(_("&More"), self)
        self.more.setAccessibleName(_("More about the activity"))
        self.more.setCheckable(True)
        self._more_part = QWidget(self)
        self._assemble()
        for option in (*first, *rest):
            if option.key != "partner_id":
                self._listen((self.first if option in first else self.rest), option.key)
        partner = self.rest.field("partner_id")
        if isinstance(partner, QComboBox):
            choice = PartnerChoice(register, partner, self)
            choice.chosen.connect(self.changed)
        self.subjects.itemChanged.connect(lambda _item: self.changed.emit())

    def _assemble(self) -> None:
        label = line(_("Su&bjects"))
        label.setBuddy(self.subjects)
        behind = QVBoxLayout(self._more_part)
        behind.setContentsMargins(0, 0, 0, 0)
        behind.setSpacing(8)
        behind.addWidget(label)
        behind.addWidget(self.subjects)
        behind.addWidget(self.rest)
        down = QVBoxLayout(self)
        down.setContentsMargins(2, 2, 2, 2)
        down.setSpacing(12)
        down.addWidget(self.first)
        down.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        down.addWidget(self._more_part)
        down.addStretch(1)
        self._more_part.hide()
        self.more.toggled.connect(self._more_part.setVisible)
        for before, after in pairwise((self.first, self.more, self.subjects)):
            QWidget.setTabOrder(before, after)

    def _fill_rest(self) -> None:
        """Put in what belongs to the activity and stands in tables of its own."""
        for key, typed in typed_parts(self._register, self._id).items():
            field = self.rest.field(key)
            if not isinstance(field, QComboBox | QCheckBox):
                field.setText(typed)

    def _listen(self, form: OptionForm, key: str) -> None:
        field = form.field(key)
        if isinstance(field, QComboBox):
            field.activated.connect(lambda _at: self.changed.emit())
        elif isinstance(field, QCheckBox):
            field.clicked.connect(lambda _on: self.changed.emit())
        else:
            field.editingFinished.connect(self.changed)

    def answers(self) -> dict[str, Answer]:
        """Read the answers as they were typed; UserError for what cannot be read."""
        return self.first.answers() | self.rest.answers()

    def plan(self) -> NewActivity:
        """Read the plan; UserError names the field that cannot be read."""
        chosen = tuple(
            str(item.data(Qt.ItemDataRole.UserRole))
            for item in map(self.subjects.item, range(self.subjects.count()))
            if item.checkState() == Qt.CheckState.Checked
        )
        return plan_options.plan_of(self._plan, self.answers(), chosen)

    def keep_parts(self, activity_id: int) -> None:
        """Store who goes, the buses and the money of an activity."""
        answers = self.answers()
        typed = {key: words.text(answers[key]) for key in _PARTS}
        known = typed_parts(self._register, activity_id)
        if any(typed[key] != known[key] for key in ("leader", "adults")):
            going = words.adults(self._register, activity_id, answers)
            activity_parts.set_adults(self._register, activity_id, going)
        if typed["buses"] != known["buses"]:
            buses = words.buses(self._register, activity_id, answers["buses"])
            activity_parts.set_buses(self._register, activity_id, buses)
        if typed["funding"] != known["funding"]:
            split = words.funding(answers["funding"])
            activity_parts.set_funding(self._register, activity_id, split)

    def show_error(self, error: UserError) -> None:
        """Say what is wrong beside the field that it is about."""
        self.clear_error()
        if error.field in self._keys or error.field is None:
            self.first.show_error(error)
        else:
            self.more.setChecked(True)
            self.rest.show_error(error)

    def clear_error(self) -> None:
        """Say no longer what was wrong."""
        self.first.clear_error()
        self.rest.clear_error()


_PARTS = ("leader", "adults", "buses", "funding")


def typed_parts(register: Register, activity_id: int) -> dict[str, str]:
    """Write the adults, buses and money of an activity as they would be typed."""
    if not activity_id:
        return dict.fromkeys(_PARTS, "")
    return words.adults_typed(register, activity_id) | {
        "buses": words.buses_typed(register, activity_id),
        "funding": words.funding_typed(register, activity_id),
    }


def as_held(register: Register, activity_id: int) -> tuple[NewActivity, dict[str, str]]:
    """Give all that the form of an activity shows, to see whether it changed."""
    plan = activities.of(register, activity_id)
    return plan, typed_parts(register, activity_id)


def _subjects(register: Register, plan: NewActivity) -> RowList:
    ticks = RowList(_("Subjects"))
    ticks.setTabKeyNavigation(False)
    for key, name in _named_subjects(register):
        item = QListWidgetItem(name, ticks)
        item.setData(Qt.ItemDataRole.UserRole, key)
        state = Qt.CheckState
        item.setCheckState(state.Checked if key in plan.subjects else state.Unchecked)
    ticks.setMinimumHeight(style.scaled(132))
    return ticks


def _named_subjects(register: Register) -> list[tuple[str, str]]:
    found = []
    for subject_id in staff.subjects(register).keys:
        row: Row | None = staff.subject(register, subject_id)
        if row is not None:
            found.append((str(row["key"]), translated(row["name"])))
    return found
