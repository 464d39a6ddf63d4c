"""Short ways to say what is known of a pupil."""

from datetime import date

from gtregister.criteria import Evidence, Referral, Result


def result(field, value, year=2024):
    """Store a result of a field such as ks2.reading.scaled_score; a text is a code."""
    assessment, subject, measure = field.split(".")
    number = None if isinstance(value, str) else float(value)
    return Result(assessment, year, subject, measure, str(value), number, "row 4")


def evidence(*results, referrals=(), year_group=7, cohort=None):
    return Evidence(year_group, results, referrals, cohort or {})


def referral(source="staff", by="Ms Lee", subject="maths"):
    return Referral(source, by, subject, date(2026, 10, 3))
