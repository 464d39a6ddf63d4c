"""One referral beside the list: who, why, and what came of it."""

from datetime import date
from functools import partial
from html import escape

from PySide6.QtWidgets import QWidget

from gtregister.core.identifying import referrals
from gtregister.core.register import Row
from gtregister.desktop import style
from gtregister.desktop.widgets.pupil_text import PupilText
from gtregister.i18n import _, format_date, translated


class ReferralPanel(PupilText):
    """Shows a referral in full; the bar under the list has the answers to it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("The referral"), parent=parent)

    def show_referral(self, referral: Row | None) -> None:
        """Show a referral; None shows nothing."""
        if referral is None:
            self.show_nothing()
            return
        title = pupil_of(referral)
        self.show_text(referral["pupil_id"], title, partial(_page, referral))


def pupil_of(referral: Row) -> str:
    """Name the pupil of a referral, and the form."""
    said = _("{forename} {surname}")
    name = said.format(
        forename=referral["shown_forename"], surname=referral["shown_surname"]
    )
    if not referral["form"]:
        return name
    return _("{name}, {form}").format(name=name, form=referral["form"])


def _page(row: Row) -> str:
    said = _("From {who} ({source}), {day}")
    lines = [
        said.format(
            who=row["referrer"],
            source=translated(referrals.SOURCES[row["source"]]).lower(),
            day=format_date(date.fromisoformat(row["referred_on"])),
        ),
        translated(row["subject_name"]) if row["subject_name"] else _("No one subject"),
        _("“{reason}”").format(reason=row["reason"]),
    ]
    if style.is_discreet():
        lines.pop()
    parts = [_line(escape(words)) for words in lines]
    parts.append(_line(f"<b>{escape(_outcome(row))}</b>"))
    if row["outcome"]:
        parts.append(_line(escape(row["outcome"])))
    parts += [_line(_quiet(words)) for words in _triage(row)]
    return "".join(parts)


def _outcome(row: Row) -> str:
    status = translated(referrals.STATUSES[row["status"]])
    if not row["outcome_on"]:
        return status
    said = _("{status}: {who}, {day}")
    day = format_date(date.fromisoformat(row["outcome_on"]))
    return said.format(status=status, who=row["outcome_by"], day=day)


def _triage(row: Row) -> list[str]:
    lines = []
    if row["triage_by"]:
        lines.append(_("Looked into by {who}").format(who=row["triage_by"]))
    if row["triage_due"]:
        day = format_date(date.fromisoformat(row["triage_due"]))
        lines.append(_("By {day}").format(day=day))
    if row["triage_note"] and not style.is_discreet():
        lines.append(row["triage_note"])
    return lines


def _line(html: str) -> str:
    return f"<p style='margin: 0 0 8px 0'>{html}</p>"


def _quiet(text: str) -> str:
    return f"<span style='color: {style.colours().quiet}'>{escape(text)}</span>"
