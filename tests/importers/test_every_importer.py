import pytest

from gtregister.errors import UserError
from gtregister.i18n import translated
from gtregister.importers import Ask, Sheet
from gtregister.importers.headings import lay_out
from gtregister.importers.reading import formats
from tests.importers.given import read, read_rows, text_file, workbook
from tests.importers.samples import SAMPLES

# What could be taken for something plainer.
NEAR = {
    ("npd_ks2", "ks2_wide"),
    ("internal", "pupil_list"),
    ("pupil_premium", "pupil_list"),
}
# What is made from an XML file has no sheet of its own to begin with.
every = pytest.mark.parametrize("key", sorted(formats().keys() - {"ctf"}))


@every
def test_every_importer_has_a_sample_and_says_in_words_what_it_reads(key):
    assert key in SAMPLES
    kind = formats()[key]
    assert all(map(translated, (kind.title, kind.looks_like, kind.takes)))


@every
def test_it_is_recognised_by_itself_and_reads_every_pupil(key, tmp_path):
    found = read(workbook(tmp_path, SAMPLES[key]))
    assert found.format == key
    first = found.heading_row + 1
    assert [r.row for r in found.records] == [*range(first, len(SAMPLES[key]) + 1)]
    assert all("upn" in record.pupil for record in found.records)
    assert not found.problems


@every
def test_it_claims_its_own_sample_more_than_any_other_does(key):
    layout = lay_out(Sheet("Sheet1", SAMPLES[key]), Ask())
    claims = {other: kind.claims(layout) for other, kind in formats().items()}
    assert 0 < claims.pop(key) <= 1
    assert not any(claim for other, claim in claims.items() if (key, other) not in NEAR)
    assert max(claims.values()) < formats()[key].claims(layout)


@every
def test_it_reads_a_text_file_like_a_workbook(key, tmp_path):
    def line(row):
        return "\t".join(
            c.strftime("%d/%m/%Y") if hasattr(c, "strftime") else str(c) for c in row
        )

    text = "\n".join(map(line, SAMPLES[key]))
    typed = read(text_file(tmp_path, text, "Year 7.tab"))
    made = read(workbook(tmp_path, SAMPLES[key]))
    assert [*typed.records] == [*made.records]
    assert typed.columns == made.columns


@every
def test_columns_are_found_in_any_order(key):
    rows = SAMPLES[key]
    straight = read_rows(*rows)
    turned = read_rows(*(row[::-1] for row in rows))
    assert [r.pupil for r in straight.records] == [r.pupil for r in turned.records]
    assert [set(r.results) for r in straight.records] == [
        set(r.results) for r in turned.records
    ]


@every
def test_every_column_says_why_it_is_used_or_not(key):
    found = read_rows(*SAMPLES[key])
    assert len(found.columns) == len(SAMPLES[key][found.heading_row - 1])
    assert all(column.why for column in found.columns)
    assert all((c.sure == "unused") == (c.field is None) for c in found.columns)


@every
def test_an_empty_file_is_refused(key, tmp_path):
    with pytest.raises(UserError, match="is empty"):
        read(text_file(tmp_path, "\n \n"), format=key)
    with pytest.raises(UserError, match="is empty"):
        read(workbook(tmp_path, []), format=key)
