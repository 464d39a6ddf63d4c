from gtregister.core.enrichment import activities
from gtregister.core.enrichment.activities import NewActivity
from gtregister.core.register import Register
from tests.builders import pupil, upn
from tests.conftest import TODAY


def test_a_round_is_opened_filled_shown_and_settled(run, path):
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
    settled = run("choices", path, "settle", "--round", 1, "--json").found

    assert number == {"round": 1}
    assert [row["outcome"] for row in shown if row["outcome"].startswith("Choice")] == [
        "Choice 1 in “Spring”.",
        "Choice 2 in “Spring”.",
    ]
    assert settled == {"invited": 2}
    assert run("choices", path, "settle", "--round", 1).status == 1
    assert run("choices", path, "show").status == 2
