"""A candidate told in full: what each route comes to, by what evidence, referrals."""

from collections.abc import Mapping, Sequence
from datetime import date
from html import escape

from gtregister.core.identifying import referrals
from gtregister.core.identifying.identification import Judged
from gtregister.core.identifying.placing import Held, Place
from gtregister.core.identifying.shortlist import Candidate
from gtregister.core.register import Row
from gtregister.core.roll import field_words
from gtregister.criteria import Finding
from gtregister.criteria.routes import Route, criteria
from gtregister.desktop import style
from gtregister.i18n import N_, _, format_date, translated

_PLACES: dict[Place, tuple[str, str, str]] = {
    "on": ("●", N_("On the register"), "success"),
    "meets": ("✓", N_("Meets"), "success"),
    "nearly": ("≈", N_("Nearly"), "warning"),
    "not_known": ("?", N_("Not enough data"), "note"),
    "not_now": ("◷", N_("Not now"), "note"),
    "no": ("✗", N_("Not added"), "error"),
    "no_sign": ("–", N_("Does not meet"), "quiet"),
}
_MET = {
    True: ("✓", N_("Met"), "success"),
    False: ("✗", N_("Not met"), "error"),
    None: ("?", N_("Not known"), "note"),
}


def of(candidate: Candidate, referred: Sequence[Row]) -> str:
    """Write a page about a candidate, as rich text.

    The discreet view tells what is met, but no score and nobody's words.
    """
    parts = [_route(*route) for route in candidate.routes]
    parts.append(_heading(_("Referrals")))
    if not referred:
        parts.append(_line(_("Nobody has referred this pupil.")))
    parts += [_referral(row) for row in referred]
    return "".join(parts)


def name(pupil: Row) -> str:
    """Name a pupil as they are called."""
    said = _("{forename} {surname}")
    return said.format(forename=pupil["shown_forename"], surname=pupil["shown_surname"])


def beside(
    candidates: Sequence[Candidate], referred: Mapping[int, Sequence[Row]]
) -> str:
    """Write several candidates as a table, a column for each, as rich text.

    The discreet view tells what is met, but no score, group or anybody's words.
    """
    first = candidates[0].routes
    rows = [_cells("", [f"<b>{escape(_column(c.pupil))}</b>" for c in candidates])]
    for at, (judged, _held, _place) in enumerate(first):
        title = f"<b>{escape(judged.route.title)}</b>"
        places = [_marked(*_PLACES[c.routes[at][2]]) for c in candidates]
        rows.append(_cells(title, places))
        for n, clause in enumerate(judged.route.clauses):
            words = escape(translated(criteria()[clause.criterion].title))
            found = [_short(c.routes[at][0].findings[n]) for c in candidates]
            rows.append(_cells(words, found))
    said = [_said_of(referred.get(c.pupil["id"], ())) for c in candidates]
    rows.append(_cells(escape(_("Who referred")), said))
    if not style.is_discreet():
        for key in ("pupil_premium", "sen", "eal"):
            title = escape(field_words.title(key))
            known = [field_words.value(key, c.pupil[key]) for c in candidates]
            rows.append(_cells(title, [escape(w or _("Not known")) for w in known]))
    return f"<table cellpadding='6' width='100%'>{''.join(rows)}</table>"


def _column(pupil: Row) -> str:
    if not pupil["form"]:
        return name(pupil)
    return _("{name}, {form}").format(name=name(pupil), form=pupil["form"])


def _cells(title: str, cells: Sequence[str]) -> str:
    wide = 80 // len(cells)  # per cent; the names of the rows have the rest
    made = "".join(f"<td width='{wide}%' valign='top'>{cell}</td>" for cell in cells)
    return f"<tr><td width='20%' valign='top'>{title}</td>{made}</tr>"


def _short(finding: Finding) -> str:
    mark = _marked(*_MET[finding.met])
    return mark if style.is_discreet() else f"{mark}<br>{escape(finding.reason)}"


def _said_of(referred: Sequence[Row]) -> str:
    if not referred:
        return escape(_("Nobody"))
    said = _("{source}: {status}")
    return "<br>".join(
        escape(
            said.format(
                source=translated(referrals.SOURCES[row["source"]]),
                status=translated(referrals.STATUSES[row["status"]]).lower(),
            )
        )
        for row in referred
    )


def _route(judged: Judged, held: Held, place: Place) -> str:
    parts = [_heading(judged.route.title), _line(_marked(*_PLACES[place]))]
    if place in {"not_now", "no"}:
        parts.append(_decided(held))
    parts.append(_line(_quiet(needs(judged.route))))
    pairs = zip(judged.route.clauses, judged.findings, strict=True)
    parts += [_finding(clause.criterion, finding) for clause, finding in pairs]
    return "".join(parts)


def needs(route: Route) -> str:
    """Say how many criteria of a route must be met."""
    count = len(route.clauses)
    if count == 1:
        return _("One criterion, which must be met:")
    if route.least == count:
        return _("All {count} must be met:").format(count=count)
    said = _("At least {n} of {count} must be met:")
    return said.format(n=route.least, count=count)


def _finding(criterion: str, finding: Finding) -> str:
    mark = _marked(*_MET[finding.met])
    title = escape(translated(criteria()[criterion].title))
    parts = [f"<b>{mark}</b>: {title}"]
    if finding.met is False and finding.near:
        parts[0] += f" ({escape(_('nearly'))})"
    if not style.is_discreet():
        parts.append(escape(finding.reason))
        sources = dict.fromkeys(r.source for r in finding.results if r.source)
        if sources:
            parts.append(_quiet(_("From {files}").format(files="; ".join(sources))))
    return _line("<br>".join(parts))


def _decided(held: Held) -> str:
    if held.decided_on is None:
        return ""
    said = _("{who}, {day}")
    text = said.format(who=held.decided_by, day=format_date(held.decided_on))
    if held.reason and not style.is_discreet():
        text = _("{who}: {words}").format(who=text, words=held.reason)
    return _line(escape(text))


def _referral(row: Row) -> str:
    said = _("{who} ({source}), {day}: {status}")
    head = said.format(
        who=row["referrer"],
        source=translated(referrals.SOURCES[row["source"]]).lower(),
        day=format_date(date.fromisoformat(row["referred_on"])),
        status=translated(referrals.STATUSES[row["status"]]).lower(),
    )
    parts = [escape(head)]
    if row["subject_name"]:
        parts.append(escape(translated(row["subject_name"])))
    if not style.is_discreet():
        parts.append(escape(_("“{reason}”").format(reason=row["reason"])))
    return _line("<br>".join(parts))


def _heading(text: str) -> str:
    return f"<h4 style='margin: 12px 0 2px 0'>{escape(text)}</h4>"


def _line(html: str) -> str:
    return f"<p style='margin: 0 0 8px 0'>{html}</p>"


def _quiet(text: str) -> str:
    return f"<span style='color: {style.colours().quiet}'>{escape(text)}</span>"


def _marked(symbol: str, words: str, colour: str) -> str:
    ink = getattr(style.colours(), colour)
    return f"<span style='color: {ink}'>{symbol} {escape(translated(words))}</span>"
