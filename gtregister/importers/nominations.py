"""Lists of pupils whom staff or others nominate, as teachers fill them in.

“Nominated by”, “Reason” and “Subject” stand beside the pupil's name. There is no
published layout.
"""

from dataclasses import replace

from gtregister.i18n import N_, _
from gtregister.importers import Ask, Importer, Layout, Reading, fields, records

_WHO = frozenset(("upn", "dob", "year_group", "form", "full_name", "sex"))


def claims(layout: Layout) -> float:
    """Claim a sheet that says of pupils who proposes them and why."""
    said = _proposing(layout).fields
    return 0.85 if {"referral.referrer", "referral.reason"} <= said else 0


def read(layout: Layout, ask: Ask) -> Reading:
    """Read whom the rows are about, and the proposals."""
    return records.read(_proposing(layout), ask, "nominations", _takes)


def _proposing(layout: Layout) -> Layout:
    """Take the row's subject for that of the proposal.

    Where the pupil has a UPN, and a source is named, “Name” is who proposes.
    """
    meant = {"subject": "referral.subject"}
    if {"upn", "referral.source"} <= layout.fields:
        meant["full_name"] = "referral.referrer"
    why = _("It says for whom, by whom or in what.")
    columns = tuple(
        replace(column, field=meant[column.field], sure="sure", why=why)
        if column.field in meant and meant[column.field] not in layout.fields
        else column
        for column in layout.columns
    )
    return replace(layout, columns=columns)


def _takes(field: str) -> bool:
    return field in _WHO | {*fields.NAMES} | fields.REFERRAL


IMPORTER = Importer(
    title=N_("Nominations"),
    claims=claims,
    read=read,
    looks_like=N_(
        "A row for each nomination: the pupil, “Nominated by”, “Reason”, “Subject”."
    ),
    takes=N_("Who nominates whom, for which subject, why and when."),
)
