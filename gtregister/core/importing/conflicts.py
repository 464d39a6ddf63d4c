"""Where a file and the register disagree: whose word counts, and what is kept.

Results of another year, day or origin are no conflict: they stand beside each other.
Another name or birthday is asked about; of the rest the file's word counts, but not
over what somebody has edited by hand. A person may say otherwise of each value.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from gtregister.core.importing.families import ContactChange, Families
from gtregister.core.importing.hands import Hands
from gtregister.core.importing.import_choices import Choices
from gtregister.core.importing.outcomes import Change, Known
from gtregister.core.importing.planning import look
from gtregister.core.register import Register
from gtregister.core.roll.sittings import NewResult
from gtregister.i18n import _
from gtregister.importers import Problem

Why = Literal["edited", "rule", "asked", "refused"]


@dataclass(frozen=True, slots=True)
class Kept:
    """What the register has and keeps although the file says something else.

    `said` is the Change of a detail, the id of a result and what would amend it, or the
    change of a contact.
    """

    row: int
    pupil_id: int
    said: Change | tuple[int, NewResult] | ContactChange
    why: Why


class Judge:
    """Says of each value that differs whether it stays, by the person's choices."""

    def __init__(self, register: Register, choices: Choices) -> None:
        self._choices = choices
        self._hands = Hands(register)

    def pupils(self, known: Iterable[Known]) -> tuple[list[Known], list[Kept]]:
        """Take the changes of pupils that go in, and list what is kept."""
        found, kept = [], []
        for one in known:
            if not (one.changes or one.amended or one.offered):
                found.append(one)
                continue
            held = [*self._details(one), *self._offered(one), *self._amended(one)]
            kept += held
            found.append(_rest(one, held))
        return found, kept

    def families(self, families: Families) -> list[Kept]:
        """Leave out of the changes of contacts what the register keeps, and list it."""
        kept = []
        for change in families.changed:
            said = self._choices.contacts.get((change.contact_id, change.field))
            why = self._why(
                said, self._is_contacts_own(change), is_empty=change.old is None
            )
            if why:
                kept.append(Kept(change.row, change.pupil_id, change, why))
        left_out = {id(one.said) for one in kept}
        families.changed = [c for c in families.changed if id(c) not in left_out]
        return kept

    def _details(self, known: Known) -> Iterator[Kept]:
        pupil_id = known.pupil_id
        for change in known.changes:
            said = self._choices.details.get((pupil_id, change.field))

            def by_hand(field: str = change.field) -> bool:
                return self._hands.have_set("pupils", pupil_id, field)

            why = self._why(said, by_hand, is_empty=change.old is None)
            if why:
                yield Kept(known.rows[0], pupil_id, change, why)

    def _offered(self, known: Known) -> Iterator[Kept]:
        for change in known.offered:
            said = self._choices.details.get((known.pupil_id, change.field))
            why = self._why(said, lambda: False) or "asked"
            if not (said or (said is None and self._choices.rule == "file")):
                yield Kept(known.rows[0], known.pupil_id, change, why)

    def _amended(self, known: Known) -> Iterator[Kept]:
        for result_id, result in known.amended:
            said = self._choices.results.get(result_id)

            def by_hand(row_id: int = result_id) -> bool:
                return self._hands.have_set("results", row_id, "value")

            why = self._why(said, by_hand)
            if why:
                yield Kept(result.row, known.pupil_id, (result_id, result), why)

    def _is_contacts_own(self, change: ContactChange) -> Callable[[], bool]:
        hands, contact_id = self._hands, change.contact_id
        if change.home is None:
            return lambda: hands.have_set("contacts", contact_id, change.field)
        return lambda: (
            hands.have_set("contacts", contact_id, "household_id")
            or hands.have_set("households", change.left or 0, "address")
            or hands.have_set("households", change.left or 0, "postcode")
        )

    def _why(
        self, said: bool | None, by_hand: Callable[[], bool], *, is_empty: bool = False
    ) -> Why | None:
        """Say why a value stays as it is, if it does."""
        if said is not None:
            return None if said else "refused"
        # Where the register has nothing there is nothing to keep.
        if is_empty or self._choices.rule == "file":
            return None
        if self._choices.rule == "register":
            return "rule"
        return "edited" if by_hand() else None


def _rest(known: Known, held: Iterable[Kept]) -> Known:
    """Leave out of what is known of a pupil what the register keeps."""
    changes = {kept.said for kept in held if isinstance(kept.said, Change)}
    ids = {
        kept.said[0]
        for kept in held
        if not isinstance(kept.said, (Change, ContactChange))
    }
    going = (*known.changes, *known.offered)
    return known._replace(
        changes=tuple(change for change in going if change not in changes),
        offered=(),
        amended=[pair for pair in known.amended if pair[0] not in ids],
        unchanged=known.unchanged + len(ids),
    )


def in_words(kept: Iterable[Kept], headings: Mapping[str, str]) -> Iterator[Problem]:
    """Say which names and birthdays differ and were left as they are."""
    said = _("The register has “{old}”, which was left as it is.")
    for one in kept:
        if one.why == "asked" and isinstance(one.said, Change):
            text = said.format(old=one.said.old)
            yield look(headings, one.row, one.said.field, one.said.new, text)
