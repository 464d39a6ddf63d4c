"""How an activity stands in numbers: places, consents, payments, its days."""

from gtregister.core.register import Register, Row
from gtregister.errors import UserError
from gtregister.i18n import _


def of(register: Register, activity_id: int) -> Row:
    """Read `activity_overview` of one activity; UserError if it is not there."""
    row = register.row(
        "select * from activity_overview where activity_id = :id", id=activity_id
    )
    if row is None:
        raise UserError(_("This activity is not there any more."), "activity")
    return row
