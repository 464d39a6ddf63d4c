"""The numbers of a policy, to change: a form for each criterion, under its route."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QVBoxLayout, QWidget

from gtregister.core.identifying import policies
from gtregister.criteria.routes import Clause, Policy, Route, criteria
from gtregister.desktop.identification.candidate_words import needs
from gtregister.desktop.widgets.card import Card
from gtregister.desktop.widgets.lines import line
from gtregister.desktop.widgets.option_form import Field, OptionForm
from gtregister.errors import UserError
from gtregister.i18n import _, translated
from gtregister.options import Option


class PolicyForm(QWidget):
    """Asks for the answers to every option of every criterion of a policy."""

    edited = Signal()

    def __init__(self, policy: Policy, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._policy = policy
        self.forms: dict[tuple[str, int], OptionForm] = {}
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(12)
        for route in policy.routes:
            down.addWidget(self._card(route))
        down.addStretch(1)

    def _card(self, route: Route) -> Card:
        card = Card(parent=self)
        card.rows.addWidget(line(route.title, "subtitle", folds=True))
        card.rows.addWidget(line(needs(route), quiet=True, folds=True))
        for place, clause in enumerate(route.clauses):
            title = translated(criteria()[clause.criterion].title)
            card.rows.addWidget(line(title, "heading", folds=True))
            form = OptionForm(_questions(clause))
            for option in criteria()[clause.criterion].options:
                self._follow(form.field(option.key), route.title)
            self.forms[route.key, place] = form
            card.rows.addWidget(form)
        return card

    def _follow(self, field: Field, route: str) -> None:
        """Tell when an answer is edited; a name says of which route the field is."""
        said = _("{field}, {route}")
        field.setAccessibleName(said.format(field=field.accessibleName(), route=route))
        if isinstance(field, QCheckBox):
            field.toggled.connect(self.edited)
        elif isinstance(field, QComboBox):
            field.currentIndexChanged.connect(self.edited)
        else:
            field.textChanged.connect(self.edited)

    def fields(self) -> list[Field]:
        """Give every field, from top to bottom."""
        return [f for form in self.forms.values() for f in form.fields()]

    def policy(self) -> Policy:
        """Give the policy with the answers as they are.

        Raises UserError for the first that will not do, and says so at its criterion.
        """
        policy = self._policy
        for form in self.forms.values():
            form.clear_error()
        for (route, place), form in self.forms.items():
            try:
                answers = form.answers()
                policy = policies.with_answers(policy, route, place, answers)
            except UserError as error:
                form.show_error(error)
                raise
        return policy


def _questions(clause: Clause) -> list[Option]:
    options = criteria()[clause.criterion].options
    return [replace(option, default=clause.options[option.key]) for option in options]
