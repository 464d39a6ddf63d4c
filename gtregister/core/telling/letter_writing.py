"""One letter, from a notice that is owed to the words that go on paper."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from gtregister.core.register import Row
from gtregister.core.telling import addressing, letter_template, templates
from gtregister.core.telling.addressing import To
from gtregister.core.telling.letter_facts import Facts
from gtregister.core.telling.letter_template import FIELDS, Filled, Template, Value
from gtregister.core.telling.notice_events import Event
from gtregister.core.telling.owed import Owed
from gtregister.core.telling.slip_numbers import number
from gtregister.i18n import N_, _, format_date, speaking, translated
from gtregister.writers.letter import Letter, Slip

Templates = Mapping[tuple[str, str], Template]


@dataclass(frozen=True, slots=True)
class Written:
    """A letter for a notice; `slip_id` is 0 without a slip, `way` how it best goes."""

    owed: Owed
    letter: Letter
    way: str = "hand"
    slip_id: int = 0
    is_new_slip: bool = False
    questions: tuple[tuple[str, str], ...] = ()
    reply_by: date | None = None

    @property
    def questions_as_json(self) -> str:
        """Write the questions of the slip as they are kept."""
        return json.dumps(self.questions, ensure_ascii=False)

    @property
    def reply_by_as_text(self) -> str:
        """Write the day by which the slip is to be back as it is kept."""
        return self.reply_by.isoformat() if self.reply_by else ""


def written(
    facts: Facts, known: Templates, owed: Owed, following: int, held: Row | None
) -> Written:
    """Write the letter of a notice, in the family's language if there is one.

    `following` is the next free slip; `held` the slip that was kept already, which a
    copy and a reminder show again.
    """
    audience, kind = owed.audience, owed.event.kind
    to = addressing.of(facts, owed, frozenset(language for _key, language in known))
    key = f"{kind}_{audience}"
    if audience == "pupil" and (key, to.language) not in known:
        key = f"{kind}_parents"
    language = to.language if (key, to.language) in known else templates.ENGLISH
    values = facts.of(owed, language)
    reply_by = facts.reply_by(owed)
    if held is not None and owed.event.reminds is None:
        reply_by = date.fromisoformat(held["reply_by"])  # what the first letter said
    with speaking(language):
        values["reply_by"] = format_date(reply_by) if reply_by else ""
        filled = letter_template.fill(
            known[key, language],
            values,
            lambda several: addressing.listed(language, several),
        )
        asked = filled.questions
        slip_id, is_new = 0, False
        if held is not None:
            asked = tuple((key, words) for key, words in json.loads(held["questions"]))
            slip_id = held["id"]
        elif asked and reply_by:
            slip_id, is_new = following, True
        slip = _slip(language, values, slip_id, asked, reply_by) if slip_id else None
        letter = _letter(facts, owed, to, language, filled, slip, values)
    return Written(owed, letter, to.way, slip_id, is_new, asked, reply_by)


def made_up(facts: Facts, key: str, language: str, template: Template) -> Written:
    """Write a letter to a family that does not exist, to show a template."""
    kind, _underscore, audience = key.rpartition("_")
    owed = Owed(0, Event(0, kind, facts.today), audience, None, "due", facts.today)
    values = {name: _example(name) for name in FIELDS} | {
        "school": facts.school.name,
        "register_name": facts.words.register,
        "since": format_date(facts.today),
        "today": format_date(facts.today),
        "reply_by": format_date(facts.today),
        "enquiries": facts.settings.enquiries or _example("enquiries"),
    }
    to = _made_up_reader(audience, language)
    with speaking(language):
        filled = letter_template.fill(
            template, values, lambda several: addressing.listed(language, several)
        )
        asked = filled.questions
        slip = _slip(language, values, 1, asked, facts.today) if asked else None
        letter = _letter(facts, owed, to, language, filled, slip, values)
    return Written(owed, letter)


def _made_up_reader(audience: str, language: str) -> To:
    """Say to whom a template is shown: a parent at home, or the pupil at school."""
    if audience == "pupil":
        form = templates.put(templates.say(language, N_("Form {form}")), form="7A")
        address = (str(_example("child_full")), form)
        greeting = addressing.greeting(language, (str(_example("child")),))
        return To(address, greeting, language)
    home = (_("Mrs Farah Ahmed"), _("4 Mill Lane"), _("Greenfield"), "GF1 2AB")
    greeting = addressing.greeting(language, (_("Mrs Ahmed"),))
    way = "post" if audience == "parents" else "hand"
    return To(home, greeting, language, way=way)


_EXAMPLES: dict[str, str | tuple[str, ...]] = {
    "child": N_("Aisha"),
    "child_full": N_("Aisha Ahmed"),
    "form": "7A",
    "year": "7",
    "areas": (N_("mathematics"), N_("music")),
    "offers": (N_("a problem-solving group on Thursdays"), N_("the school orchestra")),
    "why": (N_("what teachers see in lessons"),),
    "enquiries": N_("the school office"),
    "award": N_("Maths challenge: silver award"),
}


def _example(name: str) -> Value:
    """Give a made-up value; the name of the field where there is none."""
    held = _EXAMPLES.get(name, FIELDS[name])
    return tuple(map(translated, held)) if isinstance(held, tuple) else translated(held)


def _slip(
    language: str,
    values: Mapping[str, Value],
    slip_id: int,
    asked: tuple[tuple[str, str], ...],
    reply_by: date | None,
) -> Slip:
    def say(english: str, **words: str) -> str:
        return templates.put(templates.say(language, english), **words)

    day = format_date(reply_by) if reply_by else ""
    child, form = str(values["child_full"]), str(values["form"])
    pupil = say(N_("{child}, form {form}"), form=form, child=child) if form else child
    return Slip(
        number(slip_id),
        say(N_("Reply slip")),
        pupil,
        say(N_("Return this slip to the school by {day}."), day=day),
        tuple(words for _key, words in asked),
        say(N_("Yes")),
        say(N_("No")),
        say(N_("Signed")),
        say(N_("Date")),
    )


def _design(facts: Facts, owed: Owed, to: To, letter: Letter) -> Letter:
    """Make a certificate of what is one: without greeting, signed by name and role."""
    if owed.event.kind != "certificate":
        return letter
    settings = facts.settings
    role = settings.signatory_role or translated(N_("Head teacher"))
    signed = filter(None, (settings.signatory, role))
    return replace(
        letter,
        address=to.address[:1],
        greeting="",
        closing=tuple(map(letter_template.one_line, signed)),
        is_certificate=True,
    )


def _letter(
    facts: Facts,
    owed: Owed,
    to: To,
    language: str,
    filled: Filled,
    slip: Slip | None,
    values: Mapping[str, Value],
) -> Letter:
    settings = facts.settings
    signed = settings.signatory or facts.school.name
    closing: tuple[str, ...] = (templates.say(language, N_("Yours sincerely")), signed)
    if settings.signatory_role:
        closing += (settings.signatory_role,)
    letter = Letter(
        address=tuple(map(letter_template.one_line, to.address)),
        day=format_date(facts.today),
        greeting=letter_template.one_line(to.greeting),
        subject=filled.subject,
        blocks=filled.blocks,
        closing=tuple(map(letter_template.one_line, closing)),
        slip=slip,
        large_print=to.large_print,
        copy=templates.say(language, N_("Copy")) if _is_copy(owed) else "",
        page=templates.say(language, N_("Page {page} of {pages}")),
        form=str(values["form"]),
        email=to.email,
        is_posted=to.way == "post",
        language=language,
        child=str(values["child_full"]),
        merge={key: _merged(language, value) for key, value in values.items()},
    )
    return _design(facts, owed, to, letter)


def _is_copy(owed: Owed) -> bool:
    return owed.is_told and owed.way is not None


def _merged(language: str, value: Value) -> str:
    several = value if isinstance(value, tuple) else (value,)
    return addressing.listed(language, tuple(map(letter_template.one_line, several)))
