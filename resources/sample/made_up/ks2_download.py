"""Year 9: the download of a pupil's stored results, 151 columns that nobody quotes.

The values are joined by commas as they are, so that a comma in a forename moves the
rest of its row one column on. KS2READSCORE and KS2MATSCORE are the points of a progress
measure and not the scaled scores, which stand under READSCORE and MATSCORE.
"""

from made_up import LA
from made_up.headings import headings
from made_up.pupils import Pupil, School
from made_up.scores import ks2

WITH_A_COMMA = "Amelia Rose"  # whose forenames were entered as “Amelia, Rose”
TESTS = {"READ": "reading", "MAT": "maths", "GPS": "gps"}
PAPERS = {
    "reading": ("READMRK",),
    "gps": ("GPSPAPER1MRK", "GPSPAPER2MRK"),
    "maths": ("MATARITHMRK", "MATPAPER2MRK", "MATPAPER3MRK"),
}


def file(school: School) -> bytes:
    """List the year by name, in capitals."""
    columns = headings("ks2_download")
    lines = [columns]
    for number, pupil in enumerate(school.tested(9), start=1):
        values = _who(pupil, number) | _results(pupil)
        lines.append([str(values.get(heading, "")) for heading in columns])
    return "".join(",".join(line) + "\r\n" for line in lines).encode()


def _who(pupil: Pupil, number: int) -> dict[str, str | int]:
    person, feeder = pupil.person, pupil.origin.feeder
    forenames = person.forename.upper()
    if person.forename == WITH_A_COMMA:
        forenames = forenames.replace(" ", ", ")
    return {
        "ACADYR": "2023/2024",
        "PupilMatchingRef": f"PMR{number:06}",
        "CANDNO": number,
        "UPN": pupil.upn,
        "SURNAME": person.surname.upper(),
        "FORENAMES": forenames,
        "DOB": f"{pupil.dob:%d/%m/%Y}",
        "YEARGRP": 6,
        "SEX": person.sex,
        "LA": LA,
        "ESTAB": feeder.establishment,
        "LAESTAB": f"{LA}{feeder.establishment}",
        "URN": feeder.urn,
        "ENDKS": 1,
        "EALGRP": 2 if pupil.eal else 1,
        "SENTYPE": pupil.circumstances.sen,
        "FSM": int(pupil.circumstances.fsm),
        "FSM6": int(pupil.circumstances.ever6),
        "VERSION": "F",
    }


def _results(pupil: Pupil) -> dict[str, str | int]:
    results = ks2(pupil)
    values: dict[str, str | int] = {
        "WRITTAOUTCOME": results.writing,
        "SCITAOUTCOME": results.science,
    }
    for name, subject in TESTS.items():
        test = results.tests[subject]
        values[f"{name}OUTCOME"] = test.outcome
        values[f"{name}EXP"] = int((test.scaled or 0) >= 100)
        values[f"{name}HIGH"] = int((test.scaled or 0) >= 110)
        values[f"EXAMYEAR_{name}".replace("READ", "RE").replace("MAT", "MA")] = 2024
        if test.mark is not None:
            values[f"{name}SCORE"] = values[f"{name}SCORE_noSpeccon"] = test.cell
            values[f"{name}SPECCON"] = 0
            values[f"{name}MRK"] = test.mark
            values |= zip(PAPERS[subject], test.papers, strict=True)
        if name != "GPS":
            values[f"{name}TAOUTCOME"] = results.pre_key_stage or ""
            values[f"KS2{name}SCORE"] = test.progress
    return values
