"""Make the files of the sample school: python resources/sample/generate.py [FOLDER]."""

import sys
from collections.abc import Callable
from pathlib import Path

from made_up import (
    cat4,
    enrolment,
    ks2_download,
    ks2_levels,
    ks2_long,
    ks2_teacher,
    ks2_wide,
    pupil_list,
    referrals,
)
from made_up.pupils import School

FILES: dict[str, Callable[[School], bytes]] = {
    "Pupil list.xlsx": pupil_list.file,
    "KS2 results 2026.csv": ks2_long.file,
    "KS2 Year 8.xlsx": ks2_wide.year_8,
    "ks2_results.csv": ks2_download.file,
    "KS2 Year 10.csv": ks2_teacher.file,
    "KS2 Year 11.ods": ks2_wide.year_11,
    "KS2 levels 2015.xlsx": ks2_levels.file,
    "CAT4 Year 7 to 9.xlsx": cat4.file,
    "referrals.csv": referrals.file,
}


def main(folder: Path) -> None:
    """Write every file into a folder, over those that are there."""
    folder.mkdir(parents=True, exist_ok=True)
    school = enrolment.school()
    for name, contents in FILES.items():
        path = folder / name
        path.write_bytes(contents(school))
        print(path)


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent)
