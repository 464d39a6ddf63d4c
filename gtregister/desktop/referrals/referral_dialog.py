"""Noting a referral, or putting one right."""

from collections.abc import Callable, Sequence
from datetime import date
from itertools import pairwise

from PySide6.QtWidgets import QVBoxLayout, QWidget

from gtregister import options
from gtregister.core.identifying import referrals
from gtregister.core.identifying.pupil_entries import areas
from gtregister.core.identifying.referrals import NewReferral
from gtregister.core.register import Register, Row
from gtregister.core.roll import whole_roll
from gtregister.desktop.referrals.pupil_picker import PupilPicker
from gtregister.desktop.widgets import sizing
from gtregister.desktop.widgets.lines import line
from gtregister.desktop.widgets.question_dialog import Answers, QuestionDialog
from gtregister.errors import UserError
from gtregister.i18n import N_, _
from gtregister.options import Option

_KEYS = ("from", "name", "subject", "reason", "referred_on")


def ask_for_new(
    register: Register, parent: QWidget, then: Callable[[int], None]
) -> QuestionDialog:
    """Ask for a referral and note it; `then` gets its number."""
    picker = PupilPicker(whole_roll.names(register))

    def note(answers: Answers) -> None:
        pupil_id = picker.pupil_id()
        if pupil_id is None:
            picker.field.setFocus()
            raise UserError(_("Choose a pupil: type a part of the name."))
        then(referrals.add(register, _referral(answers, pupil_id)))

    dialog = QuestionDialog(
        _("New referral"), _questions(register), _("&Note it"), note, parent
    )
    _put_first(dialog, picker)
    sizing.fit(dialog, 600, 620)
    dialog.open()
    picker.field.setFocus()
    return dialog


def ask_to_change(register: Register, parent: QWidget, number: int) -> QuestionDialog:
    """Ask what is right, with what was noted filled in."""
    referral = referrals.find(register, number)

    def change(answers: Answers) -> None:
        referrals.change(register, number, _referral(answers, referral["pupil_id"]))

    dialog = QuestionDialog(
        _("Edit referral"),
        _questions(register, referral),
        _("&Save"),
        change,
        parent,
    )
    dialog.open()
    return dialog


def _questions(register: Register, known: Row | None = None) -> Sequence[Option]:
    said = dict(known) if known is not None else {}
    subjects = [("", N_("No one subject"))]
    subjects += [(key, words) for _s, key, _n, words in areas(register) if key]
    on = said.get("referred_on") or register.today.isoformat()
    return (
        options.choice(
            "from",
            N_("From"),
            tuple(referrals.SOURCES.items()),
            said.get("source", "staff"),
        ),
        options.text("name", N_("Name of who refers"), said.get("referrer")),
        options.choice("subject", N_("Subject"), subjects, said.get("subject") or ""),
        options.text("reason", N_("Reason"), said.get("reason")),
        Option(
            "referred_on",
            N_("Day (such as 27/11/2026)"),
            "date",
            date.fromisoformat(on),
        ),
    )


def _referral(answers: Answers, pupil_id: int) -> NewReferral:
    on = answers["referred_on"]
    return NewReferral(
        upn="",
        source=str(answers["from"]),
        referrer=str(answers["name"] or ""),
        reason=str(answers["reason"] or ""),
        subject=str(answers["subject"] or "") or None,
        referred_on=on if isinstance(on, date) else None,
        pupil_id=pupil_id,
    )


def _put_first(dialog: QuestionDialog, picker: PupilPicker) -> None:
    """Put the field for the pupil first, for the eye and for Tab."""
    label = line(_("&Pupil"))
    label.setBuddy(picker.field)
    down = QVBoxLayout()
    down.setSpacing(4)
    down.addWidget(label)
    down.addWidget(picker)
    dialog.body.insertLayout(1, down)
    fields = [picker.field, *map(dialog.form.field, _KEYS), dialog.ok]
    for before, after in pairwise(fields):
        QWidget.setTabOrder(before, after)
