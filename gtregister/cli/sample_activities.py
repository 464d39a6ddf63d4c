"""The enrichment of the sample school: read from its file, done by the core."""

import tomllib
from collections.abc import Sequence
from dataclasses import fields, replace
from datetime import date
from pathlib import Path
from typing import cast

from gtregister.core import calendar, school
from gtregister.core.calendar import Closure, Term
from gtregister.core.enrichment import (
    activities,
    activity_parts,
    attendance,
    consents,
    evaluations,
    follow_ups,
    partners,
    places,
    sessions,
    suggestions,
)
from gtregister.core.enrichment.activities import NewActivity
from gtregister.core.enrichment.activity_parts import Adult
from gtregister.core.enrichment.evaluations import NewEvaluation
from gtregister.core.enrichment.partners import NewPartner
from gtregister.core.enrichment.sessions import When
from gtregister.core.register import Register

Told = dict[str, object]  # one activity as the file tells it

_PLAN = {field.name for field in fields(NewActivity)} - {"status"}


def fill(register: Register, path: Path) -> None:
    """Enter terms, partners and activities, with their pupils and what came of it."""
    text = tomllib.loads(path.read_text(encoding="utf-8"))
    year = school.of(register).academic_year
    calendar.set_terms(register, year, [Term(**term) for term in text["terms"]])
    for closure in text["closures"]:
        calendar.add_closure(register, Closure(**closure))
    for partner in text["partners"]:
        partners.add(register, NewPartner(**partner))
    for told in text["activities"]:
        _add(register, told)


def _add(register: Register, told: Told) -> None:
    plan = {key: value for key, value in told.items() if key in _PLAN}
    plan["years"] = tuple(_list(told, "years"))
    if "partner" in told:
        plan["partner_id"] = partners.called(register, str(told["partner"]))
    number = activities.add(register, NewActivity(**plan))  # type: ignore[arg-type]
    adults = cast("list[dict[str, str]]", _list(told, "adults"))
    going = [Adult(a["name"], a["role"], a.get("telephone")) for a in adults]
    activity_parts.set_adults(register, number, going)
    funding = cast("dict[str, int]", told.get("funding", {}))
    activity_parts.set_funding(register, number, funding)
    held = _plan_days(register, number, told)
    _invite(register, number, told)
    for session_id, day in held:
        if day < register.today:
            _mark(register, session_id, _number(told, "absent"))
    _judge(register, number, told)
    if "status" in told:
        activities.set_status(register, number, str(told["status"]))


def _plan_days(register: Register, number: int, told: Told) -> list[tuple[int, date]]:
    times = (
        cast("str | None", told.get("from")),
        cast("str | None", told.get("until")),
    )
    if "first" in told:
        first = When(cast("date", told["first"]), *times)
        sessions.plan_weekly(register, number, first)
    for day in cast("Sequence[date]", _list(told, "days")):
        sessions.add(register, number, When(day, *times))
    listed = sessions.table(register, activity_id=number)
    days = cast("list[date]", [row[0] for row in listed.rows])
    return list(zip(listed.keys, days, strict=True))


def _invite(register: Register, number: int, told: Told) -> None:
    """Suggest pupils by the usual rules, and say how far each has come."""
    rules = suggestions.rules_of(register, number)
    wanted = _number(told, "suggest") or _number(told, "invite")
    if not wanted:
        return
    made = suggestions.draft(register, number, replace(rules, places=wanted))
    suggestions.keep(register, made)
    if "invite" not in told:
        return
    places.invite(register, number, made.chosen)
    ids = [places.place_of(register, number, child) for child in made.chosen]
    places.accept(register, ids[: _number(told, "accept")])
    if "consents" in told:
        consents.set_consent(register, ids[: _number(told, "accept")], "requested")
        consents.set_consent(register, ids[: _number(told, "consents")], "given")
    consents.set_payment(register, ids[: _number(told, "paid")], "paid")


def _mark(register: Register, session_id: int, every: int) -> None:
    """Mark everyone present but every so manieth, another one each week."""
    expected = attendance.expected(register, session_id)
    away = expected[session_id % every :: every] if every else []
    attendance.mark(register, session_id, dict.fromkeys(away, "absent"))
    attendance.mark_rest_present(register, session_id)


def _judge(register: Register, number: int, told: Told) -> None:
    if "outcome" in told:
        came = evaluations.outcomes(register, number).keys
        award = cast("str | None", told.get("award"))
        outcome = str(told["outcome"])
        evaluations.set_outcome(register, number, came, outcome, award=award)
    if "aim_met" in told:
        judged = NewEvaluation(str(told["aim_met"]), str(told["evidence"]))
        evaluations.judge(register, number, judged)
        what = "What are they doing with it now?"
        follow_ups.plan(register, number, what, weeks=_number(told, "follow_up"))


def _list(told: Told, key: str) -> list[object]:
    return cast("list[object]", told.get(key, []))


def _number(told: Told, key: str) -> int:
    return cast("int", told.get(key, 0))
