from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gtregister.importers import dates

THIRD = "2014-09-03"


@pytest.mark.parametrize(
    "written",
    [
        *("03/09/2014", "3/9/2014", "03/09/14", "3.9.2014", "03-09-2014", "3 9 2014"),
        *("2014-09-03", "2014-09-03T00:00:00", "2014/09/03", "03/09/2014 00:00"),
        *(
            "3-Sep-2014",
            "03-Sep-14",
            "3 September 2014",
            "3rd Sept 2014",
            "03 sep 2014",
        ),
        *(" 03/09/2014 ", date(2014, 9, 3)),
    ],
)
def test_the_third_of_september_is_read_however_it_is_written(written):
    assert dates.parser()(written) == (THIRD, None)


@pytest.mark.parametrize(
    "bad",
    [
        *(
            "31/02/2014",
            "09/28/2014",
            "2014-28-09",
            "2014",
            "yesterday",
            "3/9",
            "3//2014",
        ),
        *(
            "03/09/201",
            "00/01/2014",
            "1/2/3/2014",
            "3 Foo 2014",
            105.5,
            True,
            "²/9/2014",
        ),
    ],
)
def test_what_is_no_date_is_left_out_and_never_put_right(bad):
    value, trouble = dates.parser()(bad)
    assert value is None
    assert trouble.level == "problem"


def test_the_month_never_comes_before_the_day():
    assert dates.parser()("04/03/2015")[0] == "2015-03-04"


def test_a_number_of_excel_is_read_and_looked_at():
    value, trouble = dates.parser()(41885)
    assert (value, trouble.level) == (THIRD, "look")


@pytest.mark.parametrize("old", ["03/09/1914", "01/01/1970", date(1900, 1, 1)])
def test_a_day_long_ago_is_left_out(old):
    assert dates.parser()(old)[1].level == "problem"


@given(st.dates(date(1980, 1, 1), date(2079, 12, 31)))
def test_every_day_is_read_back_from_every_way_to_write_it(day):
    for pattern in ("%d/%m/%Y", "%d/%m/%y", "%Y-%m-%d", "%d-%b-%Y", "%d %B %Y"):
        assert dates.read(day.strftime(pattern)) == day
