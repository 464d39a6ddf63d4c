"""Whether the family agrees that a pupil takes part, and whether it has paid.

Consent in writing is not needed for most activities within school hours, and one form
a year may cover many ("Health and safety on educational visits", Department for
Education).
"""

from collections.abc import Sequence

from gtregister.core.enrichment import places
from gtregister.core.register import Register, Stored
from gtregister.errors import UserError
from gtregister.i18n import N_, _

CONSENTS = {
    "not_needed": N_("Not needed"),
    "covered": N_("Covered by the annual form"),
    "requested": N_("Requested"),
    "given": N_("Given"),
    "refused": N_("Refused"),
}
NOT_ASKED = N_("Not asked")
PAYMENTS = {
    "none": N_("Nothing to pay"),
    "due": N_("Due"),
    "paid": N_("Paid"),
    "waived": N_("Waived"),
}


def set_consent(register: Register, place_ids: Sequence[int], consent: str) -> None:
    """Note how it stands with the family's consent, from today."""
    if consent not in CONSENTS:
        said = _("“{said}” says nothing of consent. Use: {known}.")
        raise UserError(said.format(said=consent, known=", ".join(CONSENTS)), "consent")
    today = register.today.isoformat()
    values: dict[str, Stored] = {"consent": consent, "consent_answered_on": None}
    if consent == "requested":
        values["consent_requested_on"] = today
    elif consent in {"given", "refused"}:
        values["consent_answered_on"] = today
    _set(register, N_("Consent noted"), place_ids, "consent", values)


def set_payment(register: Register, place_ids: Sequence[int], payment: str) -> None:
    """Note how it stands with the payment, from today."""
    if payment not in PAYMENTS:
        said = _("“{said}” says nothing of payment. Use: {known}.")
        raise UserError(said.format(said=payment, known=", ".join(PAYMENTS)), "payment")
    if payment == "none" and any(
        row["charge"] for row in places.rows_of(register, place_ids)
    ):
        said = _("There is a charge for this activity. Use “waived” for a pupil.")
        raise UserError(said, "payment")
    paid_on = register.today.isoformat() if payment == "paid" else None
    values: dict[str, Stored] = {"payment": payment, "paid_on": paid_on}
    _set(register, N_("Payment noted"), place_ids, "payment", values)


def note(register: Register, place_id: int, **words: str | None) -> None:
    """Write `medical`, `dietary` or `note` beside a place; None takes it out.

    Only what the people who go must know on the day: this is no medical record.
    """
    unknown = words.keys() - {"medical", "dietary", "note"}
    if unknown:
        raise ValueError(f"a place has no {unknown}")
    (place,) = places.rows_of(register, [place_id])
    values: dict[str, Stored] = {
        key: (text or "").strip() or None for key, text in words.items()
    }
    with register.change(N_("Place noted"), about=place["activity"]) as db:
        db.update("places", place_id, values)


def put_on_bus(register: Register, place_ids: Sequence[int], bus: int | None) -> None:
    """Say on which bus pupils travel."""
    _set(register, N_("Bus chosen"), place_ids, "bus_id", {"bus_id": bus})


def _set(
    register: Register,
    what: str,
    place_ids: Sequence[int],
    key: str,
    values: dict[str, Stored],
) -> None:
    rows = [r for r in places.rows_of(register, place_ids) if r[key] != values[key]]
    if not rows:
        return
    about = ", ".join(dict.fromkeys(row["activity"] for row in rows))
    with register.change(what, about=about) as db:
        for row in rows:
            db.update("places", row["place_id"], values)
