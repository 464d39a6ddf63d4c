"""Settings of the school: whose register it is, and what things are called there."""

from dataclasses import replace

from gtregister import options
from gtregister.core import school
from gtregister.desktop.page import Desk
from gtregister.desktop.school.form_card import Answers, FormCard
from gtregister.i18n import N_, _, format_academic_year

_YEARS = tuple(
    (str(year), N_("Reception") if not year else str(year)) for year in range(14)
)


def school_card(desk: Desk) -> FormCard:
    """Make the card of the school itself."""
    now = school.of(desk.register).academic_year
    academic = tuple(
        (str(year), format_academic_year(year)) for year in range(now - 2, now + 3)
    )
    questions = (
        options.text("school", N_("Name of the school")),
        options.text("dfe", N_("DfE number")),
        options.choice("lowest_year", N_("Lowest year group"), _YEARS),
        options.choice("highest_year", N_("Highest year group"), _YEARS),
        options.choice("academic_year", N_("Academic year"), academic),
    )

    def read() -> Answers:
        found = school.of(desk.register)
        return {
            "school": found.name,
            "dfe": found.dfe_number,
            "lowest_year": str(found.lowest_year),
            "highest_year": str(found.highest_year),
            "academic_year": str(found.academic_year),
        }

    def save(answers: Answers) -> None:
        said = replace(
            school.of(desk.register),
            name=str(answers["school"] or ""),
            dfe_number=str(answers["dfe"]).replace("/", "") if answers["dfe"] else None,
            lowest_year=int(str(answers["lowest_year"])),
            highest_year=int(str(answers["highest_year"])),
            academic_year=int(str(answers["academic_year"])),
        )
        school.amend(desk.register, said)

    return FormCard(_("School"), questions, read, save)


def words_card(desk: Desk) -> FormCard:
    """Make the card of what the school calls its register and the two strands."""
    questions = (
        options.text("register_words", N_("The register is called")),
        options.text("gifted", N_("Academic subjects are called")),
        options.text("talented", N_("Art, music, sport and drama are called")),
    )

    def read() -> Answers:
        found = school.of(desk.register)
        words = school.strands(desk.register)
        return {"register_words": found.register_words, **words}

    def save(answers: Answers) -> None:
        found = school.of(desk.register)
        words = str(answers["register_words"] or "")
        school.amend(desk.register, replace(found, register_words=words))
        for strand in ("gifted", "talented"):
            school.name_strand(desk.register, strand, str(answers[strand] or ""))

    hint = _("Every page, letter and report uses these words.")
    return FormCard(_("Register name and strands"), questions, read, save, hint=hint)
