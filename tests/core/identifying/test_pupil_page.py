"""One pupil on one page: a fact a row, and nothing sensitive unless it is asked for."""

import pytest

from gtregister.core import exports
from gtregister.core.identifying import episodes, policies, pupil_page
from gtregister.core.roll import contacts
from gtregister.core.roll.contacts import NewContact
from tests.builders import pupil, score, upn


@pytest.fixture
def aisha(register):
    policies.use(register, "eic")
    child = pupil(register, upn=upn(1), form="7A", sen="K", preferred_forename="Ash")
    score(register, child, "118")
    contacts.add(
        register, child, NewContact("Ahmed", "Farah", "Mrs", email="f.ahmed@post.org")
    )
    contacts.add(register, child, NewContact("Ahmed", "Tom", no_contact=True))
    episodes.add(register, child, "gifted", "maths", "Two teachers agree")
    return child


def text(table):
    return "\n".join(str(cell) for row in table.rows for cell in row)


def test_it_tells_all_that_is_known(register, aisha):
    rows = pupil_page.table(register, aisha).rows

    assert ("Details", "Form", "7A", None) in rows
    assert (
        *("KS2 2025 to 2026", "Maths, scaled score", "118"),
        "typed in by C Hall on 23 November 2026",
    ) in rows
    assert (
        *("Entries", "Added to the register", "23/11/2026, C Hall"),
        "Two teachers agree (Excellence in Cities, version 1)",
    ) in rows
    assert ("Contacts", "Tom Ahmed", "Must not be contacted", None) in rows
    assert [row[2] for row in rows if row[0] == "Policy"] == [
        "Not known",
        "Not suggested",
    ]


def test_what_is_sensitive_stays_out_unless_it_is_asked_for(register, aisha):
    plain, whole = (
        text(pupil_page.table(register, aisha, sensitive=asked))
        for asked in (False, True)
    )
    for secret in (upn(1), "SEN support", "3 September 2014", "f.ahmed@post.org"):
        assert secret not in plain
        assert secret in whole


def test_without_scores_no_result_and_no_reason_is_told(register, aisha):
    told = text(pupil_page.table(register, aisha, scores=False))

    assert "Gifted, Mathematics" in told
    for secret in ("118", "Two teachers agree", "top 10"):
        assert secret not in told


def test_only_the_line_over_it_names_the_pupil(register, aisha):
    assert pupil_page.table(register, aisha).title == "Pupil"
    assert pupil_page.facts(register, aisha) == ("Ash Ahmed, Year 7, 7A",)


def test_it_can_be_saved_to_every_kind_of_file(register, aisha, tmp_path):
    table = pupil_page.table(register, aisha)
    for suffix in exports.writers():
        path = tmp_path / f"page{suffix}"
        exports.save(register, table, path, facts=pupil_page.facts(register, aisha))
        assert path.stat().st_size > 100
