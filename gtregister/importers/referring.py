"""What the columns of a sheet state of proposals: who proposes a pupil, and why."""

from collections.abc import Mapping, Sequence

from gtregister.i18n import _
from gtregister.importers import Cell, Details, Layout, fields
from gtregister.importers.cells import Trouble
from gtregister.importers.distinct import Odd, parsed
from gtregister.importers.heading_words import words

_REASON = "referral.reason"
# Who proposes, as `referrals.source` says it, by words that people use.
_SOURCES = {
    "staff": ["staff", "teacher", "tutor", "head", "teaching", "school"],
    "parent": ["parent", "carer", "mother", "father", "family", "guardian"],
    "peer": ["peer", "friend", "classmate", "pupil", "student"],
    "self": ["self"],
    "primary": ["primary", "feeder", "junior", "transition"],
    "specialist": ["specialist", "coach", "expert", "club", "external"],
    "mentor": ["mentor"],
}


def stated(
    layout: Layout, cells: Sequence[Sequence[Cell]]
) -> tuple[Sequence[tuple[Details, ...]], list[Odd]]:
    """Give the proposals of each row, and the odd cells; nothing if there are none."""
    told: dict[str, list[object]] = {}
    odd: list[Odd] = []
    for place, column in enumerate(layout.columns):
        what = str(column.field).removeprefix("referral.")
        if column.field in fields.REFERRAL:
            parse = fields.parser(str(column.field))
            told[what], more = parsed(cells[place], parse, place)
            odd += more
    if not {"referral.referrer", _REASON} <= layout.fields:
        return (), []
    names = tuple(told)
    rows = [
        dict(zip(names, row, strict=True)) for row in zip(*told.values(), strict=True)
    ]
    reason = next(n for n, c in enumerate(layout.columns) if c.field == _REASON)
    said = Trouble("problem", _("A nomination needs who nominates, and a reason."))
    odd += [
        Odd(place, reason, said)
        for place, row in enumerate(rows)
        if bool(row["referrer"]) != bool(row["reason"])
    ]
    return [_proposals(row) for row in rows], odd


def _proposals(said: Mapping[str, object]) -> tuple[Details, ...]:
    """Put together what a row proposes; nothing without a name and a reason."""
    if not said.get("referrer") or not said.get("reason"):
        return ()
    found = {
        "source": source(str(said.get("source") or "")),
        "referrer": said["referrer"],
        "reason": said["reason"],
        "subject": said.get("subject"),
        "referred_on": said.get("day"),
    }
    return ({k: v for k, v in found.items() if isinstance(v, str)},)


def source(text: str) -> str:
    """Say where a proposal comes from; from staff, if nothing says otherwise."""
    said = {*words(text)}
    for key, known in _SOURCES.items():
        if said & {key, *known}:
            return key
    return "staff"
