"""Every field that a column can go to has words on the screen."""

from gtregister.desktop.imports.field_words import words_of
from gtregister.importers import fields


def test_every_field_is_called_something() -> None:
    bare = {
        field
        for field in fields.FIELDS
        if "." in (said := words_of(field)) or "_" in said
    }
    assert bare == set()


def test_fields_read_as_people_say_them() -> None:
    assert words_of("ks2.reading.scaled_score") == "KS2 reading, scaled score"
    assert words_of("cat4.non_verbal.sas") == "CAT4 non-verbal, standard age score"
    assert words_of("dob") == "Date of birth"
    assert words_of(None) == "not used"
