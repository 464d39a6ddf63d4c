"""The choice of a partner, of which the last entry leads to a new one."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QComboBox, QWidget

from gtregister.core.enrichment import partners
from gtregister.core.register import Register
from gtregister.desktop.activities.plan_options import NEW
from gtregister.desktop.widgets.question_dialog import Answers, QuestionDialog
from gtregister.i18n import _


class PartnerChoice(QObject):
    """Asks for a partner's name, kind and contact when “New partner…” is chosen."""

    chosen = Signal()

    def __init__(self, register: Register, box: QComboBox, parent: QWidget) -> None:
        super().__init__(parent)
        self._register = register
        self._box = box
        self._at = box.currentIndex()
        box.activated.connect(self._choose)

    def _choose(self, at: int) -> None:
        if self._box.itemData(at) == NEW:
            self._box.setCurrentIndex(self._at)  # until the partner is entered
            self._ask()
        else:
            self._at = at
            self.chosen.emit()

    def _ask(self) -> None:
        QuestionDialog(
            _("New partner"),
            partners.questions(),
            _("&Add"),
            self._enter,
            self._box.window(),
        ).open()

    def _enter(self, answers: Answers) -> None:
        partner_id = partners.keep(self._register, None, answers)
        self._at = self._box.count() - 1
        name = partners.of(self._register, partner_id).name
        self._box.insertItem(self._at, name, str(partner_id))
        self._box.setCurrentIndex(self._at)
        self.chosen.emit()
