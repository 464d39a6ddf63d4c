"""What one column may be: its heading and its values, weighed together."""

import re
from collections.abc import Collection, Sequence

from gtregister.i18n import N_, _, translated
from gtregister.importers import (
    Cell,
    column_results,
    contact_words,
    families,
    spellings,
)
from gtregister.importers.cells import written
from gtregister.importers.guesses import NEARLY_ALL, Guess, plainly, share
from gtregister.importers.heading_words import meaning
from gtregister.importers.spellings import Spelling

_AGAINST = {
    "target": N_("It is a target or a prediction, not a result."),
    "practice": N_("It is a practice test, not a result."),
    "part": N_("It is only a part of the test."),
    "change": N_("It is a measure of progress, not a result."),
    "other": N_("It is not a result of the test itself."),
}
_SUB_LEVEL = re.compile(r"[1-6] ?[abc]", re.IGNORECASE)


def guess(
    heading: str, band: str, values: Sequence[Cell], context: Collection[str]
) -> Guess | str:
    """Say what a column most likely is, or in a sentence why it is not used.

    `band` stands above several headings, `values` are some of the column's cells that
    are not blank, `context` are the assessments that the sheet speaks of elsewhere.
    """
    of_contact = _contact(f"{band} {heading}", values, of_contact=False)
    if band and of_contact:
        return of_contact
    known = spellings.known(heading)
    if known and not known.field:
        return translated(known.why) or _("The register has no place for it.")
    if known:
        return _weighed(known, heading, values)
    contact = _contact(f"{band} {heading}", values, of_contact="contact" in context)
    if contact:
        return contact
    meant = meaning(f"{band} {heading}")
    if meant.against and (meant.assessment or meant.subject or meant.measure):
        return translated(_AGAINST[meant.against])
    if meant.mixed:
        return _("It speaks of two subjects at once, so it is a result of neither.")
    result = column_results.result(meant, values, context)
    if result:
        return result
    return _near(heading, values) or _by_values(values) or _("It was not recognised.")


def is_heading(text: str) -> bool:
    """Say whether a cell reads like the heading of a column that is known."""
    if spellings.known(text):
        return True
    meant = meaning(text, guessing=False)
    if meant.subject or (meant.measure and meant.clear):
        return True
    return contact_words.field(text) in families.FIELDS


def _contact(heading: str, values: Sequence[Cell], *, of_contact: bool) -> Guess | None:
    """Say what a heading tells of a parent or carer, if it does."""
    field = contact_words.field(heading, of_contact=of_contact)
    if field not in families.FIELDS:
        return None
    return plainly(str(field), share(str(field), heading, values))


def _weighed(known: Spelling, heading: str, values: Sequence[Cell]) -> Guess | str:
    fit = share(known.field, heading, values)
    if known.field == "full_name" and fit and not _says_order(heading, values):
        said = _("It is not certain which of the names is the surname; check it.")
        return Guess("full_name", "check", said, 1 + fit)
    if known.says == "plainly":
        return plainly(known.field, fit)
    if fit is None or fit < NEARLY_ALL:
        return _("Its values are not what the heading may mean.")
    if known.says == "with values":
        return Guess(known.field, "sure", _("Heading and values fit."), 2.5)
    return Guess(known.field, "check", _("The heading may mean this; check it."), 1)


def _says_order(heading: str, values: Sequence[Cell]) -> bool:
    """Say whether heading, commas or capitals tell which name is the surname."""
    if "surname" in heading.casefold():
        return True
    told = sum(
        "," in written(v) or any(map(str.isupper, written(v).split())) for v in values
    )
    return told >= NEARLY_ALL * len(values)


def finer(field: str, values: Sequence[Cell]) -> float:
    """Say how much more a column of levels is worth for the sub-levels in it."""
    if not field.endswith(".level") or not values:
        return 0
    return sum(bool(_SUB_LEVEL.search(written(v))) for v in values) / len(values)


def _near(heading: str, values: Sequence[Cell]) -> Guess | None:
    near = spellings.near(heading)
    if near is None or (share(near[1], heading, values) or 0) < NEARLY_ALL:
        return None
    said = _("It is spelt almost like “{heading}”; check it.")
    return Guess(near[1], "check", said.format(heading=near[0]), 1)


def _by_values(values: Sequence[Cell]) -> Guess | None:
    if (share("upn", "", values) or 0) < NEARLY_ALL:
        return None
    return Guess("upn", "check", _("Its values look like UPNs; check it."), 1)
