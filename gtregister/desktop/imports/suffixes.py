"""Which files can be imported, by the endings of their names."""

from pathlib import Path

SUFFIXES = (".xlsx", ".xlsm", ".xls", ".ods", ".csv", ".tab", ".tsv", ".txt", ".xml")


def can_read(path: Path) -> bool:
    """Say whether a file may be one to import, by its ending."""
    return path.suffix.lower() in SUFFIXES
