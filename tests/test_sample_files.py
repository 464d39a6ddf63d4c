"""The shipped files of the sample school: what they promise to those who read them."""

import csv
import os
import re
import subprocess
import sys
from collections import Counter
from datetime import date
from statistics import correlation, fmean, stdev
from zipfile import ZipFile

import pytest
from python_calamine import CalamineWorkbook

from gtregister import resources

SAMPLE = resources.ROOT / "sample"
FILES = sorted(
    path for path in SAMPLE.iterdir() if path.suffix in {".csv", ".ods", ".xlsx"}
)
UPN = re.compile(r"\b[A-Z]\d{11}[\dA-Z]\b")
CHECK_LETTERS = "ABCDEFGHJKLMNPQRTUVWXYZ"
ENCODINGS = {"KS2 Year 10.csv": "cp1252"}


def text(name):
    return (SAMPLE / name).read_bytes().decode(ENCODINGS.get(name, "utf-8-sig"))


def sheet(name, number=0):
    book = CalamineWorkbook.from_path(str(SAMPLE / name))
    return book.get_sheet_by_index(number).to_python(skip_empty_area=False)


def named(rows, heading_row=1):
    """Give the rows below the headings as dicts."""
    headings = rows[heading_row - 1]
    return [dict(zip(headings, row, strict=True)) for row in rows[heading_row:]]


def every_cell(path):
    if path.suffix == ".csv":
        return text(path.name)
    book = CalamineWorkbook.from_path(str(path))
    return str([book.get_sheet_by_name(name).to_python() for name in book.sheet_names])


def year_9():
    """Read the download, and put the row with too many cells right."""
    rows = [line.split(",") for line in text("ks2_results.csv").splitlines()]
    for row in rows:
        if len(row) > len(rows[0]):
            row[6:8] = [",".join(row[6:8])]
    return named(rows)


def year_10():
    rows = csv.reader(text("KS2 Year 10.csv").splitlines()[1:], delimiter=";")
    return named(list(rows))


def scores(rows, heading):
    return {
        row["UPN"]: float(row[heading])
        for row in rows
        if re.fullmatch(r"\d+(\.\d+)?", str(row[heading]))
    }


@pytest.fixture(scope="module")
def listed():
    return named(sheet("Pupil list.xlsx"), heading_row=3)


@pytest.fixture(scope="module")
def roll(listed):
    return [row for row in listed if row["Year group"]]


@pytest.fixture(scope="module")
def year_7():
    return list(csv.DictReader(text("KS2 results 2026.csv").splitlines()))


@pytest.fixture(scope="module")
def year_8():
    rows = sheet("KS2 Year 8.xlsx", 1)
    return [row for row in named(rows, heading_row=3) if UPN.fullmatch(row["UPN"])]


def contents(path):
    """Give what a file holds; how a zip file packs it depends on the build of zlib."""
    if path.suffix == ".csv":
        return path.read_bytes()
    with ZipFile(path) as parts:
        return [(e.filename, e.date_time, parts.read(e)) for e in parts.infolist()]


def test_the_generator_makes_the_shipped_files_again(tmp_path):
    settings = os.environ | {"OPENPYXL_LXML": "False", "PYTHONDONTWRITEBYTECODE": "1"}
    command = [sys.executable, str(SAMPLE / "generate.py"), str(tmp_path)]

    subprocess.run(command, env=settings, check=True, capture_output=True)

    assert sorted(path.name for path in tmp_path.iterdir()) == [p.name for p in FILES]
    for path in FILES:
        assert contents(tmp_path / path.name) == contents(path), path.name


def test_the_files_are_small_enough_to_ship():
    assert sum(path.stat().st_size for path in FILES) < 1_000_000


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_every_pupil_number_is_of_authority_999_and_has_its_check_letter(path):
    numbers = set(UPN.findall(every_cell(path)))

    assert len(numbers) >= 30
    for number in numbers:
        values = [
            int(sign) if sign.isdigit() else CHECK_LETTERS.index(sign)
            for sign in number[1:]
        ]
        total = sum(place * value for place, value in enumerate(values, start=2))
        assert number.startswith(CHECK_LETTERS[total % 23] + "999"), number


def test_no_two_pupils_share_a_number(listed):
    assert len({row["UPN"] for row in listed}) == len(listed)
    assert len({row["Admission number"] for row in listed}) == len(listed)
    assert all(UPN.fullmatch(row["UPN"]) for row in listed)


def test_six_pupils_have_temporary_numbers(roll):
    assert sum(row["UPN"][-1].isalpha() for row in roll) == 6


def test_there_are_about_240_pupils_in_each_of_five_years_and_40_leavers(listed):
    sizes = Counter(row["Year group"] for row in listed)

    assert sizes.pop("") == 40
    assert set(sizes) == {f"Year {year}" for year in range(7, 12)}
    assert all(230 <= size <= 250 for size in sizes.values())


