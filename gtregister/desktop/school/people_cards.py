"""Settings of staff, departments and subjects."""

from gtregister import options
from gtregister.core import school
from gtregister.core.roll import staff
from gtregister.desktop.page import Desk
from gtregister.desktop.school.list_card import ListCard
from gtregister.desktop.widgets.question_dialog import Answers, QuestionDialog
from gtregister.i18n import N_, _, translated
from gtregister.table import Table

_NOBODY = ("", N_("None"))


def staff_card(desk: Desk) -> ListCard:
    """Make the card of the staff."""
    card = ListCard(
        _("Staff"),
        lambda: staff.table(desk.register),
        _("Nobody is entered yet. Activities and referrals can name them."),
        desk.window,
    )

    def ask(key: int | None) -> None:
        known = _known(staff.table(desk.register), key)
        questions = [
            options.text("name", N_("Name"), known.get("name")),
            options.text("role", N_("Role"), known.get("role")),
            options.text("email", N_("E-mail"), known.get("email")),
            options.text("telephone", N_("Telephone"), known.get("telephone")),
        ]
        _ask(desk, _("Member of staff"), questions, staff.keep, key)

    def leave(key: int | None) -> None:
        if key is not None:
            staff.note_left(desk.register, key)

    card.add_button(_("Add staff…"), ask, of_row=False)
    card.add_button(_("Change…"), ask)
    card.add_button(_("Has left"), leave)
    return card


def departments_card(desk: Desk) -> ListCard:
    """Make the card of the departments."""
    card = ListCard(
        _("Departments"),
        lambda: staff.departments(desk.register),
        _("No departments are entered yet."),
        desk.window,
    )

    def ask(key: int | None) -> None:
        known = _known(staff.departments(desk.register), key)
        people = _choices(staff.table(desk.register))
        lead = next((k for k, name in people if name == known.get("lead")), "")
        questions = [
            options.text("name", N_("Name of the department"), known.get("name")),
            options.choice("lead_id", N_("Led by"), people, lead),
        ]
        _ask(desk, _("Department"), questions, staff.keep_department, key)

    def remove(key: int | None) -> None:
        if key is not None:
            staff.remove_department(desk.register, key)

    card.add_button(_("Add a department…"), ask, of_row=False)
    card.add_button(_("Change…"), ask)
    card.add_button(_("Remove"), remove)
    return card


def subjects_card(desk: Desk) -> ListCard:
    """Make the card of the subjects."""
    card = ListCard(
        _("Subjects"), lambda: staff.subjects(desk.register), "", desk.window
    )

    def ask(key: int | None) -> None:
        known = dict(staff.subject(desk.register, key) or {}) if key else {}
        strands = [(k, translated(w)) for k, w in school.strands(desk.register).items()]
        departments = _choices(staff.departments(desk.register))
        name = translated(str(known.get("name") or ""))
        questions = [
            options.text("name", N_("Name of the subject"), name),
            options.choice(
                "strand", N_("Strand"), strands, str(known.get("strand") or "gifted")
            ),
            options.choice(
                "department_id",
                N_("Department"),
                departments,
                str(known.get("department_id") or ""),
            ),
        ]
        _ask(desk, _("Subject"), questions, staff.keep_subject, key)

    card.add_button(_("Add a subject…"), ask, of_row=False)
    card.add_button(_("Change…"), ask)
    return card


def _known(table: Table, key: int | None) -> dict[str, str | None]:
    """Give the values of one row by their columns; none for a new one."""
    if key is None:
        return {}
    row = table.rows[list(table.keys).index(key)]
    pairs = zip(table.columns, row, strict=True)
    return {c.key: None if v is None else str(v) for c, v in pairs}


def _choices(table: Table) -> list[tuple[str, str]]:
    rows = zip(table.keys, table.rows, strict=True)
    return [_NOBODY, *((str(key), str(row[0])) for key, row in rows)]


def _ask(
    desk: Desk,
    title: str,
    questions: list[options.Option],
    keep: staff.Keep,
    key: int | None,
) -> None:
    def answer(answers: Answers) -> None:
        keep(desk.register, key, answers)

    QuestionDialog(title, questions, _("&Save"), answer, desk.window).open()
