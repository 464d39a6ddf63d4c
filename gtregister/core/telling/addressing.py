"""To whom a letter goes, in which language, and how they are greeted."""

from dataclasses import dataclass

from gtregister.core.telling import templates
from gtregister.core.telling.letter_facts import Facts
from gtregister.core.telling.owed import Owed
from gtregister.core.telling.recipients import Household
from gtregister.i18n import N_, _


@dataclass(frozen=True, slots=True)
class To:
    """To whom a letter goes: lines of the address, and how they are greeted."""

    address: tuple[str, ...]
    greeting: str
    language: str = templates.ENGLISH
    large_print: bool = False
    email: str = ""
    way: str = "hand"


def of(facts: Facts, owed: Owed, languages: frozenset[str]) -> To:
    """Say to whom the letter of a notice goes; `languages` are those of letters."""
    usual = facts.settings.language
    if owed.household is not None:
        return _to_parents(owed.household, languages, usual)
    if owed.audience == "pupil":
        return _to_pupil(facts, owed, usual)
    pupil = facts.pupil(owed)
    referrer = str(facts.of(owed, usual)["referrer"])
    if referrer:
        return To((referrer,), greeting(usual, (referrer,)), usual)
    said = _("The head teacher of the next school of {forename} {surname}")
    names = {"forename": pupil["forename"], "surname": pupil["surname"]}
    return To((said.format(**names),), _("Dear colleague"), usual)


def _to_pupil(facts: Facts, owed: Owed, language: str) -> To:
    """Write to a pupil at school, or at home from the age that the school has set."""
    pupil = facts.pupil(owed)
    home = facts.home(owed)
    name = f"{pupil['forename']} {pupil['surname']}"
    said = templates.say(language, N_("Form {form}"))
    form = templates.put(said, form=pupil["form"]) if pupil["form"] else ""
    return To(
        tuple(filter(None, (name, *(home or (form,))))),
        greeting(language, (pupil["forename"],)),
        language,
        bool(pupil["large_print"]),
        way="post" if home else "hand",
    )


def _to_parents(home: Household, languages: frozenset[str], usual: str) -> To:
    """Write to a household, in the language of the first person who has said one."""
    said = next((person.language for person in home.people if person.language), "")
    language = templates.language_of(said, languages, usual)
    first = home.people[0]
    names = listed(language, tuple(person.name for person in home.people))
    where = [*home.address, home.postcode] if first.way == "post" else []
    return To(
        tuple(line for line in (names, *where) if line),
        greeting(language, tuple(person.polite for person in home.people)),
        language,
        any(person.large_print for person in home.people),
        next((person.email for person in home.people if person.email), ""),
        first.way,
    )


def greeting(language: str, names: tuple[str, ...]) -> str:
    """Greet people by their names, or whoever it is."""
    if not any(names):
        return templates.say(language, N_("Dear parent or carer"))
    said = templates.say(language, N_("Dear {names}"))
    return templates.put(said, names=listed(language, names))


def listed(language: str, several: tuple[str, ...]) -> str:
    """Write several things in a row: a, b and c."""
    if len(several) < 2:
        return "".join(several)
    said = templates.say(language, N_("{first} and {last}"))
    return templates.put(said, first=", ".join(several[:-1]), last=several[-1])
