"""F2 in the register: a detail of a pupil is typed over in its cell."""

from functools import partial

from gtregister.core.identifying import entries
from gtregister.core.register import Register
from gtregister.core.roll import field_words, pupils
from gtregister.desktop.page import Desk
from gtregister.desktop.pupils import pupil_deeds
from gtregister.desktop.widgets.cell_editor import CellEditor
from gtregister.desktop.widgets.table_view import TableView
from gtregister.errors import UserError
from gtregister.i18n import _

# The register shows what a pupil is called, which may stand in a field of its own.
_SHOWN = {"surname": "preferred_surname", "forename": "preferred_forename"}


def begin(desk: Desk, view: TableView, typed: str | None = None) -> None:
    """Put a field over the cell one is at, with what was typed before, if anything."""
    entry_id, index = view.current_key(), view.currentIndex()
    if entry_id is None or not desk.register.can_write:
        return
    column = view.table_model.table.columns[index.column()].key
    if column not in field_words.PUPIL:
        said = _(
            "This cell follows from a decision or a result. Enter opens the pupil, "
            "where you can change it."
        )
        desk.notices.say(said, "note")
        return
    pupil_id = entries.pupil_of(desk.register, entry_id)
    if pupil_id is not None:
        editor = CellEditor(view, typed)
        editor.typed.connect(partial(_keep, desk, view, pupil_id, column))


def _keep(desk: Desk, view: TableView, pupil_id: int, column: str, typed: str) -> None:
    """Save a detail; what cannot be is said, and stays there to be mended."""
    try:
        field = _field(desk.register, pupil_id, column)
        look = pupils.change(desk.register, pupil_id, field, typed)
    except UserError as error:
        desk.notices.say(error.text, "warning")
        if view.hasFocus():  # whoever went elsewhere is not called back
            begin(desk, view, typed)
        return
    said = _("{detail}: saved.").format(detail=field_words.title(field))
    pupil_deeds.told(desk, said, [look] if look else [])


def _field(register: Register, pupil_id: int, column: str) -> str:
    """Name the field whose value a column shows of a pupil."""
    preferred = _SHOWN.get(column)
    if preferred is None or not pupils.get(register, pupil_id)[preferred]:
        return column
    return preferred
