"""Ten thousand spoilt tables and files are read or refused, always the same ones."""

from random import Random

import pytest

from tests.fuzz import apart
from tests.fuzz.targets import NATIVE, SEEDS, TARGETS
from tests.importers.samples import SAMPLES

TABLES = 150
FILES = {"csv": 700, "utf16": 300, "ctf": 2_200, "excel2003": 1_800}
FILES |= {"web": 700, "zip": 1_200, "xlsx": 500, "ods": 160, "xls": 60}


def test_there_are_ten_thousand_of_them():
    assert FILES.keys() == SEEDS.keys()
    assert TABLES * len(SAMPLES) + sum(FILES.values()) >= 10_000


@pytest.mark.parametrize("key", SAMPLES)
def test_no_spoilt_table_breaks_an_importer(key):
    for seed in range(TABLES):
        TARGETS[key](Random(seed))


@pytest.mark.parametrize("kind", sorted(FILES.keys() - NATIVE))
def test_no_spoilt_file_breaks_what_reads_it(kind):
    for seed in range(FILES[kind]):
        TARGETS[kind](Random(seed))


@pytest.mark.parametrize("kind", sorted(NATIVE))
def test_no_spoilt_workbook_gives_anything_that_breaks_an_importer(kind):
    assert apart.found(kind, 0, FILES[kind]) == []
