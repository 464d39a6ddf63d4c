"""What makes a candidate: the policy in words and numbers, and trying out another."""

from itertools import pairwise

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QComboBox,
    QDialog,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from gtregister.core.identifying import policies, shortlist
from gtregister.core.identifying.shortlist import Trial
from gtregister.criteria.routes import Policy
from gtregister.desktop import style
from gtregister.desktop.identification.policy_form import PolicyForm
from gtregister.desktop.page import Desk
from gtregister.desktop.widgets import sizing
from gtregister.desktop.widgets.lines import line
from gtregister.errors import UserError
from gtregister.i18n import _, format_number, ngettext

_PAUSE = 400  # ms after the last key before everybody is judged
_WIDE = 860  # with less room the words stand under the numbers
_IN_FORCE = "in force"


class CriteriaDialog(QDialog):
    """Tries a policy out as its numbers are changed; nothing is saved before Use."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("What makes a candidate"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk = desk
        self._tried: Policy | None = None
        self._is_over = False
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self.try_out)
        self.presets = QComboBox(self)
        self.presets.setAccessibleName(_("Policy"))
        self._offer_presets()
        self.presets.currentIndexChanged.connect(self._show_policy)
        self.came_to = line(folds=True)
        self.words = QTextBrowser(self)
        self.words.setAccessibleName(_("The policy in words"))
        self.words.setTabChangesFocus(True)
        self.words.setMinimumHeight(style.scaled(160))
        self.use = QPushButton(_("&Use this policy"), self)
        self.use.setDefault(True)
        self.use.setEnabled(desk.register.can_write)
        self.use.clicked.connect(self._use)
        self._assemble()
        sizing.fit(self, 980, 640)
        self._show_policy()

    def _assemble(self) -> None:
        self._forms = QVBoxLayout()
        self.form: PolicyForm | None = None
        beside = QVBoxLayout()
        beside.setSpacing(8)
        beside.addWidget(line(_("In words"), "subtitle"))
        beside.addWidget(self.words, 1)
        inside = QWidget(self)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight, inside)
        self._columns.setContentsMargins(2, 2, 2, 2)
        self._columns.setSpacing(24)
        self._columns.addLayout(self._forms, 1)
        self._columns.addLayout(beside, 1)
        area = QScrollArea(self)
        area.setWidget(inside)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        label = line(_("&Policy"))
        label.setBuddy(self.presets)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(label)
        head.addWidget(self.presets, 1)
        self._cancel = cancel = QPushButton(_("Cancel"), self)
        cancel.clicked.connect(self.reject)
        foot = QHBoxLayout()
        foot.setSpacing(12)
        foot.addStretch(1)
        foot.addWidget(self.use)
        foot.addWidget(cancel)
        down = QVBoxLayout(self)
        down.setContentsMargins(24, 20, 24, 20)
        down.setSpacing(16)
        down.addLayout(head)
        down.addWidget(area, 1)
        down.addWidget(self.came_to)
        down.addLayout(foot)

    def _offer_presets(self) -> None:
        self._policies: dict[str, tuple[str, Policy]] = {}
        current = policies.current(self._desk.register)
        if current is not None:
            said = _("{name}, version {version} (in force)")
            words = said.format(name=current.policy.name, version=current.version)
            self._policies[_IN_FORCE] = (current.key, current.policy)
            self.presets.addItem(words, _IN_FORCE)
        for key, policy in policies.presets().items():
            self._policies[key] = (key, policy)
            self.presets.addItem(policy.name, key)

    def _show_policy(self) -> None:
        """Show the numbers of the policy that is chosen, to change."""
        _key, policy = self._policies[self.presets.currentData()]
        if self.form is not None:
            self._forms.removeWidget(self.form)
            self.form.deleteLater()
        self.form = PolicyForm(policy, self)
        self.form.edited.connect(self._pause.start)
        self._forms.addWidget(self.form)
        last = (self.words, self.use, self._cancel)
        for before, after in pairwise((self.presets, *self.form.fields(), *last)):
            QWidget.setTabOrder(before, after)
        self.try_out()

    def try_out(self) -> None:
        """Say in words what is asked for now, and judge everybody by it."""
        policy = self._asked()
        if policy is None or policy == self._tried:
            return
        self._tried = policy
        told = policies.describe(self._desk.register, policy)
        self.words.setPlainText("\n".join(told))
        self.came_to.setText(_("Judging every pupil…"))
        self._desk.tasks.run(
            lambda register: (policy, shortlist.try_out(register, policy)),
            then=self._say,
            what=_("Trying the policy out…"),
        )

    def _asked(self) -> Policy | None:
        """Read the policy as it is written in the form, or say what is wrong there."""
        if self.form is None:
            return None
        try:
            return self.form.policy()
        except UserError as error:
            self._tried = None
            self.came_to.setText(error.text)
            return None

    def _say(self, found: tuple[Policy, Trial]) -> None:
        policy, trial = found
        if policy == self._tried and not self._is_over:
            self.came_to.setText(in_words(trial))
            self.came_to.setAccessibleName(self.came_to.text())

    def done(self, result: int) -> None:
        self._is_over = True  # a trial that ends later finds nobody to tell
        super().done(result)

    def _use(self) -> None:
        policy = self._asked()
        if policy is None or self.form is None:
            return
        key, _before = self._policies[self.presets.currentData()]
        used = policies.adopt(self._desk.register, key, policy)
        self.accept()
        said = _("“{name}”, version {version}, is in force from now on.")
        self._desk.notices.say(
            said.format(name=used.policy.name, version=used.version),
            "success",
            [self._desk.actions.undo],
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = self.width() >= style.scaled(_WIDE)
        across, down = (
            QBoxLayout.Direction.LeftToRight,
            QBoxLayout.Direction.TopToBottom,
        )
        self._columns.setDirection(across if wide else down)


def in_words(trial: Trial) -> str:
    """Say how many would be suggested, and how many of them are new."""
    said = _("Suggested: {before} → {after} pupils.")
    parts = [
        said.format(
            before=format_number(trial.before), after=format_number(trial.after)
        )
    ]
    if trial.new:
        n = len(trial.new)
        parts.append(ngettext("{n} would be new.", "{n} would be new.", n))
    if trial.gone:
        n = len(trial.gone)
        words = ngettext(
            "{n} would no longer be suggested.",
            "{n} would no longer be suggested.",
            n,
        )
        parts.append(words)
    if not trial.new and not trial.gone:
        parts.append(_("They are the same pupils."))
    return " ".join(parts)
