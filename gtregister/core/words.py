"""What the school calls its register, its strands and its tiers.

Stored facts keep their own keys, so that other words change no history.
"""

from dataclasses import dataclass

from gtregister.core import school
from gtregister.core.register import Register
from gtregister.i18n import N_, translated


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


def call_tier(register: Register, tier: str, words: str) -> None:
    """Give a tier another name; without words it gets its own name back."""
    held = register.value("select id from tier_words where tier = :tier", tier=tier)
    with register.change(N_("Words of the school changed"), about=tier) as db:
        if held is not None:
            db.delete("tier_words", [int(held)])
        if words.strip():
            db.insert("tier_words", {"tier": tier, "words": words.strip()})
