"""The school: its name, its years, and what it calls things."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from gtregister.core.register import Register
from gtregister.db.file import File
from gtregister.errors import UserError
from gtregister.i18n import N_, _

# The subjects that a new register starts with. Talented are art, music, physical
# education and the performing arts; every other subject of the statutory curriculum is
# gifted (the Excellence in Cities programme's own division).
SUBJECTS = (
    ("english", N_("English"), "gifted"),
    ("maths", N_("Mathematics"), "gifted"),
    ("science", N_("Science"), "gifted"),
    ("computing", N_("Computing"), "gifted"),
    ("design_technology", N_("Design and technology"), "gifted"),
    ("geography", N_("Geography"), "gifted"),
    ("history", N_("History"), "gifted"),
    ("languages", N_("Languages"), "gifted"),
    ("religious_education", N_("Religious education"), "gifted"),
    ("citizenship", N_("Citizenship"), "gifted"),
    ("art", N_("Art and design"), "talented"),
    ("music", N_("Music"), "talented"),
    ("pe", N_("Physical education"), "talented"),
    ("performing_arts", N_("Performing arts"), "talented"),
)


@dataclass(frozen=True, slots=True)
class School:
    """The school of a register.

    `academic_year` is its first calendar year: 2026 is September 2026 to August 2027.
    """

    name: str
    dfe_number: str | None = None
    lowest_year: int = 7
    highest_year: int = 11
    academic_year: int = 0
    register_words: str = "More able register"

    @property
    def is_made_up(self) -> bool:
        """Say whether it is a sample: no local authority has the number 999."""
        return (self.dfe_number or "").startswith("999")


def of(register: Register) -> School:
    """Read whose register it is."""
    row = register.row("select * from school")
    if row is None:
        raise UserError(_("This register has no school. Restore a backup of it."))
    return School(
        row["name"],
        row["dfe_number"],
        row["lowest_year"],
        row["highest_year"],
        row["academic_year"],
        row["register_words"],
    )


@dataclass(frozen=True, slots=True)
class FirstStep:
    """One of the things to do with a new register; `key` names it for the windows."""

    key: str
    words: str
    is_done: bool


_STEPS = (
    ("import", N_("Import your pupils")),
    ("policy", N_("Set what counts as a candidate")),
    ("decide", N_("Decide who goes on")),
    ("print", N_("Print the register")),
    ("tell", N_("Tell parents")),
)


def first_steps(register: Register) -> tuple[FirstStep, ...]:
    """List what to do first, in order, and what of it is done."""
    row = register.row(
        """
        select
            exists (select 1 from pupils) as "import",
            exists (select 1 from policies) as policy,
            exists (select 1 from decisions) as decide,
            exists (select 1 from changes where what in ('Printed', 'Exported'))
                as print,
            exists (
                select 1
                from notices
                where audience = 'parents' and state in ('printed', 'sent', 'answered')
            ) as tell
        """
    )
    done = dict(row or {})
    return tuple(FirstStep(key, words, bool(done.get(key))) for key, words in _STEPS)


def academic_year_of(day: date) -> int:
    """Say in which academic year a day lies, by its first calendar year."""
    return day.year if day.month >= 9 else day.year - 1


def create(path: Path, school: School, user: str, today: date | None = None) -> None:
    """Make a new register for a school; refuse to overwrite a file."""
    _check(school)
    if path.suffix != ".gtreg":
        said = _("The name of a register ends in .gtreg, such as {name}.gtreg.")
        raise UserError(said.format(name=path.stem))
    File.create(path).close()
    with Register.open(path, user, today=today) as register:
        year = school.academic_year or academic_year_of(register.today)
        with register.change(N_("Register made")) as db:
            db.insert(
                "school",
                {
                    "id": 1,
                    "name": school.name.strip(),
                    "dfe_number": school.dfe_number,
                    "lowest_year": school.lowest_year,
                    "highest_year": school.highest_year,
                    "academic_year": year,
                    "register_words": school.register_words,
                },
            )
            for key, name, strand in SUBJECTS:
                db.insert("subjects", {"key": key, "name": name, "strand": strand})


def amend(register: Register, school: School) -> None:
    """Correct what is known of the school; raises UserError for what cannot be."""
    _check(school)
    new = {
        "name": school.name.strip(),
        "dfe_number": school.dfe_number,
        "lowest_year": school.lowest_year,
        "highest_year": school.highest_year,
        "academic_year": school.academic_year,
        "register_words": school.register_words.strip(),
    }
    if not new["register_words"]:
        raise UserError(_("Enter what the register is called."), "register_words")
    if school == of(register):
        return
    with register.change(N_("School settings changed")) as db:
        db.update("school", 1, new)


def strands(register: Register) -> dict[str, str]:
    """Say what the school calls the strands, by their keys."""
    row = register.row("select gifted_words, talented_words from school")
    gifted, talented = row or (N_("Gifted"), N_("Talented"))
    return {"gifted": str(gifted), "talented": str(talented)}


def name_strand(register: Register, strand: str, words: str) -> None:
    """Call a strand something else; raises UserError if it has no words."""
    words = words.strip()
    if not words:
        raise UserError(_("Enter what the strand is called."), strand)
    if strands(register)[strand] != words:
        with register.change(N_("School settings changed")) as db:
            db.update("school", 1, {f"{strand}_words": words})


def _check(school: School) -> None:
    if not school.name.strip():
        raise UserError(_("Enter the name of the school."), "school")
    number = school.dfe_number
    if number is not None and not (number.isdigit() and len(number) == 7):
        said = _("“{number}” is not a DfE number. It has 7 digits, such as 3594025.")
        raise UserError(said.format(number=number), "dfe")
    if not -2 <= school.lowest_year <= school.highest_year <= 14:
        said = _("The years run from a lower to a higher one, such as 7 to 11.")
        raise UserError(said, "lowest_year")
    if school.academic_year and not 1990 <= school.academic_year <= 2100:
        said = _("Write the academic year by its first year, such as 2026.")
        raise UserError(said, "academic_year")


def subject_key(register: Register, said: str) -> str:
    """Find a subject by its key or name, or name the ones there are."""
    wanted = said.strip().casefold()
    rows = register.rows("select key, name from subjects order by key")
    for row in rows:
        if wanted in {row["key"].casefold(), row["name"].casefold()}:
            return str(row["key"])
    text = _("There is no subject “{said}”. There are: {keys}.")
    keys = ", ".join(row["key"] for row in rows)
    raise UserError(text.format(said=said, keys=keys), "subject")