def test_leavers_left_in_2020_and_were_born_for_year_11_then(listed):
    leavers = [row for row in listed if row["Date of leaving"]]

    assert {row["Date of leaving"] for row in leavers} == {date(2020, 7, 31)}
    assert {row["Year group"] for row in leavers} == {""}
    born = {row["Date of birth"] for row in leavers}
    assert date(2003, 9, 1) <= min(born) <= max(born) < date(2004, 9, 1)


def test_every_pupil_has_the_age_of_their_year_and_a_form_in_it(roll):
    for row in roll:
        year = int(row["Year group"].removeprefix("Year "))
        first = date(2021 - year, 9, 1)
        assert first <= row["Date of birth"] < first.replace(year=2022 - year)
        assert row["Reg group"] in {f"{year}{letter}" for letter in "ABCDEFGH"}
        assert row["Date of admission"] <= date(2026, 9, 3)


@pytest.mark.parametrize(
    ("heading", "value", "share"),
    [
        ("Pupil premium", "Yes", 0.27),
        ("SEN status", "K", 0.13),
        ("SEN status", "E", 0.03),
        ("EAL", "Yes", 0.22),
        ("In care", "Yes", 0.01),
    ],
)
def test_the_shares_of_the_roll_are_those_of_a_real_school(roll, heading, value, share):
    found = fmean(row[heading] == value for row in roll)

    assert found == pytest.approx(share, abs=0.01)


def test_pupil_premium_holds_all_who_had_free_meals_or_are_in_care(roll):
    for row in roll:
        assert row["FSM"] == "No" or row["Ever 6"] == "Yes"
        reasons = {row["Ever 6"], row["In care"]}
        assert row["Pupil premium"] == "Yes" or reasons == {"No"}


def test_names_have_the_accents_apostrophes_and_lengths_of_many_origins(roll):
    names = {f"{row['Legal forename']} {row['Legal surname']}" for row in roll}

    assert {
        "Zoë O’Neill",
        "Łukasz Wiśniewski",
        "Siân Llewellyn",
        "Thị Mai Nguyễn",
        "Renée D'Aguilar",
        "Wei Ng",
    } <= names
    assert max(map(len, names)) > 50
    assert len({row["Ethnicity code"] for row in roll}) >= 20
    assert any(row["Legal forename"] != row["Preferred forename"] for row in roll)


def test_there_are_twins_and_namesakes(roll):
    births = Counter((row["Legal surname"], row["Date of birth"]) for row in roll)
    names = Counter((row["Legal surname"], row["Legal forename"]) for row in roll)

    twins = {surname for (surname, _), count in births.items() if count == 2}
    assert {"Hollis", "Fenwick", "Warsame"} <= twins
    namesakes = {name for name, count in names.items() if count > 1}
    assert namesakes == {("Dawson", "Oliver"), ("Akhtar", "Zainab")}


def test_results_cover_most_of_each_year_and_only_two_pupils_who_moved_away(
    roll, year_7, year_8
):
    files = {
        7: {row["CurrUPN"] for row in year_7},
        8: {row["UPN"] for row in year_8},
        9: {row["UPN"] for row in year_9()},
        10: {row["Name"] + row["DOB"] for row in year_10()},
        11: {row["KS2_UPN"] for row in named(sheet("KS2 Year 11.ods"))},
    }
    for year, found in files.items():
        upns = {row["UPN"] for row in roll if row["Year group"] == f"Year {year}"}
        assert 0.93 <= len(found) / len(upns) <= 0.97, year
        if year != 10:
            assert len(found - upns) == (2 if year == 8 else 0), year


def test_year_7_has_three_rows_of_31_columns_for_each_pupil(year_7):
    assert {len(row) for row in year_7} == {31}
    assert set(Counter(row["CurrUPN"] for row in year_7).values()) == {3}
    assert len({row["Subject"] for row in year_7}) == 3


def test_the_marks_of_the_papers_of_a_test_make_its_raw_mark(year_7):
    for row in year_7:
        papers = [int(row[f"TestMark{n}"] or 0) for n in (1, 2, 3)]
        assert sum(papers) == int(row["RawScore"] or 0)


def test_year_8_has_a_sheet_of_notes_and_an_average_below_its_rows(year_8):
    book = CalamineWorkbook.from_path(str(SAMPLE / "KS2 Year 8.xlsx"))
    average = next(row for row in sheet("KS2 Year 8.xlsx", 1) if row[0] == "Average")

    assert book.sheet_names == ["Notes", "Year 8 KS2"]
    reading = scores(year_8, "KS2 Reading SS").values()
    assert average[6] == pytest.approx(fmean(reading), abs=0.05)


def test_the_download_of_year_9_has_one_row_that_a_comma_has_moved():
    lines = text("ks2_results.csv").splitlines()
    cells = Counter(line.count(",") + 1 for line in lines)

    assert cells == {151: len(lines) - 1, 152: 1}
    assert "AMELIA, ROSE" in lines[126]


