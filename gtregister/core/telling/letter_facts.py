"""What a letter can say of a pupil: the values of its fields, in words, not scores."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from gtregister.core import school, words
from gtregister.core.register import Register, Row
from gtregister.core.telling import letter_settings, offers, recipients, templates
from gtregister.core.telling.letter_reasons import TO_PUPIL, reasons
from gtregister.core.telling.letter_template import Value
from gtregister.core.telling.owed import Owed
from gtregister.core.telling.places_told import Told, told_of_places
from gtregister.i18n import N_, format_date, speaking

ENQUIRIES = N_("the school office")
_A_DAY = timedelta(days=1)
_AREAS = {
    "gifted": N_("a range of subjects"),
    "talented": N_("the arts or sport"),
}
_OUTCOMES = {
    "accepted": N_("We will look further at how we can offer more challenge."),
    "declined": N_("We do not plan anything extra at the moment."),
}
# Words that keep their capital in mid-sentence.
_PROPER = frozenset({"English", "Welsh", "French", "German", "Spanish", "Latin"})


@dataclass(frozen=True, slots=True)
class _Known:
    """All that one batch of letters needs to know, read at once."""

    pupils: Mapping[int, Row]
    stays: Mapping[int, list[Row]]
    offers: Mapping[int, list[str]]
    reasons: Mapping[int, list[str]]
    done: Mapping[int, list[str]]
    places: Mapping[int, Told]
    referrals: Mapping[int, Row]


class Facts:
    """The facts of a batch of letters; `of` gives the values of one letter's fields."""

    def __init__(self, register: Register, batch: Sequence[Owed]) -> None:
        pupil_ids = {owed.event.pupil_id for owed in batch}
        self.settings = letter_settings.of(register)
        self.words = words.of(register)
        self.school = school.of(register)
        self.today = register.today
        self._homes = recipients.households(register)
        self._rules = letter_settings.rules(register)
        self._known = _Known(
            _pupils(register),
            _stays(register),
            offers.by_pupil(register, pupil_ids),
            reasons(register),
            _done(register),
            told_of_places(register, batch),
            {row["id"]: row for row in register.rows("select * from referrals")},
        )

    def pupil(self, owed: Owed) -> Row:
        """Give the pupil of a notice."""
        return self._known.pupils[owed.event.pupil_id]

    def home(self, owed: Owed) -> tuple[str, ...]:
        """Give the pupil's address, once the pupil is old enough to be written to.

        The first household of the pupil's contacts is the pupil's home.
        """
        dob = self.pupil(owed)["dob"]
        if (
            not dob
            or age(date.fromisoformat(dob), self.today) < self.settings.direct_age
        ):
            return ()
        for home in self._homes.get(owed.event.pupil_id, []):
            if home.address:
                return tuple(filter(None, (*home.address, home.postcode)))
        return ()

    def reply_by(self, owed: Owed) -> date | None:
        """Say until when an answer is asked for, if one is.

        About a place that is before the activity begins, unless that is tomorrow.
        """
        rule = self._rules.get(owed.event.kind)
        if rule is None or rule.reply_days is None:
            return None
        usual = self.today + timedelta(days=rule.reply_days)
        told = self._known.places.get(owed.event.place_id or 0)
        first = told.first_day if told else None
        if first is None or first <= self.today:
            return usual
        return max(min(usual, first - _A_DAY), self.today + _A_DAY)

    def of(self, owed: Owed, language: str) -> dict[str, Value]:
        """Give the values of one letter's fields, in its language."""
        with speaking(language):
            return self._of(owed, language)

    def _of(self, owed: Owed, language: str) -> dict[str, Value]:
        event, pupil = owed.event, self.pupil(owed)
        say = _Speaker(language, pupil["forename"])
        stays = self._known.stays.get(event.pupil_id, [])
        if event.kind == "left":
            stays = [s for s in stays if s["to_on"] == event.on.isoformat()] or stays
        reply_by = self.reply_by(owed)
        year = "" if pupil["year_group"] is None else str(pupil["year_group"])
        values: dict[str, Value] = {
            "child": pupil["forename"],
            "child_full": f"{pupil['forename']} {pupil['surname']}",
            "form": pupil["form"] or "",
            "year": year,
            "school": self.school.name,
            "register_name": mid_sentence(say.word(self.words.register)),
            "areas": _areas(stays, say),
            "strands": tuple(
                dict.fromkeys(self.words.strand(stay["strand"]) for stay in stays)
            ),
            "offers": tuple(self._known.offers.get(event.pupil_id, ())),
            "why": say.all(self._why(owed)),
            "since": format_date(event.on),
            "today": format_date(self.today),
            "reply_by": format_date(reply_by) if reply_by else "",
            "enquiries": self.settings.enquiries or say.word(ENQUIRIES),
            "signatory": self.settings.signatory,
            "done": tuple(self._known.done.get(event.pupil_id, ())),
            "award": event.award,
        }
        told = self._known.places.get(event.place_id or 0)
        values |= told.values() if told else {"activity": self.words.register}
        return values | self._referral(owed, say)

    def _why(self, owed: Owed) -> list[str]:
        """Give the reasons, as they are said to the pupil or to others."""
        held = self._known.reasons.get(owed.event.pupil_id, [])
        if owed.audience != "pupil":
            return held
        return [TO_PUPIL.get(reason, reason) for reason in held]

    def _referral(self, owed: Owed, say: "_Speaker") -> dict[str, Value]:
        row = self._known.referrals.get(owed.event.referral_id or 0)
        if row is None:
            return {"referrer": "", "referral_outcome": ""}
        said = say.word(_OUTCOMES.get(row["status"], ""))
        return {"referrer": row["referrer"], "referral_outcome": said}


