"""What the cells of a pupil's own details say: names, sex, year group, yes or no."""

import re

from gtregister.i18n import _
from gtregister.importers import codes
from gtregister.importers.cells import Found, Parser, of_text, problem

FullName = tuple[str, str]

_SEXES = {"m": "M", "male": "M", "boy": "M", "b": "M"} | {
    **dict.fromkeys(("f", "female", "girl", "g"), "F"),
    **dict.fromkeys(("u", "unknown", "not known", "not specified"), "U"),
}

_YEAR = re.compile(r"(?:years?|yr|y|nc ?year)?[ .]*0?(\d{1,2})", re.IGNORECASE)
_EARLY_YEARS = {"r": 0, "reception": 0, "rec": 0, "year r": 0, "yr r": 0, "yr": 0} | {
    "n2": -1,
    "n1": -2,
}
_YEARS = range(1, 15)

_YES = frozenset(("y", "yes", "true", "t", "1", "p", "✓", "✔"))
_NO = frozenset(("n", "no", "false", "f", "0"))
# What marks a pupil in a column of its own: “PP” under “Pupil Premium”.
_MARKS = {
    "eal": ("eal",),
    "fsm": ("fsm",),
    "ever6": ("fsm", "fsm6", "ever6", "ever 6", "e6"),
    "pupil_premium": ("pp", "pupil premium"),
    "looked_after": ("lac", "cla", "in care"),
}

# DfE common basic data set: N, K and E; A, P and S up to 2015.
_SEN = {
    **dict.fromkeys(("n", "no", "none", "no sen", "no special educational need"), "N"),
    **dict.fromkeys(("k", "sen support", "support", "send support"), "K"),
    **dict.fromkeys(("e", "ehcp", "ehc", "ehc plan"), "E"),
    "education, health and care plan": "E",
    **dict.fromkeys(("a", "school action", "sa"), "A"),
    **dict.fromkeys(("p", "school action plus", "sa+", "sap"), "P"),
    **dict.fromkeys(("s", "statement", "statemented"), "S"),
}


@of_text
def text(said: str) -> Found[str]:
    """Read words as they stand, with single spaces."""
    return said if said.isalnum() else " ".join(said.split()), None


@of_text
def name(said: str) -> Found[str]:
    """Read a name as it is written: capitals and accents stay."""
    if not any(map(str.isalpha, said)):
        return problem(_("“{value}” is not a name."), said)
    return said if said.isalpha() else " ".join(said.split()), None


def full_name(*, surname_first: bool) -> Parser[FullName]:
    """Read “Ahmed, Aisha”, “AHMED Aisha” and “Aisha Ahmed” as surname and forename.

    Without a comma and without capitals to tell, the heading says which comes first.
    """

    @of_text
    def parse(said: str) -> Found[FullName]:
        if not any(map(str.isalpha, said)):
            return problem(_("“{value}” is not a name."), said)
        surname, forename = parts(said)
        if not any(map(str.isalpha, surname)):
            return problem(_("“{value}” is not a name."), said)
        return (surname, forename), None

    def parts(said: str) -> FullName:
        before, comma, after = (" ".join(part.split()) for part in said.partition(","))
        if comma:
            return before, after
        words = before.split()
        capitals = [word for word in words if word.isupper() and len(word) > 1]
        if 0 < len(capitals) < len(words):
            others = [word for word in words if word not in capitals]
            return " ".join(capitals), " ".join(others)
        if surname_first:
            return words[0], " ".join(words[1:])
        return words[-1], " ".join(words[:-1])

    return parse


@of_text
def sex(said: str) -> Found[str]:
    """Read M, F or U."""
    known = _SEXES.get(said.lower())
    if known:
        return known, None
    return problem(_("“{value}” is not a sex. Use M, F or U."), said)


@of_text
def year_group(said: str) -> Found[int]:
    """Read a national curriculum year: 7, Y7, Year 7; reception is 0, N2 −1, N1 −2."""
    plain = " ".join(said.lower().split())
    if plain in _EARLY_YEARS:
        return _EARLY_YEARS[plain], None
    found = _YEAR.fullmatch(plain)
    if found and plain.isascii() and int(found[1]) in _YEARS:
        return int(found[1]), None
    return problem(_("“{value}” is not a year group. Use 1 to 14, R, N1 or N2."), said)


def yes_no(field: str) -> Parser[int]:
    """Read yes as 1 and no as 0; under its own heading a mark such as PP is a yes."""
    yes = _YES.union(_MARKS.get(field, ()))

    @of_text
    def parse(said: str) -> Found[int]:
        plain = said.lower()
        if plain in yes:
            return 1, None
        if plain in _NO:
            return 0, None
        return problem(_("“{value}” is neither yes nor no. Use Y or N."), said)

    return parse


@of_text
def sen(said: str) -> Found[str]:
    """Read the provision for special needs: N, K or E; of old, A, P or S."""
    plain = " ".join(said.lower().split())
    letter, dash, _label = plain.partition(" - ")
    known = _SEN.get(plain) or (dash and _SEN.get(letter))
    if known:
        return known, None
    said_so = _("“{value}” is not a code for special needs. Use N, K or E.")
    return problem(said_so, said)


def code(table: str) -> Parser[str]:
    """Read one of the DfE's codes in capitals, or else words as they stand."""
    known = codes.labels(table)

    @of_text
    def parse(said: str) -> Found[str]:
        upper = said.upper()
        return (upper if upper in known else " ".join(said.split())), None

    return parse
