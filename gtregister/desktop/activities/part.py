"""What the parts of an activity are made of: actions, a head, a list under it."""

from collections.abc import Callable, Collection, Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from gtregister.core.roll import pupils
from gtregister.desktop.widgets.action_button import ActionButton
from gtregister.desktop.widgets.empty_state import EmptyState
from gtregister.desktop.widgets.table_list import TableList
from gtregister.desktop.widgets.table_model import Mark
from gtregister.i18n import N_, translated
from gtregister.table import Table


def action(
    owner: QWidget, words: str, do: Callable[[], object], *, can: bool = True
) -> QAction:
    """Make an action of a part; one that cannot be done now is shown all the same."""
    made = QAction(words, owner)
    made.triggered.connect(lambda _checked=False: do())
    made.setEnabled(can)
    return made


def head(said: QLabel, *buttons: QWidget) -> QHBoxLayout:
    """Put what is said at the left, and what can be done beside it."""
    across = QHBoxLayout()
    across.setSpacing(12)
    across.addWidget(said, 1)
    for button in buttons:
        across.addWidget(button)
    return across


def buttons(owner: QWidget, *actions: QAction) -> list[ActionButton]:
    """Show actions as buttons."""
    return [ActionButton(each, owner) for each in actions]


def show_some(buttons: Sequence[QWidget], table: Table) -> None:
    """Show buttons over a list that has rows: an empty one offers them itself.

    Two buttons in sight with the same letter would take turns instead of acting.
    """
    for button in buttons:
        button.setVisible(bool(table.rows))


def fill(owner: QWidget, *things: QWidget | QLayout, spacing: int = 12) -> QVBoxLayout:
    """Put things one under the other; the last one gets the room that is left."""
    down = QVBoxLayout(owner)
    down.setContentsMargins(0, 0, 0, 0)
    down.setSpacing(spacing)
    for each in things:
        if isinstance(each, QLayout):
            down.addLayout(each)
        else:
            down.addWidget(each)
    down.setStretch(len(things) - 1, 1)
    return down


def scrolled(inside: QWidget) -> QScrollArea:
    """Let a part be longer than its page; only what is in it takes the focus."""
    area = QScrollArea()
    area.setWidget(inside)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return area


def make_list(
    owner: QWidget,
    name: str,
    hint: str,
    empty: Callable[[], EmptyState],
    *,
    marks: Mapping[str, Mark] | None = None,
    choices: Mapping[str, str] | None = None,
    rare: Collection[str] = (),
    private: Collection[str] = (),
    deeds: Sequence[QAction] = (),
    unmatched: str = N_("Nothing matches {filters}."),
) -> TableList:
    """Make a list that finds by folded words.

    `marks` go by the words of a status, marked with `N_`; `choices` are filters, the
    title of each by its column; `rare` columns are hidden until somebody wants them,
    `private` ones are not shown in the discreet view.
    """
    found = TableList(
        name=name,
        hint=hint,
        fold=pupils.folded,
        empty=empty,
        marks={translated(words): mark for words, mark in (marks or {}).items()},
        parent=owner,
        unmatched=unmatched,
    )
    for key, title in (choices or {}).items():
        found.add_choice(key, title)
    found.view.hide_columns(set(rare))
    if private:
        found.view.layout_of_columns.keep_private(set(private))
    if deeds:
        found.set_deeds(deeds)
    return found
