from gtregister.core.enrichment import activities
from gtregister.core.enrichment.activities import NewActivity
from gtregister.core.register import Register
from tests.builders import pupil, upn
from tests.conftest import TODAY


def test_a_round_is_opened_filled_shown_and_settled(run, path, tmp_path):
    with Register.open(path, "C Hall", today=TODAY) as register:
        for title in ("Chess", "Drama"):
            plan = NewActivity(title=title, who="roll", places_most=1)
            activities.add(register, plan)
        for n in (1, 2):
            pupil(register, f"Pupil {n}", upn=upn(n))
    two = ("--activity", "Chess", "--activity", "Drama")

    number = run("choices", path, "open", "--title", "Spring", *two, "--json").found
    for n in (1, 2):
        run("choices", path, "enter", "--round", 1, "--upn", upn(n), *two)
    shown = run("choices", path, "show", "--round", 1, "--json").found["rows"]
    sheet = tmp_path / "choices.csv"
    sheet.write_text(f"UPN,1st choice,2nd choice\n{upn(1)},Chess,Drama\n", "utf-8")
    read = run("choices", path, "read", "--round", 1, "--from", sheet, "--json").found
    paper = tmp_path / "form.pdf"
    run("choices", path, "form", "--round", 1, "--out", paper)
    by_pupil = run("choices", path, "show", "--round", 1, "--by-pupil", "--json").found
    settled = run("choices", path, "settle", "--round", 1, "--json").found

    assert number == {"round": 1}
    assert [row["outcome"] for row in shown if row["outcome"].startswith("Choice")] == [
        "Choice 1 in “Spring”.",
        "Choice 2 in “Spring”.",
    ]
    assert read == {"pupils": 1, "changed": 0, "problems": []}
    assert paper.read_bytes().startswith(b"%PDF")
    assert [row["place"] for row in by_pupil["rows"]] == ["Chess", "Drama"]
    listed = run("choices", path, "list", "--json").found["rounds"]
    assert [row["title"] for row in listed] == ["Spring"]
    assert settled == {"invited": 2}
    assert run("choices", path, "settle", "--round", 1).status == 1
    assert run("choices", path, "show").status == 2
