"""The last page of an import in words: what it promises, and what it leaves out."""

from collections import Counter
from collections.abc import Iterable, Sequence

from gtregister.core.importing.conflicts import Kept
from gtregister.core.importing.imports import Counts, Plan
from gtregister.i18n import _, ngettext
from gtregister.importers import Aside

_MOST_REASONS = 4


def kept(found: Sequence[Kept]) -> str:
    """Say how many values stay as they are, and how many wait for a person's word."""
    asked = sum(one.why == "asked" for one in found)
    rest = len(found) - asked
    said = []
    if asked:
        said.append(
            ngettext(
                "? {n} name or birthday differs. The register’s stays unless you see "
                "the changes and tick the file’s.",
                "? {n} names or birthdays differ. The register’s stay unless you see "
                "the changes and tick the file’s.",
                asked,
            )
        )
    if rest:
        said.append(
            ngettext(
                "{n} value stays as the register has it.",
                "{n} values stay as the register has them.",
                rest,
            )
        )
    return "\n".join(said)


def promise(plan: Plan) -> str:
    """Say what pressing Import means, or that there is nothing to import."""
    counts = plan.counts()
    if plan.changes_nothing and counts.asked:
        return _("Nothing comes in until somebody says whose the rows are: step 3.")
    if plan.changes_nothing and not counts.used:
        return _("No row of this file can be imported. Step 4 says why.")
    if plan.changes_nothing:
        return _("The register holds all of this already: there is nothing to import.")
    return _(
        "Nothing has been changed yet. Empty cells in the file never wipe what you "
        "have. A backup is made first, and Undo puts everything back."
    )


def more(counts: Counts) -> str:
    """Say what else comes in: contacts of families, referrals, and activities."""
    told = (
        (
            counts.new_contacts,
            ngettext("{n} new contact", "{n} new contacts", counts.new_contacts),
        ),
        (
            counts.changed_contacts,
            ngettext(
                "{n} contact changed", "{n} contacts changed", counts.changed_contacts
            ),
        ),
        (
            counts.new_referrals,
            ngettext("{n} new referral", "{n} new referrals", counts.new_referrals),
        ),
        *_of_activities(counts),
    )
    words = [said for number, said in told if number]
    return _("Also: {counts}.").format(counts=", ".join(words)) if words else ""


def _of_activities(counts: Counts) -> tuple[tuple[int, str], ...]:
    new, joined = counts.new_activities, counts.joined_activities
    # Where there are no results, the figures say how many places.
    places = 0 if counts.is_of_activities else counts.new_places + counts.changed_places
    return (
        (new, ngettext("{n} new activity", "{n} new activities", new)),
        (
            joined,
            ngettext(
                "{n} activity gains days or pupils",
                "{n} activities gain days or pupils",
                joined,
            ),
        ),
        (places, ngettext("{n} place to enter", "{n} places to enter", places)),
    )


def left_out(skipped: Iterable[Aside], asked: int) -> str:
    """Say why rows are left out: how many for each reason, the most frequent first."""
    said = _("{rows}: {why}")
    reasons = Counter(aside.why for aside in skipped).most_common()
    lines = [
        said.format(rows=ngettext("{n} row left out", "{n} rows left out", n), why=why)
        for why, n in reasons[:_MOST_REASONS]
    ]
    if len(reasons) > _MOST_REASONS:
        lines.append(_("Step 4 has the other rows that are left out."))
    if asked:
        words = ngettext(
            "{n} row is left out until somebody says whose it is: step 3.",
            "{n} rows are left out until somebody says whose they are: step 3.",
            asked,
        )
        lines.append(words)
    return "\n".join(lines)
