"""What people type as an answer, on the command line and in a form."""

from datetime import date

import pytest

from gtregister import options
from gtregister.errors import UserError

DAY = options.day("on", "On")
NUMBER = options.number("days", "Days")
KIND = options.choice("kind", "Kind", [("club", "Club"), ("trip", "Trip")])


@pytest.mark.parametrize(
    ("option", "typed", "answer"),
    [
        (NUMBER, "110", 110),
        (NUMBER, " 109.5 ", 109.5),
        (NUMBER, "-3", -3),
        (DAY, "27/11/2026", date(2026, 11, 27)),
        (DAY, "7.1.2026", date(2026, 1, 7)),
        (DAY, "2026-11-27", date(2026, 11, 27)),
        (KIND, "trip", "trip"),
        (options.yes_no("all", "All"), "Yes", True),
        (options.yes_no("all", "All"), "no", False),
        (options.text("name", "Name"), " as it stands ", " as it stands "),
        (NUMBER, "  ", None),
        (DAY, "", None),
    ],
)
def test_an_answer_is_read(option, typed, answer):
    assert option.parse(typed) == answer


@pytest.mark.parametrize(
    ("option", "typed"),
    [
        (NUMBER, "ten"),
        (NUMBER, "nan"),
        (NUMBER, "inf"),
        (NUMBER, "1e30"),
        (NUMBER, "-1e400"),
        (DAY, "31/02/2026"),
        (DAY, "27/11/26"),
        (DAY, "soon"),
        (KIND, "Trip"),
    ],
)
def test_what_is_no_answer_is_said_at_its_field(option, typed):
    with pytest.raises(UserError) as refused:
        option.parse(typed)

    assert refused.value.field == option.key
    assert option.title in refused.value.text
