"""E-mail drafts, labels, lists and Word merges: told how far, stopped, and put back."""

import pytest

from gtregister.core import history
from gtregister.core.telling import (
    letter_files,
    letter_pages,
    letter_posting,
    letters,
    offers,
)
from gtregister.errors import Cancelled, UserError
from tests.families import newcomer, offer
from tests.writers.letters import school_template


@pytest.fixture
def batch(register):
    """The letters to six families in three forms, each with an e-mail address."""
    offer(register)
    for n in range(6):
        newcomer(register, f"Child{n}", form=f"7{'ABC'[n % 3]}")
    with register.change("Contacts changed") as db:
        for row in register.rows("select id from contacts"):
            email = f"family{row['id']}@example.org"
            db.update("contacts", row["id"], {"email": email})
    prepared = letters.write(register, letters.due(register)).letters
    return [one for one in prepared if one.owed.household]


class Heard:
    """Hears how far a job is, and stops it once `at` of it are done."""

    def __init__(self, at=None):
        self.steps = []
        self._at = at

    def __call__(self, done, of):
        self.steps.append((done, of))
        if self._at is not None and done >= self._at:
            raise Cancelled


def jobs(register, batch, folder, step):
    template = school_template(folder, "address", "text")
    return {
        "drafts": lambda: letter_posting.save_drafts(
            register, batch, folder / "drafts", step
        ),
        "forms": lambda: letter_files.save_by_form(
            register, batch, folder / "forms", step=step
        ),
        "labels": lambda: letter_posting.save_labels(
            register, batch, folder / "labels.pdf", step=step
        ),
        "merge": lambda: letter_files.save(
            register, batch, folder / "merged.docx", template=template, step=step
        ),
        "word": lambda: letter_files.save(
            register, batch, folder / "plain.docx", step=step
        ),
        "pages": lambda: letter_pages.of(register, batch, step=step),
    }


EVERY = ("drafts", "forms", "labels", "merge", "word", "pages")


@pytest.mark.parametrize("name", EVERY)
def test_each_job_says_how_far_it_is_and_goes_to_its_end_once(
    register, batch, tmp_path, name
):
    heard = Heard()

    jobs(register, batch, tmp_path, heard)[name]()

    done = [done for done, _of in heard.steps]
    assert done == sorted(done)
    assert {of for _done, of in heard.steps} == {6}
    assert heard.steps[-1] == (6, 6)


@pytest.mark.parametrize("name", EVERY)
def test_a_job_that_is_cancelled_leaves_no_file(register, batch, tmp_path, name):
    wanted = jobs(register, batch, tmp_path, Heard(at=3))[name]
    before = {path for path in tmp_path.rglob("*") if path.is_file()}
    changes = register.latest_change

    with pytest.raises(Cancelled):
        wanted()

    assert {path for path in tmp_path.rglob("*") if path.is_file()} == before
    assert register.latest_change == changes


def test_drafts_of_a_folder_are_one_export_and_cover_no_earlier_ones(
    register, batch, tmp_path
):
    changes = register.latest_change
    letter_posting.save_drafts(register, batch, tmp_path)
    assert register.latest_change == changes + 1
    (newest, *_others) = history.table(register).only(["what"]).rows
    assert newest == ("Exported",)

    letter_posting.save_drafts(register, batch[:2], tmp_path)

    assert len(list(tmp_path.glob("*.eml"))) == 8


def test_a_folder_that_cannot_be_made_is_said_in_a_sentence(register, batch, tmp_path):
    (tmp_path / "taken").write_text("a file")

    with pytest.raises(UserError, match="taken cannot be made"):
        letter_posting.save_drafts(register, batch, tmp_path / "taken")


def test_what_is_offered_is_listed_in_the_schools_words(register):
    from gtregister.core import school

    offer(register)
    school.name_strand(register, "gifted", "Academic")

    assert offers.table(register).only(["strand"]).rows == [("Academic",)]