class _Speaker:
    """Says fixed words in the language of one letter, about one child."""

    def __init__(self, language: str, child: str) -> None:
        self._language = language
        self._child = child

    def word(self, english: str) -> str:
        said = templates.say(self._language, english)
        return templates.put(said, child=self._child)

    def all(self, english: Iterable[str]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(map(self.word, english)))


def age(born: date, today: date) -> int:
    """Count the whole years of somebody's age."""
    had_birthday = (today.month, today.day) >= (born.month, born.day)
    return today.year - born.year - (not had_birthday)


def mid_sentence(name: str) -> str:
    """Write a name as within a sentence: mathematics, but English and PE."""
    first = name.split(" ", 1)[0]
    if first in _PROPER or not first[1:].islower():
        return name
    return name[:1].lower() + name[1:]


def _areas(stays: Iterable[Row], say: _Speaker) -> tuple[str, ...]:
    """Name the subjects of a pupil's stays, all-round ones by their strand."""
    said = [
        say.word(stay["subject"] or _AREAS.get(stay["strand"], stay["strand"]))
        for stay in stays
    ]
    return tuple(dict.fromkeys(map(mid_sentence, said)))


def _pupils(register: Register) -> dict[int, Row]:
    rows = register.rows(
        """
        select
            id,
            coalesce(preferred_surname, surname) as surname,
            coalesce(preferred_forename, forename) as forename,
            year_group,
            form,
            dob,
            large_print
        from pupils
        """
    )
    return {row["id"]: row for row in rows}


def _stays(register: Register) -> dict[int, list[Row]]:
    """Read what each pupil is on the register for, or was."""
    found: dict[int, list[Row]] = defaultdict(list)
    for row in register.rows(
        """
        select entries.pupil_id, entries.strand, entries.to_on, subjects.name as subject
        from entries
        left join subjects on subjects.key = entries.subject
        where entries.status in ('on', 'paused')
            or (
                entries.status = 'left'
                and not exists (
                    select 1
                    from entries as others
                    where others.pupil_id = entries.pupil_id
                        and others.status in ('on', 'paused')
                )
            )
        order by entries.strand, subject is null, subject, entries.id
        """
    ):
        found[row["pupil_id"]].append(row)
    return found


def _done(register: Register) -> dict[int, list[str]]:
    """Name the activities in which each pupil took part in the last twelve months."""
    found: dict[int, list[str]] = defaultdict(list)
    for row in register.rows(
        """
        select distinct attendance.pupil_id, activities.title
        from attendance
        join sessions on sessions.id = attendance.session_id
        join activities on activities.id = sessions.activity_id
        where attendance.mark in ('present', 'late')
            and sessions.held_on > date(:today, '-1 year')
        order by attendance.pupil_id, sessions.held_on
        """,
        today=register.today.isoformat(),
    ):
        found[row["pupil_id"]].append(row["title"])
    return found
