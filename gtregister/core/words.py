"""What the school calls its register, its strands and its tiers.

Stored facts keep their own keys, so that other words change no history.
"""

from dataclasses import dataclass

from gtregister.core import school
from gtregister.core.register import Register
from gtregister.i18n import N_, translated
from gtregister.table import Column, Table

_TIERS = (
    Column("tier", N_("Tier of the policy")),
    Column("words", N_("Called")),
    Column("entries", N_("Entries"), "number"),
)


@dataclass(frozen=True, slots=True)
class Words:
    """The school's own words: for the register, for each strand, for each tier."""

    register: str
    strands: dict[str, str]
    tiers: dict[str, str]

    def strand(self, key: str) -> str:
        """Call a strand what the school calls it."""
        return translated(self.strands.get(key, key))

    def tier(self, key: str | None) -> str | None:
        """Call a tier what the school calls it; its own name if it has no other."""
        return None if key is None else self.tiers.get(key, key)


def of(register: Register) -> Words:
    """Read the school's words; `school.amend` and `school.name_strand` set them."""
    tiers = register.rows("select tier, words from tier_words order by tier")
    return Words(
        translated(school.of(register).register_words),
        school.strands(register),
        {row["tier"]: row["words"] for row in tiers},
    )


def tiers(register: Register) -> Table:
    """List the tiers that policies, entries and activities know; keys count from 1."""
    rows = register.rows(
        """
        with known (tier) as (
            select tier from routes where tier is not null
            union
            select tier from entries where tier is not null
            union
            select tier from activities where tier is not null
            union
            select tier from tier_words
        )
        select known.tier, tier_words.words, count(entries.id) as entries
        from known
        left join tier_words on tier_words.tier = known.tier
        left join entries on entries.tier = known.tier
        group by known.tier
        order by known.tier
        """
    )
    shown = [(row["tier"], row["words"], row["entries"]) for row in rows]
    return Table(N_("Tiers"), _TIERS, shown, range(1, len(shown) + 1))


def call_tier(register: Register, tier: str, words: str) -> None:
    """Give a tier another name; without words it gets its own name back."""
    words = words.strip()
    held = register.row("select * from tier_words where tier = :tier", tier=tier)
    if words == (held["words"] if held else ""):
        return
    with register.change(N_("Words of the school changed"), about=tier) as db:
        if held:
            db.delete("tier_words", [held["id"]])
        if words:
            db.insert("tier_words", {"tier": tier, "words": words})
