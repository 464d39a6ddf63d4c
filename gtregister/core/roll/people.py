"""Which rows of one file are about the same pupil."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from gtregister.core.roll.matching import Name, name_of
from gtregister.importers import Details, Record


def gathered(records: Iterable[Record]) -> Iterable[list[Record]]:
    """Gather the records of each pupil: by UPN, else by name and date of birth."""
    by_upn: dict[object, list[Record]] = {}
    without: list[Record] = []
    for record in records:
        upn = record.pupil.get("upn")
        if upn is None:
            without.append(record)
        elif upn in by_upn and _is_other(by_upn[upn][0], record):
            by_upn[record.row] = [record]
        else:
            by_upn.setdefault(upn, []).append(record)
    if without:
        _add_without_upn(by_upn, without)
    return by_upn.values()


def _add_without_upn(
    people: dict[object, list[Record]], without: Iterable[Record]
) -> None:
    """Add rows without a UPN to the one pupil of their name and birthday, if any."""
    namesakes: dict[object, list[list[Record]]] = defaultdict(list)
    for records in people.values():
        namesakes[_name_and_birthday(records[0])].append(records)
    for record in without:
        same = namesakes[_name_and_birthday(record)]
        if len(same) == 1 and record.pupil.get("dob"):
            same[0].append(record)
        else:
            people[record.row] = [record]
            same.append(people[record.row])


def _name_and_birthday(record: Record) -> object:
    return (*name_of(record.pupil), record.pupil.get("dob"))


def _is_other(first: Record, second: Record) -> bool:
    """Say whether two rows of one UPN are two children: no name and birthday fit."""
    one, other = first.pupil, second.pupil
    return _differ(one.get("dob"), other.get("dob")) and _differ(
        _whole_name(one), _whole_name(other)
    )


def _whole_name(details: Details) -> Name | None:
    name = name_of(details)
    return name if all(name) else None


def _differ(one: object, other: object) -> bool:
    return bool(one and other and one != other)


def merged(records: Sequence[Record]) -> Details:
    """Put together what the rows of one pupil say; the first to say a thing wins."""
    if len(records) == 1:
        return records[0].pupil
    found: dict[str, str | int] = {}
    for record in reversed(records):
        found.update(record.pupil)
    return found


def contradictions(
    records: Sequence[Record], details: Details
) -> Iterator[tuple[int, str, str | int]]:
    """Find what later rows of a pupil say otherwise: the row, the field, the value."""
    for record in records[1:]:
        for field, value in record.pupil.items():
            if value != details[field]:
                yield record.row, field, value
