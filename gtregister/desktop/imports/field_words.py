"""What the fields of an import are called on the screen."""

from gtregister.core.roll import field_words
from gtregister.i18n import N_, _, translated

_HELPS = {
    "full_name": N_("Surname and forename"),
    "subject": N_("Subject of the row"),
    "academic_year": N_("Year of the test"),
    "taken_on": N_("Date of the test"),
}


def words_of(field: str | None) -> str:
    """Name a field that a column can go to; None is no field."""
    if field is None:
        return _("not used")
    if field in _HELPS:
        return translated(_HELPS[field])
    if field in field_words.PUPIL:
        return field_words.title(field)
    if field in field_words.MEASURES:
        return translated(field_words.MEASURES[field]).capitalize()
    if "." not in field:
        return field.replace("_", " ").capitalize()
    assessment, subject, measure = field.split(".")
    return field_words.result(assessment, subject, measure)
