"""Page 2: which column goes where, how sure that is, and why."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QPushButton,
)

from gtregister.desktop.imports import column_words, tables
from gtregister.desktop.imports.field_words import words_of
from gtregister.desktop.imports.import_page import ImportPage
from gtregister.desktop.imports.said_of_time import SaidOfTime
from gtregister.desktop.widgets.lines import line
from gtregister.i18n import N_, _
from gtregister.importers import ColumnMatch
from gtregister.importers.fields import may_repeat

_UNUSED = "-"


class ColumnsPage(ImportPage):
    """Lists the columns; the one that is chosen can be given to another field."""

    title = N_("Columns")

    def build(self) -> None:
        self.facts = line(folds=True)
        self.view = tables.view(_("Columns"), self)
        self.view.current_changed.connect(self._show_current)
        self.view.opened.connect(self._open_fields)
        self.warnings = line(folds=True)
        self.body.addWidget(self.facts)
        self.body.addWidget(self.view, 1)
        self.body.addLayout(self._panel())
        self.body.addWidget(self.warnings)
        self.time = SaidOfTime(self.conversation, self)
        self.body.addWidget(self.time)
        self.remember = QCheckBox(_("Re&member these for next time"), self)
        self.remember.clicked.connect(self._remember)
        self.body.addWidget(self.remember, 0, Qt.AlignmentFlag.AlignLeft)

    def _panel(self) -> QHBoxLayout:
        self.which = line(folds=True)
        self.field = QComboBox(self)
        self.field.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.field.setMinimumContentsLength(24)
        self.field.addItem(_("Do not import"), _UNUSED)
        for field in column_words.in_order():
            self.field.addItem(words_of(field), field)
        self.field.setAccessibleName(_("Where the column goes"))
        self.field.activated.connect(self._choose)
        self.right = QPushButton(_("&Yes, that’s right"), self)
        self.right.clicked.connect(self._confirm)
        across = QHBoxLayout()
        across.setSpacing(12)
        across.addWidget(self.which, 1)
        across.addWidget(self.field)
        across.addWidget(self.right)
        return across

    def begin(self) -> None:
        unsure = [n for n, c in enumerate(self._matches()) if c.sure == "check"]
        tables.go_to(self.view, unsure[0] if unsure else 0)
        asks = self.time.first_open(self.conversation.plan)
        target = asks or (self.right if unsure else self.view)
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def is_needed(self) -> bool:
        read = self.conversation.read
        if read is None or read.plan is None:
            return True
        if read.plan.questions:
            return True
        # What was not a sheet has no columns that a person could choose for.
        is_settled = self.conversation.is_remembered or read.layout.sheet.made_from
        return not is_settled or any(c.sure == "check" for c in self._matches())

    def show_read(self) -> None:
        read = self.conversation.read
        if read is None:
            return
        key = self.view.current_key()
        matches = self._matches()
        self.view.table_model.set_table(column_words.table_of(matches, read.layout))
        said = column_words.count(matches)
        if self.conversation.is_remembered:
            before = _("The columns go where they went the last time that you said it.")
            said = f"{said} {before}"
        self.facts.setText(said)
        warnings = list(column_words.warnings(matches))
        self.warnings.setText("\n".join(f"▲ {words}" for words in warnings))
        self.warnings.setVisible(bool(warnings))
        choices = self.conversation.choices
        self.remember.setChecked(choices.remember)
        self.time.setVisible(read.plan is not None)
        if read.plan is not None:
            self.time.show_plan(read.plan, choices)
        tables.go_to(self.view, key)
        self._show_current(self.view.current_key())

    def _matches(self) -> Sequence[ColumnMatch]:
        read = self.conversation.read
        return read.columns if read else ()

    def _current(self) -> ColumnMatch | None:
        key = self.view.current_key()
        matches = self._matches()
        return matches[key] if key is not None and key < len(matches) else None

    def _show_current(self, _key: object) -> None:
        match = self._current()
        self.field.setEnabled(match is not None)
        if match is None:
            return
        said = _("“{heading}”: {why}")
        self.which.setText(said.format(heading=match.heading, why=match.why))
        with QSignalBlocker(self.field):
            self.field.setCurrentIndex(self.field.findData(match.field or _UNUSED))
        self.right.setEnabled(match.sure == "check")

    def _open_fields(self, _key: int) -> None:
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.field.showPopup()

    def _choose(self) -> None:
        match = self._current()
        if match is not None:
            self._map({match.heading: str(self.field.currentData())})

    def _confirm(self) -> None:
        """Take a guess as right, and go on to the next that is not sure."""
        match = self._current()
        if match is None or match.field is None:
            return
        rest = [
            n for n, m in enumerate(self._matches()) if m.sure == "check" and m != match
        ]
        self._map({match.heading: match.field})
        if rest:
            tables.go_to(self.view, rest[0])

    def _map(self, said: dict[str, str]) -> None:
        """Give columns to fields; a field that another column was given is freed."""
        mapping = {
            heading: field
            for heading, field in self.conversation.choices.ask.mapping.items()
            if field == _UNUSED or field not in said.values() or may_repeat(field)
        }
        self.conversation.ask(mapping=mapping | said)

    def _remember(self, on: bool) -> None:
        choices = replace(self.conversation.choices, remember=on)
        self.conversation.choose(choices)
