"""Tamil as it is seen: signs before their consonants, and syllables as one glyph.

The font has the glyphs of syllables whose letters join from U+E000 on, in this order;
packaging/make_fonts.py puts them there.
"""

import re

FIRST, LAST = 0xE000, 0xE0FF
CONSONANTS = (
    *"கஙசஜஞடணதநனபமயரறலளழவஶஷஸஹ",
    "க்ஷ",
)
SIGNS = ("", "்", "ி", "ீ", "ு", "ூ")
SHRI = "ஸ்ரீ"

_SYLLABLE = re.compile(f"{SHRI}|(க்ஷ|[{''.join(CONSONANTS[:-1])}])([\u0bbe-\u0bcd]?)")
# Signs that stand before the consonant, or on both sides of it.
_AROUND = {
    "\u0bc6": "\u0bc6",
    "\u0bc7": "\u0bc7",
    "\u0bc8": "\u0bc8",
    "\u0bca": "\u0bc6\u0bbe",
    "\u0bcb": "\u0bc7\u0bbe",
    "\u0bcc": "\u0bc6\u0bd7",
}


def visible(text: str) -> str:
    """Put Tamil syllables into the order and form in which they are seen."""
    return _SYLLABLE.sub(_seen, text)


def _seen(found: re.Match[str]) -> str:
    if found[0] == SHRI:
        return chr(FIRST + len(CONSONANTS) * len(SIGNS))
    consonant, sign = found[1], found[2]
    first = FIRST + CONSONANTS.index(consonant) * len(SIGNS)
    if sign in SIGNS:
        plain = len(consonant) == 1 and not sign
        return consonant if plain else chr(first + SIGNS.index(sign))
    around = _AROUND.get(sign, sign)
    seen = consonant if len(consonant) == 1 else chr(first)
    before = around[0] if sign in _AROUND else ""
    return before + seen + around.removeprefix(before)
