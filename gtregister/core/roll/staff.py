"""Who works at the school, in which department, and which subjects it teaches."""

from collections.abc import Callable, Mapping
from datetime import date

from gtregister.core import school
from gtregister.core.register import Register, Row
from gtregister.core.roll.pupils import folded
from gtregister.errors import UserError
from gtregister.i18n import N_, _, translated
from gtregister.options import Answer
from gtregister.table import Column, Table

# Keeps the answers about a row, or about a new one if there is no id; gives the id.
Keep = Callable[[Register, int | None, Mapping[str, Answer]], int]

_STAFF = (
    Column("name", N_("Name")),
    Column("role", N_("Role")),
    Column("email", N_("E-mail")),
    Column("telephone", N_("Telephone")),
    Column("left_on", N_("Left on"), "date"),
)
_DEPARTMENTS = (Column("name", N_("Department")), Column("lead", N_("Led by")))
_SUBJECTS = (
    Column("name", N_("Subject")),
    Column("strand", N_("Strand")),
    Column("department", N_("Department")),
)


def table(register: Register) -> Table:
    """List the staff by name, those who left last; the keys are ids of staff."""
    rows = register.rows(
        """
        select id, name, role, email, telephone, left_on
        from staff
        order by left_on is not null, name
        """
    )
    shown = [
        (*known, date.fromisoformat(left) if left else None)
        for _id, *known, left in rows
    ]
    return Table(N_("Staff"), _STAFF, shown, [row["id"] for row in rows])


def keep(register: Register, staff_id: int | None, said: Mapping[str, Answer]) -> int:
    """Add a member of staff, or correct what is known of one; gives the id."""
    name = _named(said, _("Enter the name of the person."))
    known = {key: _text(said, key) for key in ("role", "email", "telephone")}
    values = {"name": name, **known}
    with register.change(N_("Staff entered"), about=name) as db:
        if staff_id is None:
            return db.insert("staff", values)
        db.update("staff", staff_id, values)
        return staff_id


def note_left(register: Register, staff_id: int) -> None:
    """Note that somebody has left; what they decided and led stays under their name."""
    with register.change(N_("Staff left")) as db:
        db.update("staff", staff_id, {"left_on": register.today.isoformat()})


def departments(register: Register) -> Table:
    """List the departments; the keys are their ids."""
    rows = register.rows(
        """
        select departments.id, departments.name, staff.name as lead
        from departments
        left join staff on staff.id = departments.lead_id
        order by departments.name
        """
    )
    shown = [(row["name"], row["lead"]) for row in rows]
    keys = [row["id"] for row in rows]
    return Table(N_("Departments"), _DEPARTMENTS, shown, keys)


def keep_department(
    register: Register, department_id: int | None, said: Mapping[str, Answer]
) -> int:
    """Add a department, or correct one; gives the id. `lead_id` is a staff id or ''."""
    name = _named(said, _("Enter the name of the department."))
    known = register.value("select id from departments where name = :name", name=name)
    if known not in (None, department_id):
        wrong = _("There is a department {name} already. Choose another name.")
        raise UserError(wrong.format(name=name), "name")
    values = {"name": name, "lead_id": int(str(said["lead_id"] or 0)) or None}
    with register.change(N_("Department entered"), about=name) as db:
        if department_id is None:
            return db.insert("departments", values)
        db.update("departments", department_id, values)
        return department_id


def remove_department(register: Register, department_id: int) -> None:
    """Take a department out; its subjects stay, without one."""
    rows = register.rows(
        "select id from subjects where department_id = :id", id=department_id
    )
    with register.change(N_("Department removed")) as db:
        for row in rows:
            db.update("subjects", row["id"], {"department_id": None})
        db.delete("departments", [department_id])


def subjects(register: Register) -> Table:
    """List the subjects, each with its strand in the school's words; keys are ids."""
    rows = register.rows(
        """
        select subjects.id, subjects.name, strand, departments.name as department
        from subjects
        left join departments on departments.id = subjects.department_id
        order by strand, subjects.name
        """
    )
    words = school.strands(register)
    shown = [
        (translated(row["name"]), translated(words[row["strand"]]), row["department"])
        for row in rows
    ]
    return Table(N_("Subjects"), _SUBJECTS, shown, [row["id"] for row in rows])


def subject(register: Register, subject_id: int) -> Row | None:
    """Read one subject."""
    return register.row("select * from subjects where id = :id", id=subject_id)


def keep_subject(
    register: Register, subject_id: int | None, said: Mapping[str, Answer]
) -> int:
    """Add a subject, or correct one; gives the id. Its key stays what it was."""
    name = _named(said, _("Enter the name of the subject."))
    values = {
        "name": name,
        "strand": _text(said, "strand"),
        "department_id": int(str(said["department_id"] or 0)) or None,
    }
    with register.change(N_("Subject entered"), about=name) as db:
        if subject_id is not None:
            db.update("subjects", subject_id, values)
            return subject_id
        return db.insert("subjects", values | {"key": _free_key(register, name)})


def _free_key(register: Register, name: str) -> str:
    key = folded(name) or "subject"
    known = {row["key"] for row in register.rows("select key from subjects")}
    numbers = (f"{key}_{number}" for number in range(2, len(known) + 3))
    return next(k for k in (key, *numbers) if k not in known)


def _named(said: Mapping[str, Answer], wrong: str) -> str:
    name = str(said["name"] or "").strip()
    if not name:
        raise UserError(wrong, "name")
    return name


def _text(said: Mapping[str, Answer], key: str) -> str | None:
    answer = said[key]
    return None if answer is None else str(answer)
