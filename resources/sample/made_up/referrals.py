"""Who proposed whom in autumn 2026: staff, parents, friends and pupils themselves."""

import tomllib
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from pathlib import Path
from random import Random

from made_up import SEED, Row
from made_up.headings import headings
from made_up.pupils import Pupil, School
from made_up.sheets import csv_text

SOURCES = {"staff": 21, "parent": 8, "peer": 5}
BY_THEMSELVES = 5
FIRST_DAY, LAST_DAY = date(2026, 9, 14), date(2026, 11, 20)
HALF_TERM = date(2026, 10, 26), date(2026, 10, 30)
ABLEST = 0.25  # the share of the roll from whom all are drawn but for the arts and PE
ARTS = ("art", "music", "pe", "performing_arts")
STAFF = {
    "english": "Ms Ferncliffe",
    "maths": "Mr Obaseki",
    "science": "Dr Halloway",
    "history": "Mrs Prendergast-Rai",
    "computing": "Mr Tamworth",
    "art": "Ms Szczepańska",
    "music": "Mr Llewelyn-Ross",
    "pe": "Miss Okonedo-Platt",
    "performing_arts": "Mr Devereaux",
}

Reason = tuple[str, str]  # a subject and a sentence


def file(school: School) -> bytes:
    """List the referrals by date."""
    chance = Random(f"{SEED} referrals")
    path = Path(__file__).with_name("referrals.toml")
    text = tomllib.loads(path.read_text(encoding="utf-8"))
    sources = [source for source, count in SOURCES.items() for _ in range(count)]
    reasons = chance.sample(_pairs(text["reasons"]), len(sources))
    sources += ["self"] * BY_THEMSELVES
    reasons += chance.sample(_pairs(text["own_words"]), BY_THEMSELVES)
    rows = [
        _row(chance, school, source, reason)
        for source, reason in zip(sources, reasons, strict=True)
    ]
    rows.sort(key=lambda row: str(row[-1]))
    return csv_text([headings("referrals"), *rows]).encode()


def _pairs(reasons: Mapping[str, Sequence[str]]) -> list[Reason]:
    return [(subject, reason) for subject in reasons for reason in reasons[subject]]


def _row(chance: Random, school: School, source: str, reason: Reason) -> Row:
    subject, sentence = reason
    roll = [pupil for pupil in school.roll if pupil.year]
    if subject not in ARTS:
        roll.sort(key=lambda pupil: -pupil.ability)
        del roll[int(len(roll) * ABLEST) :]
    pupil = chance.choice(roll)
    name = _referrer(chance, school, pupil, source, subject)
    return [pupil.upn, source, name, subject, sentence, _school_day(chance)]


def _school_day(chance: Random) -> str:
    while True:
        day = FIRST_DAY + timedelta(chance.randint(0, (LAST_DAY - FIRST_DAY).days))
        if day.weekday() < 5 and not HALF_TERM[0] <= day <= HALF_TERM[1]:
            return day.isoformat()


def _referrer(
    chance: Random, school: School, pupil: Pupil, source: str, subject: str
) -> str:
    if source == "staff":
        return STAFF[subject]
    if source == "parent":
        return f"{chance.choice(('Mrs', 'Mr', 'Ms'))} {pupil.person.surname}"
    form = [each for each in school.cohort(pupil.year) if each.form == pupil.form]
    form.remove(pupil)
    person = (pupil if source == "self" else chance.choice(form)).person
    return f"{person.preferred} {person.surname}"
