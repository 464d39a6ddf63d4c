"""What the facts about a pupil are called, and how they read: fields and results."""

from datetime import date

from gtregister.core.register import Stored
from gtregister.core.roll import contact_words
from gtregister.i18n import N_, _, format_date, translated

PUPIL = {
    "surname": N_("Surname"),
    "forename": N_("Forename"),
    "preferred_surname": N_("Preferred surname"),
    "preferred_forename": N_("Preferred forename"),
    "middle_names": N_("Middle names"),
    "year_group": N_("Year group"),
    "form": N_("Form"),
    "dob": N_("Date of birth"),
    "sex": N_("Sex"),
    "upn": N_("UPN"),
    "former_upn": N_("Former UPN"),
    "admission_number": N_("Admission number"),
    "pupil_premium": N_("Pupil premium"),
    "sen": N_("Special educational needs"),
    "eal": N_("English as an additional language"),
    "fsm": N_("Free school meals"),
    "ever6": N_("Free school meals in the last six years"),
    "looked_after": N_("Looked after"),
    "ethnicity": N_("Ethnicity"),
    "language": N_("First language"),
    "joined_on": N_("Joined the school"),
    "left_on": N_("Left the school"),
    "feeder_school": N_("Previous school"),
}
YES_NO = frozenset(("pupil_premium", "eal", "fsm", "ever6", "looked_after"))
DAYS = frozenset(("dob", "joined_on", "left_on"))
# What stays off a screen that others see, and off paper unless it is asked for.
SENSITIVE = YES_NO | {"upn", "former_upn", "dob", "sen", "ethnicity", "language"}

SEXES = {"F": N_("Female"), "M": N_("Male"), "U": N_("Not specified")}
SEN = {
    "N": N_("No special educational need"),
    "K": N_("SEN support"),
    "E": N_("Education, health and care plan"),
    "A": N_("School action (up to 2015)"),
    "P": N_("School action plus (up to 2015)"),
    "S": N_("Statement (up to 2015)"),
}

ASSESSMENTS = {
    "ks2": N_("KS2"),
    "ks1": N_("KS1"),
    "cat4": N_("CAT4"),
    "midyis": N_("MidYIS"),
    "yellis": N_("Yellis"),
    "ngrt": N_("New Group Reading Test"),
    "pte": N_("Progress Test in English"),
    "ptm": N_("Progress Test in Maths"),
    "pts": N_("Progress Test in Science"),
    "nfer": N_("NFER tests"),
    "phonics": N_("Phonics screening check"),
    "mtc": N_("Multiplication tables check"),
    "eyfs": N_("Early years profile"),
    "internal": N_("School’s own assessment"),
}
SUBJECTS = {
    "reading": N_("reading"),
    "writing": N_("writing"),
    "gps": N_("grammar, punctuation and spelling"),
    "maths": N_("maths"),
    "science": N_("science"),
    "english": N_("English"),
    "verbal": N_("verbal"),
    "quantitative": N_("quantitative"),
    "non_verbal": N_("non-verbal"),
    "spatial": N_("spatial"),
    "mean": N_("mean"),
    "vocabulary": N_("vocabulary"),
    "skills": N_("skills"),
    "overall": N_("overall"),
    "phonics": N_("phonics"),
}
# What columns say beside the details of a pupil and results.
COLUMNS = {
    "full_name": N_("Surname and forename"),
    "subject": N_("Subject of the row"),
    "academic_year": N_("Year of the test"),
    "taken_on": N_("Date of the test"),
    "activity.title": N_("Activity: its name"),
    "activity.ticks": N_("Activity named by the heading, with ticks or dates"),
    "activity.day": N_("Activity: date"),
    "activity.term": N_("Activity: term"),
    "activity.attended": N_("Activity: attended"),
    "activity.signed_up": N_("Activity: signed up"),
    "activity.staff": N_("Activity: led by"),
    "activity.charge": N_("Activity: cost for each pupil"),
    "activity.venue": N_("Activity: venue"),
    "activity.kind": N_("Activity: kind"),
}
MEASURES = {
    "scaled_score": N_("scaled score"),
    "outcome": N_("outcome"),
    "raw_mark": N_("raw mark"),
    "teacher_assessment": N_("teacher assessment"),
    "level": N_("level"),
    "fine_level": N_("fine level"),
    "points": N_("points"),
    "sas": N_("standard age score"),
    "stanine": N_("stanine"),
    "npr": N_("percentile rank"),
    "band": N_("band"),
    "grade": N_("grade"),
    "working_at": N_("working at"),
    "expected": N_("expected grade"),
}


def title(field: str) -> str:
    """Name a detail of a pupil."""
    return translated(PUPIL[field])


def assessment(key: str) -> str:
    """Name an assessment; one that has no words of its own here shows its key."""
    return translated(ASSESSMENTS.get(key, key))


def subject_and_measure(subject: str, measure: str) -> str:
    """Name what a result is of: Maths, scaled score."""
    said = _("{subject}, {measure}").format(
        subject=_named(SUBJECTS, subject), measure=_named(MEASURES, measure)
    )
    return said[:1].upper() + said[1:]


def result(key: str, subject: str, measure: str) -> str:
    """Name a result whole: KS2 maths, scaled score."""
    return _("{assessment} {subject}, {measure}").format(
        assessment=assessment(key),
        subject=_named(SUBJECTS, subject),
        measure=_named(MEASURES, measure),
    )


def column(field: str | None) -> str:
    """Name what a column of a file goes to; None is nothing."""
    if not field:
        return _("not used")
    if field in COLUMNS:
        return translated(COLUMNS[field])
    if field in PUPIL:
        return title(field)
    if field in MEASURES:
        return translated(MEASURES[field]).capitalize()
    parts = field.split(".")
    if parts[0] == "contact":
        return contact_words.column(field)
    if len(parts) == 3:
        return result(*parts)
    return field.replace("_", " ").capitalize()


def _named(words: dict[str, str], key: str) -> str:
    return translated(words[key]) if key in words else key.replace("_", " ")


def value(field: str, stored: Stored) -> str:
    """Write a detail for people to read; nothing where it is not known."""
    if stored is None:
        return ""
    if field in YES_NO:
        return _("Yes") if stored else _("No")
    if field in DAYS:
        return format_date(date.fromisoformat(str(stored)))
    if field == "year_group":
        return year(int(stored))
    if field in {"sex", "sen"}:
        known = SEXES if field == "sex" else SEN
        return translated(known.get(str(stored), str(stored)))
    if field == "ethnicity" or field == "language":
        from gtregister.importers import codes  # reads its tables from files

        return codes.labels(field).get(str(stored), str(stored))
    return str(stored)


def year(group: int) -> str:
    """Name a year group: Year 7, Reception, Nursery 2."""
    if group > 0:
        return _("Year {year}").format(year=group)
    return _("Reception") if group == 0 else _("Nursery {year}").format(year=group + 3)
