"""The first steps with a new register, each ticked once it is done."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QGridLayout, QPushButton, QWidget

from gtregister import settings
from gtregister.core.school import FirstStep
from gtregister.desktop.widgets.action_button import ActionButton
from gtregister.desktop.widgets.card import Card
from gtregister.desktop.widgets.empty_state import Symbol
from gtregister.desktop.widgets.lines import line
from gtregister.i18n import _, translated


class FirstSteps(Card):
    """What to do first; the card goes when all is done, or when somebody hides it.

    `actions` does the steps, by their keys.
    """

    def __init__(
        self,
        register: Path,
        actions: Mapping[str, QAction],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(_("First steps"), parent)
        self._register = str(register)
        self._actions = actions
        self._is_hidden = self._register in settings.load().steps_hidden_in
        self._ticks: dict[str, Symbol] = {}
        self._buttons: dict[str, ActionButton] = {}
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(8)
        self._grid.setColumnStretch(1, 1)
        self.rows.addLayout(self._grid)

    def show_steps(self, steps: Sequence[FirstStep]) -> None:
        """Tick what is done."""
        if not self._ticks:
            self._lay_out(steps)
        for step in steps:
            self._ticks[step.key].setVisible(step.is_done)
            self._buttons[step.key].setVisible(not step.is_done)
        self._mark_next([step.key for step in steps if not step.is_done])
        is_all_done = all(step.is_done for step in steps)
        self.setVisible(not (is_all_done or self._is_hidden))

    def _mark_next(self, open_keys: Sequence[str]) -> None:
        """Let the button of the step that comes next stand out."""
        for key, button in self._buttons.items():
            button.setProperty("primary", key in open_keys[:1])
            button.update()

    def _lay_out(self, steps: Sequence[FirstStep]) -> None:
        for row, step in enumerate(steps):
            tick = Symbol("success", 20, "success", self)
            policy = tick.sizePolicy()
            policy.setRetainSizeWhenHidden(True)
            tick.setSizePolicy(policy)
            self._ticks[step.key] = tick
            self._grid.addWidget(tick, row, 0)
            words = f"{row + 1}.  {translated(step.words)}"
            self._grid.addWidget(line(words, folds=True), row, 1)
            button = ActionButton(self._actions[step.key], self)
            self._buttons[step.key] = button
            self._grid.addWidget(button, row, 2)
        hide = QPushButton(_("Hi&de these steps"), self)
        hide.clicked.connect(self._stay_hidden)
        self.rows.addWidget(hide, 0, Qt.AlignmentFlag.AlignRight)

    def _stay_hidden(self) -> None:
        known = settings.load()
        hidden = (*known.steps_hidden_in, self._register)
        settings.save(replace(known, steps_hidden_in=hidden))
        self._is_hidden = True
        self.hide()
