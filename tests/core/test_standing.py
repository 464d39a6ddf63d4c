"""How things stand: what the first page says is counted from what is there."""

from gtregister.core import standing, undo
from gtregister.core.importing import imports
from tests.builders import pupil, upn
from tests.reports.test_year_by_subject import entry


def test_pupils_and_entries_are_counted(register):
    for n in (1, 2):
        entry(register, pupil(register, f"Pupil {n}"), "maths")
    entry(register, 1, "music")
    pupil(register, "Gone", left_on="2026-07-20")

    found = standing.of(register)

    assert (found.on, found.roll) == (2, 2)


def test_a_review_that_is_due_waits_for_its_pupil_once(register):
    child = pupil(register)
    for subject in ("maths", "music"):
        entry(register, child, subject)
    with register.change("Review due") as db:
        db.update("entries", 1, {"review_due": "2026-11-23"})
        db.update("entries", 2, {"review_due": "2026-11-01"})

    assert standing.of(register).reviews == 1


def test_the_last_import_is_the_latest_that_was_not_put_back(register, tmp_path):
    names = {1: "Aisha", 2: "Tomasz"}
    for n in names:
        source = tmp_path / f"List {n}.csv"
        row = f"{upn(n)},Ahmed,{names[n]},0{n}/09/2014,7"
        source.write_text(f"UPN,Surname,Forename,DOB,Year\n{row}\n", encoding="utf-8")
        imports.apply(register, imports.plan(register, source))
    last = standing.of(register).last_import

    assert last is not None
    assert (last.file, last.made_by) == ("List 2.csv", "C Hall")
    undo.undo(register, last.change)
    assert standing.of(register).last_import.file == "List 1.csv"
