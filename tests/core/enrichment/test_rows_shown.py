from datetime import date

from gtregister.core.enrichment import rows_shown
from gtregister.table import Column
from tests.builders import pupil

COLUMNS = (
    Column("forename", "Forename"),
    Column("dob", "Date of birth", "date"),
    Column("sex", "Sex"),
)


def test_rows_become_a_table_with_days_and_words(register):
    aisha = pupil(register, "Aisha", dob="2014-09-03", sex="F")
    noah = pupil(register, "Noah", dob=None, sex=None)
    rows = register.rows("select id, forename, dob, sex from pupils order by id")
    said = {"sex": rows_shown.words({"F": "girl"}, str.upper)}

    table = rows_shown.table("Pupils", COLUMNS, rows, "id", said)

    assert table.rows == [("Aisha", date(2014, 9, 3), "GIRL"), ("Noah", None, None)]
    assert table.keys == [aisha, noah]


def test_a_key_without_a_name_is_said_as_it_is():
    assert rows_shown.words({"F": "girl"}, str)("X") == "X"
