"""Parents and carers, with a row for each of them or all of a pupil in one row.

“Contact 2 surname”, “Parent e-mail” and “Mother's name” say whose it is; in such a
sheet so does a plain “Address” or “Relationship”. There is no published layout: each
school's system lets people choose the columns.
"""

from gtregister.i18n import N_
from gtregister.importers import (
    Ask,
    Importer,
    Layout,
    Reading,
    families,
    fields,
    records,
)


def claims(layout: Layout) -> float:
    """Claim a sheet that names pupils and their contacts, and has no results."""
    named = any(
        field.startswith("contact.") and field.endswith("name")
        for field in layout.fields
    )
    return 0.6 if named and not layout.fields & fields.RESULTS else 0


def read(layout: Layout, ask: Ask) -> Reading:
    """Read who the pupils are, and their contacts."""
    return records.read(layout, ask, "contacts", _takes)


def _takes(field: str) -> bool:
    return field in fields.PUPIL | families.FIELDS | {"full_name"}


IMPORTER = Importer(
    title=N_("Parents and carers"),
    claims=claims,
    read=read,
    looks_like=N_(
        "A row for each contact, or for each pupil with all contacts beside each other."
    ),
    takes=N_(
        "Names, relationship, responsibility, order, address, e-mail and telephone; "
        "details of the pupil that stand beside them."
    ),
)