def test_the_download_of_year_9_has_other_progress_points_than_scores():
    rows = year_9()

    assert {row["ACADYR"] for row in rows} == {"2023/2024"}
    assert all(row["SURNAME"] == row["SURNAME"].upper() for row in rows)
    for row in rows:
        assert row["KS2READSCORE"] != row["READSCORE"]
        assert row["KS2MATSCORE"] != row["MATSCORE"]


def test_the_list_of_year_10_has_its_mistakes_where_the_read_me_says():
    lines = [line.split(";") for line in text("KS2 Year 10.csv").splitlines()]

    assert lines[0] == ["sep=", ""]
    assert (lines[22][1], lines[35][4], lines[60][5]) == ("31/02/2012", "121", "1 05")
    assert {"A", "B", "N"} <= {cell for line in lines for cell in line[4:7]}
    with pytest.raises(UnicodeDecodeError):
        (SAMPLE / "KS2 Year 10.csv").read_bytes().decode("utf-8")


def test_the_list_of_year_10_leaves_twins_and_namesakes_without_a_number():
    nameless = {row["Name"] for row in year_10() if not row["UPN"]}

    assert {"Dawson, Oliver", "Warsame, Hibaq", "Warsame, Hodan"} <= nameless
    assert sum(not row["UPN"] for row in year_10()) == 11


def test_year_11_has_a_nought_where_there_is_no_score():
    rows = named(sheet("KS2 Year 11.ods"))

    without = [row for row in rows if row["KS2_READSCORE"] == 0]
    assert {row["KS2_READOUTCOME"] for row in without} == {"A", "B"}


def test_the_leavers_have_levels_that_agree_with_their_fine_levels(listed):
    rows = named(sheet("KS2 levels 2015.xlsx"))
    leavers = {row["UPN"] for row in listed if row["Date of leaving"]}

    assert {row["UPN"] for row in rows} == leavers
    assert any(row["KS2 Writing sub-level"] == "4b" for row in rows)
    codes = {row["KS2 Reading level"] for row in rows if not row["KS2 Reading points"]}
    assert codes == {"A", "B", "N"}
    for row in rows:
        fine = row["KS2 Maths fine level"]
        assert row["KS2 Maths level"] == int(fine)
        assert row["KS2 Maths points"] == pytest.approx(fine * 6)


def test_key_stage_2_scores_spread_and_hang_together(year_8):
    reading = scores(year_8, "KS2 Reading SS")
    maths = scores(year_8, "KS2 Maths SS")
    both = [upn for upn in reading if upn in maths]

    assert fmean(reading.values()) == pytest.approx(105, abs=2)
    assert stdev(reading.values()) == pytest.approx(8, abs=1)
    assert 80 <= min(reading.values()) < max(reading.values()) == 120
    pairs = [reading[upn] for upn in both], [maths[upn] for upn in both]
    assert correlation(*pairs) > 0.5


def test_cat4_scores_have_mean_100_and_agree_with_key_stage_2(year_8):
    rows = named(sheet("CAT4 Year 7 to 9.xlsx"), heading_row=4)
    quantitative = scores(rows, "Quantative SAS")
    maths = scores(year_8, "KS2 Maths SS")
    both = [upn for upn in maths if upn in quantitative]

    assert fmean(quantitative.values()) == pytest.approx(100, abs=2)
    assert stdev(quantitative.values()) == pytest.approx(15, abs=1.5)
    assert 59 <= min(quantitative.values()) < max(quantitative.values()) <= 141
    pairs = [maths[upn] for upn in both], [quantitative[upn] for upn in both]
    assert correlation(*pairs) > 0.5


def test_pupils_with_pupil_premium_score_a_little_lower(roll):
    mean = scores(named(sheet("CAT4 Year 7 to 9.xlsx"), 4), "Mean SAS")
    groups = {"Yes": [], "No": []}
    for row in roll:
        if row["UPN"] in mean:
            groups[row["Pupil premium"]].append(mean[row["UPN"]])

    assert 1 < fmean(groups["No"]) - fmean(groups["Yes"]) < 6


def test_each_referral_is_of_a_pupil_of_the_roll_in_the_autumn_of_2026(roll):
    rows = list(csv.DictReader(text("referrals.csv").splitlines()))
    pupils = {row["UPN"]: row for row in roll}

    assert 35 <= len(rows) <= 45
    assert {row["source"] for row in rows} == {"staff", "parent", "peer", "self"}
    subjects = {row["subject"] for row in rows}
    assert {"art", "music", "pe", "performing_arts"} <= subjects
    assert len({row["reason"] for row in rows}) == len(rows)
    for row in rows:
        day = date.fromisoformat(row["date"])
        assert date(2026, 9, 14) <= day <= date(2026, 11, 20)
        pupil = pupils[row["upn"]]
        own = f"{pupil['Preferred forename']} {pupil['Legal surname']}"
        assert (row["name"] == own) == (row["source"] == "self")


def test_the_read_me_names_every_file():
    words = (SAMPLE / "README.md").read_text(encoding="utf-8")

    assert all(f"`{path.name}`" in words for path in FILES)
