"""The plan of one activity: each field is kept as soon as one leaves it."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from gtregister.core.enrichment import activities
from gtregister.core.enrichment.activities import Activity
from gtregister.desktop.activities import going_dialog, plan_form, telling
from gtregister.desktop.activities.going_dialog import Going
from gtregister.desktop.activities.plan_form import PlanForm
from gtregister.desktop.page import Desk
from gtregister.errors import UserError
from gtregister.i18n import _


class PlanPart(QWidget):
    """Shows the form with what is held, and stores what is changed in it."""

    def __init__(self, desk: Desk, activity_id: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._register = desk.register
        self._id = activity_id
        self.form: PlanForm | None = None
        self._held: object = None
        self._is_saving = False
        self._area = QScrollArea(self)
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(8)
        down.addWidget(self._area, 1)
        down.addLayout(self._lists())

    def _lists(self) -> QHBoxLayout:
        """Lead to what has more to say than fits into a field."""
        self.adults = QPushButton(_("Ad&ults and telephones…"), self)
        self.buses = QPushButton(_("Bu&ses and telephones…"), self)
        across = QHBoxLayout()
        across.setSpacing(12)
        for button, going in (
            (self.adults, going_dialog.ADULTS),
            (self.buses, going_dialog.BUSES),
        ):
            button.setEnabled(self._register.can_write)
            button.clicked.connect(partial(self._show_list, going))
            across.addWidget(button)
        across.addStretch(1)
        return across

    def _show_list(self, going: Going, _pressed: bool = False) -> None:
        going_dialog.show(self._desk, self._id, going)

    def refresh(self) -> None:
        """Read the plan again, unless it is the one that is shown."""
        held = plan_form.as_held(self._register, self._id)
        if self._is_saving or held == self._held:
            return
        was_open = self.form is not None and self.form.more.isChecked()
        self._held = held
        plan = activities.of(self._register, self._id)
        self.form = PlanForm(self._register, plan, self._id, parent=self)
        self.form.setEnabled(self._register.can_write)
        self.form.more.setChecked(was_open)
        self.form.changed.connect(self.save)
        self._area.setWidget(self.form)

    def save(self) -> None:
        """Store what was changed, or say what is wrong with it."""
        if self.form is None or self._is_saving:
            return
        self._is_saving = True
        try:
            self._store(self.form)
        except UserError as error:
            self.form.show_error(error)
        else:
            self.form.clear_error()
        finally:
            self._is_saving = False

    def _store(self, form: PlanForm) -> None:
        self._keep(form)
        held = plan_form.as_held(self._register, self._id)
        if held != self._held:
            self._held = held
            telling.told(self._desk, _("The plan is changed."))

    def _keep(self, form: PlanForm) -> None:
        plan = form.plan()
        if isinstance(plan, Activity):
            activities.edit(self._register, plan)
        form.keep_parts(self._id)
