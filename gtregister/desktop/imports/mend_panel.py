"""One cell of a file that may be wrong, to be typed again in place or left out."""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from gtregister.core.importing import corrections
from gtregister.desktop import style
from gtregister.desktop.imports.findings import Finding
from gtregister.desktop.widgets.lines import line
from gtregister.desktop.widgets.text_field import TextField
from gtregister.i18n import _, ngettext


class CellField(TextField):
    """Holds the text of a cell; Enter is its own, and does not press Next."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        super().keyPressEvent(event)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.accept()


class MendPanel(QWidget):
    """Says what is wrong with a cell, and takes another text for it or for its like."""

    corrected = Signal(object, str)  # the Findings, and the text that they get
    skipped = Signal(object)  # the Finding whose row is left out, or taken after all

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._finding: Finding | None = None
        self._alike: Sequence[Finding] = ()
        self.which = line(folds=True)
        self.cell = CellField("", self)
        self.cell.setMinimumWidth(style.scaled(150))
        self.cell.textEdited.connect(self._check)
        self.cell.returnPressed.connect(self._fix)
        self.live = line(folds=True)
        self.use = QPushButton(self)
        self.use.clicked.connect(self._use)
        self.fix = QPushButton(_("&Fix"), self)
        self.fix.clicked.connect(self._fix)
        self.fix_all = QPushButton(self)
        self.fix_all.clicked.connect(self._fix_all)
        self.skip = QPushButton(_("S&kip row"), self)
        self.skip.clicked.connect(self._skip)
        across = QHBoxLayout()
        across.setSpacing(12)
        for part in (self.cell, self.fix, self.use, self.fix_all, self.skip):
            across.addWidget(part)
        across.addStretch(1)
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(10)
        down.addWidget(self.which)
        down.addLayout(across)
        down.addWidget(self.live)

    def show_finding(self, found: Finding | None, alike: Sequence[Finding]) -> None:
        """Show what is wrong with a cell; `alike` say the same in the same column."""
        self._finding, self._alike = found, alike
        can_fix = found is not None and found.column is not None
        self.cell.setEnabled(can_fix)
        self.fix.setEnabled(False)  # until something else is typed
        self.skip.setEnabled(found is not None and found.can_skip)
        self._offer()
        self.live.hide()
        if found is None:
            self.which.setText(_("There is nothing to check."))
            return
        where = _("Row {row}") if found.row else _("The whole file")
        if found.heading:
            where = _("Row {row}, {column}")
        place = where.format(row=found.row, column=found.heading)
        said = _("{place}: {text}")
        self.which.setText(said.format(place=place, text=found.text))
        with QSignalBlocker(self.cell):
            self.cell.setText(found.value if can_fix else "")
        self.cell.setAccessibleName(place)
        self.cell.setAccessibleDescription(found.text)
        is_skipped = found.level == "skipped"
        self.skip.setText(_("Ta&ke it after all") if is_skipped else _("S&kip row"))

    def say(self, text: str) -> None:
        """Say something under the cell."""
        self.live.setText(text)
        self.live.show()

    def type_again(self) -> None:
        """Put the focus into the cell, so that one may type at once."""
        self.cell.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.cell.selectAll()

    def _offer(self) -> None:
        """Offer what was meant, if that can be told."""
        found, meant = self._finding, None
        if found is not None and found.column is not None:
            meant = corrections.suggestion(found.column, found.value)
        self.use.setVisible(meant is not None)
        self.use.setText(_("&Use {value}").format(value=meant or ""))
        self.use.setProperty("meant", meant)
        alike = len(self._alike)
        self.fix_all.setVisible(alike > 1)
        self.fix_all.setEnabled(meant is not None)
        words = ngettext("Fix &all {n} like this", "Fix &all {n} like this", alike)
        if meant is not None:
            words = ngettext(
                "Use {value} for &all {n}",
                "Use {value} for &all {n}",
                alike,
                value=meant,
            )
        self.fix_all.setText(words)

    def _check(self, text: str) -> None:
        """Say while one types whether it can stand there."""
        found = self._finding
        if found is None or found.column is None:
            return
        wrong = corrections.wrong_with(found.column, text)
        said = _("▲ {wrong}").format(wrong=wrong) if wrong else _("● This can go in.")
        self.say(said)
        self.fix.setEnabled(not wrong)
        self.fix_all.setEnabled(not wrong)
        alike = len(self._alike)
        words = ngettext("Fix &all {n} like this", "Fix &all {n} like this", alike)
        self.fix_all.setText(words)
        self.cell.setAccessibleDescription(said)

    def _fix(self) -> None:
        if self._finding is not None and self.fix.isEnabled():
            self.corrected.emit([self._finding], self.cell.text())

    def _use(self) -> None:
        if self._finding is not None:
            self.corrected.emit([self._finding], str(self.use.property("meant")))

    def _fix_all(self) -> None:
        if self._finding is None:
            return
        meant = self.use.property("meant")
        typed = self.cell.text()
        text = str(meant) if meant and typed == self._finding.value else typed
        self.corrected.emit([*self._alike], text)

    def _skip(self) -> None:
        if self._finding is not None:
            self.skipped.emit(self._finding)
