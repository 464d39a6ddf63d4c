"""For whom rosters are printed, and which columns each has."""

import json
from collections.abc import Sequence
from dataclasses import dataclass

from gtregister.core.register import Register
from gtregister.errors import UserError
from gtregister.i18n import N_, _
from gtregister.table import Column

COLUMNS = {
    column.key: column
    for column in (
        Column("number", N_("No."), "number"),
        Column("surname", N_("Surname")),
        Column("forename", N_("Forename")),
        Column("year_group", N_("Year"), "number"),
        Column("form", N_("Form")),
        Column("reply", N_("Reply")),
        Column("contact", N_("First contact")),
        Column("second_contact", N_("Second contact")),
        Column("consent", N_("Consent"), "status"),
        Column("payment", N_("Payment"), "status"),
        Column("bus", N_("Bus")),
        Column("medical", N_("Medical")),
        Column("dietary", N_("Diet")),
        Column("note", N_("Note")),
        Column("remarks", N_("Remarks")),
        Column("out", N_("Out")),
        Column("back", N_("Back")),
        Column("attended", N_("Attended")),
        Column("outcome", N_("Outcome"), "status"),
        Column("award", N_("Award")),
        Column("why", N_("Why chosen"), sensitive=True),
        Column("dob", N_("Date of birth"), "date", sensitive=True),
        Column("pupil_premium", N_("Pupil premium"), "yes_no", sensitive=True),
        Column("sen", N_("SEN"), sensitive=True),
        Column("eal", N_("EAL"), "yes_no", sensitive=True),
    )
}
TICKS = frozenset({"out", "back"})
BY_HAND = frozenset({"contact", "second_contact", "medical", "dietary", "remarks"})


@dataclass(frozen=True, slots=True)
class Audience:
    """Somebody who gets a roster, and its columns unless the school chose others."""

    title: str
    columns: tuple[str, ...]


AUDIENCES = {
    "leader": Audience(
        N_("Leader’s sheet"),
        (
            *("number", "surname", "forename", "form", "contact", "second_contact"),
            *("consent", "medical", "dietary", "out", "back"),
        ),
    ),
    "base": Audience(
        N_("School base copy"),
        (
            *("number", "surname", "forename", "year_group", "form", "bus"),
            *("contact", "second_contact"),
        ),
    ),
    "bus": Audience(
        N_("Bus list"), ("number", "surname", "forename", "form", "bus", "out", "back")
    ),
    "ticks": Audience(
        N_("Register out and back"),
        ("number", "surname", "forename", "form", "out", "back", "remarks"),
    ),
    "cover": Audience(
        N_("Staffroom cover list"), ("form", "surname", "forename", "year_group")
    ),
    "certificates": Audience(
        N_("Certificate list"),
        ("surname", "forename", "form", "attended", "outcome", "award"),
    ),
    "term": Audience(
        N_("Tick sheet for the term"), ("number", "surname", "forename", "form")
    ),
}


def audience(key: str) -> Audience:
    """Find an audience, or name the ones there are."""
    if key not in AUDIENCES:
        said = _("There is no roster for “{key}”. There are: {keys}.")
        raise UserError(said.format(key=key, keys=", ".join(AUDIENCES)), "for")
    return AUDIENCES[key]


def chosen(register: Register, key: str) -> tuple[str, ...]:
    """Read the columns of an audience: as the school chose them, else the usual."""
    text = register.value(
        "select columns from roster_columns where audience = :key", key=key
    )
    return tuple(json.loads(str(text))) if text else audience(key).columns


def choose(register: Register, key: str, columns: Sequence[str]) -> None:
    """Remember these columns for an audience; none goes back to the usual ones."""
    check(columns)
    held = register.value(
        "select id from roster_columns where audience = :key", key=key
    )
    usual = not columns or tuple(columns) == audience(key).columns
    if usual and held is None:
        return
    with register.change(N_("Columns of a roster chosen"), about=key) as db:
        if usual:
            db.delete("roster_columns", [int(held or 0)])
        elif held is None:
            row = {"audience": key, "columns": json.dumps(list(columns))}
            db.insert("roster_columns", row)
        else:
            db.update(
                "roster_columns", int(held), {"columns": json.dumps(list(columns))}
            )


def check(columns: Sequence[str]) -> None:
    """Raise UserError if one of these is no column of a roster: a UPN never is."""
    for key in columns:
        if key not in COLUMNS:
            said = _("A roster has no column “{key}”. It may have: {keys}.")
            raise UserError(said.format(key=key, keys=", ".join(COLUMNS)), "columns")
