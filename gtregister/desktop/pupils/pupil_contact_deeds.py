"""Adding, changing and removing a parent or carer."""

from dataclasses import asdict

from gtregister import options
from gtregister.core.roll import contacts
from gtregister.core.roll.contacts import NewContact
from gtregister.desktop.page import Desk
from gtregister.desktop.pupils import pupil_deeds
from gtregister.desktop.widgets.question_dialog import Answers
from gtregister.i18n import N_, _
from gtregister.options import Option

_RESPONSIBLE = (("", N_("Not known")), ("1", N_("Yes")), ("0", N_("No")))


def add(desk: Desk, pupil_id: int) -> None:
    """Ask for a contact of a pupil."""

    def answer(answers: Answers) -> None:
        contacts.add(desk.register, pupil_id, _contact(answers))
        pupil_deeds.told(desk, _("The contact is added."))

    asked = _options(NewContact(surname=""))
    pupil_deeds.ask(desk, _("Add a contact"), asked, _("&Add the contact"), answer)


def edit(desk: Desk, contact_id: int) -> None:
    """Ask what is to be changed about a contact."""
    held = contacts.get(desk.register, contact_id)

    def answer(answers: Answers) -> None:
        said = asdict(_contact(answers))
        changed = {key: said[key] for key in answers}
        contacts.update(desk.register, contact_id, **changed)
        pupil_deeds.told(desk, _("The contact is changed."))

    hint = _("Another address is that of this contact alone.")
    title, words = _("Edit the contact"), _("&Save")
    pupil_deeds.ask(desk, title, _options(held), words, answer, hint)


def remove(desk: Desk, contact_id: int) -> None:
    """Take a contact out."""
    contacts.remove(desk.register, contact_id)
    pupil_deeds.told(desk, _("The contact is removed."))


def _options(held: NewContact) -> list[Option]:
    known = asdict(held)
    address = ", ".join((held.address or "").splitlines())
    responsible = held.parental_responsibility
    sure = "" if responsible is None else str(int(responsible))
    return [
        options.text("title", N_("Title"), known["title"]),
        options.text("forename", N_("Forename"), known["forename"]),
        options.text("surname", N_("Surname"), known["surname"]),
        options.text("relationship", N_("Relationship"), known["relationship"]),
        options.choice(
            "parental_responsibility",
            N_("Parental responsibility"),
            _RESPONSIBLE,
            sure,
        ),
        options.yes_no("no_contact", N_("Must not be contacted"), held.no_contact),
        options.text("address", N_("Address, its lines parted by commas"), address),
        options.text("postcode", N_("Postcode"), known["postcode"]),
        options.text("email", N_("E-mail"), known["email"]),
        options.text("telephone", N_("Telephone"), known["telephone"]),
        options.text("language", N_("Language"), known["language"]),
        options.choice(
            "preferred_way",
            N_("How to write"),
            [*contacts.WAYS.items()],
            held.preferred_way,
        ),
        options.yes_no("large_print", N_("Large print"), held.large_print),
    ]


def _contact(answers: Answers) -> NewContact:
    typed = {key: pupil_deeds.said(answer) for key, answer in answers.items()}
    responsible = typed["parental_responsibility"]
    return NewContact(
        surname=typed["surname"],
        forename=typed["forename"],
        title=typed["title"],
        relationship=typed["relationship"],
        parental_responsibility=responsible == "1" if responsible else None,
        no_contact=bool(answers["no_contact"]),
        address=typed["address"].replace(",", "\n"),
        postcode=typed["postcode"],
        email=typed["email"],
        telephone=typed["telephone"],
        language=typed["language"],
        preferred_way=typed["preferred_way"],
        large_print=bool(answers["large_print"]),
    )
