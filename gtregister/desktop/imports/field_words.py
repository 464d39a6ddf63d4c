"""What the fields of an import are called on the screen."""

from gtregister.i18n import N_, _, translated

_PUPIL = {
    "upn": N_("UPN"),
    "former_upn": N_("Former UPN"),
    "admission_number": N_("Admission number"),
    "surname": N_("Surname"),
    "forename": N_("Forename"),
    "full_name": N_("Surname and forename"),
    "preferred_surname": N_("Preferred surname"),
    "preferred_forename": N_("Preferred forename"),
    "middle_names": N_("Middle names"),
    "dob": N_("Date of birth"),
    "sex": N_("Sex"),
    "year_group": N_("Year group"),
    "form": N_("Form"),
    "ethnicity": N_("Ethnicity"),
    "language": N_("First language"),
    "eal": N_("English as an additional language"),
    "fsm": N_("Free school meals"),
    "ever6": N_("Ever 6"),
    "pupil_premium": N_("Pupil premium"),
    "sen": N_("SEN"),
    "looked_after": N_("Looked after"),
    "joined_on": N_("Joined on"),
    "left_on": N_("Left on"),
    "feeder_school": N_("Previous school"),
    "subject": N_("Subject of the row"),
    "academic_year": N_("Year of the test"),
    "taken_on": N_("Date of the test"),
}
_ASSESSMENTS = {
    "ks2": N_("KS2"),
    "ks1": N_("KS1"),
    "cat4": N_("CAT4"),
    "midyis": N_("MidYIS"),
    "yellis": N_("Yellis"),
}
_SUBJECTS = {
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
}
_MEASURES = {
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
}


def words_of(field: str | None) -> str:
    """Name a field; a field that has no words of its own here shows its key."""
    if field is None:
        return _("not used")
    if field in _PUPIL:
        return translated(_PUPIL[field])
    if field in _MEASURES:
        return translated(_MEASURES[field]).capitalize()
    assessment, _dot, rest = field.partition(".")
    subject, _dot, measure = rest.partition(".")
    if measure not in _MEASURES or subject not in _SUBJECTS:
        return field.replace("_", " ")
    return _("{assessment} {subject}, {measure}").format(
        assessment=translated(_ASSESSMENTS.get(assessment, assessment)),
        subject=translated(_SUBJECTS[subject]),
        measure=translated(_MEASURES[measure]),
    )
