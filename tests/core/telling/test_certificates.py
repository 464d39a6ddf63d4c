"""Certificates: for an award, for an activity, or for what the school writes."""

from datetime import date

import pytest

from gtregister.core.enrichment import attendance, evaluations, places
from gtregister.core.telling import awards, letters, on_request
from tests.families import newcomer
from tests.programme import activity, session

PAST = date(2026, 11, 5)


@pytest.fixture
def child(register):
    return newcomer(register)


def club(register, child, title="Chess club", day=PAST):
    """Give a pupil a place in a club that met on a day."""
    number = activity(register, title)
    session(register, number, day)
    places.invite(register, number, [child], "fits the subject")
    places.accept(register, [places.place_of(register, number, child)])
    return number


def certificates(register, *pupils, **wanted):
    found = on_request.certificates(register, pupils, **wanted)
    return letters.write(register, found)


def said(prepared):
    return [[block.text for block in one.letter.blocks] for one in prepared.letters]


def test_a_certificate_names_the_award_and_its_activity(register, child):
    number = club(register, child)
    evaluations.set_outcome(
        register, number, [child], "met", award="silver award", note=None
    )

    ((blocks),) = said(certificates(register, child))

    assert blocks[:4] == [
        "This is presented to",
        "Aisha Ahmed",
        "In recognition of",
        "Chess club: silver award",
    ]


def test_without_an_award_it_is_for_what_was_done_last(register, child):
    club(register, child, "Chess club", date(2026, 10, 1))
    club(register, child, "Maths circle", PAST)
    club(register, child, "Trip to come", date(2026, 12, 20))

    ((blocks),) = said(certificates(register, child))

    assert "Taking part in Maths circle" in blocks
    titles = [title for _id, title in awards.activities_of(register, {child})]
    assert titles == ["Maths circle", "Chess club"]


def test_whoever_was_marked_present_took_part(register, child):
    number = activity(register, "Robotics")
    meeting = session(register, number, PAST)
    places.invite(register, number, [child], "fits the subject")
    attendance.mark(register, meeting, {child: "present"})

    assert awards.earned(register)[child].words == "Taking part in Robotics"


def test_everyone_who_took_part_gets_one_in_the_order_of_forms(register, child):
    number = club(register, child)
    other = newcomer(register, "Ben", form="6Z", year_group=6)
    newcomer(register, "Lina")
    places.invite(register, number, [other], "fits the subject")
    places.accept(register, [places.place_of(register, number, other)])

    prepared = certificates(register, activity_id=number)

    assert [one.letter.child for one in prepared.letters] == [
        "Ben Ahmed",
        "Aisha Ahmed",
    ]
    of_form = certificates(register, activity_id=number, form="6Z")
    assert [one.letter.child for one in of_form.letters] == ["Ben Ahmed"]


def test_a_certificate_for_nothing_is_not_written(register, child):
    prepared = certificates(register, child)

    assert prepared.letters == ()
    (stopped,) = prepared.stopped
    assert stopped.why.startswith("Aisha Ahmed took part in nothing yet.")


def test_the_schools_own_words_say_what_it_is_for(register, child):
    ((blocks),) = said(certificates(register, child, award=" a poem read aloud "))

    assert blocks[3] == "A poem read aloud"


def test_a_certificate_is_signed_and_kept_on_the_pupils_page(register, child):
    prepared = certificates(register, child, award="a poem")
    letters.draft(register, prepared.letters)

    (letter,) = (one.letter for one in prepared.letters)
    assert letter.is_certificate
    assert letter.closing == ("Head teacher",)
    ((day, kind),) = letters.table(register, child).only(["written_on", "kind"]).rows
    assert (day, kind) == (register.today, "Certificate")
    (number,) = letters.table(register, child).keys
    text = letters.text(register, number)
    assert text.startswith("Aisha Ahmed\n\n23 November 2026\n\nCertificate\n")
    assert "Dear" not in text
