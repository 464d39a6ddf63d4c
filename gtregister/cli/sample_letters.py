"""The families of the sample school, made up, and what its letters say."""

from dataclasses import replace

from gtregister.core.register import Register
from gtregister.core.roll import contacts
from gtregister.core.roll.contacts import NewContact
from gtregister.core.telling import letter_settings, offers
from gtregister.i18n import N_

_OFFERS = {
    "gifted": (
        "a problem-solving group every Thursday after school",
        "harder work in class, planned with subject teachers",
    ),
    "talented": ("rehearsals and training with visiting artists and coaches",),
}
_FORENAMES = ("Anna", "Maria", "Farah", "Grace", "Helen", "Joy", "Ruth", "Siân", "Tess")
_FATHERS = ("Adam", "David", "Ivan", "Omar", "Paul", "Samir", "Tom")
_STREETS = ("Mill Lane", "Station Road", "Church Street", "Lake View", "Orchard Close")
# Every so many pupils: parents who live apart, read Welsh, need large print.
_APART, _WELSH, _LARGE = 9, 14, 31


def fill(register: Register) -> None:
    """Give a family to each pupil who is on the register or has a place, and offers.

    Postcodes and telephone numbers are of areas that there are not.
    """
    settings = letter_settings.of(register)
    said = replace(
        settings,
        letterhead="Lake Road, Larkmere LK1 1AA\n01632 960100\noffice@larkmere.example",
        signatory="Mrs J Osei",
        signatory_role="Head teacher",
        enquiries="Mrs C Hall (01632 960124)",
    )
    with register.change(N_("Families of the sample school added")):
        letter_settings.update(register, said)
        for strand, those in _OFFERS.items():
            for offer in those:
                offers.add(register, offer, strand=strand)
        for pupil_id, surname in _pupils(register):
            for contact in _family(pupil_id, surname):
                contacts.add(register, pupil_id, contact)


def _pupils(register: Register) -> list[tuple[int, str]]:
    rows = register.rows(
        """
        select id, surname
        from pupils
        where id in (select pupil_id from entries union select pupil_id from places)
        order by id
        """
    )
    return [(row["id"], row["surname"]) for row in rows]


def _family(number: int, surname: str) -> list[NewContact]:
    """Make up a mother, and for some a father who lives elsewhere."""
    street = _STREETS[number % len(_STREETS)]
    mother = NewContact(
        surname,
        _FORENAMES[number % len(_FORENAMES)],
        ("Mrs", "Ms")[number % 2],
        "Mother",
        parental_responsibility=True,
        address=f"{number % 90 + 1} {street}\nLarkmere",
        postcode=f"LK1 {number % 9 + 1}AB",
        telephone=f"07700 900{number % 1000:03}",
        language="CYM" if number % _WELSH == 0 else None,
        large_print=number % _LARGE == 0,
        contact_order=1,
    )
    if number % _APART:
        return [mother]
    father = NewContact(
        surname,
        _FATHERS[number % len(_FATHERS)],
        "Mr",
        "Father",
        parental_responsibility=True,
        address=f"{number % 70 + 1} Harbour Walk\nSaltby",
        postcode=f"LK7 {number % 9 + 1}CD",
        contact_order=2,
    )
    return [mother, father]
