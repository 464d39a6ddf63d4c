"""The plan of one activity: each field is kept as soon as one leaves it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from gtregister.core.enrichment import activities
from gtregister.core.enrichment.activities import Activity
from gtregister.desktop.activities import plan_form, telling
from gtregister.desktop.activities.plan_form import PlanForm
from gtregister.desktop.page import Desk
from gtregister.errors import UserError
from gtregister.i18n import N_, _


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
        down.addWidget(self._area)

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
        if form.answers()["new_partner"]:
            with self._register.change(N_("Activity changed")):
                self._keep(form)
            self._is_saving = False
            self.refresh()  # the partner stands among the others now
        else:
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
