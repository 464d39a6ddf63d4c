"""The code tables of resources/codes that the importers go by."""

import csv
from collections.abc import Mapping
from functools import cache
from typing import Literal

from gtregister import resources

Kind = Literal["test", "teacher_assessment", "phonics", "tables_check", "early_years"]


def table(name: str) -> list[dict[str, str]]:
    """Read a table: one dict for each row, by its headings."""
    path = resources.ROOT / "codes" / f"{name}.csv"
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


@cache
def of_results(kind: Kind) -> frozenset[str]:
    """Give the codes that may stand for a test result or a teacher assessment."""
    rows = [*table("ks2_codes"), *table("check_codes")]
    return frozenset(row["code"] for row in rows if row["kind"] == kind)


@cache
def labels(name: Literal["ethnicity", "language"]) -> Mapping[str, str]:
    """Give the words for each of the DfE's codes."""
    return {row["code"]: row["label"] for row in table(name)}
