from datetime import date

import pytest

from gtregister.writers.words import harmless, plain, printed


@pytest.mark.parametrize(
    ("value", "kind", "in_a_file", "on_paper"),
    [
        (None, "text", "", ""),
        (None, "yes_no", "", ""),
        (1, "yes_no", "Yes", "Yes"),
        (0, "yes_no", "No", "No"),
        ("Unknown", "yes_no", "Unknown", "Unknown"),
        (date(2015, 3, 7), "date", "07/03/2015", "07/03/2015"),
        (date(2015, 3, 7), "text", "07/03/2015", "07/03/2015"),
        (2026, "number", "2026", "2026"),
        (12140, "number", "12140", "12,140"),
        (10**16, "number", "10000000000000000", "10000000000000000"),
        (110.0, "number", "110", "110"),
        (109.5, "number", "109.5", "109.5"),
        (-5, "number", "-5", "-5"),
        ("GDS", "number", "GDS", "GDS"),
        (7, "text", "7", "7"),
        ("On the register", "status", "On the register", "On the register"),
    ],
)
def test_a_value_reads_as_people_write_it(value, kind, in_a_file, on_paper):
    assert plain(value, kind) == in_a_file
    assert printed(value, kind) == on_paper


def test_an_apostrophe_of_its_own_does_not_get_lost():
    assert harmless("'=x") == "''=x"
    assert harmless("'Aisha") == "'Aisha"
    assert harmless("O’Brien-Smith") == "O’Brien-Smith"
