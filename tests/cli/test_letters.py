"""The verb `letters`: who is owed one, writing them, entering what came back."""

import csv

import pytest
from pypdf import PdfReader

from gtregister.core.register import Register
from gtregister.core.telling.slip_numbers import number
from tests.conftest import TODAY
from tests.families import newcomer, offer


@pytest.fixture
def file(path):
    """A register with a pupil in 7A and one in 7B, who joined today."""
    with Register.open(path, "C Hall", today=TODAY) as register:
        offer(register)
        newcomer(register, "Aisha", form="7A")
        newcomer(register, "Ben", form="7B", surname="Hill")
    return path


def test_who_is_owed_a_letter_is_listed_by_form(run, file):
    rows = run("letters", file, "due", "--form", "7A", "--json").found["rows"]

    assert {(row["forename"], row["audience"]) for row in rows} == {
        ("Aisha", "The pupil"),
        ("Aisha", "Parents"),
    }


def test_letters_of_a_form_are_printed_and_nobody_is_owed_them_again(
    run, file, tmp_path
):
    out = tmp_path / "7A.pdf"
    came = run(
        *("letters", file, "write", "joined", "--out", out),
        *("--form", "7A", "--mark-printed", "--json"),
    ).found

    assert came == {"out": str(out), "letters": 2, "slips": ["10019"], "stopped": []}
    texts = [page.extract_text() for page in PdfReader(out).pages]
    assert "10019" in "".join(texts)
    assert len(run("letters", file, "due", "--json").found["rows"]) == 2
    again = run("letters", file, "write", "joined", "--form", "7A", "--out", out)
    assert again.status == 1
    assert again.err.startswith("Nobody is owed such a letter.")


@pytest.mark.parametrize("ending", ["docx", "txt"])
def test_the_ending_of_the_file_chooses_its_kind(run, file, tmp_path, ending):
    out = tmp_path / f"letters.{ending}"

    assert run("letters", file, "write", "joined", "--out", out).status == 0

    assert out.stat().st_size > 500
    states = [r["state"] for r in run("letters", file, "due", "--json").found["rows"]]
    assert states == ["Drafted"] * 4


def due(run, file):
    rows = run("letters", file, "due", "--json").found["rows"]
    return sorted((row["audience"], row["state"]) for row in rows)


def test_a_list_for_messages_drafts_only_what_is_in_it(run, file, tmp_path):
    out = tmp_path / "messages.csv"

    came = run("letters", file, "write", "joined", "--out", out, "--json").found

    assert came["letters"] == 2
    with out.open(encoding="utf-8-sig", newline="") as rows:
        assert [row["Names"] for row in csv.DictReader(rows)] == ["Mrs Farah Ahmed"] * 2
    assert due(run, file) == [("Parents", "Drafted")] * 2 + [("The pupil", "Due")] * 2


def test_drafts_and_files_by_form_go_into_a_folder(run, file, tmp_path):
    forms = tmp_path / "forms"
    run("letters", file, "write", "joined", "--by-form", "--out", forms)
    assert sorted(path.name for path in forms.iterdir()) == [
        "letters-7A.pdf",
        "letters-7B.pdf",
    ]

    nobody = run("letters", file, "write", "joined", "--email", "--out", tmp_path / "e")
    assert nobody.status == 1
    assert nobody.err == "Aisha Ahmed has no e-mail address.\n"


def test_certificates_of_a_form_go_into_one_file(run, file, tmp_path):
    out = tmp_path / "certificates.pdf"

    came = run(
        *("letters", file, "write", "certificate", "--form", "7A"),
        *("--for", "a fine poem", "--out", out, "--json"),
    ).found

    assert came["letters"] == 1
    (page,) = PdfReader(out).pages
    assert page.mediabox.width > page.mediabox.height
    assert "A fine poem" in page.extract_text()
    nothing = run("letters", file, "write", "certificate", "--form", "7A", "--out", out)
    assert nothing.status == 1
    assert "took part in nothing yet" in nothing.err


def test_a_sheet_of_replies_is_entered_and_what_is_left_is_said(run, file, tmp_path):
    out, sheet = tmp_path / "x.pdf", tmp_path / "replies.csv"
    run("letters", file, "write", "joined", "--out", out, "--mark-printed")
    sheet.write_text(f"Slip,Read,Talk\n10019,yes,no\n{number(2)},yes,\n10091,no,no\n")

    planned = run("letters", file, "answers", sheet, "--dry-run", "--json").found
    assert [row["outcome"] for row in planned["rows"]] == ["new", "new", "refused"]
    assert (planned["entered"], planned["applied"]) == (0, False)

    ran = run("letters", file, "answers", sheet, "--json")
    assert ran.status == 1
    assert ran.err.startswith("1 row was not entered.")
    assert ran.found["entered"] == 2
    assert ran.found["rows"][0]["answers"] == {"read": True, "talk": False}

    assert run("undo", file).status == 0
    again = run("letters", file, "answers", sheet, "--dry-run", "--json").found
    assert again["counts"]["new"] == 2


def test_labels_are_printed_without_telling_anyone(run, file, tmp_path):
    out = tmp_path / "labels.pdf"

    ran = run(
        "letters", file, "write", "joined", "--labels", "--first", 3, "--out", out
    )

    assert ran.status == 0
    assert "4 Mill Lane" in PdfReader(out).pages[0].extract_text()
    states = [r["state"] for r in run("letters", file, "due", "--json").found["rows"]]
    assert states == ["Due"] * 4


def test_a_slip_is_entered_and_a_wrong_one_refused(run, file, tmp_path):
    out = tmp_path / "x.pdf"
    run("letters", file, "write", "joined", "--out", out, "--mark-printed")

    came = run("letters", file, "answer", "10019", "yes", "no", "--json").found
    assert came["answers"] == {"read": True, "talk": False}
    assert not came["late"]
    wrong = run("letters", file, "answer", "10091", "yes")
    assert wrong.status == 1
    assert wrong.err == "10091 is not the number of any slip. Check each digit of it.\n"


def test_the_report_of_who_is_not_told_goes_to_a_file(run, file, tmp_path):
    out = tmp_path / "x.csv"

    assert run("report", file, "not-told", "--out", out).status == 0

    with out.open(encoding="utf-8-sig", newline="") as rows:
        assert len(list(csv.DictReader(rows))) == 4


@pytest.mark.parametrize(
    ("words", "status", "said"),
    [
        (("write", "joined"), 2, "Say which letters"),
        (("write", "jubilee", "--out", "x.pdf"), 1, "There is no letter “jubilee”."),
        (("write", "joined", "--out", "x.exe"), 1, "Letters go to a file that ends in"),
        (("answer", "10019"), 2, "Write the number of the slip"),
        (("answers",), 2, "Name the spreadsheet"),
        (("answers", "gone.csv"), 1, "There is no file “gone.csv”."),
        (("write", "certificate", "--out", "x.pdf"), 2, "Say who gets a certificate"),
        (("answer", "10019", "yes"), 1, "No letter has the slip 10019."),
        (("offer", " ", "--strand", "gifted"), 1, "Say what is offered"),
    ],
)
def test_what_cannot_be_done_is_said_in_a_sentence(run, file, words, status, said):
    ran = run("letters", file, *words)

    assert ran.status == status
    assert said in ran.err


def test_what_is_offered_is_noted_from_the_command_line(run, file):
    ran = run("letters", file, "offer", "a", "maths", "circle", "--subject", "maths")

    assert ran.status == 0
